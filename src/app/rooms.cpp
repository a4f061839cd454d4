#include "app/rooms.hpp"
#include "acceptance/events.hpp"
#include "acceptance/routes.hpp"
#include "app/agenda/agenda.hpp"
#include "app/catalogue.hpp"
#include "app/demo/demo_routes.hpp"
#include "app/handed_over.hpp"
#include "app/health.hpp"
#include "app/offices/offices.hpp"
#include "app/on_the_spot.hpp"
#include "app/removal.hpp"
#include "app/worklist.hpp"
#include "calendar/routes.hpp"
#include "committees/routes.hpp"
#include "dispute/request.hpp"
#include "dispute/story.hpp"
#include "diversion/events.hpp"
#include "diversion/routes.hpp"
#include "documents/filled.hpp"
#include "documents/ledger/imported.hpp"
#include "documents/package/package.hpp"
#include "documents/routes.hpp"
#include "followup/events.hpp"
#include "followup/routes.hpp"
#include "indicators/routes.hpp"
#include "linkage/routes.hpp"
#include "mediation/calendar_events.hpp"
#include "mediation/conference_events.hpp"
#include "mediation/events.hpp"
#include "mediation/joint_events.hpp"
#include "mediation/safety_events.hpp"
#include "mediation/vault_events.hpp"
#include "mediation/rooms.hpp"
#include "oversight/events.hpp"
#include "oversight/glass.hpp"
#include "oversight/journal.hpp"
#include "papers/routes.hpp"
#include "privacy/events.hpp"
#include "privacy/routes.hpp"
#include "quality/routes.hpp"
#include "registry/routes.hpp"
#include "resolution/events.hpp"
#include "resolution/routes.hpp"
#include "teams/routes.hpp"
#include "warning/routes.hpp"
#include "workforce/routes.hpp"

namespace maple::app {

void bind_the_story()
{
    using Events = boost::mp11::mp_append<boost::mp11::mp_list<dispute::Requested>, acceptance::Events, diversion::Events,
                                          mediation::Events, mediation::CalendarEvents, mediation::JointEvents, mediation::ConferenceEvents,
                                          mediation::VaultEvents, mediation::SafetyEvents, resolution::Events, followup::Events,
                                          oversight::Events, privacy::Events,
                                          boost::mp11::mp_list<documents::ledger::Imported, documents::Filled, documents::PackageSent>>;
    dispute::bind_story(dispute::chapters_of(Events{}));
}

api::Catalogue all_rooms(demo::DemoClock* clock)
{
    bind_the_story();
    return {
        health_room(),
        registry::registry_room(),
        committees::room(),
        calendar::room(),
        offices_room(),
        catalogue_room(),
        worklist_room(),
        agenda_room(),
        acceptance::resident_room(),
        acceptance::room(),
        on_the_spot_room(),
        diversion::room(),
        mediation::room(),
        mediation::calendar_room(),
        mediation::joint_room(),
        mediation::conference_room(),
        mediation::consulted_room(),
        mediation::vault_room(),
        mediation::safety_room(),
        mediation::practice_room(),
        resolution::room(),
        resolution::confirmation_room(),
        resolution::check_room(),
        resolution::roads_room(),
        resolution::signing_room(),
        followup::room(),
        papers::room(),
        papers::call_room(),
        papers::my_room(),
        documents::room(),
        linkage::room(),
        handed_over_room(),
        warning::room(),
        workforce::room(),
        removal_room(),
        indicators::room(),
        indicators::methods_room(),
        teams::room(),
        oversight::glass_room(),
        oversight::policy_room(),
        oversight::journal_room(),
        privacy::room(),
        quality::room(),
        demo::demo_room(clock),
    };
}

}  // namespace maple::app
