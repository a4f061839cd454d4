#include "mediation/conference_events.hpp"

namespace maple::mediation {

void evolve(Dispute& d, ConferenceCalled const& e, Moment const& m)
{
    auto& one = d.room.conferences.emplace_back(e.conference);
    one.called_at = m.happened;
    one.called_by = m.person;
}

void evolve(Dispute& d, ConferenceInvited const& e, Moment const& m)
{
    auto* one = dispute::conference(d, e.conference);
    if (!one) return;
    one->seats.push_back(e.seat);
    one->seats.back().invited_at = m.happened;
}

void evolve(Dispute& d, PapersChosen const& e, Moment const&)
{
    if (auto* seat = dispute::seat(d, e.seat)) seat->papers = e.papers;
}

void evolve(Dispute& d, Uninvited const& e, Moment const& m)
{
    auto* seat = dispute::seat(d, e.seat);
    if (!seat) return;
    seat->withdrawn_at = m.happened;
    seat->withdrawn_for = e.ground;
}

void evolve(Dispute& d, AdviceGiven const& e, Moment const& m)
{
    auto* seat = dispute::seat(d, e.seat);
    if (!seat) return;
    seat->advice = e.advice;
    seat->basis = e.basis;
    seat->advised_at = m.happened;
    seat->advised_by = m.person;
}

// That it was held is a session like any other; what was said there stays in the conference.
void evolve(Dispute& d, ConferenceDecided const& e, Moment const& m)
{
    auto* one = dispute::conference(d, e.conference);
    if (!one) return;
    one->session = e.session;
    one->decided_at = m.happened;
    one->decided_by = m.person;
    one->road = e.road;
    one->reasons = e.reasons;
    one->tasks = e.tasks;
    one->papers_until = e.papers_until;
    dispute::Session session;
    session.id = e.session;
    session.kind = dispute::SessionKind::conference;
    session.by = one->by;
    session.place = one->place;
    session.planned_for = one->meets_at;
    session.held_at = m.happened;
    d.sessions.push_back(std::move(session));
}

void evolve(Dispute& d, ConferenceCalledOff const& e, Moment const& m)
{
    if (auto* one = dispute::conference(d, e.conference)) one->called_off_at = m.happened;
}

void evolve(Dispute& d, TaskDone const& e, Moment const& m)
{
    auto* task = dispute::follow_up_task(d, e.task);
    if (!task) return;
    task->done_at = m.happened;
    task->done_by = m.person;
    task->outcome = e.outcome;
}

}  // namespace maple::mediation
