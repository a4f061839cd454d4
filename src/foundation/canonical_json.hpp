// Canonical JSON (RFC 8785): one text for one value, so that its hash means something.
// Whole numbers only; a fraction has no place on a page of the ledger.
#pragma once
#include "foundation/json.hpp"

#include <string>

namespace maple {

// Throws std::invalid_argument on what RFC 8785 has no one text for: a floating point number
// (we use none), a whole number beyond ±(2^53 - 1), broken UTF-8, nesting deeper than 100.
std::string canonical_json(json::value const&);

}  // namespace maple
