// Which places there can be, and which times are free. Pure.
#pragma once
#include "calendar/events.hpp"
#include "law/book.hpp"

#include <span>

namespace maple::calendar {

// Every fault at once: hours that end before they begin, a pause outside them, too few seats.
Result<PlaceOpened> open_place(PlaceOpened);
// Refuses: place.closed, and what opening refuses.
Result<PlaceChanged> change_place(Place const&, PlaceChanged);
// Refuses: place.closed; place.booked, while sessions are still planned there.
Result<PlaceClosed> close_place(Place const&, std::int64_t sessions_planned);

// The hours in which sessions without a place are offered.
Hours usual_hours(law::Planning const&);

// The times of a day at which a place is open: none, one or two.
std::vector<Span> open_on(law::Calendar const&, Hours const&, Date);
// Whether it is open from beginning to end.
bool is_open(law::Calendar const&, Hours const&, Span);

// Refuses: minutes out of the rule pack's bounds ("/minutes").
Result<void> sound_length(law::Planning const&, std::int64_t minutes);

// Where a session might be held, and when that is taken.
struct Venue {
    Key place{};
    Hours hours;
    std::vector<Span> busy;
};

struct Wanted {
    Instant at;
    std::int64_t minutes = 0;
    Instant earliest;         // nothing is offered before
};

// The free times nearest to the wanted one, at most `most`, in order of time: at the first venue;
// where that is never free on the wanted day, also at the others on that day. They do not overlap
// one another as long as there are enough that do not.
std::vector<Slot> free_slots(law::Calendar const&, law::Planning const&, Wanted const&, std::span<Venue const>,
                             std::span<Span const> busy, std::size_t most = 3);

}  // namespace maple::calendar
