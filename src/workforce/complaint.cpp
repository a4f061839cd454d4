#include "workforce/complaint.hpp"
#include "law/clock.hpp"
#include "workforce/rules.hpp"

#include <algorithm>

namespace maple::workforce {

void evolve(Complaint& c, ComplaintReceived const& e, Instant at)
{
    auto const version = c.version;
    c = e.complaint;
    c.version = version;
    c.received_at = at;
}

void evolve(Complaint& c, ComplaintExamined const& e, Instant at)
{
    c.status = ComplaintStatus::examined;
    c.examined_at = at;
    c.well_founded = e.well_founded;
    c.findings = e.findings;
    c.heard = e.heard;
}

void evolve(Complaint& c, ComplaintDecided const& e, Instant at)
{
    c.status = ComplaintStatus::decided;
    c.decided_at = at;
    c.outcome = e.outcome;
    c.decided_by = e.by;
    c.decided_on = e.on;
    c.minutes = e.minutes;
    c.note = e.note;
    c.disputes = e.disputes;
}

void evolve(Complaint& c, ComplaintAnswered const& e, Instant at)
{
    c.status = ComplaintStatus::answered;
    c.answered_at = at;
    c.answered_by = e.by;
    c.answer = e.answer;
}

void evolve(Complaint&, ContactTold const&, Instant) {}

ComplaintRow row_of(Complaint const& c, law::Book const& book)
{
    json::value state = Record<Complaint>::write(c);
    state.as_object().erase("scope");
    ComplaintRow row{c.id, c.version, c.person, c.organisation, c.scope, c.status, c.received_at, {}, {}, {}, json::serialize(state)};
    if (c.status != ComplaintStatus::answered) row.due_at = law::due(book, "desk.complaint", c.received_at, c.received_at).at;
    if (c.dispute) row.dispute = c.dispute;
    if (c.party) row.party = c.party;
    return row;
}

Result<void> may_be_complained_of(registry::Person const& person, Standing const& standing)
{
    if (person.mediator || standing.engaged != Engaged::none || standing.engagement_over) return {};
    return refuse(Because::forbidden_by, "complaint.no_mediator", {}, "PML-15");
}

Result<void> not_in_own_matter(Complaint const& c, Key asker)
{
    if (c.person != asker) return {};
    return refuse(Because::forbidden_by, "complaint.about_oneself", {}, "PML-15");
}

Result<ComplaintExamined> examine(Complaint const& c, bool well_founded, KeptStory findings, KeptStory heard)
{
    if (c.status != ComplaintStatus::received && c.status != ComplaintStatus::examined) return refuse(Because::conflict, "complaint.decided");
    return ComplaintExamined{well_founded, std::move(findings), std::move(heard)};
}

Result<ComplaintDecided> decide(Complaint const& c, Deciding const& d, Standing const& s, Date today)
{
    if (c.status == ComplaintStatus::received) return refuse(Because::forbidden_by, "complaint.not_examined", {}, "PML-15");
    if (c.status != ComplaintStatus::examined) return refuse(Because::conflict, "complaint.decided");
    if (c.well_founded != (d.outcome != Outcome::not_upheld))
        return refuse_field("/outcome", c.well_founded ? "was_well_founded" : "was_not_well_founded", {}, "PML-15");
    if (!ends_service(d.outcome)) return ComplaintDecided{d.outcome, {}, {}, {}, {}, {}};
    if (s.engaged == Engaged::none) return refuse_field("/outcome", s.engagement_over ? "engagement_over" : "engagement_first", {}, "PML-13");
    if (d.outcome == Outcome::removed && s.engaged != Engaged::elected) return refuse_field("/outcome", "only_members_are_removed", {}, "PML-15");
    if (d.outcome == Outcome::dismissed && s.engaged != Engaged::engaged) return refuse_field("/outcome", "only_the_engaged_are_dismissed", {}, "PML-15");
    if (!d.on) return refuse_field("/decided_on", "missing");
    if (today < *d.on) return refuse_field("/decided_on", "in_the_future");
    auto const body = d.outcome == Outcome::dismissed ? Body::committee : d.by.value_or(Body::committee);
    auto const electing = electing_bodies(d.committee);
    if (d.outcome == Outcome::removed && std::find(electing.begin(), electing.end(), body) == electing.end())
        return refuse_field("/body", "did_not_elect", {}, "PML-15");
    return ComplaintDecided{d.outcome, body, d.on, {}, {}, {}};
}

Result<ComplaintAnswered> answer(Complaint const& c, AnsweredBy by, KeptStory words)
{
    if (c.status == ComplaintStatus::answered) return refuse(Because::conflict, "complaint.answered");
    if (c.status != ComplaintStatus::decided) return refuse(Because::forbidden_by, "complaint.not_decided", {}, "PML-15");
    if (by == AnsweredBy::receipt_page && !c.party) return refuse_field("/by", "no_receipt");
    return ComplaintAnswered{by, std::move(words)};
}

}  // namespace maple::workforce
