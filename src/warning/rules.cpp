#include "warning/rules.hpp"
#include "workforce/rules.hpp"

namespace maple::warning {

Result<void> may_report(registry::Person const& person, law::Book const& book, Urgency urgency, Date today)
{
    if (urgency == Urgency::now || registry::certificate_valid(person, today) || !workforce::expired_stops(book, "lead")) return {};
    return refuse(Because::forbidden_by, "lead.certificate_expired");
}

Result<void> names_what_it_became(Status status, bool dispute, bool request)
{
    Problems faults;
    if (dispute && status != Status::merged) faults.push_back({"/dispute", "only_for_a_merger"});
    if (request && status != Status::became_request) faults.push_back({"/request", "only_for_a_new_request"});
    if (status == Status::became_request && !request) faults.push_back({"/request", "missing"});
    if (!faults.empty()) return refuse_form(std::move(faults));
    return {};
}

Result<Triaged> triage(Lead const& lead, Status status, Kept outcome, Key dispute)
{
    if (lead.status != Status::reported) return refuse(Because::conflict, "lead.triaged_already");
    if (status == Status::reported) return refuse_field("/status", "not_an_outcome");
    if (status == Status::merged && !dispute) return refuse_field("/dispute", "missing");
    return Triaged{status, std::move(outcome), dispute};
}

}  // namespace maple::warning
