// The calendar of the staff: sessions, what falls due, leave; and the reminders of the desk.
#pragma once
#include "api/route.hpp"
#include "app/agenda/items.hpp"
#include "calendar/bookings.hpp"
#include "dispute/life.hpp"
#include "dispute/view.hpp"

namespace maple::app {

enum class EntryState { planned, held, cancelled, due, overdue };
BOOST_DESCRIBE_ENUM(EntryState, planned, held, cancelled, due, overdue)

// One entry of the calendar. Of what the reader may not open only the time is told (`busy`).
struct CalendarEntry {
    std::string id;
    EntryKind kind{};
    std::string kind_says;               // "Joint session", "A promise falls due"
    bool busy = false;
    EntryState state{};
    Instant from, to;
    std::optional<Date> day;             // due on a day, and takes no time of it
    std::optional<Key> dispute;
    std::int64_t version = 0;            // of the dispute
    std::string number, dispute_kind_name;
    std::optional<std::string> parties;  // never of a separate session, but for its own mediators
    std::optional<dispute::SessionKind> session;
    std::optional<dispute::By> by;
    std::optional<Key> place;
    std::string place_name;
    std::vector<std::string> people;     // who of the staff comes
    std::int64_t called = 0, coming = 0; // parties, and those that said they come
    std::vector<Instant> wishes;         // other times that parties ask for
    bool not_booked = false;             // mine, and my time is not booked for it
    bool may_plan = false;               // this reader may move and cancel it
    std::string deed;                    // the command that does it
    std::string subject;                 // what the command is about
};
BOOST_DESCRIBE_STRUCT(CalendarEntry, (), (id, kind, kind_says, busy, state, from, to, day, dispute, version, number, dispute_kind_name, parties,
                                          session, by, place, place_name, people, called, coming, wishes, not_booked, may_plan, deed, subject))

// A dispute as the reader of a calendar sees it.
struct Seen {
    std::shared_ptr<dispute::Dispute const> dispute;
    access::Sight sight;
    bool may_plan = false;
    std::string number, kind_name, parties;
    dispute::Deeds allowed;  // that are the reader's now

    // The deed when it is the reader's to do; else none.
    std::string if_allowed(std::string const& deed) const;
};
// Nothing when the reader may not open it.
std::optional<Seen> seen_dispute(Desk&, Key id);

struct Range {
    Instant from, until;  // before
    bool holds(Instant at) const { return from <= at && at < until; }
};

void sessions_into(std::vector<CalendarEntry>&, Desk&, Seen const&, Range, bool all_of_it);
void due_into(std::vector<CalendarEntry>&, Desk&, Seen const&, Range);
void leave_into(std::vector<CalendarEntry>&, Desk&, Key person, Range);
CalendarEntry busy_entry(Desk&, calendar::BookingRow const&);
void in_order(std::vector<CalendarEntry>&);

api::Room agenda_room();
std::vector<api::Route> reminder_routes();

}  // namespace maple::app
