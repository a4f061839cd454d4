#include "diversion/events.hpp"

#include <algorithm>

namespace maple::diversion {
namespace {

// An appointment is over; what stood against that person is answered by it.
void end_appointment(Dispute& d, dispute::Appointment& a, Instant at)
{
    a.until = at;
    for (auto& c : d.conflicts) {
        if (c.person != a.person || c.ground.empty() || c.end) continue;
        c.end = dispute::ConflictEnd::replaced;
        c.ended_at = at;
    }
}

}  // namespace

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
    // Whoever was called to help and now has the lead is called no more; the others help on.
    for (auto& call : d.room.calls)
        if (call.organisation == turn.organisation && dispute::running(call)) call.ended_at = m.happened;
    // The sender is answerable until now, and no longer; its mediator goes with it.
    for (auto& earlier : d.handlings)
        if (&earlier != &turn && !earlier.ended_at) earlier.ended_at = m.happened;
    if (d.handlings.size() > 2)
        for (auto& a : d.appointments)
            if (!a.until) end_appointment(d, a, m.happened);
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
        if (!a.until && ((e.presiding && a.presiding) || a.person == e.person)) end_appointment(d, a, m.happened);
    d.appointments.push_back({e.person, e.presiding, e.chosen_by_parties, m.happened, {}, e.reason, e.team});
}

void evolve(Dispute& d, HandedOver const& e, Moment const&)
{
    for (auto& turn : d.handlings) {
        if (turn.organisation != e.from || turn.ended_at) continue;
        turn.organisation = e.organisation;
        turn.scope = e.scope;
    }
}

void evolve(Dispute& d, AppointmentEnded const& e, Moment const& m)
{
    for (auto& a : d.appointments)
        if (!a.until && a.person == e.person) {
            a.until = m.happened;
            a.reason = e.reason;
        }
}

void evolve(Dispute& d, Wished const& e, Moment const&)
{
    if (auto* p = dispute::party(d, e.party)) p->wishes = e.person;
}

void evolve(Dispute& d, Challenged const& e, Moment const& m)
{
    dispute::Conflict c;
    c.id = e.id;
    c.person = e.person;
    c.party = e.party;
    c.ground = e.ground;
    c.note = e.note;
    c.told_at = m.happened;
    d.conflicts.push_back(std::move(c));
}

void evolve(Dispute& d, ConflictConsented const& e, Moment const& m)
{
    auto* c = dispute::conflict(d, e.conflict);
    if (!c) return;
    for (auto const party : e.parties)
        if (std::find(c->consented.begin(), c->consented.end(), party) == c->consented.end()) c->consented.push_back(party);
    if (!dispute::all_wish_to_go_on(d, *c)) return;
    c->end = dispute::ConflictEnd::continued;
    c->ended_at = m.happened;
}

void evolve(Dispute& d, ConflictDecided const& e, Moment const& m)
{
    auto* c = dispute::conflict(d, e.conflict);
    if (!c) return;
    c->end = e.end;
    c->reason = e.reason;
    c->answer = e.answer;
    c->ended_at = m.happened;
    if (e.end != dispute::ConflictEnd::replaced) return;
    for (auto& a : d.appointments) {
        if (a.person != c->person || a.until) continue;
        a.until = m.happened;
        a.reason = c->ground;
    }
}

}  // namespace maple::diversion
