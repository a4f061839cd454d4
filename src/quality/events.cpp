#include "quality/events.hpp"
#include "registry/roll.hpp"
#include "registry/standing.hpp"

#include <algorithm>

namespace maple::quality {
namespace {

template <class T> std::string without_scope(T const& thing)
{
    auto state = Record<T>::write(thing);
    state.as_object().erase("scope");
    return json::serialize(state);
}

}  // namespace

void evolve(Sample& s, SampleDrawn const& e, Moment const& m)
{
    s = e.sample;
    s.drawn_at = m.happened;
    s.drawn_by = m.person;
}

void evolve(Review& r, ReviewOpened const& e, Moment const&) { r = e.review; }

void evolve(Review& r, ReviewTaken const& e, Moment const&)
{
    r.reviewer = e.reviewer;
    r.status = Status::checking;
}

void evolve(Review& r, ReviewGivenBack const&, Moment const&)
{
    r.reviewer = {};
    r.status = Status::drawn;
}

void evolve(Review& r, ReviewAnswered const& e, Moment const&)
{
    for (auto const& one : e.answers) {
        auto const known = std::find_if(r.answers.begin(), r.answers.end(), [&](auto const& other) { return other.item == one.item; });
        if (known == r.answers.end()) r.answers.push_back(one);
        else *known = one;
    }
}

void evolve(Review& r, SentBack const& e, Moment const& m)
{
    if (!r.rounds.empty()) r.rounds.back().decided_at = m.happened;
    Round round;
    round.sent_at = m.happened;
    round.due = e.due;
    round.words = e.words;
    r.rounds.push_back(round);
    r.responsible = e.responsible;
    r.status = Status::mending;
    if (!r.checked_at) r.checked_at = m.happened;
}

void evolve(Review& r, Mended const& e, Moment const& m)
{
    r.status = Status::mended;
    if (r.rounds.empty()) return;
    r.rounds.back().mended_at = m.happened;
    r.rounds.back().mended_by = m.person;
    r.rounds.back().done = e.done;
}

void evolve(Review& r, ReviewClosed const&, Moment const& m)
{
    r.status = Status::closed;
    r.closed_at = m.happened;
    if (!r.checked_at) r.checked_at = m.happened;
    if (r.rounds.empty()) return;
    r.rounds.back().decided_at = m.happened;
    r.rounds.back().confirmed = true;
}

SampleRow row_of(Sample const& s) { return {s.id, s.version, s.organisation, s.scope, s.first_day, s.last_day, s.drawn_at, without_scope(s)}; }

ReviewRow row_of(Review const& r)
{
    ReviewRow row{r.id, r.version, r.sample, r.dispute, r.scope, r.status, or_none(r.reviewer), or_none(r.responsible), {}, {}, "", without_scope(r)};
    if (r.status == Status::mending && !r.rounds.empty()) row.due_on = r.rounds.back().due;
    if (r.checked_at) row.checked_in = iso(date_in_beijing(*r.checked_at)).substr(0, 7);
    for (auto const& one : r.answers)
        if (one.verdict == Verdict::fault) row.findings += (row.findings.empty() ? ";" : "") + one.item + ";";
    return row;
}

void refresh_scopes(Desk& desk, Sample& s)
{
    if (auto const office = registry::find_organisation(desk, s.organisation)) s.scope = office->path;
}

void refresh_scopes(Desk& desk, Review& r)
{
    if (auto const office = registry::find_organisation(desk, r.organisation)) r.scope = office->path;
}

Sample sample_from_state(Desk& desk, std::string_view state)
{
    auto s = from_record<Sample>(state);
    refresh_scopes(desk, s);
    return s;
}

Review review_from_state(Desk& desk, std::string_view state)
{
    auto r = from_record<Review>(state);
    refresh_scopes(desk, r);
    return r;
}

void move_scopes(Desk& desk, registry::PathChange const& change)
{
    for (auto const table : {"quality_sample", "quality_review"}) registry::rewrite_paths(desk, table, "scope", change);
}

}  // namespace maple::quality
