#pragma once
#include "api/route.hpp"

namespace maple::quality {
api::Room room();

std::vector<api::Route> review_routes();  // review_routes.cpp
std::vector<api::Route> figure_routes();  // figures.cpp
}  // namespace maple::quality
