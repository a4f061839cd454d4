#include "calendar/rules.hpp"
#include "law/clock.hpp"

#include <algorithm>
#include <cmath>

namespace maple::calendar {
namespace {

constexpr std::int64_t midnight = 24 * 60;
constexpr std::int64_t most_seats = 500;

Instant at_minute(Date day, std::int64_t minute) { return plus_seconds(start_of(day), minute * 60); }

template <class Told> Problems faults_of(Told const& told)
{
    Problems faults;
    auto const& h = told.hours;
    if (told.seats < 2 || told.seats > most_seats) faults.push_back({"/seats", "out_of_range", {{"least", "2"}, {"most", std::to_string(most_seats)}}});
    if (h.opens < 0 || h.opens >= midnight) faults.push_back({"/hours/opens", "not_a_time_of_day"});
    if (h.closes > midnight || h.closes <= h.opens) faults.push_back({"/hours/closes", "closes_before_it_opens"});
    bool const pause = h.pause_from != h.pause_until;
    if (pause && (h.pause_until < h.pause_from || h.pause_from < h.opens || h.pause_until > h.closes))
        faults.push_back({"/hours/pause_from", "pause_outside_hours"});
    return faults;
}

template <class Told> Result<Told> sound(Told told)
{
    auto faults = faults_of(told);
    if (faults.empty()) return told;
    return Refusal{Because::invalid, "form.invalid", {}, {}, std::move(faults)};
}

bool is_free(Span const& time, std::span<Span const> busy)
{
    return std::none_of(busy.begin(), busy.end(), [&](Span const& one) { return overlap(one, time); });
}

// Every time on the step of that day at which the venue and everybody is free.
void slots_of_day(std::vector<Slot>& into, law::Calendar const& calendar, law::Planning const& planning, Wanted const& wanted,
                  Venue const& venue, std::span<Span const> busy, Date day)
{
    auto const length = wanted.minutes * 60;
    for (auto const& open : open_on(calendar, venue.hours, day))
        for (auto from = open.from; plus_seconds(from, length) <= open.to; from = plus_seconds(from, std::int64_t(planning.step) * 60)) {
            Span const time{from, plus_seconds(from, length)};
            if (from >= wanted.earliest && is_free(time, venue.busy) && is_free(time, busy)) into.push_back({time.from, time.to, venue.place});
        }
}

// The nearest first; of two as near the earlier one, at the venue that was asked for.
void by_nearness(std::vector<Slot>& slots, Instant wanted, Key first_place)
{
    std::stable_sort(slots.begin(), slots.end(), [&](Slot const& a, Slot const& b) {
        auto const far = [&](Slot const& s) { return std::abs(s.from.us - wanted.us); };
        return std::tuple(far(a), a.from, a.place != first_place) < std::tuple(far(b), b.from, b.place != first_place);
    });
}

std::vector<Slot> apart_where_possible(std::vector<Slot> const& sorted, std::size_t most)
{
    std::vector<Slot> chosen;
    for (bool const apart : {true, false})
        for (auto const& slot : sorted) {
            if (chosen.size() == most) break;
            auto const clashes = [&](Slot const& other) {
                return apart ? overlap({slot.from, slot.to}, {other.from, other.to}) : slot.from == other.from;
            };
            if (std::none_of(chosen.begin(), chosen.end(), clashes)) chosen.push_back(slot);
        }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace

Result<PlaceOpened> open_place(PlaceOpened event) { return sound(std::move(event)); }

Result<PlaceChanged> change_place(Place const& place, PlaceChanged event)
{
    if (place.closed_at) return refuse(Because::conflict, "place.closed");
    return sound(std::move(event));
}

Result<PlaceClosed> close_place(Place const& place, std::int64_t sessions_planned)
{
    if (place.closed_at) return refuse(Because::conflict, "place.closed");
    if (sessions_planned > 0) return refuse(Because::conflict, "place.booked", {{"n", std::to_string(sessions_planned)}});
    return PlaceClosed{};
}

Hours usual_hours(law::Planning const& p) { return {p.opens, p.closes, p.pause_from, p.pause_until, false}; }

std::vector<Span> open_on(law::Calendar const& calendar, Hours const& hours, Date day)
{
    if (!hours.every_day && !law::is_working_day(calendar, day)) return {};
    if (hours.pause_from == hours.pause_until) return {{at_minute(day, hours.opens), at_minute(day, hours.closes)}};
    return {{at_minute(day, hours.opens), at_minute(day, hours.pause_from)}, {at_minute(day, hours.pause_until), at_minute(day, hours.closes)}};
}

bool is_open(law::Calendar const& calendar, Hours const& hours, Span time)
{
    auto const spans = open_on(calendar, hours, date_in_beijing(time.from));
    return std::any_of(spans.begin(), spans.end(), [&](Span const& open) { return open.from <= time.from && time.to <= open.to; });
}

Result<void> sound_length(law::Planning const& planning, std::int64_t minutes)
{
    if (minutes >= planning.shortest && minutes <= planning.longest) return {};
    return refuse_field("/minutes", "out_of_range", {{"least", std::to_string(planning.shortest)}, {"most", std::to_string(planning.longest)}});
}

std::vector<Slot> free_slots(law::Calendar const& calendar, law::Planning const& planning, Wanted const& wanted,
                             std::span<Venue const> venues, std::span<Span const> busy, std::size_t most)
{
    if (venues.empty()) return {};
    auto const day = date_in_beijing(wanted.at);
    auto const first = std::max(date_in_beijing(wanted.earliest), plus_days(day, -planning.looks_ahead_days));
    auto const last = plus_days(std::max(day, date_in_beijing(wanted.earliest)), planning.looks_ahead_days);
    std::vector<Slot> slots;
    for (auto one = first; one <= last; one = plus_days(one, 1)) {
        auto const before = slots.size();
        slots_of_day(slots, calendar, planning, wanted, venues.front(), busy, one);
        if (one == day && slots.size() == before)
            for (auto const& other : venues.subspan(1)) slots_of_day(slots, calendar, planning, wanted, other, busy, one);
    }
    by_nearness(slots, wanted.at, venues.front().place);
    return apart_where_possible(slots, most);
}

}  // namespace maple::calendar
