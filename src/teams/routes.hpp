// The doors of brand teams.
#pragma once
#include "api/route.hpp"

namespace maple::teams {

api::Room room();

}  // namespace maple::teams
