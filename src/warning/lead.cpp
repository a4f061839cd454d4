#include "warning/lead.hpp"

namespace maple::warning {

void evolve(Lead& lead, Reported const& e, dispute::Moment const& m)
{
    lead = e.lead;
    lead.reported_at = m.happened;
}

void evolve(Lead& lead, Triaged const& e, dispute::Moment const& m)
{
    lead.status = e.status;
    lead.closed_at = m.happened;
    lead.outcome = e.outcome;
    lead.dispute = e.dispute;
}

}  // namespace maple::warning
