// Twins: the same dispute from another channel. The referral's own number first, then a
// hint from kind, place, date and text among the open disputes of this desk; at most three,
// and a person decides. Disputes are compared, never persons.
#pragma once
#include "dispute/view.hpp"

namespace maple::acceptance {

std::vector<dispute::Line> twins(Desk&, dispute::Dispute const&);
std::vector<dispute::Line> twins_of(Desk&, std::string_view kind, std::string_view place, std::string_view facts, Key not_this);

// How much two texts share, 0 to 100: Han bigrams in common over all of the shorter text's.
int likeness(std::string_view one, std::string_view other);

}  // namespace maple::acceptance
