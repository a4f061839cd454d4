// The door through which the bureau opens what is not open to it.
#pragma once
#include "api/route.hpp"

namespace maple::oversight {

api::Room glass_room();
api::Room policy_room();  // the whole policy as a table for everybody to read

}  // namespace maple::oversight
