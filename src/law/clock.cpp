#include "law/clock.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace maple::law {
namespace {

constexpr std::int64_t microseconds_an_hour = 3600 * microseconds_a_second;
constexpr std::int64_t microseconds_a_minute = 60 * microseconds_a_second;

// "2023-11-20 09:00", Beijing time.
std::string to_the_minute(Instant at)
{
    auto const date = date_in_beijing(at);
    auto const minutes = int((at.us - start_of(date).us) / microseconds_a_minute);
    char clock[16];
    std::snprintf(clock, sizeof clock, " %02d:%02d", minutes / 60 % 24, minutes % 60);
    return iso(date) + clock;
}

std::string unit_key(Unit unit) { return std::string("@unit.") + boost::describe::enum_to_string(unit, "?"); }

// The pauses that the clock has seen until now: an open one is taken to end now.
struct Standstill {
    Instant from, until;
    bool open;
    std::string reason;
};

std::vector<Standstill> standstills(std::vector<Pause> const& pauses, Instant now)
{
    std::vector<Standstill> seen;
    for (auto const& p : pauses) {
        if (!p.until && now < p.from) continue;  // planned, not begun
        auto const until = p.until.value_or(now);
        if (until < p.from) continue;
        seen.push_back({p.from, until, !p.until, p.reason});
    }
    std::sort(seen.begin(), seen.end(), [](auto const& a, auto const& b) { return a.from < b.from; });
    return seen;
}

bool stands_still(std::vector<Standstill> const& pauses, Date day)
{
    return std::any_of(pauses.begin(), pauses.end(), [&](Standstill const& p) {
        return date_in_beijing(p.from) <= day && day <= date_in_beijing(p.until);
    });
}

struct Count {  // what counting day by day came to
    Date last{};
    int days_off = 0;       // skipped because nobody works then
    bool calendar = false;  // the calendar was asked
};

// How many days a calendar clock has, its months and years turned into days (CC 202).
int days_of(ClockRule const& rule, Date first)
{
    switch (rule.unit) {
    case Unit::months: return days_between(first, plus_months(first, rule.length));
    case Unit::years: return days_between(first, plus_months(first, rule.length * 12));
    default: return rule.length;
    }
}

Count count_days(Calendar const& calendar, ClockRule const& rule, Date first, int extra, std::vector<Standstill> const& pauses)
{
    Count count{first};
    bool const working = rule.unit == Unit::working_days;
    int left = days_of(rule, first) + extra;
    count.calendar = working;
    if (!working && pauses.empty()) count.last = plus_days(first, std::exchange(left, 0));
    while (left > 0) {
        count.last = plus_days(count.last, 1);
        if (working && !is_working_day(calendar, count.last)) ++count.days_off;
        else if (!stands_still(pauses, count.last)) --left;
    }
    return count;
}

std::string holiday_key(Calendar const& calendar, Date day)
{
    auto const named = calendar.key_of.find(day);
    return "@holiday." + (named == calendar.key_of.end() ? std::string("weekend") : named->second);
}

void explain_pauses(Due& out, std::vector<Standstill> const& pauses, Instant end)
{
    for (auto const& p : pauses) {
        if (end < p.from) continue;  // the time was over before
        auto const from = iso(date_in_beijing(p.from)), reason = "@pause." + p.reason;
        if (p.open) out.why.push_back({"clock.paused_since", {{"from", from}, {"reason", reason}}});
        else out.why.push_back({"clock.paused", {{"from", from}, {"until", iso(date_in_beijing(p.until))}, {"reason", reason}}});
        out.paused |= p.open;
    }
}

void explain_extensions(Due& out, std::vector<Extension> const& extensions, Unit unit)
{
    auto const days = unit == Unit::working_days ? unit : Unit::days;
    for (auto const& e : extensions)
        out.why.push_back({"clock.extended", {{"days", std::to_string(e.days)}, {"unit", unit_key(days)},
                                              {"date", iso(date_in_beijing(e.agreed_at))}}});
}

// Hours run from the moment itself, by day and by night (CC 201).
void by_hours(Due& out, ClockRule const& rule, Instant trigger, int extra, std::vector<Standstill> const& pauses,
              std::vector<Extension> const& extensions)
{
    Instant end{trigger.us + rule.length * microseconds_an_hour + extra * microseconds_a_day};
    Instant counted = trigger;  // standstills up to here are in `end`
    for (auto const& p : pauses) {
        if (end <= p.from || p.until <= counted) continue;
        end.us += p.until.us - std::max(p.from, counted).us;
        counted = p.until;
    }
    end.us += (microseconds_a_minute - (end.us % microseconds_a_minute + microseconds_a_minute) % microseconds_a_minute) %
              microseconds_a_minute;
    out.at = end;
    explain_pauses(out, pauses, end);
    explain_extensions(out, extensions, rule.unit);
    out.why.push_back({"clock.due_at", {{"at", to_the_minute(end)}}});
}

// What the calendar does not know of the days that it was asked about.
void explain_gaps(Due& out, Calendar const& calendar, Date from, Date last)
{
    auto const before = out.why.size();
    if (from < calendar.known_from) out.why.push_back({"clock.calendar_unknown_before", {{"date", iso(calendar.known_from)}}});
    if (calendar.known_until < last) out.why.push_back({"clock.calendar_unknown", {{"date", iso(calendar.known_until)}}});
    for (auto const& gap : calendar.missing)
        if (gap.from <= last && from <= gap.to)
            out.why.push_back({"clock.holiday_missing", {{"holiday", "@holiday." + gap.name}, {"from", iso(gap.from)}, {"to", iso(gap.to)}}});
    out.calendar_known = out.why.size() == before;
}

void by_days(Due& out, Calendar const& calendar, ClockRule const& rule, Date first, int extra,
             std::vector<Standstill> const& pauses, std::vector<Extension> const& extensions)
{
    auto count = count_days(calendar, rule, first, extra, pauses);
    auto last = count.last;
    if (rule.rolls_over_holidays) {  // CC 203
        while (!is_working_day(calendar, last) || stands_still(pauses, last)) last = plus_days(last, 1);
        count.calendar = true;
    }
    out.at = end_of(last);
    explain_pauses(out, pauses, out.at);
    explain_extensions(out, extensions, rule.unit);
    if (count.days_off)
        out.why.push_back({"clock.working_days", {{"n", std::to_string(days_of(rule, first) + extra)},
                                                  {"skipped", std::to_string(count.days_off)}}});
    if (last != count.last)
        out.why.push_back({"clock.rolled", {{"from", iso(count.last)}, {"to", iso(last)},
                                            {"holiday", holiday_key(calendar, count.last)}}});
    // Days are counted from the first one on; whether the last one rolls over is asked of that one alone.
    bool const counted = rule.unit == Unit::working_days;
    if (count.calendar) explain_gaps(out, calendar, counted ? plus_days(first, 1) : count.last, last);
    out.why.push_back({"clock.due", {{"date", iso(last)}}});
}

}  // namespace

