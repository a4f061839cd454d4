// Which months and which organisations are asked for, within what the caller may see.
#pragma once
#include "foundation/month.hpp"
#include "indicators/counting.hpp"

namespace maple::indicators {

// Of this year until now unless told. Refuses a month that is none, or an end before the beginning.
Period period_of(Desk&, std::optional<Month> const& from, std::optional<Month> const& to);
// Refuses: organisation.unknown, also for one whose figures are not the caller's.
std::vector<std::string> scopes(Desk&, std::optional<Key> organisation);

}  // namespace maple::indicators
