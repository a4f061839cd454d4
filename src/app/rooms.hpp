// The only place that knows every room: the catalogue of all routes, and the story of a
// dispute with the events of all rooms.
#pragma once
#include "api/route.hpp"

namespace maple::app {

namespace demo { class DemoClock; }

// The demo's room has a clock in demo mode only; without one its doors are described and closed.
api::Catalogue all_rooms(demo::DemoClock* = nullptr);

// Every event of a dispute's life, of every room, can be told again from here on.
void bind_the_story();

}  // namespace maple::app
