#include "resolution/courts.hpp"
#include "api/words.hpp"
#include "registry/roll.hpp"

namespace maple::resolution {

CourtFacts court_facts(Desk& desk, Dispute const& d, dispute::Agreement const& a)
{
    CourtFacts facts;
    facts.seat = registry::organisation(desk, dispute::answerable(d).organisation).division;
    for (auto const& one : registry::all_organisations(desk))
        if (one.kind == registry::OrganisationKind::court && !one.closed_at) facts.courts.push_back({one.id, one.division});
    if (a.court_choice) {
        facts.corps = a.court_choice->corps;
        facts.in_corps_zone = a.court_choice->in_corps_zone;
    }
    return facts;
}

std::string court_name(Desk& desk, Key court, std::string_view outside)
{
    if (auto const* corps = desk.book().handing_over->corps_court(outside)) return law::in(corps->name, api::tag(desk.language));
    auto const found = registry::find_organisation(desk, court);
    return found ? registry::called(desk, *found) : "";
}

std::string court_of(Desk& desk, Dispute const& d, dispute::Agreement const& a)
{
    if (a.confirmation) return court_name(desk, a.confirmation->court, a.confirmation->court_outside);
    if (a.court_choice && (a.court_choice->court || !a.court_choice->outside.empty())) return court_name(desk, a.court_choice->court, a.court_choice->outside);
    auto const options = competent_courts(d, a, desk.book(), court_facts(desk, d, a));
    return options.size() == 1 ? court_name(desk, options.front().court, options.front().outside) : "";
}

}  // namespace maple::resolution
