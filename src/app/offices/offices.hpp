// The pages of organisations: what each is, who serves there, its figures, its history; and
// the deeds that move, merge or close it.
#pragma once
#include "api/route.hpp"

namespace maple::app {

api::Room offices_room();

// Its parts, a file each.
std::vector<api::Route> overview_routes();
std::vector<api::Route> history_routes();
std::vector<api::Route> number_routes();

}  // namespace maple::app
