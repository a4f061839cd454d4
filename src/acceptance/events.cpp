#include "acceptance/events.hpp"

namespace maple::acceptance {

void evolve(Dispute& d, Accepted const& e, Moment const& m)
{
    d.accepted_at = m.happened;
    d.accepted_by = m.person;
    d.number = e.number;
    if (e.kind) d.kind = *e.kind;
}

void evolve(Dispute& d, Advised const& e, Moment const& m)
{
    d.closed_at = m.happened;
    d.closed_as = dispute::Closing::advised;
    d.closing_reason = e.reason;
    d.closing_note = e.advice;
}

void evolve(Dispute& d, RefusedToAccept const& e, Moment const& m)
{
    d.closed_at = m.happened;
    d.closed_as = dispute::Closing::refused;
    d.closing_reason = e.reason;
    d.closing_note = e.note;
    d.remedies = e.remedies;
}

void evolve(Dispute& d, Transferred const& e, Moment const& m)
{
    d.closed_at = m.happened;
    d.closed_as = dispute::Closing::transferred;
    d.closing_reason = e.reason;
    d.closing_note = e.note;
    d.transferred_to = e.organisation;
}

void evolve(Dispute& d, ConsentRecorded const& e, Moment const& m)
{
    auto* p = dispute::party(d, e.party);
    if (!p) return;
    p->consent = e.consent;
    p->consent_at = m.happened;
    // A party that asks for mediation by itself interrupts the limitation period for itself; once.
    if (e.by_the_party_itself && e.consent == dispute::Consent::agreed && p->side == dispute::Side::applicant && !p->requested_at)
        p->requested_at = m.happened;
}

void evolve(Dispute& d, Amended const& e, Moment const&)
{
    if (e.kind) d.kind = *e.kind;
    if (e.place) d.place = *e.place;
    if (e.amount) d.amount = e.amount;
    if (e.facts) d.facts = e.facts;
    if (e.request) d.request = e.request;
}

void evolve(Dispute& d, PartyAdded const& e, Moment const&) { d.parties.push_back(e.party); }

void evolve(Dispute& d, Merged const& e, Moment const& m)
{
    d.closed_at = m.happened;
    d.closed_as = dispute::Closing::merged;
    d.merged_into = e.into;
}

void evolve(Dispute& d, Unmerged const&, Moment const&)
{
    d.closed_at.reset();
    d.closed_as.reset();
    d.merged_into = {};
}

}  // namespace maple::acceptance
