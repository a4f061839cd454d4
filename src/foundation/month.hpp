// A month as people ask for one: "2023-10".
#pragma once
#include "foundation/text.hpp"

namespace maple {

using Month = Text<7, 7>;

// Refuses: not_a_month, of this field.
void must_be_month(std::string_view at, std::string_view month);

}  // namespace maple
