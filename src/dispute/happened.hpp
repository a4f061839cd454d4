// Deeds that are written down after the day on which they were done.
#pragma once
#include "access/desk.hpp"

#include <algorithm>

namespace maple::dispute {

// When it was; now, where nobody says. A time to come counts as now here: it is refused where the deed is
// recorded, by the name of its own field.
inline Instant happened_or_now(Desk const& desk, std::optional<Instant> happened) { return std::min(happened.value_or(desk.now), desk.now); }

}  // namespace maple::dispute
