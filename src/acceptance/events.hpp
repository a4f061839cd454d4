// What can happen at the acceptance desk (受理). Facts, past tense, written into the ledger.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::acceptance {

using dispute::Dispute;
using dispute::Moment;

struct Accepted {
    static constexpr std::string_view deed = "acceptance.accepted";
    std::string number;               // of the acceptance register
    std::optional<std::string> kind;  // named by the desk, where the request left it open
};
BOOST_DESCRIBE_STRUCT(Accepted, (), (number, kind))

// A request that needs no mediation: counted by itself, neither dispute nor refusal.
struct Advised {
    static constexpr std::string_view deed = "acceptance.advised";
    std::string reason;
    Kept advice;
};
BOOST_DESCRIBE_STRUCT(Advised, (), (reason, advice))

struct RefusedToAccept {
    static constexpr std::string_view deed = "acceptance.refused";
    std::string reason;
    std::vector<std::string> remedies;
    Kept note;
};
BOOST_DESCRIBE_STRUCT(RefusedToAccept, (), (reason, remedies, note))

struct Transferred {
    static constexpr std::string_view deed = "acceptance.transferred";
    std::string reason;
    Key organisation{};
    Kept note;
};
BOOST_DESCRIBE_STRUCT(Transferred, (), (reason, organisation, note))

// What one party itself has said: each by itself, dated, revocable (PML art. 17).
struct ConsentRecorded {
    static constexpr std::string_view deed = "acceptance.consent_recorded";
    Key party{};
    dispute::Consent consent{};
    dispute::SaidBy by{};
    bool by_the_party_itself = false;  // through its receipt code
};
BOOST_DESCRIBE_STRUCT(ConsentRecorded, (), (party, consent, by, by_the_party_itself))

// In which language a party wishes to be spoken with: its own word, never read off a name.
struct TongueChosen {
    static constexpr std::string_view deed = "acceptance.tongue_chosen";
    Key party{};
    dispute::Tongue language{};
};
BOOST_DESCRIBE_STRUCT(TongueChosen, (), (party, language))

// A wrong entry is mended by a further entry; the earlier texts stay beside their page.
struct Amended {
    static constexpr std::string_view deed = "acceptance.amended";
    std::string reason;
    std::optional<std::string> kind;
    std::optional<std::string> place;
    std::optional<Fen> amount;
    Kept facts;
    Kept request;
};
BOOST_DESCRIBE_STRUCT(Amended, (), (reason, kind, place, amount, facts, request))

struct PartyAdded {
    static constexpr std::string_view deed = "acceptance.party_added";
    dispute::Party party;
    std::vector<dispute::CodeGiven> codes = {};  // of its receipt
};
BOOST_DESCRIBE_STRUCT(PartyAdded, (), (party, codes))

// What was written down of a party is mended: only what is told here changes. The texts of before stay
// beside their own pages, and an agreement keeps the names that it bears.
struct PartyAmended {
    static constexpr std::string_view deed = "acceptance.party_amended";
    Key party{};
    Kept reason;  // beside the page: it speaks of a person
    KeptName name;
    KeptPhone phone;
    KeptAddress address;
    KeptIdNumber id_number;
    Kept credit_code;
    KeptName represented_by;
    std::optional<std::int64_t> birth_year;
    std::optional<dispute::Capacity> capacity;
    std::optional<dispute::Guardian> guardian;  // the whole of it, as it is from now on
    std::vector<dispute::Risk> risks = {};      // a guardian who is accused is suspected harm (MIN art. 11)
};
BOOST_DESCRIBE_STRUCT(PartyAmended, (), (party, reason, name, phone, address, id_number, credit_code, represented_by, birth_year,
                                         capacity, guardian, risks))

// The same dispute from another channel; a person decided so, and it can be undone.
struct Merged {
    static constexpr std::string_view deed = "acceptance.merged";
    Key into{};
};
BOOST_DESCRIBE_STRUCT(Merged, (), (into))

struct Unmerged {
    static constexpr std::string_view deed = "acceptance.unmerged";
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Unmerged, (), (reason))

void evolve(Dispute&, Accepted const&, Moment const&);
void evolve(Dispute&, Advised const&, Moment const&);
void evolve(Dispute&, RefusedToAccept const&, Moment const&);
void evolve(Dispute&, Transferred const&, Moment const&);
void evolve(Dispute&, ConsentRecorded const&, Moment const&);
void evolve(Dispute&, TongueChosen const&, Moment const&);
void evolve(Dispute&, Amended const&, Moment const&);
void evolve(Dispute&, PartyAdded const&, Moment const&);
void evolve(Dispute&, PartyAmended const&, Moment const&);
void evolve(Dispute&, Merged const&, Moment const&);
void evolve(Dispute&, Unmerged const&, Moment const&);

using Events = boost::mp11::mp_list<Accepted, Advised, RefusedToAccept, Transferred, ConsentRecorded, TongueChosen, Amended,
                                    PartyAdded, PartyAmended, Merged, Unmerged>;

}  // namespace maple::acceptance
