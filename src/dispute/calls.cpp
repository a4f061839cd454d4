#include "dispute/calls.hpp"
#include "dispute/life.hpp"
#include "storage/insert.hpp"

#include <algorithm>

namespace maple::dispute {

std::optional<Instant> owed_at(Dispute const& d, Call const& call)
{
    if (!running(d, call) || call.answered_at) return std::nullopt;
    return call.arrived_at ? call.answer_by : call.arrive_by;
}

std::optional<Instant> ended_at(Dispute const& d, Call const& call)
{
    if (call.ended_at || call.declined_at || running(d, call)) return call.ended_at;
    if (d.concluded_at) return d.concluded_at;
    return d.closed_at ? d.closed_at : d.archived_at;
}

std::vector<CallRow> call_rows(Dispute const& d)
{
    std::vector<CallRow> rows;
    for (auto const& one : d.room.calls) rows.push_back({one.id, d.id, one.scope, one.called_at, owed_at(d, one), running(d, one)});
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

}  // namespace maple::dispute
