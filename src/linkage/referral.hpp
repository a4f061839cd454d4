// A referral: a dispute handed over by an agency (petition, police, procuratorate, court),
// with its consent, its clock and its feedback. A hand-over is not an acceptance: the
// parties' own consent is still needed (PML art. 18).
#pragma once
#include "dispute/dispute.hpp"
#include "law/book.hpp"

namespace maple {
struct Desk;
}
namespace maple::registry {
struct PathChange;
}

namespace maple::linkage {

enum class Status { sent, accepted, declined };
BOOST_DESCRIBE_ENUM(Status, sent, accepted, declined)

// Where the court stands with its case: decides the clock (SPC16 art. 27).
enum class CourtStage { before_filing, after_filing, after_filing_simple };
BOOST_DESCRIBE_ENUM(CourtStage, before_filing, after_filing, after_filing_simple)

struct Referral {
    Key id{};
    std::int64_t version = 0;
    Status status = Status::sent;
    Key agency{};
    std::string agency_scope;
    Key officer{};               // who sent it
    Key desk{};
    std::string desk_scope;
    std::string reference;       // the agency's own number
    std::optional<CourtStage> court_stage;
    std::optional<Date> answer_by;   // the agency's own deadline for the result
    std::int64_t calls = 0;      // calls about this dispute that the agency states
    bool consent_stated = false;
    Kept request;                // the request form as it was sent, sealed until accepted
    Instant sent_at;
    std::optional<Instant> answered_at;
    std::string decline_reason;
    Kept decline_note;
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(Referral, (), (id, version, status, agency, agency_scope, officer, desk, desk_scope, reference, court_stage,
                                     answer_by, calls, consent_stated, request, sent_at, answered_at, decline_reason,
                                     decline_note, dispute))

struct Sent {
    static constexpr std::string_view deed = "linkage.sent";
    Referral referral;
};
BOOST_DESCRIBE_STRUCT(Sent, (), (referral))

struct Taken {
    static constexpr std::string_view deed = "linkage.accepted";
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(Taken, (), (dispute))

struct Declined {
    static constexpr std::string_view deed = "linkage.declined";
    std::string reason;
    Kept note;
};
BOOST_DESCRIBE_STRUCT(Declined, (), (reason, note))

void evolve(Referral&, Sent const&, dispute::Moment const&);
void evolve(Referral&, Taken const&, dispute::Moment const&);
void evolve(Referral&, Declined const&, dispute::Moment const&);

using Events = boost::mp11::mp_list<Sent, Taken, Declined>;

// The row of the table, read off the referral; the same on writing and in `verify`.
struct Row {
    Key id{};
    std::int64_t version = 0;
    Status status{};
    Key agency{};
    std::string agency_scope;
    Key desk{};
    std::string desk_scope;
    std::string reference;
    Instant sent_at;
    std::optional<Instant> due_at;
    std::optional<Key> dispute;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, version, status, agency, agency_scope, desk, desk_scope, reference, sent_at, due_at, dispute, state))
Row row_of(Referral const&, law::Book const&);
// Within what time the desk takes a referral or declines it: a court's by law (SPC21 art. 12).
std::string_view answer_clock(Referral const&);

// The paths are those of today (dispute/file.hpp says why).
Referral from_state(Desk&, std::string_view state);
void refresh_scopes(Desk&, Referral&);
void move_scopes(Desk&, registry::PathChange const&);
std::string without_scopes(json::value state);

}  // namespace maple::linkage
