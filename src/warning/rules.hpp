// Triage of leads. Pure.
#pragma once
#include "registry/words.hpp"
#include "warning/lead.hpp"

namespace maple::warning {

// Anybody may report a danger; an ordinary lead needs a certificate in force where the rule
// pack says so. Refuses: lead.certificate_expired.
Result<void> may_report(registry::Person const&, law::Book const&, Urgency, Date today);

// A dispute is named where the lead is merged into it, a request where it becomes one: with another
// outcome it would stand on the lead as what it became. Refuses by field, every fault at once.
Result<void> names_what_it_became(Status, bool dispute, bool request);

// Refuses: lead.triaged_already; "reported" is no outcome; merged into nothing.
Result<Triaged> triage(Lead const&, Status, Kept outcome, Key dispute);

}  // namespace maple::warning
