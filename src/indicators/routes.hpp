#pragma once
#include "api/route.hpp"

namespace maple::indicators {
api::Room room();
api::Room methods_room();
}
