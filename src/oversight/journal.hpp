// The audit journal as the auditor reads it.
#pragma once
#include "api/route.hpp"

namespace maple::oversight {

api::Room journal_room();

}  // namespace maple::oversight
