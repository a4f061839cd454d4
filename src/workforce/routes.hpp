#pragma once
#include "api/route.hpp"

namespace maple::workforce {
api::Room room();
}
