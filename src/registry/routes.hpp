// The doors of the registry: who is who, signing in, accounts.
#pragma once
#include "api/route.hpp"

namespace maple::registry {

api::Room registry_room();

// Its parts, a file each.
std::vector<api::Route> roll_routes();
std::vector<api::Route> standing_routes();
std::vector<api::Route> session_routes();
std::vector<api::Route> account_routes();
std::vector<api::Route> door_routes();

}  // namespace maple::registry
