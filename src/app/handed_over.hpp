#pragma once
#include "api/route.hpp"

namespace maple::app {
api::Room handed_over_room();
}
