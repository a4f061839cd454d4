// Reading what a proposal is made of: the open disputes of an office and its mediators as they
// stand today.
#pragma once
#include "access/desk.hpp"
#include "diversion/plan.hpp"
#include "registry/words.hpp"

namespace maple::diversion {

inline constexpr std::string_view in_hand = "('inviting', 'diverted', 'mediating', 'agreed')";

// Signed for, and nobody presides: what waits for a mediator. A condition on `dispute`.
inline constexpr std::string_view unassigned =
    "dispute.stage IN ('inviting', 'diverted') AND dispute.mediator IS NULL AND dispute.sent_scope IS NULL";

// Whom an office appoints: its own mediators; a room or centre without any those of the
// committee that it belongs to.
std::vector<registry::Person> pool_of(Desk&, registry::Organisation const&);

// Everything that waits in the office, and this dispute besides, whoever has it now.
OfficeFacts facts_of(Desk&, registry::Organisation const&, dispute::Dispute const* besides = nullptr);

// The proposal for a dispute among all that waits where it is answered.
Plan plan_for(Desk&, dispute::Dispute const&);

}  // namespace maple::diversion
