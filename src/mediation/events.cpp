#include "mediation/events.hpp"
#include "dispute/life.hpp"

#include <algorithm>

namespace maple::mediation {

void evolve(Dispute& d, RightsTold const& e, Moment const& m)
{
    for (auto const id : e.parties)
        if (auto* p = dispute::party(d, id); p && !p->rights_told_at) p->rights_told_at = m.happened;
}

void evolve(Dispute& d, ParticipantInvited const& e, Moment const&) { d.participants.push_back(e.participant); }

void evolve(Dispute& d, ParticipantLeft const& e, Moment const& m)
{
    auto* guest = dispute::participant(d, e.participant);
    if (!guest) return;
    guest->left = dispute::Departure{m.happened, e.reason};
    if (!guest->person || dispute::takes_part(d, guest->person)) return;
    // What is still planned no longer calls it.
    for (auto& s : d.sessions)
        if (!s.held_at && s.planned_for && *s.planned_for > m.happened) std::erase(s.people, guest->person);
}

void evolve(Dispute& d, SessionPlanned const& e, Moment const&)
{
    auto* known = dispute::session(d, e.session.id);
    if (!known) return d.sessions.push_back(e.session);
    auto answers = std::move(known->answers);
    bool const same_time = known->planned_for == e.session.planned_for;
    *known = e.session;
    if (same_time) known->answers = std::move(answers);  // a party has spoken about this time, not about another
}

void evolve(Dispute& d, SessionHeld const& e, Moment const& m)
{
    auto* s = dispute::session(d, e.session.id);
    if (!s) s = &d.sessions.emplace_back();
    auto planned = std::move(*s);
    *s = e.session;
    s->planned_for = planned.planned_for;
    s->minutes = planned.minutes;
    s->room = planned.room;
    s->people = std::move(planned.people);
    s->answers = std::move(planned.answers);
    s->held_at = m.happened;
}

void evolve(Dispute& d, Paused const& e, Moment const& m) { d.pauses.push_back({m.happened, {}, e.reason}); }

void evolve(Dispute& d, Resumed const&, Moment const& m)
{
    if (!d.pauses.empty()) d.pauses.back().until = m.happened;
}

void evolve(Dispute& d, Extended const& e, Moment const& m) { d.extensions.push_back({e.days, m.happened}); }

void evolve(Dispute&, Noted const&, Moment const&) {}

void evolve(Dispute& d, RiskRaised const& e, Moment const& m)
{
    d.risks.push_back(e.risk);
    d.risks.back().raised_at = m.happened;
}

void evolve(Dispute& d, RiskReported const& e, Moment const& m)
{
    auto* r = dispute::risk(d, e.risk);
    if (!r) return;
    r->reports.push_back({e.to, e.receipt, m.happened, m.person});
    if (r->reported_at) return;
    r->reported_to = e.to;
    r->reported_at = m.happened;
    r->reported_by = m.person;
}

void evolve(Dispute& d, RiskCleared const& e, Moment const& m)
{
    if (auto* r = dispute::risk(d, e.risk)) r->cleared_at = m.happened;
}

void evolve(Dispute& d, PartyLeft const& e, Moment const&)
{
    auto* p = dispute::party(d, e.party);
    if (!p) return;
    if (!e.member) {
        p->left = true;
        return;
    }
    for (auto& member : p->members)
        if (member.id == e.member) member.left = true;
}

void evolve(Dispute& d, Terminated const& e, Moment const& m)
{
    d.termination = dispute::Termination{m.happened, e.reason, e.remedies, {}, e.note};
    if (dispute::has_effective_agreement(d)) d.concluded_at = m.happened;
}

// 结案 of a failure: the day the notice of the other roads reached the parties.
void evolve(Dispute& d, TerminationDelivered const&, Moment const& m)
{
    d.termination->delivered_at = m.happened;
    if (!d.concluded_at) d.concluded_at = m.happened;
}

}  // namespace maple::mediation
