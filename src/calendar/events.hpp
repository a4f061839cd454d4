// What can happen to a place.
#pragma once
#include "access/moment.hpp"
#include "calendar/words.hpp"

#include <boost/mp11.hpp>

namespace maple::calendar {

using access::Moment;

struct PlaceOpened {
    static constexpr std::string_view deed = "calendar.place_opened";
    Key organisation{};
    Kept name;
    std::int64_t seats = 0;
    Hours hours;
    bool accessible = false;
    bool shared = false;
};
BOOST_DESCRIBE_STRUCT(PlaceOpened, (), (organisation, name, seats, hours, accessible, shared))

struct PlaceChanged {
    static constexpr std::string_view deed = "calendar.place_changed";
    Kept name;
    std::int64_t seats = 0;
    Hours hours;
    bool accessible = false;
    bool shared = false;
};
BOOST_DESCRIBE_STRUCT(PlaceChanged, (), (name, seats, hours, accessible, shared))

struct PlaceClosed {
    static constexpr std::string_view deed = "calendar.place_closed";
};
BOOST_DESCRIBE_STRUCT(PlaceClosed, (), ())

void evolve(Place&, PlaceOpened const&, Moment const&);
void evolve(Place&, PlaceChanged const&, Moment const&);
void evolve(Place&, PlaceClosed const&, Moment const&);

using PlaceEvents = boost::mp11::mp_list<PlaceOpened, PlaceChanged, PlaceClosed>;

}  // namespace maple::calendar
