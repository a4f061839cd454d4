#include "app/rooms.hpp"
#include "acceptance/routes.hpp"
#include "app/catalogue.hpp"
#include "app/demo/demo_routes.hpp"
#include "app/health.hpp"
#include "app/on_the_spot.hpp"
#include "app/worklist.hpp"
#include "diversion/routes.hpp"
#include "documents/routes.hpp"
#include "followup/routes.hpp"
#include "indicators/routes.hpp"
#include "linkage/routes.hpp"
#include "mediation/routes.hpp"
#include "registry/routes.hpp"
#include "resolution/routes.hpp"
#include "warning/routes.hpp"

namespace maple::app {

api::Catalogue all_rooms(demo::DemoClock* clock)
{
    return {
        health_room(),
        registry::registry_room(),
        catalogue_room(),
        worklist_room(),
        acceptance::resident_room(),
        acceptance::room(),
        on_the_spot_room(),
        diversion::room(),
        mediation::room(),
        resolution::room(),
        followup::room(),
        documents::room(),
        linkage::room(),
        warning::room(),
        indicators::room(),
        demo::demo_room(clock),
    };
}

}  // namespace maple::app
