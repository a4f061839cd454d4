#include "app/renew.hpp"
#include "access/journal.hpp"
#include "app/rooms.hpp"
#include "dispute/calls.hpp"
#include "dispute/file.hpp"
#include "dispute/story.hpp"
#include "linkage/referral.hpp"
#include "warning/lead.hpp"
#include "workforce/complaint.hpp"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace maple::app {
namespace {

constexpr std::string_view renewed_mark = "next_steps_renewed";  // of the house: after which migration, by which rule pack
constexpr std::int64_t at_a_time = 200;
constexpr std::string_view going_on = R"(
    SELECT * FROM dispute
     WHERE id > $1 AND (next_action IS NOT NULL OR id IN (SELECT dispute FROM joint_call WHERE running = 1))
     ORDER BY id LIMIT $2)";

bool same_step(dispute::Row const& one, dispute::Row const& other)
{
    return one.next_action == other.next_action && one.due_at == other.due_at && one.person == other.person;
}

struct Told {
    dispute::Dispute dispute;
    Instant recorded{};  // its last page
};

// As its pages tell it; nothing where they do not tell it whole.
std::optional<Told> told_again(Desk& desk, Key dispute)
{
    Told told;
    auto& d = told.dispute;
    d.id = dispute;
    for (auto const& page : access::pages_of(desk.sql, dispute)) {
        if (page.n != d.version + 1 || !dispute::tell(d, page)) return std::nullopt;
        dispute::settle(d, page.happened);
        told.recorded = page.recorded;
    }
    if (d.version == 0) return std::nullopt;
    dispute::refresh_scopes(desk, d);
    return told;
}

bool renewed(Desk& desk, dispute::Row const& row)
try {
    auto const told = told_again(desk, row.id);
    if (!told) return false;
    bool const calls = dispute::renew_calls(desk.sql, row.id, dispute::call_rows(told->dispute, desk.book())) > 0;
    auto const again = dispute::row_of(told->dispute, desk.book(), told->recorded);
    if (same_step(row, again)) return calls;
    sql::change(desk.sql, "UPDATE dispute SET next_action = $2, due_at = $3, person = $4 WHERE id = $1", row.id, again.next_action, again.due_at, again.person);
    return true;
} catch (CorruptPage const& broken) {
    spdlog::error("dispute={} its pages cannot be read: {}", shown(row.id), broken.what());
    return false;
}

// A thing of one sheet, whose day is told by its state.
template <class Thing, class Row> bool renewed_day(Desk& desk, std::string_view table, Row const& row)
{
    auto const again = row_of(from_record<Thing>(row.state), desk.book()).due_at;
    if (again == row.due_at) return false;
    sql::change(desk.sql, "UPDATE " + std::string(table) + " SET due_at = $2 WHERE id = $1", row.id, again);
    return true;
}

struct Renewing {
    sql::Store& store;
    House const house;
    HowFar const& told;
    std::int64_t seen = 0;

    // Row by row, some at a time; returns how many were otherwise. `renews` may be run again.
    template <class Row> std::int64_t each(std::string_view some_after, std::function<bool(Desk&, Row const&)> const& renews)
    {
        std::int64_t differed = 0;
        for (Key after{};;) {
            std::vector<Row> rows;
            std::int64_t here = 0;
            sql::write_now(store, [&](sql::Session& sql) {
                Desk desk{sql, house, {}, real_time(), real_time()};
                rows = sql::all<Row>(sql, some_after, after, at_a_time);
                here = std::count_if(rows.begin(), rows.end(), [&](Row const& row) { return renews(desk, row); });
            });
            if (rows.empty()) return differed;
            after = rows.back().id;
            differed += here;
            seen += std::int64_t(rows.size());
            if (told) told("next steps", seen, 0);
        }
    }

    template <class Thing, class Row> std::int64_t days_of(std::string const& table)
    {
        return each<Row>("SELECT * FROM " + table + " WHERE id > $1 AND due_at IS NOT NULL ORDER BY id LIMIT $2",
                         [&](Desk& desk, Row const& row) { return renewed_day<Thing>(desk, table, row); });
    }
};

}  // namespace

std::int64_t renew_what_is_due(sql::Store& store, law::Book const& book, Vault const& vault, HowFar const& told)
{
    bind_the_story();
    Renewing renewing{store, {book, vault}, told};
    return renewing.each<dispute::Row>(going_on, renewed) + renewing.days_of<linkage::Referral, linkage::Row>("referral") +
           renewing.days_of<warning::Lead, warning::Row>("lead") + renewing.days_of<workforce::Complaint, workforce::ComplaintRow>("complaint");
}

bool renew_where_owed(sql::Store& store, law::Book const& book, Vault const& vault, HowFar const& told)
{
    // The migration left this number in its own transaction: until it stands here too, renewing is owed.
    auto const newest = std::to_string(sql::schema_version(store)) + " " + book.fingerprint;
    auto const renewed_after = sql::read_now(store, [](sql::Session& sql) {
        return sql::cell<std::string>(sql, "SELECT value FROM setting WHERE name = $1", renewed_mark);
    });
    if (renewed_after == newest) return false;
    renew_what_is_due(store, book, vault, told);
    sql::write_now(store, [&](sql::Session& sql) {
        sql::change(sql, "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", renewed_mark, newest);
    });
    return true;
}

}  // namespace maple::app
