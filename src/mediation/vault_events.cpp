#include "mediation/vault_events.hpp"

namespace maple::mediation {

void evolve(Dispute& d, IssueNamed const& e, Moment const&) { d.room.issues.push_back(e.issue); }

void evolve(Dispute& d, VaultNoted const& e, Moment const& m)
{
    d.room.vault.push_back(e.slip);
    d.room.vault.back().at = m.happened;
    d.room.vault.back().by = m.person;
}

void evolve(Dispute& d, CrossingAgreed const& e, Moment const& m)
{
    auto* slip = dispute::slip(d, e.slip);
    if (!slip) return;
    slip->owner_agreed_at = m.happened;
    slip->agreed_by = e.by;
}

void evolve(Dispute& d, CrossingWithdrawn const& e, Moment const&)
{
    auto* slip = dispute::slip(d, e.slip);
    if (!slip) return;
    slip->owner_agreed_at.reset();
    slip->agreed_by = {};
}

void evolve(Dispute& d, StatementReleased const& e, Moment const& m)
{
    auto* slip = dispute::slip(d, e.slip);
    if (!slip) return;
    slip->released_at = m.happened;
    slip->released_by = m.person;
    slip->released = e.released;
}

}  // namespace maple::mediation
