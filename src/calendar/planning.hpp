// Whether a session can be held when it is wanted, and when else: the time of its place, of the
// people who hold it and of the parties called, leave among it.
#pragma once
#include "access/desk.hpp"
#include "calendar/bookings.hpp"
#include "calendar/places.hpp"

namespace maple::calendar {

struct Wish {
    Booking booking;
    std::vector<Key> people, parties;  // in the order of the form, so that a clash names its field
    std::string path;                  // of the organisation that plans
    std::vector<Span> not_then = {};   // times that are not offered, free or not
};

// What stands against it, a problem for each field: "place_taken", "place_closed", "place_closes",
// "person_busy", "person_away", "party_busy". Nothing of the other dispute is told but the time,
// and of a party not even that.
Problems clashes(Desk&, Wish const&);

// The free times nearest to the wish, three where there are three.
std::vector<Slot> alternatives(Desk&, Wish const&, std::size_t most = 3);

// What a refusal carries: "from", "to", and "place" with "place_name" where there is one.
std::vector<Params> told(Desk&, std::vector<Slot> const&);

// Waits for the turn of everything that is booked. Refuses: booking.clash (409), with the fields
// and the free times instead.
void must_be_free(Desk&, Wish const&);

}  // namespace maple::calendar
