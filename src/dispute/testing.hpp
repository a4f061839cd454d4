// For the tests of the rooms: a small dispute at each stage of its life, the book of
// Karamay, and refusals as short words.
#pragma once
#include "dispute/file.hpp"
#include "dispute/next.hpp"

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace maple::dispute {

inline void PrintTo(Stage stage, std::ostream* out) { *out << boost::describe::enum_to_string(stage, "?"); }

namespace testing {

inline Key const applicant{101}, respondent{102}, stranger{199}, chair{11}, promise{501}, paper{401};
inline Key const desk_office{1}, committee{2};
inline Instant const monday = instant_from_iso("2023-11-20T09:00:00+08:00").value();

inline Instant hours_later(int hours) { return plus_seconds(monday, hours * 3600); }
inline Date day(std::string_view iso) { return date_from_iso(iso).value(); }

inline law::Book const& book()
{
    static law::Book const in_force = law::open_book();
    return in_force;
}

// "" when nothing was refused; "code article", or "/field code" for a field.
template <class T> std::string said(Result<T> const& result)
{
    if (result) return "";
    auto const& no = result.error();
    auto words = no.problems.empty() ? no.code : no.problems.front().at + " " + no.problems.front().code;
    return no.article.empty() ? words : words + " " + no.article;
}

// What the dispute is once this has happened.
template <class E> Dispute after(Dispute d, E const& event, Instant at = hours_later(5))
{
    evolve(d, event, Moment{at, at, chair, {}});
    settle(d, at);
    return d;
}

inline Party willing(Key id, Side side)
{
    Party p;
    p.id = id;
    p.side = side;
    p.consent = Consent::agreed;
    p.consent_at = monday;
    return p;
}

inline Handling turn(Key organisation, Instant at, bool received = true)
{
    Handling h;
    h.organisation = organisation;
    h.scope = "/" + shown(organisation) + "/";
    h.sent_at = at;
    if (received) h.received_at = at;
    return h;
}

inline Agreement written(Date due = day("2023-12-01"))
{
    Agreement a;
    a.id = paper;
    a.parties = {applicant, respondent};
    Obligation o;
    o.id = promise;
    o.from = respondent;
    o.to = applicant;
    o.manner = Manner::cash;
    o.amount = Fen{100000};
    o.due = due;
    a.obligations = {o};
    return a;
}

inline Dispute restaged(Dispute d)
{
    settle(d, monday);
    return d;
}

inline Dispute requested()
{
    Dispute d;
    d.id = {1000};
    d.version = 1;
    d.kind = "neighbour";
    d.started_at = d.stage_since = monday;
    d.parties = {willing(applicant, Side::applicant), willing(respondent, Side::respondent)};
    d.parties.front().requested_at = d.requested_at = monday;
    d.handlings = {turn(desk_office, monday)};
    return restaged(d);
}

inline Dispute accepted()
{
    auto d = requested();
    d.accepted_at = monday;
    d.grade = Grade::general;
    return restaged(d);
}

inline Dispute diverted()
{
    auto d = accepted();
    d.diverted_at = monday;
    d.handlings.push_back(turn(committee, monday, false));
    return restaged(d);
}

inline Dispute received()
{
    auto d = diverted();
    d.handlings.back().received_at = monday;
    d.handlings.front().ended_at = monday;
    return restaged(d);
}

inline Dispute inviting()
{
    auto d = received();
    d.parties.back().consent = Consent::not_asked;
    return restaged(d);
}

inline Conflict nothing_to_declare(Key person = chair)
{
    Conflict c;
    c.id = {701};
    c.person = person;
    c.parties = {applicant, respondent};
    c.told_at = monday;
    return c;
}

// Something stands between the mediator and a party: disclosed, or brought forward by `by`.
inline Conflict tie(Key person = chair, Key by = {})
{
    Conflict c;
    c.id = {702};
    c.person = person;
    c.party = by;
    c.ground = "relative";
    c.told_at = monday;
    if (!by) c.parties = {applicant, respondent};
    return c;
}

inline Dispute mediating()
{
    auto d = received();
    d.appointments.push_back({chair, true, false, monday, {}, {}});
    for (auto& p : d.parties) p.rights_told_at = monday;
    d.conflicts = {nothing_to_declare()};
    return restaged(d);
}

inline Dispute drafted()
{
    auto d = mediating();
    d.agreements = {written()};
    return restaged(d);
}

inline Dispute agreed()
{
    auto d = drafted();
    auto& a = d.agreements.front();
    a.signatures = {{applicant, Signing::signature, monday}, {respondent, Signing::fingerprint, monday}};
    a.mediator_signed_at = a.sealed_at = a.effective_at = d.concluded_at = monday;
    return restaged(d);
}

inline Dispute visiting()
{
    auto d = agreed();
    auto& o = d.agreements.front().obligations.front();
    o.state = Promise::performed;
    o.settled_at = monday;
    return restaged(d);
}

inline Dispute terminated()
{
    auto d = mediating();
    d.termination = Termination{monday, "too_far_apart", {"court_suit"}, {}, {}};
    return restaged(d);
}

inline Dispute archived()
{
    auto d = visiting();
    d.archived_at = monday;
    return restaged(d);
}

inline Dispute closed(Closing how)
{
    auto d = requested();
    d.closed_at = monday;
    d.closed_as = how;
    return restaged(d);
}

// One dispute at each stage.
inline Dispute at_stage(Stage stage)
{
    switch (stage) {
    case Stage::requested: return requested();
    case Stage::accepted: return accepted();
    case Stage::inviting: return inviting();
    case Stage::diverted: return diverted();
    case Stage::mediating: return mediating();
    case Stage::agreed: return agreed();
    case Stage::visiting: return visiting();
    case Stage::archived: return archived();
    case Stage::advised: return closed(Closing::advised);
    case Stage::refused: return closed(Closing::refused);
    case Stage::terminated: return terminated();
    case Stage::transferred: return closed(Closing::transferred);
    }
    return {};
}

inline std::vector<Stage> every_stage()
{
    std::vector<Stage> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Stage>>([&](auto one) { all.push_back(one.value); });
    return all;
}

// Every deed that this stage refuses, said of a rule that is asked at every stage.
template <class Rule> void only_at(std::initializer_list<Stage> stages, Rule rule)
{
    for (auto const stage : every_stage()) {
        bool const may = std::find(stages.begin(), stages.end(), stage) != stages.end();
        auto const told = said(rule(at_stage(stage)));
        if (may == (told == "wrong_stage"))
            throw std::logic_error(std::string(boost::describe::enum_to_string(stage, "?")) + ": " + told);
    }
}

}  // namespace testing
}  // namespace maple::dispute
