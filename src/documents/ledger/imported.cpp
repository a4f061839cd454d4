#include "documents/ledger/imported.hpp"

namespace maple::documents::ledger {

void evolve(dispute::Dispute& d, Imported const& e, dispute::Moment const&)
{
    d.historical = e.concluded_at.has_value();
    d.office_number = e.office_number;
    d.kind = e.kind;
    d.source = e.source;
    d.place = e.place;
    d.handlings = {e.office};
    d.first_level = e.office.level;
    d.facts = e.facts;
    d.amount = e.amount;
    d.people = e.people;
    d.parties = e.parties;
    d.started_at = e.accepted_at;
    d.accepted_at = e.accepted_at;
    d.diverted_at = e.diverted_at;
    for (auto const& party : d.parties)
        if (party.requested_at) d.requested_at = party.requested_at;
    d.appointments = e.appointments;
    d.sessions = e.sessions;
    d.agreements = e.agreements;
    d.visits = e.visits;
    d.termination = e.termination;
    d.closed_as = e.closed_as;
    if (e.closed_as) d.closed_at = e.concluded_at;
    d.concluded_at = e.concluded_at;
    d.archived_at = e.concluded_at;  // what an old ledger says is done is in the archive already
}

}  // namespace maple::documents::ledger
