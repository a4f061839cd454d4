// A planned session as the calendar books it.
#pragma once
#include "calendar/planning.hpp"
#include "dispute/file.hpp"

namespace maple::mediation {

// What a session of this dispute takes, with the people and the parties in the order of its form.
// The organisation that plans is the one that answers for the dispute.
calendar::Wish wish_of(Desk&, dispute::Dispute const&, dispute::Session const&);

}  // namespace maple::mediation
