// A small model of a dispute, walked to its end: two parties, one promise, one risk, with the
// real rules and the real evolution. Every state that can be reached keeps the invariants of
// the life, and from every one of them an end can be reached.
#include "acceptance/rules.hpp"
#include "dispute/testing.hpp"
#include "diversion/conflicts.hpp"
#include "diversion/rules.hpp"
#include "followup/rules.hpp"
#include "mediation/rules.hpp"
#include "resolution/rules.hpp"

#include <deque>
#include <gtest/gtest.h>
#include <set>

namespace maple {
namespace {

using namespace dispute::testing;
using dispute::Consent;
using dispute::Dispute;
using dispute::Stage;

std::vector<std::string> const other_roads{"court_suit"};
Key const successor{12}, objection{702};

struct Walk {
    std::map<std::string, Dispute> met;
    std::map<std::string, std::set<std::string>> before;  // which states lead here
    std::deque<std::string> to_do;

    // Time stands still and versions do not count: two states differ by their facts alone.
    static std::string name_of(Dispute d)
    {
        d.version = 0;
        d.stage_since = monday;
        return json::serialize(Record<Dispute>::write(d));
    }

    void reach(Dispute d, std::string const& from)
    {
        auto const name = name_of(d);
        if (met.emplace(name, std::move(d)).second) to_do.push_back(name);
        if (!from.empty()) before[name].insert(from);
    }
};

// Takes every step that the rules allow.
struct Steps {
    Walk& walk;
    Dispute const& d;
    std::string const& from;
    template <class E> void operator()(Result<E> const& event)
    {
        if (event) walk.reach(after(d, *event, monday), from);
    }
};

void before_the_room(Steps& step)
{
    auto const& d = step.d;
    step(acceptance::accept(d, "n"));
    step(acceptance::refuse_request(book(), d, "sham", other_roads, {}));
    step(acceptance::advise(book(), d, "listened", {}));
    step(acceptance::transfer(book(), d, "place", {7}, {}));
    auto twin = accepted();
    twin.id = {1001};
    step(acceptance::merge(d, twin));
    step(acceptance::unmerge(d, ""));
    for (auto const party : {applicant, respondent})
        for (auto const said : {Consent::agreed, Consent::refused}) step(acceptance::record_consent(d, party, said, {}, false));
    registry::Organisation to;
    to.id = committee;
    to.kind = registry::OrganisationKind::community_committee;
    if (!d.grade) step(diversion::grade(d, book(), dispute::Grade::general, ""));
    step(diversion::divert(d, to, true, "", monday));
    step(diversion::receive(d, "n"));
    step(diversion::give_back(d, book(), "wrong_place", {}));
    for (auto const person : {chair, successor}) {
        workforce::Standing who;
        who.mediator = true;
        who.person = person;
        who.certificate.state = workforce::CertificateState::valid;
        bool const wanted = person == chair ? d.appointments.empty() : dispute::open_conflict(d, chair) != nullptr;
        if (wanted) step(diversion::appoint(d, book(), who, {true, false, "party_wish", {}}));
    }
}

// Keys are made anew each time; in the model a thing has one name.
template <class E> Result<E> named(Result<E> event, Key id)
{
    if (event) event->id = id;
    return event;
}

// Somebody in the chair who says that there is nothing, or a tie that one of the parties has to
// live with or not: by consent, by another mediator, or because there is none.
void between_them(Steps& step)
{
    auto const& d = step.d;
    auto const* sits = dispute::presiding(d);
    if (!sits) return;
    if (!dispute::disclosed(d, sits->person)) step(named(dispute::disclose(d, book(), sits->person, "", {}), {700 + sits->person.n}));
    bool const objected = dispute::conflict(d, objection) != nullptr;
    if (!objected && sits->person == chair && d.sessions.empty() && d.risks.empty()) step(named(diversion::challenge(d, book(), applicant, chair, "relative", {}), objection));
    step(diversion::go_on(d, objection, {applicant}));
    step(diversion::go_on(d, objection, {respondent}));
    for (auto const end : {dispute::ConflictEnd::replaced, dispute::ConflictEnd::unfounded, dispute::ConflictEnd::continued})
        step(diversion::decide(d, book(), objection, end, "too_remote", {}, {9}));
}

void in_the_room(Steps& step)
{
    auto const& d = step.d;
    if (!d.parties.back().rights_told_at) step(mediation::tell_rights(d, {applicant, respondent}, false, {}));
    dispute::Session s;
    s.id = {301};
    s.parties = {applicant, respondent};
    s.result = dispute::SessionResult::success;
    step(mediation::hold(d, book(), s, monday));
    bool const heard = d.stage == Stage::requested || d.stage == Stage::mediating;
    if (d.risks.empty() && heard && !dispute::conflict(d, objection)) {
        dispute::Risk red;
        red.id = {601};
        red.level = dispute::RiskLevel::red;
        step(mediation::raise_risk(d, red));
    }
    if (dispute::red_risk_unreported(d)) step(mediation::report_risk(d, {601}, "police", {}));  // more reports change no step
    step(mediation::clear_risk(d, {601}, {}));
    step(mediation::terminate(d, book(), "withdrawn", other_roads, {}));
    step(mediation::deliver(d, {}));
    if (d.agreements.empty()) {
        step(resolution::draft(d, written(), day("2023-11-20")));
        step(resolution::agree_orally(d, book(), written(), day("2023-11-20")));
    }
}

void afterwards(Steps& step)
{
    auto const& d = step.d;
    for (auto const party : {applicant, respondent}) step(resolution::sign(d, book(), paper, party, dispute::Signing::signature));
    for (auto const person : {chair, successor}) step(resolution::sign_as_mediator(d, paper, person));
    step(resolution::seal(d, paper, committee, true, "n"));
    step(resolution::perform(d, promise, {}, true, {}));
    step(resolution::waive(d, book(), promise, {applicant, dispute::By::in_person, {}}, date_in_beijing(monday)));
    dispute::Visit v;
    v.id = {901};
    v.answers = {{applicant, dispute::Satisfaction::satisfied}};
    if (d.visits.empty()) step(followup::visit(d, v));
    step(followup::archive(d, book(), "long"));
}

Walk walked(bool with_the_end = true)
{
    Walk walk;
    auto begin = requested();
    begin.parties.back().consent = Consent::not_asked;
    walk.reach(begin, "");
    while (!walk.to_do.empty() && walk.met.size() < 100000) {
        auto const name = walk.to_do.front();
        walk.to_do.pop_front();
        auto const d = walk.met.at(name);
        if (!with_the_end && d.termination) continue;
        Steps step{walk, d, name};
        before_the_room(step);
        between_them(step);
        in_the_room(step);
        afterwards(step);
    }
    return walk;
}

// The states from which no end can be reached.
std::size_t stranded(Walk const& walk)
{
    std::set<std::string> leads;
    std::deque<std::string> to_do;
    for (auto const& [name, d] : walk.met)
        if (dispute::is_over(d.stage) && leads.insert(name).second) to_do.push_back(name);
    while (!to_do.empty()) {
        auto const found = walk.before.find(to_do.front());
        to_do.pop_front();
        if (found == walk.before.end()) continue;
        for (auto const& earlier : found->second)
            if (leads.insert(earlier).second) to_do.push_back(earlier);
    }
    return walk.met.size() - leads.size();
}

TEST(model, from_every_state_an_end_can_be_reached)
{
    auto const walk = walked();
    EXPECT_GT(walk.met.size(), 100u);
    EXPECT_TRUE(walk.to_do.empty());
    EXPECT_EQ(stranded(walk), 0u);
    std::set<Stage> stages;
    for (auto const& [name, d] : walk.met) stages.insert(d.stage);
    EXPECT_EQ(stages.size(), every_stage().size());
}

TEST(model, without_the_way_after_a_termination_states_are_stranded)
{
    EXPECT_GT(stranded(walked(false)), 0u);  // the control: the walk does see dead ends
}

TEST(model, a_danger_was_met_and_reported_on_the_way_to_every_end)
{
    std::set<Stage> ends;  // or the invariant below would hold of nothing
    for (auto const& [name, d] : walked().met)
        if (dispute::is_over(d.stage) && !d.risks.empty()) ends.insert(d.stage);
    EXPECT_EQ(ends, (std::set{Stage::archived, Stage::advised, Stage::refused, Stage::transferred}));
}

TEST(model, every_state_keeps_the_invariants)
{
    for (auto const& [name, d] : walked().met) {
        EXPECT_EQ(dispute::next_step(d, book(), monday).has_value(), !dispute::is_over(d.stage));
        EXPECT_TRUE(dispute::answerable(d).organisation);
        EXPECT_EQ(d.requested_at, monday);
        for (auto const& s : d.sessions)
            for (auto const id : s.parties) EXPECT_TRUE(dispute::party(d, id)->rights_told_at);
        if (!d.sessions.empty()) {
            EXPECT_FALSE(d.conflicts.empty());  // ties were disclosed first
        }
        for (auto const& a : d.agreements) {
            if (a.oral || !a.effective_at) continue;
            EXPECT_TRUE(a.sealed_at && a.mediator_signed_at);
            EXPECT_EQ(a.signatures.size(), a.parties.size());
        }
        if (dispute::is_over(d.stage)) {
            EXPECT_FALSE(dispute::red_risk_unreported(d)) << ::testing::PrintToString(d.stage);
        }
        if (d.termination) {
            EXPECT_FALSE(d.termination->remedies.empty());
        }
    }
}

}  // namespace
}  // namespace maple
