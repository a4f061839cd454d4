// What happens to personal data: a dossier that the law keeps is locked away from use instead of
// being deleted (PIPL art. 47), and a person asks what is held about it (PIPL art. 45).
#pragma once
#include "dispute/dispute.hpp"

namespace maple {
struct Desk;
}
namespace maple::registry {
struct PathChange;
}

namespace maple::privacy {

using dispute::Dispute;
using dispute::Moment;

struct Restricted {
    static constexpr std::string_view deed = "privacy.restricted";
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(Restricted, (), (reason))

struct Released {
    static constexpr std::string_view deed = "privacy.released";
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(Released, (), (reason))

void evolve(Dispute&, Restricted const&, Moment const&);
void evolve(Dispute&, Released const&, Moment const&);

using Events = boost::mp11::mp_list<Restricted, Released>;

// --- A person's own request -------------------------------------------------------------------

enum class Status { asked, confirmed, declined, answered };
BOOST_DESCRIBE_ENUM(Status, asked, confirmed, declined, answered)

// Two officers, one answer: who takes the request down has seen the person and its papers; a
// second one of the bureau confirms; the answer is handed to that person and nobody else.
struct OwnRequest {
    Key id{};
    std::int64_t version = 0;
    Status status = Status::asked;
    KeptIdNumber number;
    KeptName name;
    std::string papers;        // what was shown: "resident identity card"
    Key officer{};
    Key desk{};
    std::string desk_scope;
    Instant asked_at;
    Key second{};
    std::optional<Instant> decided_at;
    Kept why_declined;
    std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(OwnRequest, (), (id, version, status, number, name, papers, officer, desk, desk_scope, asked_at, second,
                                       decided_at, why_declined, answered_at))

struct Asked {
    static constexpr std::string_view deed = "privacy.asked";
    OwnRequest request;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (request))

struct Confirmed {
    static constexpr std::string_view deed = "privacy.confirmed";
};
BOOST_DESCRIBE_STRUCT(Confirmed, (), ())

struct Declined {
    static constexpr std::string_view deed = "privacy.declined";
    Kept why;
};
BOOST_DESCRIBE_STRUCT(Declined, (), (why))

struct Answered {
    static constexpr std::string_view deed = "privacy.answered";
};
BOOST_DESCRIBE_STRUCT(Answered, (), ())

void evolve(OwnRequest&, Asked const&, Moment const&);
void evolve(OwnRequest&, Confirmed const&, Moment const&);
void evolve(OwnRequest&, Declined const&, Moment const&);
void evolve(OwnRequest&, Answered const&, Moment const&);

using OwnEvents = boost::mp11::mp_list<Asked, Confirmed, Declined, Answered>;

// The row of the table, read off the request; the same on writing and in `verify`.
struct Row {
    Key id{};
    std::int64_t version = 0;
    Status status{};
    std::string desk_scope;
    Key officer{};
    Instant asked_at;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, version, status, desk_scope, officer, asked_at, state))
Row row_of(OwnRequest const&);

// The path is that of today (dispute/file.hpp says why).
OwnRequest from_state(Desk&, std::string_view state);
void refresh_scopes(Desk&, OwnRequest&);
void move_scopes(Desk&, registry::PathChange const&);
std::string without_scopes(json::value state);

}  // namespace maple::privacy
