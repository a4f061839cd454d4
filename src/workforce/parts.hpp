// The routes of this room, a list for each of its papers.
#pragma once
#include "api/route.hpp"

namespace maple::workforce {

std::vector<api::Route> people_routes();
std::vector<api::Route> service_routes();
std::vector<api::Route> certificate_routes();
std::vector<api::Route> training_routes();
std::vector<api::Route> grade_routes();
std::vector<api::Route> honour_routes();
std::vector<api::Route> complaint_routes();
std::vector<api::Route> matter_routes();

}  // namespace maple::workforce
