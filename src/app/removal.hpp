#pragma once
#include "api/route.hpp"

namespace maple::app {
api::Room removal_room();
}
