// Every next step, of every stage, says who is answerable, by when, and what asks for it: an
// article of law, or a rule of the house with what follows when its time runs out.
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::dispute {

inline void PrintTo(Action action, std::ostream* out) { *out << boost::describe::enum_to_string(action, "?"); }

namespace {

using namespace testing;

std::vector<Action> every_action()
{
    std::vector<Action> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Action>>([&](auto one) { all.push_back(one.value); });
    return all;
}

Dispute with_session(std::optional<SessionResult> result)
{
    auto d = mediating();
    Session s;
    s.id = {301};
    s.kind = SessionKind::joint;
    s.planned_for = hours_later(24);
    if (result) s.held_at = monday;
    s.result = result;
    s.parties = {applicant, respondent};
    d.sessions = {s};
    return restaged(d);
}

Dispute with_risk(Dispute d, RiskKind kind, RiskLevel level)
{
    Risk risk;
    risk.id = {601};
    risk.kind = kind;
    risk.level = level;
    risk.raised_at = monday;
    d.risks = {risk};
    return restaged(d);
}

// Both are called to one hour, and then one of them tells of violence.
Dispute to_be_kept_apart() { return with_risk(with_session(std::nullopt), RiskKind::domestic_violence, RiskLevel::orange); }

Dispute signed_paper()
{
    auto d = drafted();
    auto& a = d.agreements.front();
    a.signatures = {{applicant, Signing::signature, monday}, {respondent, Signing::fingerprint, monday}};
    a.mediator_signed_at = monday;
    return restaged(d);
}

Dispute in_danger(Dispute d) { return with_risk(std::move(d), RiskKind::harm_to_minor, RiskLevel::red); }

Dispute paused()
{
    auto d = mediating();
    d.pauses = {{monday, {}, "appraisal"}};
    return restaged(d);
}

Dispute visited()
{
    auto d = visiting();
    Visit v;
    v.id = {901};
    v.at = hours_later(1);
    d.visits = {v};
    return restaged(d);
}

Dispute untold()
{
    auto d = mediating();
    d.parties.front().rights_told_at.reset();
    return restaged(d);
}

Dispute with_conflicts(std::vector<Conflict> conflicts)
{
    auto d = mediating();
    d.conflicts = std::move(conflicts);
    return restaged(d);
}

// Where a step comes next. A new step is entered here, or the test below says so.
struct Where {
    Action action;
    Dispute d;
    Instant now = hours_later(2);
};

std::vector<Where> where_each_comes_next()
{
    using enum Action;
    return {
        {decide_acceptance, requested()},
        {grade_and_divert, accepted()},
        {ask_consent, inviting()},
        {sign_for, diverted()},
        {appoint_mediator, received()},
        {tell_rights, untold()},
        {disclose, with_conflicts({})},
        {decide_conflict, with_conflicts({nothing_to_declare(), tie()})},
        {plan_session, mediating()},
        {hold_session, with_session(std::nullopt)},
        {call_off_session, to_be_kept_apart()},
        {reach_agreement, with_session(SessionResult::success)},
        {terminate, with_session(SessionResult::failed)},
        {resume_mediation, paused()},
        {collect_signatures, drafted()},
        {affix_seal, signed_paper()},
        {check_performance, agreed()},
        {urge_performance, agreed(), start_of(day("2023-12-05"))},  // promised for the first
        {make_visit, visiting()},
        {deliver_termination, terminated()},
        {archive, visited()},
        {report_risk, in_danger(mediating())},
    };
}

// "" when the step answers every question, else the first that it leaves open.
std::string left_open(Dispute const& d, Next const& next, Instant now)
{
    if (!next.organisation) return "who";
    if (!next.due) return "by when";
    if (next.deed.empty() || !permitted(d, next.deed)) return "by which deed";
    if (!next.statute.empty()) return book().statute(next.statute, date_in_beijing(now)) ? "" : "an article that the book knows";
    auto const* rule = book().clock(next.clock);
    if (!rule || rule->legal) return "by which law or rule of the house";
    return law::in(rule->consequence, "en").empty() || law::in(rule->consequence, "zh-CN").empty() ? "what follows" : "";
}

TEST(next, every_step_says_who_by_when_and_by_which_law_or_rule_of_the_house)
{
    auto const all = where_each_comes_next();
    for (auto const action : every_action()) {
        auto const one = std::find_if(all.begin(), all.end(), [&](Where const& w) { return w.action == action; });
        ASSERT_NE(one, all.end()) << "nobody says where this step comes next: " << ::testing::PrintToString(action);
        auto const next = next_step(one->d, book(), one->now);
        ASSERT_TRUE(next) << ::testing::PrintToString(action);
        EXPECT_EQ(next->action, action);
        EXPECT_EQ(left_open(one->d, *next, one->now), "") << ::testing::PrintToString(action);
    }
}

// "plan_session PML-21": what comes next, and the article that asks for it.
std::string asked_for(Dispute const& d)
{
    auto const next = next_step(d, book(), hours_later(2));
    return next ? boost::describe::enum_to_string(next->action, "?") + std::string(" ") + next->statute : "";
}

TEST(next, article_21_who_is_not_agreed_yet_is_called_to_a_meeting)
{
    EXPECT_EQ(asked_for(mediating()), "plan_session PML-21");
    EXPECT_EQ(asked_for(with_session(SessionResult::to_be_continued)), "plan_session PML-21");
}

TEST(next, article_22_what_was_planned_is_held_at_its_hour)
{
    auto const d = with_session(std::nullopt);
    EXPECT_EQ(asked_for(d), "hold_session PML-22");
    EXPECT_EQ(next_step(d, book(), hours_later(2))->due, d.sessions.front().planned_for);
}

TEST(next, article_23_rights_are_told_before_anybody_is_asked_to_sign_or_seal)
{
    for (auto d : {drafted(), signed_paper()}) {
        EXPECT_NE(asked_for(d), "tell_rights PML-23");
        d.parties.back().rights_told_at.reset();
        EXPECT_EQ(asked_for(d), "tell_rights PML-23");
        EXPECT_EQ(next_step(d, book(), hours_later(2))->subject, shown(respondent));
        d.parties.back().left = true;
        EXPECT_NE(asked_for(d), "tell_rights PML-23") << "who has left is told nothing more";
    }
}

TEST(next, article_23_who_joins_while_a_draft_is_open_is_told_first)
{
    auto d = drafted();
    d.parties.push_back(willing({103}, Side::respondent));
    EXPECT_EQ(asked_for(restaged(d)), "tell_rights PML-23");
    d.parties.back().rights_told_at = monday;
    EXPECT_EQ(asked_for(restaged(d)), "collect_signatures PML-29");
}

TEST(next, every_stage_says_so_with_and_without_danger)
{
    for (auto const stage : every_stage()) {
        if (is_over(stage)) continue;
        for (auto const& d : {at_stage(stage), in_danger(at_stage(stage))}) {
            auto const next = next_step(d, book(), hours_later(2));
            ASSERT_TRUE(next);
            EXPECT_EQ(left_open(d, *next, hours_later(2)), "") << ::testing::PrintToString(stage);
        }
    }
}

TEST(next, a_step_that_leaves_a_question_open_is_found)
{
    auto const d = diverted();
    auto const whole = *next_step(d, book(), hours_later(2));
    ASSERT_EQ(left_open(d, whole, hours_later(2)), "");
    auto const without = [&](auto take) {
        auto next = whole;
        take(next);
        return left_open(d, next, hours_later(2));
    };
    EXPECT_EQ(without([](Next& n) { n.organisation = {}; }), "who");
    EXPECT_EQ(without([](Next& n) { n.due.reset(); }), "by when");
    EXPECT_EQ(without([](Next& n) { n.deed = {}; }), "by which deed");
    EXPECT_EQ(without([](Next& n) { n.clock = {}; }), "by which law or rule of the house");
    EXPECT_EQ(without([](Next& n) { n.statute = "PML-99"; }), "an article that the book knows");
}

// --- The pause ---------------------------------------------------------------------------

TEST(next, a_pause_is_looked_at_again_after_ten_working_days_by_a_rule_of_the_house)
{
    auto const next = *next_step(paused(), book(), hours_later(2));
    EXPECT_EQ(next.action, Action::resume_mediation);
    EXPECT_EQ(next.person, chair);
    EXPECT_EQ(next.due, end_of(day("2023-12-04")));
    EXPECT_EQ(next.clock, "desk.pause");
    EXPECT_EQ(next.statute, "");
    auto const later = *next_step(paused(), book(), start_of(day("2024-01-20")));
    EXPECT_EQ(later.due, next.due) << "time that goes by does not move it";
}

TEST(next, a_pause_that_goes_on_and_is_begun_anew_costs_no_day_and_has_a_new_end)
{
    auto d = paused();
    auto const again = start_of(day("2023-12-04"));
    d.pauses.front().until = again;
    d.pauses.push_back({again, {}, "appraisal"});
    EXPECT_EQ(next_step(d, book(), again)->due, end_of(day("2023-12-18")));
    auto const at = start_of(day("2023-12-10"));
    EXPECT_EQ(mediation_clock(d, book(), at).at, mediation_clock(paused(), book(), at).at);
}

TEST(next, a_pause_of_a_time_that_cannot_be_stopped_is_ended_within_that_time)
{
    auto d = paused();
    d.kind = "other_labour";  // named so after the pause had begun
    auto const next = *next_step(d, book(), hours_later(2));
    EXPECT_EQ(next.action, Action::resume_mediation) << "no session is held before";
    EXPECT_EQ(next.due, mediation_clock(d, book(), hours_later(2)).at);
    EXPECT_EQ(next.statute, "LAB-14");
}

TEST(next, the_end_of_a_pause_stands_in_the_row_and_among_the_clocks)
{
    auto const end = end_of(day("2023-12-04"));
    EXPECT_EQ(row_of(paused(), book(), hours_later(2)).due_at, end);
    auto const running = clocks(paused(), book(), hours_later(2));
    EXPECT_TRUE(std::any_of(running.begin(), running.end(), [&](auto const& one) { return one.clock == "desk.pause" && one.at == end; }));
    auto over = paused();
    over.pauses.front().until = hours_later(1);
    for (auto const& one : clocks(over, book(), hours_later(2))) EXPECT_NE(one.clock, "desk.pause");
}

// --- Whose time it is ----------------------------------------------------------------------

TEST(next, an_appointment_before_the_end_of_the_time_of_mediation_sets_the_time_itself)
{
    auto d = with_session(std::nullopt);
    auto const soon = *next_step(d, book(), hours_later(2));
    EXPECT_EQ(soon.due, hours_later(24));
    EXPECT_EQ(soon.clock, "");
    ASSERT_EQ(soon.why.size(), 1u) << "how the time of mediation was counted is no reason for this day";
    EXPECT_EQ(soon.why.front().code, "clock.session_planned");
    d.sessions.front().planned_for = hours_later(24 * 60);
    EXPECT_EQ(next_step(d, book(), hours_later(2))->clock, "general");
}

TEST(next, the_notice_of_termination_has_a_time_of_its_own)
{
    EXPECT_EQ(next_step(terminated(), book(), hours_later(2))->clock, "desk.termination_delivery");
}

}  // namespace
}  // namespace maple::dispute
