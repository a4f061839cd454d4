#include "diversion/events.hpp"

namespace maple::diversion {

void evolve(Dispute& d, Graded const& e, Moment const&)
{
    d.grade = e.grade;
    d.grade_reasons = e.reasons;
}

void evolve(Dispute& d, Diverted const& e, Moment const& m)
{
    if (!d.diverted_at) d.first_level = e.to.level;
    d.diverted_at = m.happened;
    d.handlings.push_back(e.to);
}

void evolve(Dispute& d, Received const& e, Moment const& m)
{
    auto& turn = d.handlings.back();
    turn.received_at = m.happened;
    turn.number = e.number;
    // The sender is answerable until now, and no longer; its mediator goes with it.
    for (auto& earlier : d.handlings)
        if (&earlier != &turn && !earlier.ended_at) earlier.ended_at = m.happened;
    if (d.handlings.size() > 2)
        for (auto& a : d.appointments)
            if (!a.until) a.until = m.happened;
}

void evolve(Dispute& d, Returned const& e, Moment const& m)
{
    auto& turn = d.handlings.back();
    turn.ended_at = m.happened;
    turn.reason = e.reason;
    d.handlings.pop_back();
    d.diverted_at.reset();
    for (auto const& earlier : d.handlings)
        if (&earlier != &d.handlings.front()) d.diverted_at = earlier.sent_at;
}

void evolve(Dispute& d, Appointed const& e, Moment const& m)
{
    for (auto& a : d.appointments)
        if (!a.until && ((e.presiding && a.presiding) || a.person == e.person)) a.until = m.happened;
    d.appointments.push_back({e.person, e.presiding, e.chosen_by_parties, m.happened, {}, e.reason, e.team});
}

void evolve(Dispute& d, AppointmentEnded const& e, Moment const& m)
{
    for (auto& a : d.appointments)
        if (!a.until && a.person == e.person) {
            a.until = m.happened;
            a.reason = e.reason;
        }
}

}  // namespace maple::diversion
