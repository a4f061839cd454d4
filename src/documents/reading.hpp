// What a maker of values reads: the dispute with the words that this reader may see, what the form
// is about, and what was filled in by hand. Makers are small and told in pairs of a name and a text;
// what nobody knows is "" and prints "／".
#pragma once
#include "access/desk.hpp"
#include "dispute/dispute.hpp"
#include "documents/filled.hpp"
#include "documents/said.hpp"
#include "documents/table.hpp"
#include "registry/words.hpp"

namespace maple::documents {

using dispute::Party;

struct Reading {
    Desk& desk;
    Dispute const& d;
    FormRow const& row;
    Key subject{};
    Said say;
    Fillings const& fillings;

    Date today() const { return date_in_beijing(desk.now); }
    Filling const& filling() const;
};

using Texts = std::vector<std::pair<std::string_view, std::string>>;

// Whoever makes a value later says it better.
void put(Values&, Texts const&);
void put(Values&, std::string_view section, std::vector<Values>);
Values row_of(std::string row, Texts const&);  // of a section; `row` is what is filled in by hand goes by
std::vector<Values> once(bool is_so, Texts const& = {});

// --- Parties and people ----------------------------------------------------------------

// Kept on file and told to nobody (DV art. 5): somebody is to be safe from the other side.
bool address_kept_back(Dispute const&, Key party, Date on);

std::string name_of(Reading const&, Key party);
std::string names_of(Reading const&, std::vector<Key> const& parties);
std::string party_names(Reading const&);
Values party_values(Reading const&, Party const&);
std::vector<Values> parties_values(Reading const&);
std::vector<dispute::Member const*> members_of(Party const&);  // who has not left the group
// A part for each group with the list of its members: a court cannot confirm an agreement that leaves
// open whom it binds and for how much (JI22 art. 358).
std::vector<Values> groups_values(Reading const&, std::vector<Party const*> const&, dispute::Agreement const* agreed = nullptr);
std::string person_name(Reading const&, Key);
std::string mediators_at(Reading const&, Instant);  // the one in the chair first
std::string mediators_now(Reading const&);
std::string organisation_name(Desk&, Key);
std::string kind_name(Reading const&);
std::string choice_name(Reading const&, std::string_view list, std::string const& key);
std::string or_pen(Reading const&, std::optional<Instant>);  // or room for the pen
std::string yes_no(Reading const&, bool);
std::string languages(Reading const&, std::vector<Key> const& parties);

// --- Agreements ------------------------------------------------------------------------

dispute::Agreement const* main_agreement(Dispute const&);  // the latest that is in effect, else the latest
dispute::Agreement const* agreement_of(Dispute const&, Key obligation);
std::string agreement_number(Reading const&, dispute::Agreement const&);
std::string performance(Reading const&, dispute::Agreement const*);
std::string outcome(Reading const&);
std::string last_day_for_court(Reading const&, dispute::Agreement const&);
std::string effective_on(Reading const&, dispute::Agreement const*);
// Whether this sheet only explains another: every one that is not Chinese, but that of an agreement
// whose parties let the text in its language govern.
bool is_translation(Dispute const&, FormRow const&, std::optional<Key> subject, Language);

// --- The makers, a file for each kind of subject ------------------------------------------

void of_dispute(Reading const&, Values&);      // of every form, before all others
void of_acceptance(Reading const&, Values&);
void of_application(Reading const&, Values&);
void of_rights(Reading const&, Values&);
void of_identity(Reading const&, Values&);
void of_closing(Reading const&, Values&);      // refused, transferred
void of_termination(Reading const&, Values&);
void of_party(Reading const&, Values&);
void of_session(Reading const&, Values&);
void of_outlook(Reading const&, Values&);      // what going to court usually means for the party
void of_facts(Reading const&, Values&);        // undisputed, still disputed
void of_agreement(Reading const&, Values&);
void of_obligation(Reading const&, Values&);
void of_visit(Reading const&, Values&);
void of_confirmation(Reading const&, Values&);
void of_forgiveness(Reading const&, Values&);
void of_call(Reading const&, Values&);
void of_referral(Reading const&, Values&);     // what another body handed over
void of_risk(Reading const&, Values&);
void of_outcome(Reading const&, Values&);      // of the whole dossier
void of_contents(Reading const&, Values&);     // its list of papers, and what is missing

}  // namespace maple::documents
