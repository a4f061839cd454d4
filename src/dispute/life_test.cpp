#include "dispute/testing.hpp"

#include <gtest/gtest.h>
#include <set>

namespace maple::dispute {
namespace {

using namespace testing;

TEST(life, a_deed_is_permitted_exactly_at_the_stages_that_the_table_lists)
{
    for (auto const& row : life())
        for (auto const stage : every_stage()) {
            bool const listed = std::find(row.from.begin(), row.from.end(), stage) != row.from.end();
            EXPECT_EQ(permitted(at_stage(stage), row.deed).has_value(), listed) << row.deed << " at " << ::testing::PrintToString(stage);
        }
}

TEST(life, a_deed_that_nobody_knows_is_permitted_nowhere)
{
    for (auto const stage : every_stage()) EXPECT_EQ(said(permitted(at_stage(stage), "no.such_deed")), "wrong_stage");
    EXPECT_EQ(permit("no.such_deed"), nullptr);
}

TEST(life, names_each_deed_once)
{
    std::set<std::string_view> met;
    for (auto const& row : life()) EXPECT_TRUE(met.insert(row.deed).second) << row.deed;
}

TEST(life, the_stage_is_read_off_the_facts)
{
    for (auto const stage : every_stage()) {
        EXPECT_EQ(stage_of(at_stage(stage)), stage);
        EXPECT_EQ(at_stage(stage).stage, stage);
    }
    EXPECT_EQ(stage_of(received()), Stage::diverted);  // no mediator yet
    EXPECT_EQ(stage_of(drafted()), Stage::mediating);
}

TEST(life, article_29_a_paper_without_the_seal_concludes_nothing)
{
    auto d = agreed();
    d.agreements.front().effective_at.reset();
    d.concluded_at.reset();
    EXPECT_EQ(stage_of(d), Stage::mediating);
}

TEST(life, article_33_only_a_written_agreement_runs_the_clock_of_the_way_to_the_court)
{
    auto const runs = [](Dispute const& d) {
        auto const running = clocks(d, book(), monday);
        return std::any_of(running.begin(), running.end(), [](auto const& one) { return one.clock == "confirmation"; });
    };
    auto d = agreed();
    EXPECT_TRUE(runs(d));
    d.agreements.front().oral = true;
    EXPECT_FALSE(runs(d)) << "JI22-354: the court confirms what is in writing";
}

TEST(life, spc16_20_after_filing_no_clock_of_the_way_to_the_court_runs)
{
    for (auto const& [clock, runs] : {std::pair{"court_before", true}, {"court_after", false}, {"court_after_simple", false}, {"", true}}) {
        auto d = agreed();
        d.handover = Handover{{900}, {40}, clock, 0};
        EXPECT_EQ(after_filing(d), !runs) << clock;
        EXPECT_EQ(may_go_to_court(d, book(), d.agreements.front()), runs) << clock;
        auto const running = clocks(d, book(), monday);
        EXPECT_EQ(std::any_of(running.begin(), running.end(), [](auto const& one) { return one.clock == "confirmation"; }), runs) << clock;
    }
    EXPECT_FALSE(after_filing(agreed())) << "nobody handed it over";
}

TEST(life, article_17_a_refusal_takes_the_dispute_out_of_the_room)
{
    auto d = mediating();
    d.parties.back().consent = Consent::refused;
    EXPECT_EQ(stage_of(d), Stage::inviting);
    d.parties.back().left = true;
    EXPECT_EQ(stage_of(d), Stage::mediating);
}

TEST(life, article_17_who_refuses_or_has_gone_is_told_of_no_session_that_is_still_to_come)
{
    auto d = mediating();
    Session s;
    s.id = {301};
    s.planned_for = hours_later(24);
    s.parties = {applicant, respondent};
    d.sessions = {s};
    auto const told = [&](Key party) { return is_told_of(d, d.sessions.front(), party, monday); };
    EXPECT_TRUE(told(applicant));
    EXPECT_TRUE(told(respondent));
    EXPECT_FALSE(told(stranger));

    auto& one = d.parties.back();
    one.consent = Consent::refused;
    EXPECT_FALSE(told(respondent));
    EXPECT_TRUE(told(applicant));
    one.consent = Consent::agreed;
    one.left = true;
    EXPECT_FALSE(told(respondent));
    EXPECT_EQ(next_step_for_party(d, book(), respondent, monday)->action, Action::plan_session) << "and does not learn the hour by the next step";
    EXPECT_EQ(next_step_for_party(d, book(), applicant, monday)->action, Action::hold_session);
    d.sessions.front().held_at = hours_later(24);
    EXPECT_TRUE(told(respondent)) << "what was held with it stays in its calendar";

    one.left = false;
    d.sessions.front().held_at.reset();
    Risk violence;
    violence.kind = RiskKind::domestic_violence;
    violence.raised_at = monday;
    d.risks = {violence};
    EXPECT_FALSE(told(applicant)) << "both sides are called, and kept apart";
    d.sessions.front().parties = {applicant};
    EXPECT_TRUE(told(applicant));
    EXPECT_FALSE(told(respondent));
}

TEST(life, every_live_stage_has_an_answerable_organisation_and_a_next_step)
{
    for (auto const stage : every_stage()) {
        auto const d = at_stage(stage);
        auto const next = next_step(d, book(), hours_later(1));
        EXPECT_EQ(next.has_value(), !is_over(stage)) << ::testing::PrintToString(stage);
        if (!next) continue;
        EXPECT_TRUE(next->organisation) << ::testing::PrintToString(stage);
        EXPECT_TRUE(permitted(d, next->deed)) << next->deed;
    }
}

TEST(life, min_11_suspected_harm_makes_a_reporting_task_at_once)
{
    for (auto const stage : every_stage()) {
        auto d = at_stage(stage);
        if (is_over(stage)) continue;
        Risk harm;
        harm.id = {601};
        harm.kind = RiskKind::harm_to_minor;
        harm.level = RiskLevel::red;
        harm.raised_at = monday;
        d.risks = {harm};
        auto const next = next_step(d, book(), monday);
        EXPECT_EQ(next->action, Action::report_risk);
        EXPECT_EQ(next->statute, "MIN-11");
        EXPECT_TRUE(permitted(d, next->deed));
    }
}

TEST(life, a_caller_is_allowed_what_stage_and_role_give_him)
{
    access::Caller const nobody;
    access::Caller const clerk{{1}, {2}, {{access::Role::desk_clerk, desk_office, "/" + shown(desk_office) + "/"}}};
    access::Caller const elsewhere{{1}, {2}, {{access::Role::director, {77}, "/" + shown(Key{77}) + "/"}}};
    for (auto const stage : every_stage()) {
        EXPECT_TRUE(allowed(at_stage(stage), nobody, monday).empty());
        EXPECT_TRUE(allowed(at_stage(stage), elsewhere, monday).empty());
    }
    auto const deeds = allowed(requested(), clerk, monday);
    EXPECT_TRUE(deeds.contains("acceptance.accepted"));
    EXPECT_TRUE(deeds.contains("mediation.risk_raised")) << "danger may be told by whoever hears of it";
    EXPECT_FALSE(deeds.contains("mediation.risk_cleared"));
    EXPECT_EQ(Deeds{}.names(), std::vector<std::string>{});
    for (auto const& name : deeds.names()) EXPECT_TRUE(deeds.contains(name)) << name;
}

}  // namespace
}  // namespace maple::dispute
