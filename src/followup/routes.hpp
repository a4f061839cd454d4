#pragma once
#include "api/route.hpp"

namespace maple::followup {
api::Room room();
}
