#pragma once
#include "api/route.hpp"

namespace maple::diversion {

api::Room room();

// In files of their own: the board of an office, ties to parties, a party's own door.
std::vector<api::Route> board_routes();
std::vector<api::Route> conflict_routes();
std::vector<api::Route> resident_routes();

}  // namespace maple::diversion
