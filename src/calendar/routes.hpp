#pragma once
#include "api/route.hpp"
#include "calendar/places.hpp"

namespace maple::calendar {

struct PlaceView {
    Key id{};
    std::int64_t version = 0;
    std::string name;
    Key organisation{};
    std::string organisation_name;
    std::int64_t seats = 0;
    Hours hours;
    bool accessible = false;
    bool shared = false;
    bool may_keep = false;  // this reader may change and close it
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (id, version, name, organisation, organisation_name, seats, hours, accessible, shared, may_keep))
PlaceView seen(Desk&, Place const&);

struct PlaceList {
    std::vector<PlaceView> places;
    Hours usual;             // what a new place is offered
    bool may_keep = false;
};
BOOST_DESCRIBE_STRUCT(PlaceList, (), (places, usual, may_keep))

api::Room room();

}  // namespace maple::calendar
