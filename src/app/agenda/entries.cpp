#include "api/words.hpp"
#include "app/agenda/agenda.hpp"
#include "calendar/places.hpp"
#include "dispute/life.hpp"
#include "registry/roll.hpp"
#include "workforce/standing.hpp"

#include <algorithm>

namespace maple::app {
namespace {

using dispute::Dispute;
using dispute::Session;

CalendarEntry entry_of(Seen const& seen)
{
    CalendarEntry one;
    one.dispute = seen.dispute->id;
    one.version = seen.dispute->version;
    one.number = seen.number;
    one.dispute_kind_name = seen.kind_name;
    return one;
}

// Who was called to a separate session is known to the dispute's own mediators.
std::optional<std::string> parties_of(Desk& desk, Seen const& seen, Session const& s)
{
    if (s.kind != dispute::SessionKind::separate) return seen.parties;
    if (!seen.sight.sealed) return std::nullopt;
    auto const words = access::words_of(desk.sql, desk.house.vault, seen.dispute->id, false, false);
    std::string names;
    for (auto const id : s.parties)
        if (auto const* p = dispute::party(*seen.dispute, id))
            if (auto const name = words.find(p->name.id.n); name != words.end()) names += (names.empty() ? "" : "、") + name->second;
    return names;
}

bool is_mine(Desk const& desk, Seen const& seen, Session const& s)
{
    auto const me = desk.caller.person;
    return dispute::is_mediator(*seen.dispute, me) || std::find(s.people.begin(), s.people.end(), me) != s.people.end();
}

void answers_into(CalendarEntry& one, Desk const& desk, Session const& s)
{
    one.called = std::int64_t(s.parties.size());
    for (auto const& said : s.answers) {
        one.coming += said.comes;
        for (auto const at : said.wishes)
            if (!said.comes && at > desk.now) one.wishes.push_back(at);
    }
    std::sort(one.wishes.begin(), one.wishes.end());
    one.wishes.erase(std::unique(one.wishes.begin(), one.wishes.end()), one.wishes.end());
}

CalendarEntry session_entry(Desk& desk, Seen const& seen, Session const& s)
{
    auto one = entry_of(seen);
    auto const minutes = s.minutes ? s.minutes : desk.book().planning.usual;
    one.id = shown(s.id);
    one.kind = EntryKind::session;
    one.kind_says = api::word(desk.language, "calendar.session", s.kind);
    one.state = s.held_at ? EntryState::held : s.cancelled_at ? EntryState::cancelled : EntryState::planned;
    one.from = s.planned_for.value_or(s.held_at.value_or(Instant{}));
    one.to = plus_seconds(one.from, minutes * 60);
    one.parties = parties_of(desk, seen, s);
    one.session = s.kind;
    one.by = s.by;
    if (s.room)
        if (auto const place = calendar::find_place(desk, s.room)) {
            one.place = s.room;
            one.place_name = text_of(place->name);
        }
    for (auto const person : s.people)
        if (auto const who = registry::find_person(desk, person)) one.people.push_back(who->name);
    answers_into(one, desk, s);
    bool const awaited = dispute::awaited(s);
    one.not_booked = awaited && dispute::is_mediator(*seen.dispute, desk.caller.person) &&
                     std::find(s.people.begin(), s.people.end(), desk.caller.person) == s.people.end();
    one.may_plan = awaited && seen.may_plan;
    if (awaited) one.deed = seen.if_allowed("mediation.session_held");
    one.subject = one.id;
    return one;
}

std::string due_says(Desk& desk, DueItem const& item)
{
    if (item.kind == EntryKind::clock) return api::say(desk.language, "calendar.kind.clock", {{"clock", "@clock." + item.about}});
    if (item.kind == EntryKind::call) return api::say(desk.language, "calendar.call_" + item.about);
    return api::word(desk.language, "calendar.kind", item.kind);
}

}  // namespace

std::optional<Seen> seen_dispute(Desk& desk, Key id)
{
    auto const whole = dispute::shared_unasked(desk, id);
    auto const matter = dispute::matter_of(*whole, desk.now);
    if (!access::may(desk.caller, access::Right::read_dispute, matter)) return std::nullopt;
    auto const rows = sql::all<dispute::LineRow>(desk.sql, "SELECT " + std::string(dispute::line_columns) + " FROM dispute WHERE dispute.id = $1", id);
    auto const line = dispute::lines(desk, rows).at(0);
    return Seen{whole, access::sight(desk.caller, matter), access::may(desk.caller, access::Right::plan_sessions, matter), line.number, line.kind_name, line.parties,
                dispute::allowed(*whole, desk.caller, desk.now)};
}

std::string Seen::if_allowed(std::string const& deed) const
{
    return allowed.contains(deed) ? deed : "";
}

void sessions_into(std::vector<CalendarEntry>& into, Desk& desk, Seen const& seen, Range range, bool all_of_it)
{
    for (auto const& s : seen.dispute->sessions) {
        auto const at = s.planned_for ? s.planned_for : s.held_at;
        if (at && range.holds(*at) && (all_of_it || is_mine(desk, seen, s))) into.push_back(session_entry(desk, seen, s));
    }
}

void due_into(std::vector<CalendarEntry>& into, Desk& desk, Seen const& seen, Range range)
{
    for (auto const& item : due_items(*seen.dispute, desk.book(), desk.now)) {
        if (!range.holds(item.due)) continue;
        auto one = entry_of(seen);
        one.id = shown(seen.dispute->id) + "." + item.subject;
        one.kind = item.kind;
        one.kind_says = due_says(desk, item);
        one.state = item.due < desk.now ? EntryState::overdue : EntryState::due;
        one.from = one.to = item.due;
        if (item.by_day) one.day = date_in_beijing(item.due);
        one.parties = seen.parties;
        one.deed = seen.if_allowed(item.deed);
        one.subject = item.subject;
        into.push_back(std::move(one));
    }
}

// That somebody is away, and not why.
void leave_into(std::vector<CalendarEntry>& into, Desk& desk, Key person, Range range)
{
    for (auto const& absence : workforce::service_of(desk, person).absences) {
        auto const last = absence.ended_on ? plus_days(*absence.ended_on, -1) : absence.last_day;
        for (auto day = absence.first_day; day <= last; day = plus_days(day, 1)) {
            if (!range.holds(start_of(day))) continue;
            CalendarEntry one;
            one.id = shown(absence.id) + "." + iso(day);
            one.kind = EntryKind::leave;
            one.kind_says = api::word(desk.language, "calendar.kind", EntryKind::leave);
            one.state = EntryState::planned;
            one.from = start_of(day);
            one.to = end_of(day);
            one.day = day;
            into.push_back(std::move(one));
        }
    }
}

CalendarEntry busy_entry(Desk& desk, calendar::BookingRow const& row)
{
    CalendarEntry one;
    one.id = iso(row.from_at) + "." + shown(row.place);  // names no session
    one.kind = EntryKind::session;
    one.kind_says = api::say(desk.language, "calendar.busy");
    one.busy = true;
    one.state = row.holds ? EntryState::planned : EntryState::held;
    one.from = row.from_at;
    one.to = row.to_at;
    if (auto const place = row.place ? calendar::find_place(desk, row.place) : std::nullopt) {
        one.place = row.place;
        one.place_name = text_of(place->name);
    }
    return one;
}

void in_order(std::vector<CalendarEntry>& entries)
{
    std::stable_sort(entries.begin(), entries.end(), [](CalendarEntry const& a, CalendarEntry const& b) {
        return std::tuple(a.from, a.to, std::string_view(a.id)) < std::tuple(b.from, b.to, std::string_view(b.id));
    });
}

}  // namespace maple::app
