#pragma once
#include "api/route.hpp"

namespace maple::mediation {

api::Room room();
api::Room joint_room();
api::Room conference_room();
api::Room consulted_room();
api::Room vault_room();
api::Room safety_room();
api::Room practice_room();
api::Room calendar_room();  // planned sessions, and what parties say of them

}  // namespace maple::mediation
