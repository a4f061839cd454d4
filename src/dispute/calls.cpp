#include "dispute/calls.hpp"
#include "dispute/life.hpp"
#include "law/clock.hpp"
#include "storage/insert.hpp"

#include <algorithm>

namespace maple::dispute {

std::optional<Owed> owed(Dispute const& d, Call const& call, law::Book const& book)
{
    if (!running(d, call) || call.answered_at) return std::nullopt;
    if (call.arrived_at) return Owed{CallStep::answer, call.answer_by};
    if (!call.accepted_at) {
        // The clock never pauses: it is the same whenever it is asked for.
        auto const said_by = law::due(book, "desk.joint_answer", call.called_at, call.called_at).at;
        if (said_by < call.arrive_by) return Owed{CallStep::respond, said_by};
    }
    return Owed{CallStep::arrive, call.arrive_by};
}

std::optional<Instant> ended_at(Dispute const& d, Call const& call)
{
    if (call.ended_at || call.declined_at || running(d, call)) return call.ended_at;
    if (d.concluded_at) return d.concluded_at;
    return d.closed_at ? d.closed_at : d.archived_at;
}

std::vector<CallRow> call_rows(Dispute const& d, law::Book const& book)
{
    std::vector<CallRow> rows;
    for (auto const& one : d.room.calls) {
        auto const next = owed(d, one, book);
        rows.push_back({one.id, d.id, one.scope, one.called_at, next ? std::optional(next->at) : std::nullopt, running(d, one)});
    }
    return rows;
}

std::vector<calendar::Booking> bookings(Dispute const& d)
{
    std::vector<calendar::Booking> all;
    bool const going_on = d.stage == Stage::inviting || d.stage == Stage::diverted || d.stage == Stage::mediating;
    for (auto const& s : d.sessions) {
        if (s.minutes == 0 || !s.planned_for || s.cancelled_at) continue;
        calendar::Booking one{s.id, d.id, s.room, *s.planned_for, plus_seconds(*s.planned_for, s.minutes * 60), going_on && !s.held_at, {}};
        if (s.room) one.takes.push_back(calendar::of_place(s.room));
        // Who no longer mediates here has the time free again.
        for (auto const person : s.people)
            if (takes_part(d, person)) one.takes.push_back(calendar::of_person(person));
        for (auto const id : s.parties)
            if (auto const* p = party(d, id); p && !p->left && p->kind == PartyKind::person) one.takes.push_back(calendar::of_party(id));
        std::sort(one.takes.begin(), one.takes.end());
        all.push_back(std::move(one));
    }
    return all;
}

void write_calls(sql::Session& sql, Key dispute, std::vector<CallRow> const& rows)
{
    sql::change(sql, "DELETE FROM joint_call WHERE dispute = $1", dispute);
    for (auto const& row : rows) sql::insert(sql, "joint_call", row);
}

int renew_calls(sql::Session& sql, Key dispute, std::vector<CallRow> const& told)
{
    int otherwise = 0;
    for (auto const& row : sql::all<CallRow>(sql, "SELECT id, dispute, scope, called_at, due_at, running FROM joint_call WHERE dispute = $1 AND running = 1", dispute)) {
        auto const again = std::find_if(told.begin(), told.end(), [&](CallRow const& one) { return one.id == row.id; });
        if (again == told.end() || (again->due_at == row.due_at && again->running)) continue;
        sql::change(sql, "UPDATE joint_call SET due_at = $2, running = $3 WHERE id = $1", row.id, again->due_at, again->running);
        ++otherwise;
    }
    return otherwise;
}

}  // namespace maple::dispute