bool is_working_day(Calendar const& calendar, Date date)
{
    if (calendar.swapped_in.contains(date)) return true;
    if (calendar.holidays.contains(date)) return false;
    auto const day = std::chrono::weekday(date.day);
    return day != std::chrono::Saturday && day != std::chrono::Sunday;
}

Date next_working_day(Calendar const& calendar, Date date)
{
    while (!is_working_day(calendar, date)) date = plus_days(date, 1);
    return date;
}

Date plus_working_days(Calendar const& calendar, Date date, int n)
{
    for (; n > 0; --n) date = next_working_day(calendar, plus_days(date, 1));
    return date;
}

Due due(Book const& book, ClockRule const& rule, Instant trigger, std::vector<Pause> const& pauses,
        std::vector<Extension> const& extensions, Instant now)
{
    Due out;
    out.clock = rule.key;
    out.statute = rule.statute;
    auto const first = date_in_beijing(trigger);
    bool const hours = rule.unit == Unit::hours;
    if (hours) out.why.push_back({"clock.started_at", {{"at", to_the_minute(trigger)}}});
    else out.why.push_back({"clock.started", {{"date", iso(first)}}});
    if (!hours) out.why.push_back({"clock.first_day_not_counted", {}});  // CC 201
    out.why.push_back({"clock.length", {{"n", std::to_string(rule.length)}, {"unit", unit_key(rule.unit)}}});

    auto const stood = rule.may_pause ? standstills(pauses, now) : std::vector<Standstill>{};
    auto const agreed = rule.may_extend ? extensions : std::vector<Extension>{};
    if (!rule.may_pause && !pauses.empty()) out.why.push_back({"clock.not_pausable", {}});
    if (!rule.may_extend && !extensions.empty()) out.why.push_back({"clock.not_extendable", {}});
    int extra = 0;
    for (auto const& e : agreed) extra += e.days;

    if (hours) by_hours(out, rule, trigger, extra, stood, agreed);
    else by_days(out, book.calendar, rule, first, extra, stood, agreed);
    return out;
}

Due due(Book const& book, std::string_view clock, Instant trigger, Instant now)
{
    auto const* rule = book.clock(clock);
    if (!rule) throw std::out_of_range("the book has no clock " + std::string(clock));
    return due(book, *rule, trigger, {}, {}, now);
}

}  // namespace maple::law
