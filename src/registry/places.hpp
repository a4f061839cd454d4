// Official codes of divisions (GB/T 2260, GB/T 10114): 4 digits for a city, 6 for a district, 9
// for a subdistrict, 12 for a community. Pure.
#pragma once
#include "registry/words.hpp"

namespace maple::registry {

int digits_of(Level);
// The code as the roll keeps it: a city is written "6502" and, in lists of districts, "650200".
std::string roll_code(std::string_view code);
// Whether an organisation of that level can stand at the place with that code of the roll.
bool fits(Level, std::string_view code);

}  // namespace maple::registry
