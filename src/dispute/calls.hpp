// What of a dispute stands in rows of its own, so that others find it: the calls for joint
// mediation, and the time that its sessions take.
#pragma once
#include "access/desk.hpp"
#include "calendar/bookings.hpp"
#include "dispute/dispute.hpp"
#include "law/book.hpp"

namespace maple::dispute {

struct CallRow {
    Key id{};
    Key dispute{};
    std::string scope;
    Instant called_at;
    std::optional<Instant> due_at;  // what the department owes next
    bool running = false;
    bool operator==(CallRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallRow, (), (id, dispute, scope, called_at, due_at, running))

std::vector<CallRow> call_rows(Dispute const&, law::Book const&);
void write_calls(sql::Session&, Key dispute, std::vector<CallRow> const&);  // instead of those that are there
// What is owed by the calls that run, and by when, where their rows tell it otherwise. Returns how many did.
int renew_calls(sql::Session&, Key dispute, std::vector<CallRow> const& told);

// What the planned and the held sessions take of places, people and parties.
std::vector<calendar::Booking> bookings(Dispute const&);

// What a department owes next, and by when: to say whether it comes (`desk.joint_answer` of the rule pack),
// unless it is to be there even sooner; to arrive; to answer.
enum class CallStep { respond, arrive, answer };
BOOST_DESCRIBE_ENUM(CallStep, respond, arrive, answer)

struct Owed {
    CallStep step{};
    Instant at;
    bool operator==(Owed const&) const = default;
};
// Nothing once it has answered or the call is over.
std::optional<Owed> owed(Dispute const&, Call const&, law::Book const&);
// When it ended by itself, else with its dispute; none while it runs, and of one that was declined.
std::optional<Instant> ended_at(Dispute const&, Call const&);

}  // namespace maple::dispute
