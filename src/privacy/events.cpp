#include "privacy/events.hpp"

namespace maple::privacy {

void evolve(Dispute& d, Restricted const&, Moment const& m) { d.restricted_at = m.happened; }
void evolve(Dispute& d, Released const&, Moment const&) { d.restricted_at.reset(); }

void evolve(OwnRequest& r, Asked const& e, Moment const& m)
{
    r = e.request;
    r.asked_at = m.happened;
}

void evolve(OwnRequest& r, Confirmed const&, Moment const& m)
{
    r.status = Status::confirmed;
    r.second = m.person;
    r.decided_at = m.happened;
}

void evolve(OwnRequest& r, Declined const& e, Moment const& m)
{
    r.status = Status::declined;
    r.second = m.person;
    r.decided_at = m.happened;
    r.why_declined = e.why;
}

void evolve(OwnRequest& r, Answered const&, Moment const& m)
{
    r.status = Status::answered;
    r.answered_at = m.happened;
}

Row row_of(OwnRequest const& r)
{
    return {r.id, r.version, r.status, r.desk_scope, r.officer, r.asked_at, json::serialize(Record<OwnRequest>::write(r))};
}

}  // namespace maple::privacy
