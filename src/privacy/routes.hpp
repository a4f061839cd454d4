// The doors of personal data.
#pragma once
#include "api/route.hpp"

namespace maple::privacy {

api::Room room();

// Its parts, a file each.
std::vector<api::Route> own_request_routes();

}  // namespace maple::privacy
