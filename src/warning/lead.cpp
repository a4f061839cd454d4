#include "warning/lead.hpp"
#include "law/clock.hpp"

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

Row row_of(Lead const& lead, law::Book const& book)
{
    Row row{lead.id, lead.version, lead.status, lead.reporter, lead.desk, lead.desk_scope, lead.reported_at, {}, {},
            record_text(lead)};
    if (lead.status == Status::reported) {
        row.due_at = law::due(book, "desk.lead_triage", lead.reported_at, lead.reported_at).at;
        // A danger is looked at within hours, not days.
        if (lead.urgency == Urgency::now) row.due_at = law::due(book, "desk.risk_report", lead.reported_at, lead.reported_at).at;
    }
    if (lead.dispute) row.dispute = lead.dispute;
    return row;
}

}  // namespace maple::warning
