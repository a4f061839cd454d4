#pragma once
#include "api/route.hpp"

namespace maple::indicators {
api::Room room();
}
