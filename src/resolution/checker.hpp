// What a court would refuse in an agreement, or ask about: PML art. 29 says what stands in one,
// JI22 art. 355 what no court confirms, art. 358 why a request is dismissed. A finding is a hint
// for the mediator, never a bar: people decide. Pure; texts are
// Chinese, and beside them a second text in Uyghur or English.
#pragma once
#include "dispute/agreement_words.hpp"
#include "law/book.hpp"

namespace maple::resolution {

// refused: a court would not confirm it, or could not enforce it. ask: the mediator should ask.
enum class Weight { refused, ask };
BOOST_DESCRIBE_ENUM(Weight, refused, ask)

struct Finding {
    std::string code;     // a key below "agreement_finding." in the catalogue
    Weight weight = Weight::refused;
    std::string at;       // JSON pointer: "/terms", "/obligations/0/due"
    Params params;        // amounts, dates and words of the rule pack, never a text of a person
    std::string article;  // key of the statutes
    bool operator==(Finding const& other) const { return at == other.at && code == other.code; }
};

struct CheckedParty {
    std::string name;
    dispute::Side side{};
    dispute::PartyKind kind{};
    dispute::Capacity capacity = dispute::Capacity::full;
    std::optional<std::int64_t> birth_year;
    std::string guardian;             // "" when there is none
    bool guardian_accused = false;
    std::string represented_by;
    std::vector<std::string> members;  // of a group
    std::string account;               // where money reaches it, as people write it; "" when unknown
    std::optional<bool> heard = {};    // of a child: heard, and without its parents; none: a mark of it is not on file
};

struct CheckedObligation {
    std::optional<std::size_t> from, to;  // places in `parties`; none: not a party of the agreement
    std::string what;
    std::optional<dispute::Manner> manner;
    std::optional<std::int64_t> amount;  // fen
    std::optional<Date> due;
    std::string account;                 // of the payee, when the row has one
    std::string nature;                  // key of the natures of a promise; "" for none
    std::string second = {};             // what, in the second language
};

// What each member of a group gets, in the order of its members; none: nobody has said.
struct CheckedShares {
    std::optional<std::size_t> party;  // place in `parties`
    std::vector<std::optional<std::int64_t>> amounts;  // fen
    bool explained = false;            // why they do not make the whole
};

// The same terms in a second language.
struct CheckedSecond {
    std::string facts, terms, breach;
};

struct CheckedAgreement {
    std::string kind;  // of the dispute
    bool after_filing = false;  // a court has filed the case already
    Date signed_on{};  // the day it takes effect, or today for a draft
    Date today{};
    bool asks_confirmation = false;
    std::optional<dispute::ThirdParties> third_parties;  // none: nobody has said
    std::vector<CheckedParty> parties;
    std::string facts, terms, breach;
    std::string records;  // of the sessions, as far as the reader sees them
    std::optional<CheckedSecond> second = {};
    bool second_unread = false;  // a second text that nobody has proof-read
    std::vector<CheckedObligation> obligations;
    std::vector<CheckedShares> shares;
    std::optional<bool> child_heard = {};  // the same of one that is no party
};

// In the order of the places, what is refused before what is to be asked. None: nothing found.
std::vector<Finding> check(law::Book const&, CheckedAgreement const&);

}  // namespace maple::resolution
