#include "dispute/conferences.hpp"
#include "storage/insert.hpp"

namespace maple::dispute {

ConferenceRows conference_rows(Dispute const& d)
{
    ConferenceRows rows;
    for (auto const& one : d.room.conferences) {
        for (auto const& seat : one.seats)
            if (seat.person && !seat.withdrawn_at && !one.called_off_at)
                rows.seats.push_back({seat.id, d.id, one.id, seat.person, seat.invited_at, one.meets_at, seat.advised_at.has_value(), one.papers_until});
        for (auto const& task : one.tasks)
            if (!task.done_at) rows.tasks.push_back({task.id, d.id, task.person, task.due});
    }
    return rows;
}

void write_conferences(sql::Session& sql, Key dispute, ConferenceRows const& rows)
{
    sql::change(sql, "DELETE FROM conference_seat WHERE dispute = $1", dispute);
    sql::change(sql, "DELETE FROM conference_task WHERE dispute = $1", dispute);
    for (auto const& row : rows.seats) sql::insert(sql, "conference_seat", row);
    for (auto const& row : rows.tasks) sql::insert(sql, "conference_task", row);
}

}  // namespace maple::dispute
