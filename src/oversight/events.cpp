#include "oversight/events.hpp"

namespace maple::oversight {

void evolve(Dispute& d, GlassBroken const& e, Moment const& m) { d.glasses.push_back({m.person, m.happened, e.until, e.reason}); }

}  // namespace maple::oversight
