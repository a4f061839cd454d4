#include "mediation/joint_events.hpp"

namespace maple::mediation {

void evolve(Dispute& d, DepartmentCalled const& e, Moment const& m)
{
    d.room.calls.push_back(e.call);
    d.room.calls.back().called_at = m.happened;
}

void evolve(Dispute& d, CallAccepted const& e, Moment const& m)
{
    if (auto* call = dispute::call(d, e.call)) call->accepted_at = m.happened;
}

void evolve(Dispute& d, CallDeclined const& e, Moment const& m)
{
    auto* call = dispute::call(d, e.call);
    if (!call) return;
    call->declined_at = m.happened;
    call->decline_reason = e.reason;
    call->decline_note = e.note;
}

void evolve(Dispute& d, DepartmentArrived const& e, Moment const& m)
{
    auto* call = dispute::call(d, e.call);
    if (!call) return;
    call->arrived_at = m.happened;
    if (!call->accepted_at) call->accepted_at = m.happened;  // whoever comes has accepted
}

void evolve(Dispute& d, CallAnswered const& e, Moment const& m)
{
    auto* call = dispute::call(d, e.call);
    if (!call) return;
    if (!call->answered_at) call->answered_at = m.happened;  // what is only put right was answered then
    call->answer = e.answer;
    call->by_host = e.by_host;
}

void evolve(Dispute& d, CallEnded const& e, Moment const& m)
{
    auto* call = dispute::call(d, e.call);
    if (!call) return;
    call->ended_at = m.happened;
    call->called_off = e.called_off;
}

}  // namespace maple::mediation
