#pragma once
#include "api/route.hpp"

namespace maple::linkage {
api::Room room();
}
