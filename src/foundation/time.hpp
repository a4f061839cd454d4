// The two kinds of time. An Instant is a moment (UTC microseconds, as stored); a Date is a
// day of the law in Beijing time, which has been UTC+8 without exception since 1991.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maple {

struct Instant {
    std::int64_t us = 0;  // microseconds since 1970-01-01T00:00:00Z
    auto operator<=>(Instant const&) const = default;
};

struct Date {
    std::chrono::sys_days day{};  // the calendar day as it is called in Beijing
    auto operator<=>(Date const&) const = default;
};

inline constexpr std::int64_t microseconds_a_second = 1'000'000;
inline constexpr std::int64_t microseconds_a_day = 86'400 * microseconds_a_second;

Instant real_time();                      // the machine's clock
Date date_in_beijing(Instant);
Instant start_of(Date);                   // 00:00 Beijing time
Instant end_of(Date);                     // the last microsecond of the day
Instant at_clock(Date, int hour, int minute = 0);  // Beijing time
Date plus_days(Date, int days);
Date plus_months(Date, int months);       // clamped to the month's last day
int days_between(Date from, Date to);     // to - from
int year_of(Date);
Instant plus_seconds(Instant, std::int64_t seconds);

std::string iso(Date);                    // "2023-11-20"
std::string iso(Instant);                 // "2023-11-20T09:00:00+08:00"; fractions only when there are any
void put_iso(std::string& out, Instant);  // appends the same
std::optional<Date> date_from_iso(std::string_view);        // impossible days are nothing
std::optional<Instant> instant_from_iso(std::string_view);  // an offset or Z is required

}  // namespace maple
