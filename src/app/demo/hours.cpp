#include "app/demo/hours.hpp"

namespace maple::app::demo {
namespace {

constexpr int opens = 10 * 60, pauses = 14 * 60, goes_on = 15 * 60 + 30, closes = 19 * 60 + 30;

Instant at_minute(Date day, std::int64_t minute) { return plus_seconds(start_of(day), minute * 60); }

std::int64_t minute_of(Instant at) { return (at.us - start_of(date_in_beijing(at)).us) / (60 * microseconds_a_second); }

}  // namespace

Instant Hours::on(Date day) const
{
    auto const minute = dice_.between(0, (pauses - opens) + (closes - goes_on) - 61);  // not in the last hour
    auto const at = minute < pauses - opens ? opens + minute : goes_on + minute - (pauses - opens);
    return plus_seconds(at_minute(law::next_working_day(calendar_, day), at), dice_.between(0, 59));
}

Instant Hours::first_open(Instant at) const
{
    auto const day = date_in_beijing(at);
    auto const minute = minute_of(at);
    if (!law::is_working_day(calendar_, day) || minute >= closes)
        return plus_seconds(at_minute(law::next_working_day(calendar_, plus_days(day, 1)), opens + dice_.between(2, 40)), dice_.between(0, 59));
    if (minute < opens) return at_minute(day, opens + dice_.between(2, 40));
    if (minute >= pauses && minute < goes_on) return at_minute(day, goes_on + dice_.between(2, 30));
    return at;
}

Instant Hours::minutes_after(Instant from, int least, int most) const
{
    return first_open(plus_seconds(from, dice_.between(least, most) * 60 + dice_.between(0, 59)));
}

Instant Hours::appointment(Date day) const
{
    std::vector<int> const half_hours{21, 22, 23, 24, 26, 32, 33, 34, 35, 36};
    return at_minute(law::next_working_day(calendar_, day), dice_.pick(half_hours) * 30);
}

Instant Hours::days_after(Instant from, int least, int most) const
{
    auto const days = int(dice_.between(least, most));
    if (days == 0) return minutes_after(from, 30, 90);
    return on(law::plus_working_days(calendar_, date_in_beijing(from), days));
}

}  // namespace maple::app::demo
