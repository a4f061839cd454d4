#include "access/lockout.hpp"

namespace maple::access {
namespace {

constexpr std::int64_t a_day = 24 * 3600;  // seconds

}  // namespace

std::int64_t delay_after(std::int64_t failures, Patience const& patience)
{
    if (failures < patience.free) return 0;
    auto delay = patience.first;
    for (auto n = patience.free; n < failures && delay < patience.most; ++n) delay *= 2;
    return std::min(delay, patience.most);
}

std::optional<Instant> locked_until(sql::Session& sql, std::string_view what, Instant real_now)
{
    return sql::cell<Instant>(sql, "SELECT locked_until FROM attempt WHERE what = $1 AND locked_until > $2", what, real_now);
}

void note_failure(sql::Session& sql, std::string_view what, Instant real_now, Patience const& patience)
{
    auto const failures = sql::cell<std::int64_t>(sql, R"(
        INSERT INTO attempt (what, failures, since) VALUES ($1, 1, $2)
        ON CONFLICT (what) DO UPDATE SET
            failures = CASE WHEN attempt.since < $3 THEN 1 ELSE attempt.failures + 1 END,
            since    = CASE WHEN attempt.since < $3 THEN excluded.since ELSE attempt.since END
        RETURNING failures)", what, real_now, plus_seconds(real_now, -a_day)).value();
    if (auto const delay = delay_after(failures, patience))
        sql::change(sql, "UPDATE attempt SET locked_until = $2 WHERE what = $1", what, plus_seconds(real_now, delay));
}

void forget_failures(sql::Session& sql, std::string_view what) { sql::change(sql, "DELETE FROM attempt WHERE what = $1", what); }

void sweep_attempts(sql::Session& sql, Instant real_now)
{
    sql::change(sql, "DELETE FROM attempt WHERE since < $1", plus_seconds(real_now, -2 * a_day));
}

std::int64_t seconds_until(Instant then, Instant real_now)
{
    return std::max<std::int64_t>(1, (then.us - real_now.us + microseconds_a_second - 1) / microseconds_a_second);
}

}  // namespace maple::access
