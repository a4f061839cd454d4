// A lead: a sign of a dispute that an informant reports. It names a place and a kind, not a
// person; the informant learns what became of it, and stays unknown to the parties.
#pragma once
#include "dispute/dispute.hpp"
#include "law/book.hpp"

namespace maple {
struct Desk;
}
namespace maple::registry {
struct PathChange;
}

namespace maple::warning {

enum class Status { reported, no_dispute, solved_on_the_spot, became_request, merged };
BOOST_DESCRIBE_ENUM(Status, reported, no_dispute, solved_on_the_spot, became_request, merged)

enum class Urgency { calm, soon, now };
BOOST_DESCRIBE_ENUM(Urgency, calm, soon, now)

struct Lead {
    Key id{};
    std::int64_t version = 0;
    Status status = Status::reported;
    Key reporter{};
    std::string place;     // division code
    std::string kind;
    Urgency urgency{};
    Kept where;            // "building 8, second stair": encrypted like any address, as it leads to somebody's door
    Kept words;
    Key desk{};
    std::string desk_scope;
    Instant reported_at;
    std::optional<Instant> closed_at;
    Kept outcome;          // what was found, told to the informant
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(Lead, (), (id, version, status, reporter, place, kind, urgency, where, words, desk, desk_scope, reported_at,
                                 closed_at, outcome, dispute))

struct Reported {
    static constexpr std::string_view deed = "warning.reported";
    Lead lead;
};
BOOST_DESCRIBE_STRUCT(Reported, (), (lead))

struct Triaged {
    static constexpr std::string_view deed = "warning.triaged";
    Status status{};
    Kept outcome;
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(Triaged, (), (status, outcome, dispute))

void evolve(Lead&, Reported const&, dispute::Moment const&);
void evolve(Lead&, Triaged const&, dispute::Moment const&);

using Events = boost::mp11::mp_list<Reported, Triaged>;

// The row of the table, read off the lead; the same on writing and in `verify`.
struct Row {
    Key id{};
    std::int64_t version = 0;
    Status status{};
    Key reporter{};
    Key desk{};
    std::string desk_scope;
    Instant reported_at;
    std::optional<Instant> due_at;
    std::optional<Key> dispute;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, version, status, reporter, desk, desk_scope, reported_at, due_at, dispute, state))
Row row_of(Lead const&, law::Book const&);

// The path is that of today (dispute/file.hpp says why).
Lead from_state(Desk&, std::string_view state);
void refresh_scopes(Desk&, Lead&);
void move_scopes(Desk&, registry::PathChange const&);
std::string without_scopes(json::value state);

}  // namespace maple::warning
