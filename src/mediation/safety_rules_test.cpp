#include "mediation/safety_rules.hpp"
#include "dispute/testing.hpp"
#include "mediation/calendar_rules.hpp"
#include "mediation/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple::mediation {
namespace {

using namespace dispute::testing;
using dispute::Protection;
using dispute::ProtectionKind;
using dispute::RiskKind;
using dispute::RiskLevel;

Key const check{841}, order{851};
Date const today = day("2023-11-20");

dispute::SafetyCheck asked_of(Key party = applicant)
{
    dispute::SafetyCheck c;
    c.id = check;
    c.party = party;
    return c;
}

std::vector<std::string> actions_after(std::vector<std::string> const& yes) { return ask_safety(mediating(), book(), asked_of(), yes, chair).value().check.actions; }

Dispute measured(std::vector<std::string> actions)
{
    auto d = mediating();
    auto c = asked_of();
    c.actions = std::move(actions);
    d.room.checks = {c};
    return d;
}

Protection protecting(ProtectionKind kind = ProtectionKind::protection_order)
{
    Protection p;
    p.id = order;
    p.kind = kind;
    p.protects = applicant;
    p.against = respondent;
    p.from = day("2023-11-01");
    p.until = day("2024-05-01");
    return p;
}

dispute::Session joint()
{
    dispute::Session s;
    s.id = {301};
    s.kind = dispute::SessionKind::joint;
    s.parties = {applicant, respondent};
    s.result = dispute::SessionResult::to_be_continued;
    return s;
}

dispute::Session joint_on(std::string_view on)
{
    auto s = joint();
    s.planned_for = plus_seconds(start_of(day(on)), 11 * 3600);
    return s;
}

std::string planning(Dispute const& d, std::string_view on = "2023-11-22") { return said(plan(d, joint_on(on), monday)); }

std::string sitting_down(Dispute const& d) { return said(hold(d, book(), joint(), hours_later(1))); }

bool among(std::vector<std::string> const& list, std::string_view one) { return std::find(list.begin(), list.end(), one) != list.end(); }

TEST(safety, an_answer_leads_to_what_the_book_says_and_none_to_nothing)
{
    EXPECT_TRUE(actions_after({}).empty());
    EXPECT_TRUE(among(actions_after({"weapon"}), "call_police"));
    EXPECT_TRUE(among(actions_after({"child_present"}), "report_minor"));
    EXPECT_EQ(said(ask_safety(mediating(), book(), asked_of(), {"score"}, chair)), "/yes/0 not_in_the_book");
    EXPECT_EQ(said(ask_safety(mediating(), book(), asked_of(stranger), {}, chair)), "/party unknown_party");
    EXPECT_EQ(said(ask_safety(mediating(), book(), asked_of(), {}, stranger)), "vault.not_the_mediator PML-15");
}

RC_GTEST_PROP(safety, no_action_stands_twice_and_more_answers_never_lead_to_fewer_actions, ())
{
    std::vector<std::string> yes;
    for (auto const& question : book().safety)
        if (*rc::gen::arbitrary<bool>()) yes.push_back(question.key);
    auto const all = actions_after(yes);
    RC_ASSERT(std::set<std::string>(all.begin(), all.end()).size() == all.size());
    if (yes.empty()) return;
    yes.pop_back();
    for (auto const& action : actions_after(yes)) RC_ASSERT(among(all, action));
}

TEST(safety, every_risk_of_the_book_is_one_that_disputes_know)
{
    for (auto const& question : book().safety) {
        RiskKind kind{};
        RiskLevel level{};
        if (question.risk.empty()) continue;
        EXPECT_TRUE(boost::describe::enum_from_string(question.risk.c_str(), kind)) << question.key;
        EXPECT_TRUE(boost::describe::enum_from_string(question.level.c_str(), level)) << question.key;
    }
}

TEST(safety, min_11_a_hurt_child_is_to_be_reported_at_once)
{
    auto const risks = risks_of(mediating(), book(), {"child_present"});
    ASSERT_EQ(risks.size(), 1u);
    EXPECT_EQ(risks.front().kind, RiskKind::harm_to_minor);
    EXPECT_EQ(risks.front().level, RiskLevel::red);
}

TEST(safety, within_a_family_violence_is_domestic_and_what_stands_is_not_raised_again)
{
    auto d = mediating();
    EXPECT_EQ(risks_of(d, book(), {"violence"}).at(0).kind, RiskKind::violence);
    d.kind = "marriage_family";
    EXPECT_EQ(risks_of(d, book(), {"violence"}).at(0).kind, RiskKind::domestic_violence);
    EXPECT_EQ(risks_of(d, book(), {"violence", "injury"}).size(), 1u) << "two answers, one risk";
    EXPECT_EQ(risks_of(d, book(), {"violence", "injury"}).at(0).level, RiskLevel::red) << "at the higher level";
    dispute::Risk open;
    open.kind = RiskKind::domestic_violence;
    d.risks = {open};
    EXPECT_TRUE(risks_of(d, book(), {"violence"}).empty());
}

TEST(safety, dv_5_whom_a_check_keeps_apart_does_not_sit_in_one_room)
{
    EXPECT_EQ(sitting_down(mediating()), "");
    EXPECT_EQ(sitting_down(measured({"no_joint_session"})), "session.kept_apart DV-5");
    EXPECT_EQ(planning(measured({"no_joint_session"})), "session.kept_apart DV-5");
    EXPECT_EQ(sitting_down(measured({"second_mediator"})), "");
    EXPECT_EQ(planning(measured({"second_mediator"})), "");
    auto const free = after(measured({"no_joint_session"}), lift(measured({"no_joint_session"}), check, "no_joint_session", {}, chair, today).value());
    EXPECT_EQ(sitting_down(free), "");
    EXPECT_EQ(planning(free), "");
}

TEST(safety, dv_29_nobody_is_called_to_the_other_while_an_order_is_in_force_nor_for_a_day_on_which_it_will_be)
{
    auto d = mediating();
    d.room.protections = {protecting()};
    EXPECT_EQ(planning(d), "session.order_in_force DV-29");
    d.room.protections.front().until = day("2023-11-21");
    EXPECT_EQ(planning(d), "session.order_in_force DV-29") << "it has ended by then, and the hour would be told today";
    d.room.protections.front().from = day("2023-11-22");
    d.room.protections.front().until = day("2023-12-22");
    EXPECT_EQ(planning(d), "session.order_in_force DV-29") << "it begins on that day";
    EXPECT_EQ(planning(d, "2023-11-21"), "");
    d.room.protections.front().from = day("2023-11-01");
    d.room.protections.front().until = day("2023-11-19");
    EXPECT_EQ(planning(d), "");
}

TEST(safety, dv_5_what_was_planned_with_both_before_is_called_off_first_and_is_told_to_neither)
{
    auto d = mediating();
    d.sessions = {joint_on("2023-11-22")};
    auto const next = [&] { return *dispute::next_step(d, book(), monday); };
    EXPECT_EQ(next().action, dispute::Action::hold_session);
    EXPECT_EQ(said(answer(d, applicant, {301}, true, {}, monday)), "");
    d.room.checks = measured({"no_joint_session"}).room.checks;
    EXPECT_EQ(next().action, dispute::Action::call_off_session);
    EXPECT_EQ(next().deed, "mediation.session_cancelled");
    EXPECT_EQ(next().subject, shown(Key{301}));
    EXPECT_EQ(next().statute, "DV-5");
    EXPECT_EQ(next().due, joint_on("2023-11-22").planned_for);
    for (auto const party : {applicant, respondent}) EXPECT_EQ(said(answer(d, party, {301}, true, {}, monday)), "meeting.unknown");
    for (auto const party : {applicant, respondent}) {
        auto const told = *dispute::next_step_for_party(d, book(), party, monday);
        EXPECT_EQ(told.action, dispute::Action::plan_session) << "what one side said about the other is told to nobody";
        EXPECT_NE(told.due, next().due) << "and the hour neither";
    }
    d.room.protections = {protecting()};
    EXPECT_EQ(next().statute, "DV-29");
    auto const off = after(d, cancel(d, book(), {301}, "other", {}).value());
    EXPECT_EQ(dispute::next_step(off, book(), monday)->action, dispute::Action::plan_session);
    d.sessions.front().parties = {applicant};
    EXPECT_EQ(next().action, dispute::Action::hold_session) << "one side alone may come";
    EXPECT_EQ(dispute::next_step_for_party(d, book(), applicant, monday)->due, next().due);
    EXPECT_NE(dispute::next_step_for_party(d, book(), respondent, monday)->due, next().due) << "and the other does not learn when";
}

TEST(safety, a_danger_is_told_to_no_party_as_the_next_step)
{
    auto d = mediating();
    dispute::Risk red;
    red.id = {601};
    red.kind = RiskKind::domestic_violence;
    red.level = RiskLevel::red;
    d.risks = {red};
    d.sessions = {joint_on("2023-11-22")};
    EXPECT_EQ(dispute::next_step(d, book(), monday)->action, dispute::Action::report_risk) << "before anything else";
    for (auto const party : {applicant, respondent}) EXPECT_EQ(dispute::next_step_for_party(d, book(), party, monday)->action, dispute::Action::plan_session);
    d.risks.front().reported_at = monday;
    EXPECT_EQ(dispute::next_step(d, book(), monday)->action, dispute::Action::call_off_session);
}

TEST(safety, dv_29_a_protection_order_keeps_the_sides_apart_while_it_is_in_force)
{
    auto d = mediating();
    d.room.protections = {protecting()};
    EXPECT_EQ(sitting_down(d), "session.order_in_force DV-29");
    d.room.protections.front().until = day("2023-11-19");
    EXPECT_EQ(sitting_down(d), "");
    d.room.protections = {protecting(ProtectionKind::warning_letter)};
    EXPECT_EQ(sitting_down(d), "") << "a warning letter is watched, it forbids nothing";
}

TEST(safety, a_measure_is_lifted_with_a_reason_but_not_against_an_order)
{
    auto d = measured({"hide_address", "second_mediator"});
    EXPECT_EQ(said(lift(d, check, "second_mediator", {}, chair, today)), "");
    EXPECT_EQ(said(lift(d, check, "shelter", {}, chair, today)), "safety.not_held");
    EXPECT_EQ(said(lift(d, Key{999}, "hide_address", {}, chair, today)), "safety.unknown");
    d.room.protections = {protecting()};
    EXPECT_EQ(said(lift(d, check, "hide_address", {}, chair, today)), "safety.order_in_force DV-29");
    EXPECT_EQ(said(lift(d, check, "second_mediator", {}, chair, today)), "");
}

TEST(safety, dv_30_an_order_ends_within_six_months)
{
    EXPECT_EQ(said(file_protection(mediating(), book(), protecting())), "");
    auto one = protecting();
    one.until = day("2024-05-02");
    EXPECT_EQ(said(file_protection(mediating(), book(), one)), "/until order_too_long DV-30");
    one.until.reset();
    EXPECT_EQ(said(file_protection(mediating(), book(), one)), "/until missing DV-30");
    one.kind = ProtectionKind::warning_letter;
    EXPECT_EQ(said(file_protection(mediating(), book(), one)), "") << "a warning letter has no end of its own";
    one = protecting();
    one.until = day("2023-10-31");
    EXPECT_EQ(said(file_protection(mediating(), book(), one)), "/until end_before_begin");
    one = protecting();
    one.against = applicant;
    EXPECT_EQ(said(file_protection(mediating(), book(), one)), "/against protected_from_itself");
    one.against = stranger;
    EXPECT_EQ(said(file_protection(mediating(), book(), one)), "/against unknown_party");
}

TEST(safety, dv_17_the_committee_visits_whom_a_letter_protects)
{
    auto d = mediating();
    EXPECT_EQ(said(visit_protected(d, order, {})), "protection.unknown");
    d.room.protections = {protecting(ProtectionKind::warning_letter)};
    d = after(d, visit_protected(d, order, {}).value());
    EXPECT_EQ(d.room.protections.front().visits.size(), 1u);
}

dispute::ChildHeard child(Key party = {})
{
    dispute::ChildHeard c;
    c.id = {861};
    c.party = party;
    if (!party) c.name = Kept{{862}, {}, {}};
    c.birth_year = 2013;
    c.wish = Kept{{863}, {}, {}};
    return c;
}

TEST(safety, min_107_a_child_is_heard_and_a_mark_of_it_stands_on_the_file)
{
    auto const hearing = [](dispute::ChildHeard c, Dispute const& d = mediating(), Key person = chair) { return said(hear_child(d, book(), std::move(c), person, today)); };
    EXPECT_EQ(hearing(child()), "");
    EXPECT_EQ(hearing(child(), mediating(), stranger), "vault.not_the_mediator PML-15");
    EXPECT_EQ(hearing(child(stranger)), "/party unknown_party");
    auto c = child();
    c.name = {};
    EXPECT_EQ(hearing(c), "/name missing");
    c = child();
    c.birth_year = 2004;
    EXPECT_EQ(hearing(c), "/birth_year not_a_child MIN-107");
    c.birth_year = 2005;
    EXPECT_EQ(hearing(c), "") << "eighteen in this year, and perhaps not yet";
    c.birth_year = 2024;
    EXPECT_EQ(hearing(c), "/birth_year in_the_future");
    c = child();
    c.with = dispute::HeardWith::trusted;
    EXPECT_EQ(hearing(c), "/company missing");
    c = child();
    c.wish = {};
    EXPECT_EQ(hearing(c), "/wish missing");
    c.wish_apart = Kept{{864}, {}, {}};
    EXPECT_EQ(hearing(c), "");
    auto const d = after(mediating(), hear_child(mediating(), book(), child(), chair, today).value());
    ASSERT_EQ(d.room.children.size(), 1u);
    EXPECT_EQ(d.room.children.front().by, chair);
    EXPECT_EQ(d.room.children.front().at, hours_later(5));
}

TEST(safety, min_11_a_guardian_who_is_accused_is_not_by_when_the_child_is_heard)
{
    auto d = mediating();
    auto& p = *dispute::party(d, applicant);
    p.birth_year = 2013;
    p.guardian = dispute::Guardian{};
    auto c = child(applicant);
    c.with = dispute::HeardWith::guardian;
    c.company = Kept{{865}, {}, {}};
    EXPECT_EQ(said(hear_child(d, book(), c, chair, today)), "");
    p.guardian->accused = true;
    EXPECT_EQ(said(hear_child(d, book(), c, chair, today)), "child.guardian_accused MIN-11");
    c.with = dispute::HeardWith::alone;
    EXPECT_EQ(said(hear_child(d, book(), c, chair, today)), "");
}

}  // namespace
}  // namespace maple::mediation
