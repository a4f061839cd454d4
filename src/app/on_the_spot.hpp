#pragma once
#include "api/route.hpp"

namespace maple::app {
api::Room on_the_spot_room();
}
