// For the tests of who serves: the day on which they look.
#pragma once
#include "foundation/time.hpp"

namespace maple::workforce {

inline Date on(char const* iso) { return date_from_iso(iso).value(); }
inline Date const today = on("2023-11-20");

}  // namespace maple::workforce
