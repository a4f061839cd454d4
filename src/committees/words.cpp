#include "committees/words.hpp"

#include <algorithm>

namespace maple::committees {

std::vector<Seat> sitting(Term const& term)
{
    std::vector<Seat> now;
    for (auto const& seat : term.seats)
        if (!seat.until) now.push_back(seat);
    return now;
}

Seat const* seat_of(Term const& term, Key person)
{
    auto const found = std::find_if(term.seats.begin(), term.seats.end(), [&](Seat const& seat) { return seat.person == person && !seat.until; });
    return found == term.seats.end() ? nullptr : &*found;
}

std::vector<Notice const*> untold(Term const& term)
{
    std::vector<Notice const*> waiting;
    for (auto const& notice : term.notices)
        if (!notice.sent_on) waiting.push_back(&notice);
    return waiting;
}

TermState state_of(Term const& term, Date today, std::int64_t reminder_days)
{
    if (term.closed_on && *term.closed_on <= today) return TermState::closed;
    if (today < term.begins) return TermState::coming;
    if (term.ends < today) return TermState::expired;
    return (term.ends.day - today.day).count() < reminder_days ? TermState::ending : TermState::current;
}

}  // namespace maple::committees
