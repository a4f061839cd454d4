// A party that is not content with its mediator complains by the code of its receipt (PML art.
// 15). Those in charge examine it; the mediator never reads the words.
#pragma once
#include "api/route.hpp"
#include "dispute/dispute.hpp"

namespace maple::acceptance {

// Whom a party can complain of: who presides, or presided last. None where nobody ever did.
std::optional<Key> complained_of(dispute::Dispute const&);

std::vector<api::Route> complaining_routes();

}  // namespace maple::acceptance
