// GET /calendar: mine, an organisation's, or a place's. What a reader may open is told; of the
// rest that the time is taken.
#include "api/ics_file.hpp"
#include "api/words.hpp"
#include "app/agenda/agenda.hpp"
#include "app/visible.hpp"
#include "calendar/ics.hpp"
#include "calendar/places.hpp"
#include "registry/roll.hpp"

#include <set>

namespace maple::app {
namespace {

using access::Right;

enum class Scope { me, organisation, place };
BOOST_DESCRIBE_ENUM(Scope, me, organisation, place)

struct AskCalendar {
    std::optional<Date> from, to;     // both days included; else this week
    std::optional<Scope> scope;       // mine, when nothing is said
    std::optional<Key> organisation;  // of the scope "organisation"; else where one serves
    std::optional<Key> place;         // of the scope "place"
};
BOOST_DESCRIBE_STRUCT(AskCalendar, (), (from, to, scope, organisation, place))

struct DayView {
    Date date{};
    bool works = true;                 // a working day of the law's calendar
    std::optional<std::string> name;   // of a holiday, or that it is worked instead
};
BOOST_DESCRIBE_STRUCT(DayView, (), (date, works, name))

struct PlaceName {
    Key id{};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PlaceName, (), (id, name))

struct CalendarView {
    Date today{};
    Scope scope{};
    Key organisation{};                  // where one serves, or which was asked for
    std::string organisation_name;
    std::vector<PlaceName> places;       // that it may book
    std::vector<DayView> days;
    std::vector<CalendarEntry> entries;  // by time
    bool cut_off = false;                // more falls due than is looked through
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (today, scope, organisation, organisation_name, places, days, entries, cut_off))

constexpr int longest_range = 62;    // days
constexpr std::size_t most_disputes = 400;  // looked through for what falls due

Date monday_of(Date day) { return plus_days(day, -int(std::chrono::weekday(day.day).iso_encoding()) + 1); }

struct Days {
    Date first{}, last{};
    Range range() const { return {start_of(first), start_of(plus_days(last, 1))}; }
};

Days days_asked(Desk const& desk, AskCalendar const& ask)
{
    auto const first = ask.from.value_or(monday_of(ask.to.value_or(date_in_beijing(desk.now))));
    Days const asked{first, ask.to.value_or(plus_days(first, 6))};
    auto const days = days_between(asked.first, asked.last);
    if (days < 0) throw Refused(refuse_field("/to", "before_from_day"));
    if (days >= longest_range) throw Refused(refuse_field("/to", "too_many_days", {{"most", std::to_string(longest_range)}}));
    return asked;
}

std::vector<DayView> days_of(Desk& desk, Days const& asked)
{
    auto const& calendar = desk.book().calendar;
    std::vector<DayView> days;
    for (auto day = asked.first; day <= asked.last; day = plus_days(day, 1)) {
        DayView view{day, law::is_working_day(calendar, day), {}};
        if (auto const named = calendar.named.find(day); named != calendar.named.end()) view.name = law::in(named->second, api::tag(desk.language));
        else if (calendar.swapped_in.contains(day)) view.name = api::say(desk.language, "calendar.worked_instead");
        days.push_back(std::move(view));
    }
    return days;
}

// The disputes in which something falls due, the most urgent first.
std::vector<Key> alive_disputes(Desk& desk, Question& q, bool& cut_off)
{
    q.where("dispute.stage IN " + std::string(alive));
    auto const most = q.value(std::int64_t(most_disputes + 1));
    auto const text = "SELECT dispute.id FROM dispute " + q.conditions() + " ORDER BY dispute.due_at NULLS LAST, dispute.id LIMIT " + most;
    std::vector<Key> keys;
    for (auto const& id : sql::column<Key>(desk.sql, text, std::span<sql::Value const>(q.values()))) keys.push_back(id);
    if (keys.size() > most_disputes) {
        keys.resize(most_disputes);
        cut_off = true;
    }
    return keys;
}

// Which bookings of a range; `where` goes on from $3.
std::vector<calendar::BookingRow> bookings(Desk& desk, Range range, std::string_view where, std::vector<sql::Value> values)
{
    values.insert(values.begin(), {sql::to_sql(range.from), sql::to_sql(range.until)});
    auto const text = R"(
        SELECT booking.session, booking.dispute, booking.place, booking.from_at, booking.to_at, booking.holds
          FROM booking )" + std::string(where) + " ORDER BY booking.from_at, booking.session";
    return sql::all<calendar::BookingRow>(desk.sql, text, std::span<sql::Value const>(values));
}

constexpr std::string_view in_range = "booking.from_at >= $1 AND booking.from_at < $2";

// What I mediate, what is mine to move, and where my time is booked.
void mine_into(CalendarView& view, Desk& desk, Range range)
{
    std::set<Key> disputes;
    Question q;
    auto ways = std::vector{mine(q, desk)};
    if (desk.caller.has(access::Role::mediator)) ways.push_back(appointed(q, desk.caller.person));
    if (desk.caller.has(access::Role::mediator) || desk.caller.has(access::Role::adviser)) ways.push_back(invited(q, desk.caller.person));
    q.where(any_of(ways));
    for (auto const id : alive_disputes(desk, q, view.cut_off)) disputes.insert(id);
    auto const booked = bookings(desk, range, "JOIN booked ON booked.session = booking.session WHERE " + std::string(in_range) +
                                 " AND booked.thing = $3 AND booked.from_at >= $1 AND booked.from_at < $2",
                                 {calendar::of_person(desk.caller.person)});
    for (auto const& row : booked) disputes.insert(row.dispute);
    for (auto const id : disputes) {
        auto const seen = seen_dispute(desk, id);
        if (!seen) continue;
        sessions_into(view.entries, desk, *seen, range, false);
        due_into(view.entries, desk, *seen, range);
    }
    for (auto const& row : booked)
        if (!seen_dispute(desk, row.dispute)) view.entries.push_back(busy_entry(desk, row));
    leave_into(view.entries, desk, desk.caller.person, range);
}

void told_or_busy(CalendarView& view, Desk& desk, std::vector<calendar::BookingRow> const& rows, Range range)
{
    std::set<Key> told;
    for (auto const& row : rows) {
        auto const seen = seen_dispute(desk, row.dispute);
        if (!seen) view.entries.push_back(busy_entry(desk, row));
        else if (told.insert(row.dispute).second) sessions_into(view.entries, desk, *seen, range, true);
    }
}

// One's own organisation, or one in which one may read disputes.
registry::Organisation asked_organisation(Desk& desk, AskCalendar const& ask)
{
    auto const own = registry::person(desk, desk.caller.person).organisation;
    auto const office = registry::organisation(desk, ask.organisation.value_or(own));
    if (office.id != own && !access::may_in(desk.caller, Right::read_dispute, office.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return office;
}

void organisation_into(CalendarView& view, Desk& desk, registry::Organisation const& office, Range range)
{
    auto const rows = bookings(desk, range,
                               "JOIN dispute ON dispute.id = booking.dispute WHERE " + std::string(in_range) +
                                   " AND ((dispute.scope >= $3 AND dispute.scope < $4) OR booking.place IN (SELECT id FROM place WHERE organisation = $5))",
                               {office.path, office.path + "~", sql::to_sql(office.id)});
    told_or_busy(view, desk, rows, range);
    Question q;
    q.where(visible(q, desk, Right::read_dispute, look_along(desk)));
    q.where(below(q, "scope", office.path, look_along(desk)));
    for (auto const id : alive_disputes(desk, q, view.cut_off))
        if (auto const seen = seen_dispute(desk, id)) due_into(view.entries, desk, *seen, range);
}

// Who may book a place sees when it is taken; who keeps it, too.
void place_into(CalendarView& view, Desk& desk, Key id, Range range)
{
    auto const place = calendar::place(desk, id);
    auto const mine = registry::organisation(desk, registry::person(desk, desk.caller.person).organisation).path;
    auto const keeper = calendar::keeper_of(desk, place).path;
    if (!calendar::open_to(desk, place, mine) && !access::may_in(desk.caller, Right::read_dispute, keeper))
        throw Refused(hidden(refuse(Because::not_found, "place.unknown")));
    told_or_busy(view, desk, bookings(desk, range, "WHERE " + std::string(in_range) + " AND booking.place = $3", {sql::to_sql(id)}), range);
    std::erase_if(view.entries, [&](CalendarEntry const& one) { return one.place != id; });
}

CalendarView calendar_for(Desk& desk, AskCalendar const& ask)
{
    auto const asked = days_asked(desk, ask);
    auto const range = asked.range();
    CalendarView view;
    view.today = date_in_beijing(desk.now);
    view.scope = ask.scope.value_or(Scope::me);
    view.days = days_of(desk, asked);
    auto const office = asked_organisation(desk, ask);
    view.organisation = office.id;
    view.organisation_name = registry::called(desk, office);
    for (auto const& place : calendar::places_for(desk, office)) view.places.push_back({place.id, text_of(place.name)});
    if (view.scope == Scope::place) {
        if (!ask.place) throw Refused(refuse_field("/place", "missing"));
        place_into(view, desk, *ask.place, range);
    } else if (view.scope == Scope::organisation) {
        organisation_into(view, desk, office, range);
    } else {
        mine_into(view, desk, range);
    }
    in_order(view.entries);
    return view;
}

// --- For another calendar program ----------------------------------------------------------------

// What kind of thing it is and its number; nobody's name, and nothing of what it is about.
std::string summary(CalendarEntry const& one) { return one.number.empty() ? one.kind_says : one.kind_says + " " + one.number; }

api::IcsFile file(Desk& desk, AskCalendar const& ask)
{
    std::vector<calendar::IcsEvent> events;
    for (auto const& one : calendar_for(desk, ask).entries)
        events.push_back({one.id + "@maplebridge", summary(one), one.place_name, one.from, one.to == one.from ? plus_seconds(one.to, 15 * 60) : one.to, one.day,
                          one.state == EntryState::cancelled, one.version});
    return api::ics_file(desk, calendar::ics_text(api::say(desk.language, "ics.name"), events, desk.now), "maplebridge-" + iso(days_asked(desk, ask).first));
}

}  // namespace

api::Room agenda_room()
{
    using enum api::Verb;
    api::Room room{"agenda",
            {
                {get, "/calendar", Right::read_dispute, calendar_for,
                 "Sessions and what falls due, of mine, an organisation or a place. What I may not open is told as taken time."},
                {get, "/calendar.ics", Right::read_dispute, file, "The same for another calendar program (RFC 5545): number, place and times only."},
            }};
    for (auto& route : reminder_routes()) room.routes.push_back(std::move(route));
    return room;
}

}  // namespace maple::app
