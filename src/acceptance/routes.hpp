#pragma once
#include "api/route.hpp"

namespace maple::acceptance {
api::Room room();              // the acceptance desk
api::Room resident_room();     // the same dispute through a party's receipt code, without an account
api::Route party_amendment();  // of the desk; amending.cpp
}
