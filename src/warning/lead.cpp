#include "warning/lead.hpp"
#include "law/clock.hpp"
#include "registry/roll.hpp"
#include "registry/standing.hpp"

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
            without_scopes(Record<Lead>::write(lead))};
    if (lead.status == Status::reported) {
        row.due_at = law::due(book, "desk.lead_triage", lead.reported_at, lead.reported_at).at;
        // A danger is looked at within hours, not days.
        if (lead.urgency == Urgency::now) row.due_at = law::due(book, "desk.risk_report", lead.reported_at, lead.reported_at).at;
    }
    if (lead.dispute) row.dispute = lead.dispute;
    return row;
}

Lead from_state(Desk& desk, std::string_view state)
{
    auto lead = from_record<Lead>(state);
    refresh_scopes(desk, lead);
    return lead;
}

void refresh_scopes(Desk& desk, Lead& lead)
{
    if (auto const office = registry::find_organisation(desk, lead.desk)) lead.desk_scope = office->path;
}

void move_scopes(Desk& desk, registry::PathChange const& change) { registry::rewrite_paths(desk, "lead", "desk_scope", change); }

std::string without_scopes(json::value state)
{
    state.as_object().erase("desk_scope");
    return json::serialize(state);
}

}  // namespace maple::warning
