#include "dispute/calls.hpp"
#include "storage/insert.hpp"

namespace maple::dispute {

std::optional<Instant> owed_at(Call const& call)
{
    if (!running(call) || call.answered_at) return std::nullopt;
    return call.arrived_at ? call.answer_by : call.arrive_by;
}

std::vector<CallRow> call_rows(Dispute const& d)
{
    std::vector<CallRow> rows;
    for (auto const& one : d.room.calls) rows.push_back({one.id, d.id, one.scope, one.called_at, owed_at(one), running(one)});
    return rows;
}

void write_calls(sql::Session& sql, Key dispute, std::vector<CallRow> const& rows)
{
    sql::change(sql, "DELETE FROM joint_call WHERE dispute = $1", dispute);
    for (auto const& row : rows) sql::insert(sql, "joint_call", row);
}

}  // namespace maple::dispute
