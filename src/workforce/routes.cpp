#include "workforce/routes.hpp"
#include "workforce/parts.hpp"

namespace maple::workforce {

api::Room room()
{
    api::Room room{"workforce", {}};
    for (auto* part : {people_routes, service_routes, certificate_routes, training_routes, grade_routes, honour_routes, complaint_routes, matter_routes})
        for (auto& route : part()) room.routes.push_back(std::move(route));
    return room;
}

}  // namespace maple::workforce
