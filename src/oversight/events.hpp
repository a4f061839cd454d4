// What the bureau does in the open: it breaks the glass over a file's names and words.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::oversight {

using dispute::Dispute;
using dispute::Moment;

struct GlassBroken {
    static constexpr std::string_view deed = "oversight.glass_broken";
    Instant until;
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(GlassBroken, (), (until, reason))

void evolve(Dispute&, GlassBroken const&, Moment const&);

using Events = boost::mp11::mp_list<GlassBroken>;

}  // namespace maple::oversight
