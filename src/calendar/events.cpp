#include "calendar/events.hpp"

namespace maple::calendar {

void evolve(Place& place, PlaceOpened const& e, Moment const&)
{
    place.organisation = e.organisation;
    place.name = e.name;
    place.seats = e.seats;
    place.hours = e.hours;
    place.accessible = e.accessible;
    place.shared = e.shared;
}

void evolve(Place& place, PlaceChanged const& e, Moment const&)
{
    place.name = e.name;
    place.seats = e.seats;
    place.hours = e.hours;
    place.accessible = e.accessible;
    place.shared = e.shared;
}

void evolve(Place& place, PlaceClosed const&, Moment const& m) { place.closed_at = m.happened; }

}  // namespace maple::calendar
