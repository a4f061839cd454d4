#pragma once
#include "api/route.hpp"

namespace maple::diversion {
api::Room room();
}
