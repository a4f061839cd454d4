#include "app/renew.hpp"
#include "access/journal.hpp"
#include "app/rooms.hpp"
#include "dispute/file.hpp"
#include "dispute/story.hpp"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace maple::app {
namespace {

constexpr std::int64_t at_a_time = 200;

bool same_step(dispute::Row const& one, dispute::Row const& other)
{
    return one.next_action == other.next_action && one.due_at == other.due_at && one.person == other.person;
}

// Its row as the pages tell it; nothing where they do not tell it whole.
std::optional<dispute::Row> told_again(Desk& desk, dispute::Row const& row)
{
    dispute::Dispute d;
    d.id = row.id;
    Instant recorded{};
    for (auto const& page : access::pages_of(desk.sql, row.id)) {
        if (page.n != d.version + 1 || !dispute::tell(d, page)) return std::nullopt;
        dispute::settle(d, page.happened);
        recorded = page.recorded;
    }
    if (d.version == 0) return std::nullopt;
    dispute::refresh_scopes(desk, d);
    return dispute::row_of(d, desk.book(), recorded);
}

bool renewed(Desk& desk, dispute::Row const& row)
try {
    auto const again = told_again(desk, row);
    if (!again || same_step(row, *again)) return false;
    sql::change(desk.sql, "UPDATE dispute SET next_action = $2, due_at = $3, person = $4 WHERE id = $1", row.id, again->next_action, again->due_at, again->person);
    return true;
} catch (CorruptPage const& broken) {
    spdlog::error("dispute={} its pages cannot be read: {}", shown(row.id), broken.what());
    return false;
}

}  // namespace

std::int64_t renew_next_steps(sql::Store& store, law::Book const& book, Vault const& vault, HowFar const& told)
{
    bind_the_story();
    House const house{book, vault};
    std::int64_t differed = 0, seen = 0;
    Key after{};
    for (;;) {
        std::vector<dispute::Row> rows;
        std::int64_t here = 0;
        sql::write_now(store, [&](sql::Session& sql) {  // may be run again
            Desk desk{sql, house, {}, real_time(), real_time()};
            rows = sql::all<dispute::Row>(sql, "SELECT * FROM dispute WHERE id > $1 AND next_action IS NOT NULL ORDER BY id LIMIT $2", after, at_a_time);
            here = std::count_if(rows.begin(), rows.end(), [&](dispute::Row const& row) { return renewed(desk, row); });
        });
        if (rows.empty()) return differed;
        after = rows.back().id;
        differed += here;
        seen += std::int64_t(rows.size());
        if (told) told("next steps", seen, 0);
    }
}

}  // namespace maple::app
