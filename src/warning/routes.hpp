#pragma once
#include "api/route.hpp"

namespace maple::warning {
api::Room room();
}
