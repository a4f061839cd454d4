#include "mediation/safety_events.hpp"

#include <algorithm>

namespace maple::mediation {

void evolve(Dispute& d, SafetyAsked const& e, Moment const& m)
{
    d.room.checks.push_back(e.check);
    d.room.checks.back().at = m.happened;
    d.room.checks.back().by = m.person;
}

void evolve(Dispute& d, SafetyLifted const& e, Moment const&)
{
    if (auto* check = dispute::safety_check(d, e.check)) std::erase(check->actions, e.action);
}

void evolve(Dispute& d, ProtectionFiled const& e, Moment const&) { d.room.protections.push_back(e.protection); }

void evolve(Dispute& d, ProtectionVisited const& e, Moment const& m)
{
    if (auto* protection = dispute::protection(d, e.protection)) protection->visits.push_back(m.happened);
}

void evolve(Dispute& d, ChildHeard const& e, Moment const& m)
{
    d.room.children.push_back(e.child);
    d.room.children.back().at = m.happened;
}

}  // namespace maple::mediation
