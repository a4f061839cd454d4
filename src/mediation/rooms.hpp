#pragma once
#include "api/route.hpp"

namespace maple::mediation {
api::Room room();
}
