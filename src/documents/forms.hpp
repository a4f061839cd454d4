// The six forms of the first dossier (domain.md 3.8), filled in from a dispute. What one side
// said alone is on none of them, whoever prints.
#pragma once
#include "dispute/dispute.hpp"
#include "documents/paper.hpp"
#include "access/desk.hpp"

namespace maple::documents {

enum class FormName {
    acceptance_register, rights_notice, mediation_record, agreement, oral_agreement_register, termination_notice,
};
BOOST_DESCRIBE_ENUM(FormName, acceptance_register, rights_notice, mediation_record, agreement, oral_agreement_register,
                    termination_notice)

// A form that could be printed now, or why it cannot be.
struct FormOffer {
    FormName form{};
    std::optional<Key> subject;   // the session or the agreement
    std::string title;
    std::string about;            // of several: "20 November 2023, joint session"
    bool available = false;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(FormOffer, (), (form, subject, title, about, available, reason))

// Every form in the order of the dossier: one line per session and per agreement.
std::vector<FormOffer> offers(Desk&, dispute::Dispute const&);

// Fills in the words that may stand on this form: sealed ones never, personal ones masked;
// on an agreement and in the acceptance register identity numbers, addresses and phones in
// full (PML art. 29) for those who work on the dispute. Returns whether anything personal was filled in in full.
bool fill_for_print(Desk&, dispute::Dispute&, FormName);

// The values of a form in the desk's language; `dispute` with its words filled in.
// Refuses: document.unknown (404), document.not_yet (wrong stage), document.sealed.
Values values_of(Desk&, dispute::Dispute const&, FormName, std::optional<Key> subject);

// The template as the binary carries it.
std::string_view form_template(FormName, Language);
// The committee (before one has signed for it: the desk) in whose name a form is made out.
std::string maker(Desk&, dispute::Dispute const&, FormName);

}  // namespace maple::documents
