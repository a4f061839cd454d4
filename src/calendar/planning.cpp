#include "calendar/planning.hpp"
#include "registry/roll.hpp"
#include "workforce/standing.hpp"

#include <algorithm>

namespace maple::calendar {
namespace {

std::string in_list(std::string_view list, std::size_t i) { return "/" + std::string(list) + "/" + std::to_string(i); }

// "2023-11-24T16:00:00+08:00" → "16:00": the day is the one that was asked for.
std::string clock_of(Instant at) { return iso(at).substr(11, 5); }

// The days of a leave that are left of it, when somebody came back earlier.
Span away(workforce::Absence const& absence)
{
    return {start_of(absence.first_day), start_of(absence.ended_on ? *absence.ended_on : plus_days(absence.last_day, 1))};
}

std::vector<Span> leave_of(Desk& desk, Key person)
{
    std::vector<Span> days;
    for (auto const& absence : workforce::service_of(desk, person).absences) days.push_back(away(absence));
    return days;
}

std::vector<Span> taken_of(Desk& desk, std::vector<std::string> const& things, Span within, Key but_session)
{
    std::vector<Span> all;
    for (auto const& row : taken(desk.sql, things, within.from, within.to, but_session)) all.push_back({row.from_at, row.to_at});
    return all;
}

// A party's time is taken by what it is called to in this dispute, and, where its identity number
// is on file, in any other.
std::vector<std::string> things_of_party(Desk& desk, Key party)
{
    Booking only;
    only.holds = true;
    only.takes = {of_party(party)};
    return things(desk.sql, only);
}

void place_clashes(Desk& desk, Wish const& wish, Span time, Problems& into)
{
    auto const& booking = wish.booking;
    if (!booking.place) return;
    auto const room = find_place(desk, booking.place);
    if (!room || !open_to(desk, *room, wish.path)) return into.push_back({"/room", room && room->closed_at ? "place_closed" : "unknown_place"});
    if (!is_open(desk.book().calendar, room->hours, time)) into.push_back({"/room", "place_closes"});
    for (auto const& other : taken_of(desk, {of_place(booking.place)}, time, booking.session))
        return into.push_back({"/room", "place_taken", {{"from", clock_of(other.from)}, {"to", clock_of(other.to)}}});
}

void people_clash(Desk& desk, Wish const& wish, Span time, Problems& into)
{
    for (std::size_t i = 0; i < wish.people.size(); ++i) {
        auto const at = in_list("people", i);
        auto const leave = leave_of(desk, wish.people[i]);
        if (std::any_of(leave.begin(), leave.end(), [&](Span const& days) { return overlap(days, time); })) into.push_back({at, "person_away"});
        auto const others = taken_of(desk, {of_person(wish.people[i])}, time, wish.booking.session);
        if (!others.empty()) into.push_back({at, "person_busy", {{"from", clock_of(others.front().from)}, {"to", clock_of(others.front().to)}}});
    }
}

void parties_clash(Desk& desk, Wish const& wish, Span time, Problems& into)
{
    for (std::size_t i = 0; i < wish.parties.size(); ++i)
        if (!taken_of(desk, things_of_party(desk, wish.parties[i]), time, wish.booking.session).empty())
            into.push_back({in_list("parties", i), "party_busy"});
}

Venue venue_at(Desk& desk, Place const& room, Span within, Key session)
{
    return {room.id, room.hours, taken_of(desk, {of_place(room.id)}, within, session)};
}

// The place that is wanted, and the others of its organisation; without one the usual hours.
std::vector<Venue> venues(Desk& desk, Wish const& wish, Span within)
{
    auto const room = wish.booking.place ? find_place(desk, wish.booking.place) : std::nullopt;
    if (!room || room->closed_at) return {{{}, usual_hours(desk.book().planning), {}}};
    std::vector<Venue> all{venue_at(desk, *room, within, wish.booking.session)};
    for (auto const& other : places_of(desk, room->organisation))
        if (other.id != room->id && open_to(desk, other, wish.path) && (other.accessible || !room->accessible))
            all.push_back(venue_at(desk, other, within, wish.booking.session));
    return all;
}

}  // namespace

Problems clashes(Desk& desk, Wish const& wish)
{
    Problems found;
    Span const time{wish.booking.from_at, wish.booking.to_at};
    place_clashes(desk, wish, time, found);
    people_clash(desk, wish, time, found);
    parties_clash(desk, wish, time, found);
    return found;
}

std::vector<Slot> alternatives(Desk& desk, Wish const& wish, std::size_t most)
{
    auto const& planning = desk.book().planning;
    auto const& booking = wish.booking;
    std::int64_t const far = (planning.looks_ahead_days + 2) * std::int64_t(86'400);
    Span const within{std::max(desk.now, plus_seconds(booking.from_at, -far)), plus_seconds(std::max(desk.now, booking.from_at), far)};
    std::vector<std::string> of_all;
    auto busy = wish.not_then;
    for (auto const person : wish.people) {
        of_all.push_back(of_person(person));
        for (auto const& days : leave_of(desk, person)) busy.push_back(days);
    }
    for (auto const party : wish.parties)
        for (auto& thing : things_of_party(desk, party)) of_all.push_back(std::move(thing));
    for (auto const& span : taken_of(desk, of_all, within, booking.session)) busy.push_back(span);
    Wanted const wanted{booking.from_at, (booking.to_at.us - booking.from_at.us) / microseconds_a_second / 60, desk.now};
    auto const where = venues(desk, wish, within);
    return free_slots(desk.book().calendar, planning, wanted, where, busy, most);
}

std::vector<Params> told(Desk& desk, std::vector<Slot> const& slots)
{
    std::vector<Params> all;
    for (auto const& slot : slots) {
        Params facts{{"from", iso(slot.from)}, {"to", iso(slot.to)}};
        if (slot.place)
            if (auto const room = find_place(desk, slot.place)) {
                facts.push_back({"place", shown(slot.place)});
                facts.push_back({"place_name", text_of(room->name)});
            }
        all.push_back(std::move(facts));
    }
    return all;
}

void must_be_free(Desk& desk, Wish const& wish)
{
    wait_for_turn(desk.sql, things(desk.sql, wish.booking));
    auto found = clashes(desk, wish);
    if (found.empty()) return;
    Refusal no = refuse(Because::conflict, "booking.clash");
    no.problems = std::move(found);
    no.instead = told(desk, alternatives(desk, wish));
    throw Refused(std::move(no));
}

}  // namespace maple::calendar
