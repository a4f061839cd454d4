#include "committees/events.hpp"

#include <algorithm>

namespace maple::committees {
namespace {

bool same_seat(Seat const& a, Seat const& b)
{
    return a.person == b.person && a.post == b.post && a.woman == b.woman && a.minority == b.minority;
}

Date day_before(Date day) { return Date{day.day - std::chrono::days{1}}; }

}  // namespace

// Whatever the book says by then, a term of an old page goes on being the three years that it was.
Date last_day(TermBegun const& e) { return e.ends.value_or(day_before(plus_months(e.begins, 36))); }

void evolve(Term& term, TermBegun const& e, Moment const&)
{
    term.organisation = e.organisation;
    term.begins = e.begins;
    term.ends = last_day(e);
    term.elected_by = e.elected_by;
    term.elected_on = e.elected_on;
    term.minutes = e.minutes;
    term.multi_ethnic = e.multi_ethnic;
    term.waiver = e.waiver;
    term.seats = e.seats;
    term.notices.push_back({e.notice, About::term, e.begins, e.seats, e.told_on});
}

void evolve(Term& term, CompositionChanged const& e, Moment const&)
{
    std::vector<Seat> past, told = e.seats;
    for (auto seat : term.seats) {
        auto const still = std::find_if(e.seats.begin(), e.seats.end(), [&](Seat const& now) { return same_seat(now, seat); });
        if (!seat.until && still == e.seats.end()) {
            seat.until = std::max(seat.since, day_before(e.from));
            for (auto const& gone : e.left)
                if (gone.person == seat.person) seat.left_as = gone.as;
            if (seat.left_as) told.push_back(seat);
        }
        if (seat.until) past.push_back(seat);
    }
    term.seats = e.seats;
    term.seats.insert(term.seats.end(), past.begin(), past.end());
    if (e.waiver) term.waiver = e.waiver;
    term.vacancy = e.vacancy;
    term.notices.push_back({e.notice, About::composition, e.from, std::move(told), {}});
}

void evolve(Term& term, NoticeSent const& e, Moment const&)
{
    for (auto& notice : term.notices)
        if (notice.id == e.notice) notice.sent_on = e.on;
}

void evolve(Term& term, TermClosed const& e, Moment const&)
{
    term.closed_on = e.on;
    term.notices.push_back({e.notice, About::closing, e.on, sitting(term), {}});
}

}  // namespace maple::committees
