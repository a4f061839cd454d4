// The request: one form for every door (walk-in, phone, web, own initiative, lead,
// referral). It begins a dispute and gives each party a receipt code of its own.
#pragma once
#include "dispute/file.hpp"
#include "law/book.hpp"

namespace maple::dispute {

struct MemberForm {
    Name name;
    std::optional<std::string> phone;
    std::optional<Fen> claim;
    bool representative = false;
    bool authorised = false;
};
BOOST_DESCRIBE_STRUCT(MemberForm, (), (name, phone, claim, representative, authorised))

struct GuardianForm {
    Name name;
    std::optional<std::string> phone;
    Text<1, 40> relation;
    bool accused = false;
};
BOOST_DESCRIBE_STRUCT(GuardianForm, (), (name, phone, relation, accused))

// What an earlier dossier knew of somebody's age, where it kept no day of birth.
struct KnownAge {
    std::optional<std::int64_t> birth_year;
    Capacity capacity{};
};

struct PartyForm {
    Side side{};
    PartyKind kind{};
    Name name;
    std::optional<std::string> phone;
    OptionalLine address;
    std::optional<std::string> id_number;    // resident identity number, 18 characters
    std::optional<std::string> credit_code;  // of an organisation
    OptionalLine represented_by;
    std::optional<Sex> sex;
    std::optional<Date> birth_date;
    bool lives_on_own_labour = false;        // 16 or 17 and full capacity (CC 18)
    std::optional<GuardianForm> guardian;
    std::vector<MemberForm> members;
    std::optional<Tongue> language;
    bool interpreter = false;
    std::optional<Consent> consent;          // what this party itself has said so far

    std::optional<KnownAge> known = {};      // not asked for: carried over from the dossier before
};
BOOST_DESCRIBE_STRUCT(PartyForm, (), (side, kind, name, phone, address, id_number, credit_code, represented_by, sex, birth_date,
                                      lives_on_own_labour, guardian, members, language, interpreter, consent))

// Marks that the grading table looks at.
enum class Mark { injury, death, cross_area, violence, media, suspected_harm_to_minor };
BOOST_DESCRIBE_ENUM(Mark, injury, death, cross_area, violence, media, suspected_harm_to_minor)

struct RequestForm {
    std::string kind;                        // key of a kind of dispute; "" while a request from the web leaves it open
    Source source{};
    std::string place;                       // division code of the community
    Narrative facts;
    OptionalNarrative request;
    std::optional<Fen> amount;
    std::optional<Whole<1, 100000>> people;
    std::vector<Mark> marks;
    std::vector<PartyForm> parties;
    std::optional<Instant> happened_at;      // when the desk heard of it, if entered later
};
BOOST_DESCRIBE_STRUCT(RequestForm, (), (kind, source, place, facts, request, amount, people, marks, parties, happened_at))

// The first page of a dispute.
struct Requested {
    static constexpr std::string_view deed = "acceptance.requested";
    std::string kind;
    Source source{};
    std::string place;
    Handling desk;
    Kept facts;
    Kept request;
    std::optional<Fen> amount;
    std::int64_t people = 0;
    std::vector<std::string> marks;
    std::vector<Party> parties;
    std::optional<Handover> handover;
    Key lead{};
    Key original{};
    std::vector<Risk> risks;  // raised by what was told: suspected harm to a minor is reported at once (MIN art. 11)
    std::vector<CodeGiven> codes;  // of the parties' receipts
};
BOOST_DESCRIBE_STRUCT(Requested, (), (kind, source, place, desk, facts, request, amount, people, marks, parties, handover,
                                      lead, original, risks, codes))
void evolve(Dispute&, Requested const&, Moment const&);

struct Begun {
    Key dispute{};
    std::int64_t version = 0;
    std::vector<ReceiptCode> codes;
};

// Where a request comes from besides its form.
struct Origin {
    std::optional<Handover> handover;
    Key lead{};
    Key original{};
    std::optional<Key> desk;  // the organisation that takes it in; else the desk of the place
    // Where the request stands in the form that was sent: "" when it is the form, nothing when it
    // is not there but was put together from what is known.
    std::optional<std::string> at = "";
};

// Checks what only the book, the registry and the check digits know: every fault at once,
// as problems of the form's fields. Pure but for what it is handed.
Problems faults_in(RequestForm const&, law::Book const&, Date today);
// A minor comes in with a guardian who may act for it; where harm to it is suspected it comes in without
// one, because the report must not wait for that (MIN art. 11).
Problems faults_in(PartyForm const&, std::string const& at, Date today, bool harm_suspected = false);
// The same of what tells who a party is and how it is reached, without its guardian and its members.
Problems faults_in_particulars(PartyForm const&, std::string const& at, Date today);
// Of these what the numbers themselves tell, by their digits and by the day of birth in them.
Problems faults_in_numbers(PartyForm const&, std::string const& at);
// Who is known by the year of birth alone has the years that are certain; doubt protects the child, and
// what somebody was able to do before it is able to do today.
Capacity capacity_of(PartyForm const&, Date today);
std::optional<std::int64_t> birth_year_of(PartyForm const&);

// A party as it is kept by an open file.
Party make_party(File&, PartyForm const&, Date today);
Guardian make_guardian(File&, GuardianForm const&);

// Begins a dispute and leaves the file open, so that more can happen in the same
// transaction; the file has the codes.
File begin_request(Desk&, RequestForm const&, Origin const& = {});
// The same, and puts the file back.
Begun make_request(Desk&, RequestForm const&, Origin const& = {});

}  // namespace maple::dispute
