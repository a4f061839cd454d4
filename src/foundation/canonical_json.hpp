// Canonical JSON (RFC 8785): one text for one value, so that its hash means something.
// Whole numbers only; a fraction has no place on a page of the ledger.
#pragma once
#include "foundation/json.hpp"

#include <string>

namespace maple {

std::string canonical_json(json::value const&);  // throws std::invalid_argument on a floating point number

}  // namespace maple
