#pragma once
#include "api/route.hpp"

namespace maple::papers {

api::Room room();       // in a dispute's file
api::Room my_room();    // a party's own, by the code of its receipt
api::Room call_room();  // what a called department was shown

}  // namespace maple::papers
