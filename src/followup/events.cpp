#include "followup/events.hpp"

namespace maple::followup {

void evolve(Dispute& d, Visited const& e, Moment const& m)
{
    d.visits.push_back(e.visit);
    d.visits.back().at = m.happened;
}

void evolve(Dispute& d, Reopened const& e, Moment const&) { d.reopened_as = e.as; }

void evolve(Dispute& d, Archived const& e, Moment const& m)
{
    d.archived_at = m.happened;
    d.retention = e.retention;
}

}  // namespace maple::followup
