#include "mediation/booking.hpp"
#include "dispute/calls.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::mediation {

calendar::Wish wish_of(Desk& desk, dispute::Dispute const& d, dispute::Session const& session)
{
    auto imagined = d;
    imagined.sessions = {session};
    calendar::Wish wish;
    for (auto& booking : dispute::bookings(imagined)) wish.booking = std::move(booking);
    wish.people = session.people;
    // Firms and groups send whom they like: only a person's own time is taken.
    for (auto const id : session.parties)
        if (auto const* p = dispute::party(d, id); p && p->kind == dispute::PartyKind::person) wish.parties.push_back(id);
    wish.path = registry::organisation(desk, dispute::answerable(d).organisation).path;
    return wish;
}

}  // namespace maple::mediation
