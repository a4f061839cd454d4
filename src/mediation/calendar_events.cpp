#include "mediation/calendar_events.hpp"

#include <algorithm>

namespace maple::mediation {

void evolve(Dispute& d, SessionCancelled const& e, Moment const& m)
{
    auto* s = dispute::session(d, e.session);
    if (!s) return;
    s->cancelled_at = m.happened;
    s->cancel_reason = e.reason;
}

void evolve(Dispute& d, SessionAnswered const& e, Moment const& m)
{
    auto* s = dispute::session(d, e.session);
    if (!s) return;
    std::erase_if(s->answers, [&](auto const& one) { return one.party == e.party; });
    s->answers.push_back({e.party, e.comes, e.wishes, m.happened});
}

}  // namespace maple::mediation
