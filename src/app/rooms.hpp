// The only place that knows every room: the catalogue of all routes.
#pragma once
#include "api/route.hpp"

namespace maple::app {

namespace demo { class DemoClock; }

// The demo's room has a clock in demo mode only; without one its doors are described and closed.
api::Catalogue all_rooms(demo::DemoClock* = nullptr);

}  // namespace maple::app
