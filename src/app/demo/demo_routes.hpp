// The bar of the demo: seven persons and a clock. Exists in demo mode only.
#pragma once
#include "api/route.hpp"

namespace maple::app::demo {

class DemoClock;

// Without a clock the routes are there to be described, and cannot be reached.
api::Room demo_room(DemoClock*);

}  // namespace maple::app::demo
