#include "oversight/rules.hpp"
#include "dispute/life.hpp"

namespace maple::oversight {

Result<GlassBroken> break_glass(Dispute const& d, law::Book const& book, access::Sight const& now_seen, Kept reason, Instant now)
{
    if (auto ok = dispute::permitted(d, GlassBroken::deed); !ok) return ok.error();
    if (now_seen.personal) return refuse(Because::conflict, "glass.not_needed");
    return GlassBroken{plus_seconds(now, book.policy("glass_hours") * 3600), std::move(reason)};
}

}  // namespace maple::oversight
