#include "privacy/events.hpp"
#include "registry/roll.hpp"
#include "registry/standing.hpp"

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
    return {r.id, r.version, r.status, r.desk_scope, r.officer, r.asked_at, without_scopes(Record<OwnRequest>::write(r))};
}

OwnRequest from_state(Desk& desk, std::string_view state)
{
    auto r = from_record<OwnRequest>(state);
    refresh_scopes(desk, r);
    return r;
}

void refresh_scopes(Desk& desk, OwnRequest& r)
{
    if (auto const office = registry::find_organisation(desk, r.desk)) r.desk_scope = office->path;
}

void move_scopes(Desk& desk, registry::PathChange const& change) { registry::rewrite_paths(desk, "own_request", "desk_scope", change); }

std::string without_scopes(json::value state)
{
    state.as_object().erase("desk_scope");
    return json::serialize(state);
}

}  // namespace maple::privacy
