#include "foundation/time.hpp"

namespace maple {
namespace {

using namespace std::chrono;
constexpr std::int64_t beijing_offset = 8 * 3600 * microseconds_a_second;

std::optional<int> digits(std::string_view s)
{
    int n = 0;
    if (s.empty()) return std::nullopt;
    for (char c : s) {
        if (c < '0' || c > '9') return std::nullopt;
        n = n * 10 + (c - '0');
    }
    return n;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0); }

// "+08:00", "-03:30" or "Z" in microseconds east of Greenwich.
std::optional<std::int64_t> offset_from(std::string_view s)
{
    if (s == "Z" || s == "z") return 0;
    if (s.size() != 6 || (s[0] != '+' && s[0] != '-') || s[3] != ':') return std::nullopt;
    auto const h = digits(s.substr(1, 2)), m = digits(s.substr(4, 2));
    if (!h || !m || *h > 23 || *m > 59) return std::nullopt;
    std::int64_t const east = (*h * 3600LL + *m * 60LL) * microseconds_a_second;
    return s[0] == '+' ? east : -east;
}

// ".25" as microseconds; at most six digits count.
std::optional<std::int64_t> fraction_from(std::string_view s)
{
    if (s.empty()) return 0;
    if (s[0] != '.' || s.size() < 2 || s.size() > 10) return std::nullopt;
    std::string six(s.substr(1, 6));
    if (!digits(s.substr(1))) return std::nullopt;
    six.resize(6, '0');
    return digits(six);
}

// The last `width` digits of a number that is not below zero.
void put(char* text, std::size_t at, std::size_t width, int number)
{
    for (auto place = at + width; place-- > at; number /= 10) text[place] = char('0' + number % 10);
}

void put_date(char* text, Date d)
{
    year_month_day const ymd(d.day);
    put(text, 0, 4, int(ymd.year()));
    put(text, 5, 2, int(unsigned(ymd.month())));
    put(text, 8, 2, int(unsigned(ymd.day())));
}

}  // namespace

Instant real_time() { return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()}; }

Date date_in_beijing(Instant t) { return {sys_days(days(floor_div(t.us + beijing_offset, microseconds_a_day)))}; }

Instant start_of(Date d) { return {d.day.time_since_epoch().count() * microseconds_a_day - beijing_offset}; }

Instant end_of(Date d) { return {start_of(d).us + microseconds_a_day - 1}; }

Instant at_clock(Date d, int hour, int minute) { return plus_seconds(start_of(d), hour * 3600LL + minute * 60LL); }

Date plus_days(Date d, int n) { return {d.day + days(n)}; }

Date plus_months(Date d, int n)
{
    auto moved = year_month_day(d.day) + months(n);
    if (!moved.ok()) moved = moved.year() / moved.month() / last;
    return {sys_days(moved)};
}

int days_between(Date from, Date to) { return int((to.day - from.day).count()); }

int year_of(Date d) { return int(year_month_day(d.day).year()); }

Instant plus_seconds(Instant t, std::int64_t seconds) { return {t.us + seconds * microseconds_a_second}; }

std::string iso(Date d)
{
    std::string text = "0000-00-00";
    put_date(text.data(), d);
    return text;
}

std::string iso(Instant t)
{
    std::string out;
    put_iso(out, t);
    return out;
}

void put_iso(std::string& out, Instant t)
{
    auto const date = date_in_beijing(t);
    auto const rest = t.us - start_of(date).us;
    auto const s = int(rest / microseconds_a_second), us = int(rest % microseconds_a_second);
    char text[] = "0000-00-00T00:00:00.000000+08:00", whole[] = "0000-00-00T00:00:00+08:00";
    char* const to = us == 0 ? whole : text;
    put_date(to, date);
    put(to, 11, 2, s / 3600);
    put(to, 14, 2, s / 60 % 60);
    put(to, 17, 2, s % 60);
    if (us != 0) put(to, 20, 6, us);
    out.append(to, us == 0 ? sizeof whole - 1 : sizeof text - 1);
}

std::optional<Date> date_from_iso(std::string_view s)
{
    if (s.size() != 10 || s[4] != '-' || s[7] != '-') return std::nullopt;
    auto const y = digits(s.substr(0, 4)), m = digits(s.substr(5, 2)), d = digits(s.substr(8, 2));
    if (!y || !m || !d || *y < 1800 || *y > 2300) return std::nullopt;
    year_month_day const ymd{year(*y), month(unsigned(*m)), day(unsigned(*d))};
    if (!ymd.ok()) return std::nullopt;
    return Date{sys_days(ymd)};
}

std::optional<Instant> instant_from_iso(std::string_view s)
{
    if (s.size() < 20 || (s[10] != 'T' && s[10] != 't') || s[13] != ':' || s[16] != ':') return std::nullopt;
    auto const date = date_from_iso(s.substr(0, 10));
    auto const h = digits(s.substr(11, 2)), m = digits(s.substr(14, 2)), sec = digits(s.substr(17, 2));
    if (!date || !h || !m || !sec || *h > 23 || *m > 59 || *sec > 59) return std::nullopt;
    auto const zone = s.find_first_of("Zz+-", 19);
    if (zone == s.npos) return std::nullopt;
    auto const fraction = fraction_from(s.substr(19, zone - 19));
    auto const offset = offset_from(s.substr(zone));
    if (!fraction || !offset) return std::nullopt;
    std::int64_t const local = date->day.time_since_epoch().count() * microseconds_a_day +
                               (*h * 3600LL + *m * 60LL + *sec) * microseconds_a_second + *fraction;
    return Instant{local - *offset};
}

}  // namespace maple
