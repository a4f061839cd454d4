#include "app/demo/clock.hpp"
#include "access/journal.hpp"

namespace maple::app::demo {
namespace {

constexpr std::string_view setting = "demo.now";

std::int64_t steady()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

struct LastPage {
    Key id{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(LastPage, (), (id, text))

}  // namespace

// What was written down last is never in the future.
Instant stopped_at(sql::Session& sql)
{
    auto at = first_morning();
    if (auto const stored = sql::cell<std::string>(sql, "SELECT value FROM setting WHERE name = $1", setting))
        at = std::max(at, instant_from_iso(*stored).value_or(at));
    if (auto const last = sql::one<LastPage>(sql, "SELECT id, text FROM page ORDER BY id DESC LIMIT 1"))
        at = std::max(at, access::page_from(last->id, last->text).recorded);
    return at;
}

Instant first_morning() { return at_clock(Date{std::chrono::sys_days{std::chrono::year{2023} / 11 / 20}}, 9); }

DemoClock::DemoClock(sql::Store& store)
    : store_(store), started_at_(steady()), stood_at_(sql::read_now(store, [](sql::Session& sql) { return stopped_at(sql); }).us)
{}

Instant DemoClock::now() const { return {stood_at_ + (steady() - started_at_)}; }

void DemoClock::ahead(int days)
{
    if (days < 1) return;
    auto const further = std::int64_t{days} * microseconds_a_day;
    auto const then = iso(Instant{now().us + further});
    sql::write_now(store_, [&](sql::Session& sql) {
        sql::change(sql, "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", setting, then);
    });
    stood_at_ += further;
}

}  // namespace maple::app::demo
