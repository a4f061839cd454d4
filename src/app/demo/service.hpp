// How the people of the demo city serve: engaged or elected, full-time or not, what they are
// besides. Entered with the roll, by the same rules and pages as at the desk.
#pragma once
#include "app/demo/town.hpp"

namespace maple::app::demo {

void engage_everybody(Desk&, Town const&, Dice&);

}  // namespace maple::app::demo
