// When the bureau may open what is not open to it. Pure.
#pragma once
#include "access/rules.hpp"
#include "law/book.hpp"
#include "oversight/events.hpp"

namespace maple::oversight {

// For so many hours as the rule pack says (`glass_hours`), from now on. The director and the
// parties see who did it, when and why (PIPL arts 6 and 51: need to know, logged). What one
// side said alone stays sealed. Refuses: glass.not_needed for who sees it all already.
Result<GlassBroken> break_glass(Dispute const&, law::Book const&, access::Sight const& now_seen, Kept reason, Instant now);

}  // namespace maple::oversight
