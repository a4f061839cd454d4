// Agreements and promises at the door. The forms are shared with record-on-the-spot (app).
#pragma once
#include "api/route.hpp"
#include "dispute/file.hpp"

namespace maple::resolution {

struct ObligationForm {
    Key from{};
    Key to{};
    Narrative what;
    dispute::Manner manner{};
    std::optional<Fen> amount;
    Date due{};
    std::optional<Text<1, 120>> account;  // of whoever is paid, when it is transferred
    std::optional<std::string> nature;    // key of the list "promise_nature", where the law treats it apart
    OptionalNarrative second;             // what, in the second language
    std::optional<Key> account_of;        // the promise of the draft before whose account stays, where none is given
};
BOOST_DESCRIBE_STRUCT(ObligationForm, (), (from, to, what, manner, amount, due, account, nature, second, account_of))

// The same terms in a second language, written by people: who translated and who proof-read them.
struct SecondTextForm {
    dispute::Tongue language{};
    OptionalNarrative facts;
    OptionalNarrative terms;
    OptionalNarrative breach;
    Name translator;
    OptionalLine proof_reader;  // none yet: nobody signs
    std::optional<dispute::Tongue> governs;  // none: the Chinese text
};
BOOST_DESCRIBE_STRUCT(SecondTextForm, (), (language, facts, terms, breach, translator, proof_reader, governs))

struct ShareForm {
    Key member{};
    Fen amount{};
};
BOOST_DESCRIBE_STRUCT(ShareForm, (), (member, amount))

// What each member of a group gets of the money that is promised to the group.
struct GroupSharesForm {
    Key party{};
    std::vector<ShareForm> shares;
    OptionalNarrative why;  // why they do not make the whole, where they do not
};
BOOST_DESCRIBE_STRUCT(GroupSharesForm, (), (party, shares, why))

struct AgreementForm {
    std::vector<Key> parties;
    Narrative facts;                 // main facts, issues, each side's responsibility (PML art. 29)
    Narrative terms;
    OptionalNarrative breach;
    std::optional<Whole<1, 50>> copies;
    std::optional<bool> partial;     // other issues stay open; none: it is a part where somebody is left out
    std::vector<ObligationForm> obligations;
    bool asks_confirmation = false;  // the parties mean to ask the court together (art. 33)
    std::optional<dispute::ThirdParties> third_parties;
    std::optional<SecondTextForm> second;
    std::vector<Key> issues;         // of a part: which of the issues on the table it settles
    std::vector<GroupSharesForm> shares;
};
BOOST_DESCRIBE_STRUCT(AgreementForm, (), (parties, facts, terms, breach, copies, partial, obligations, asks_confirmation, third_parties, second, issues, shares))

dispute::Agreement make_agreement(dispute::File&, AgreementForm const&, std::optional<Key> id);

// The whole account is shown to nobody, so a draft that is changed keeps the one that it had: of the
// promise that the row names, which may stand in several parts now; else of the row at the same place,
// while it is owed by and to the same.
KeptAccount account_before(dispute::Agreement const* before, std::size_t row, ObligationForm const& now);

api::Room room();
api::Room confirmation_room();
api::Room check_room();
api::Room roads_room();
api::Room signing_room();

}  // namespace maple::resolution
