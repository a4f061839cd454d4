#include "linkage/referral.hpp"
#include "law/clock.hpp"
#include "registry/roll.hpp"
#include "registry/standing.hpp"

namespace maple::linkage {

void evolve(Referral& r, Sent const& e, dispute::Moment const& m)
{
    r = e.referral;
    r.sent_at = m.happened;
}

void evolve(Referral& r, Taken const& e, dispute::Moment const& m)
{
    r.status = Status::accepted;
    r.answered_at = m.happened;
    r.dispute = e.dispute;
}

void evolve(Referral& r, Declined const& e, dispute::Moment const& m)
{
    r.status = Status::declined;
    r.answered_at = m.happened;
    r.decline_reason = e.reason;
    r.decline_note = e.note;
}

std::string_view answer_clock(Referral const& r) { return r.court_stage ? "online_answer" : "desk.referral_answer"; }

Row row_of(Referral const& r, law::Book const& book)
{
    Row row{r.id, r.version, r.status, r.agency, r.agency_scope, r.desk, r.desk_scope, r.reference, r.sent_at, {}, {},
            without_scopes(Record<Referral>::write(r))};
    if (r.status == Status::sent) row.due_at = law::due(book, answer_clock(r), r.sent_at, r.sent_at).at;
    if (r.dispute) row.dispute = r.dispute;
    return row;
}

Referral from_state(Desk& desk, std::string_view state)
{
    auto r = from_record<Referral>(state);
    refresh_scopes(desk, r);
    return r;
}

void refresh_scopes(Desk& desk, Referral& r)
{
    if (auto const office = registry::find_organisation(desk, r.agency)) r.agency_scope = office->path;
    if (auto const office = registry::find_organisation(desk, r.desk)) r.desk_scope = office->path;
}

void move_scopes(Desk& desk, registry::PathChange const& change)
{
    for (auto const column : {"agency_scope", "desk_scope"}) registry::rewrite_paths(desk, "referral", column, change);
}

std::string without_scopes(json::value state)
{
    for (auto const scope : {"agency_scope", "desk_scope"}) state.as_object().erase(scope);
    return json::serialize(state);
}

}  // namespace maple::linkage
