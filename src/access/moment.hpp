#pragma once
#include "foundation/key.hpp"
#include "foundation/time.hpp"

namespace maple::access {

// When it happened (the law's time), when it was written down, and by whom.
struct Moment {
    Instant happened;
    Instant recorded;
    Key person{};
    Key account{};
};

}  // namespace maple::access
