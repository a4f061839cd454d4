#include "mediation/rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::mediation {
namespace {

using namespace dispute::testing;
using dispute::Consent;
using dispute::SessionKind;
using dispute::Stage;

std::vector<std::string> const roads{"court_suit"};

dispute::Session meeting(SessionKind kind = SessionKind::joint, std::vector<Key> parties = {applicant, respondent})
{
    dispute::Session s;
    s.id = {301};
    s.kind = kind;
    s.parties = std::move(parties);
    s.result = dispute::SessionResult::to_be_continued;
    return s;
}

std::string held(Dispute const& d, dispute::Session s = meeting()) { return said(hold(d, book(), std::move(s), hours_later(1))); }

Dispute at_risk(dispute::RiskKind kind, dispute::RiskLevel level, Dispute d = mediating())
{
    dispute::Risk r;
    r.id = {601};
    r.kind = kind;
    r.level = level;
    r.raised_at = monday;
    d.risks = {r};
    return d;
}

TEST(mediation, article_23_each_party_is_told_its_rights)
{
    auto const tell = [](Dispute const& d, std::vector<Key> who) { return said(tell_rights(d, std::move(who), false, dispute::Tongue::ug)); };
    EXPECT_EQ(tell(mediating(), {applicant}), "");
    EXPECT_EQ(tell(mediating(), {}), "/parties party_needed");
    EXPECT_EQ(tell(mediating(), {stranger}), "/parties/0 unknown_party");
    EXPECT_EQ(tell(mediating(), {applicant, applicant}), "/parties/1 party_twice");
    auto d = mediating();
    d.parties.back().left = true;
    EXPECT_EQ(tell(d, {applicant, respondent}), "/parties/1 party_left");
    only_at({Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating},
            [](auto const& x) { return tell_rights(x, {applicant}, false, dispute::Tongue::zh); });
}

TEST(mediation, article_23_no_joint_session_before_rights_are_told)
{
    auto d = mediating();
    EXPECT_EQ(held(d), "");
    d.parties.back().rights_told_at.reset();
    EXPECT_EQ(held(d), "session.rights_not_told PML-23");
    d.parties.back().rights_told_at = hours_later(2);  // told only after it was held
    EXPECT_EQ(held(d), "session.rights_not_told PML-23");
    EXPECT_EQ(held(d, meeting(SessionKind::separate, {respondent})), "");
    EXPECT_EQ(held(d, meeting(SessionKind::investigation, {respondent})), "");
}

TEST(mediation, spc16_15_no_joint_session_before_ties_are_disclosed)
{
    auto d = mediating();
    d.conflicts.clear();
    EXPECT_EQ(held(d), "session.not_disclosed SPC16-15");
    EXPECT_EQ(held(d, meeting(SessionKind::separate, {respondent})), "") << "to hear one side is how one learns of them";
    EXPECT_EQ(held(d, meeting(SessionKind::investigation, {respondent})), "");
    d = mediating();
    EXPECT_EQ(held(d), "");
    d.appointments.push_back({{12}, false, false, monday, {}, {}});
    EXPECT_EQ(held(d), "session.not_disclosed SPC16-15") << "every mediator in the room";
    d.conflicts.push_back(nothing_to_declare({12}));
    EXPECT_EQ(held(d), "");
    d.conflicts.pop_back();
    d.appointments.back().until = monday;
    EXPECT_EQ(held(d), "") << "who is not appointed any more does not sit there";
    EXPECT_EQ(dispute::next_step(mediating(), book(), hours_later(1))->action, dispute::Action::plan_session);
}

TEST(mediation, spc16_15_whom_a_tie_bars_holds_no_session_until_all_wish_it)
{
    auto d = mediating();
    d.conflicts.push_back(tie());
    for (auto const kind : {SessionKind::joint, SessionKind::separate, SessionKind::investigation, SessionKind::conference}) {
        auto const s = meeting(kind, kind == SessionKind::joint ? std::vector{applicant, respondent} : std::vector{applicant});
        EXPECT_EQ(held(d, s), "session.conflict_open SPC16-15");
    }
    d.conflicts.back().consented = {applicant};
    EXPECT_EQ(held(d), "session.conflict_open SPC16-15");
    d.conflicts.back().consented = {applicant, respondent};
    EXPECT_EQ(held(d), "");
    d.conflicts.back() = tie({12});
    EXPECT_EQ(held(d), "") << "of somebody who is not appointed";
}

TEST(mediation, article_17_a_clear_refusal_ends_mediation)
{
    auto d = mediating();
    d.parties.back().consent = Consent::refused;
    d = after(d, RightsTold{{applicant}, false, {}});
    EXPECT_EQ(d.stage, Stage::inviting);
    EXPECT_EQ(held(d), "wrong_stage");
    EXPECT_EQ(held(d, meeting(SessionKind::separate, {respondent})), "session.refused PML-17");
    EXPECT_EQ(held(d, meeting(SessionKind::separate, {applicant})), "");
    EXPECT_EQ(dispute::next_step(d, book(), hours_later(6))->action, dispute::Action::terminate);
}

TEST(mediation, article_17_a_clear_refusal_ends_what_was_accepted_and_nothing_else_does)
{
    auto const ended = [](Dispute const& d) { return terminate(d, book(), "one_side_unwilling", roads, {}); };
    auto d = accepted();
    EXPECT_EQ(said(ended(d)), "termination.nobody_refuses PML-17");
    for (auto const unclear : {Consent::not_asked, Consent::unreachable}) {
        d.parties.back().consent = unclear;
        EXPECT_EQ(said(ended(d)), "termination.nobody_refuses PML-17");
        EXPECT_EQ(dispute::next_step(d, book(), hours_later(6))->action, dispute::Action::grade_and_divert);
    }
    d.parties.back().consent = Consent::refused;
    auto const next = dispute::next_step(d, book(), hours_later(6));
    EXPECT_EQ(next->action, dispute::Action::terminate);
    EXPECT_EQ(next->statute, "PML-17");
    EXPECT_EQ(next->organisation, desk_office);
    EXPECT_FALSE(next->person);
    EXPECT_EQ(after(d, ended(d).value()).stage, Stage::terminated);
}

TEST(mediation, article_17_another_of_the_same_side_is_asked_before_a_refusal_ends_mediation)
{
    auto d = dispute::testing::inviting();
    d.parties.back().consent = Consent::refused;
    d.parties.push_back(willing({103}, dispute::Side::respondent));
    d.parties.back().consent = Consent::not_asked;
    auto const next = [&] { return dispute::next_step(d, book(), hours_later(6))->action; };
    EXPECT_EQ(next(), dispute::Action::ask_consent);
    d.parties.back().consent = Consent::refused;
    EXPECT_EQ(next(), dispute::Action::terminate);
    d.parties.front().consent = Consent::not_asked;
    EXPECT_EQ(next(), dispute::Action::terminate) << "nobody is left to be mediated with";
}

TEST(mediation, article_17_a_party_that_has_refused_is_called_to_no_session)
{
    auto d = mediating();
    d.parties.back().consent = Consent::refused;
    auto const called = [&](SessionKind kind, std::vector<Key> who) {
        auto s = meeting(kind, std::move(who));
        s.planned_for = hours_later(48);
        return said(plan(d, std::move(s), monday));
    };
    EXPECT_EQ(called(SessionKind::joint, {applicant, respondent}), "/parties session.refused PML-17");
    EXPECT_EQ(called(SessionKind::separate, {respondent}), "/parties session.refused PML-17");
    EXPECT_EQ(called(SessionKind::separate, {applicant}), "");
    EXPECT_EQ(called(SessionKind::investigation, {respondent}), "") << "to ask what happened is no mediation";
    d.sessions = {meeting()};
    d.sessions.front().planned_for = hours_later(24);
    EXPECT_EQ(called(SessionKind::joint, {applicant, respondent}), "/parties session.refused PML-17") << "it was called before it refused";
    EXPECT_EQ(called(SessionKind::joint, {applicant}), "") << "moved without it";
    d.parties.back().consent = Consent::unreachable;
    EXPECT_EQ(called(SessionKind::joint, {applicant, respondent}), "") << "silence is not refusal";
}

TEST(mediation, article_17_silence_is_not_refusal)
{
    auto d = mediating();
    d.parties.back().consent = Consent::unreachable;
    EXPECT_EQ(held(d), "session.not_consented PML-17");
    EXPECT_EQ(held(d, meeting(SessionKind::separate, {respondent})), "");
}

TEST(mediation, article_20_participants_need_everybodys_consent)
{
    auto const ask = [](Dispute const& d, std::vector<Key> who) { return said(invite(d, {{701}, "uncle", {}, std::move(who)})); };
    EXPECT_EQ(ask(mediating(), {applicant, respondent}), "");
    EXPECT_EQ(ask(mediating(), {applicant}), "participant.not_consented PML-20");
    EXPECT_EQ(ask(requested(), {applicant, respondent}), "wrong_stage");
}

Dispute with_guest(Key person = {})
{
    return after(mediating(), invite(mediating(), {{701}, "uncle", {}, {applicant, respondent}, person}).value());
}

Dispute without_guest(Key person = {})
{
    auto const d = with_guest(person);
    return after(d, let_go(d, book(), {701}, "consent_withdrawn").value());
}

TEST(mediation, article_20_who_was_invited_leaves_when_a_party_no_longer_agrees)
{
    auto const ask = [](Dispute const& d, Key who, std::string reason) { return said(let_go(d, book(), who, std::move(reason))); };
    EXPECT_EQ(ask(with_guest(), {701}, "consent_withdrawn"), "");
    EXPECT_EQ(ask(with_guest(), {702}, "consent_withdrawn"), "participant.unknown");
    EXPECT_EQ(ask(with_guest(), {701}, "bad weather"), "/reason not_in_the_book");
    EXPECT_EQ(ask(without_guest(), {701}, "consent_withdrawn"), "participant.left");
    EXPECT_EQ(ask(requested(), {701}, "consent_withdrawn"), "wrong_stage");
    ASSERT_TRUE(without_guest().participants.front().left);
    EXPECT_EQ(without_guest().participants.front().left->reason, "consent_withdrawn") << "and keeps standing in the list";
}

TEST(mediation, who_left_reads_the_file_no_more_and_takes_part_in_nothing)
{
    Key const adviser{55};
    EXPECT_EQ(dispute::matter_of(with_guest(adviser), monday).participants, std::vector<Key>{adviser});
    EXPECT_TRUE(dispute::takes_part(with_guest(adviser), adviser));
    EXPECT_TRUE(dispute::matter_of(without_guest(adviser), monday).participants.empty());
    EXPECT_FALSE(dispute::takes_part(without_guest(adviser), adviser));
    auto learns = with_guest(adviser);
    learns.participants.front().role = dispute::apprentice;
    EXPECT_EQ(dispute::matter_of(learns, monday).apprentices, std::vector<Key>{adviser});
    learns = after(learns, let_go(learns, book(), {701}, "own_wish").value());
    EXPECT_TRUE(dispute::matter_of(learns, monday).apprentices.empty());
}

TEST(mediation, who_left_is_called_to_no_session_that_is_still_planned)
{
    Key const adviser{55};
    auto d = with_guest(adviser);
    auto planned = meeting();
    planned.minutes = 60;
    planned.people = {chair, adviser};
    planned.planned_for = hours_later(24);
    auto held_before = planned;
    held_before.id = {302};
    held_before.held_at = monday;
    d.sessions = {planned, held_before};
    d = after(d, let_go(d, book(), {701}, "consent_withdrawn").value());
    EXPECT_EQ(d.sessions[0].people, std::vector<Key>{chair});
    EXPECT_EQ(d.sessions[1].people, (std::vector<Key>{chair, adviser})) << "who was there was there";
}

TEST(mediation, who_had_left_was_at_no_session_after_that_and_may_have_been_at_one_before)
{
    auto s = meeting(SessionKind::investigation);
    s.participants = {{701}};
    EXPECT_EQ(said(hold(with_guest(), book(), s, hours_later(1))), "");
    auto d = without_guest();
    d.participants.front().left->at = hours_later(2);
    EXPECT_EQ(said(hold(d, book(), s, hours_later(1))), "") << "the record is written later";
    EXPECT_EQ(said(hold(d, book(), s, hours_later(2))), "/participants/0 participant_left");
}

TEST(mediation, who_left_is_invited_anew_and_takes_part_under_another_key)
{
    Key const adviser{55};
    dispute::Participant const again{{702}, "adviser", {}, {applicant, respondent}, adviser};
    EXPECT_EQ(said(invite(with_guest(adviser), again)), "/person participant_already");
    auto const d = after(without_guest(adviser), invite(without_guest(adviser), again).value());
    ASSERT_EQ(d.participants.size(), 2u);
    EXPECT_TRUE(d.participants[0].left && !d.participants[1].left);
    EXPECT_TRUE(dispute::takes_part(d, adviser));
    EXPECT_EQ(said(let_go(d, book(), {702}, "other")), "");
}

TEST(mediation, a_session_is_planned_for_a_time_to_come)
{
    auto s = meeting();
    EXPECT_EQ(said(plan(mediating(), s, monday)), "/planned_for in_the_past");
    s.planned_for = monday;
    EXPECT_EQ(said(plan(mediating(), s, hours_later(1))), "/planned_for in_the_past");
    s.planned_for = hours_later(2);
    EXPECT_EQ(said(plan(mediating(), s, monday)), "");
    auto d = mediating();
    d.sessions = {meeting()};
    d.sessions.front().held_at = monday;
    EXPECT_EQ(said(plan(d, s, monday)), "session.held_already");
    s.parties.clear();
    EXPECT_EQ(said(plan(mediating(), s, monday)), "/parties party_needed");
    EXPECT_EQ(said(plan(accepted(), s, monday)), "wrong_stage");
}

TEST(mediation, a_session_is_held_once_with_methods_of_the_book_and_a_result)
{
    auto d = mediating();
    auto s = meeting();
    s.methods = {"back_to_back"};
    EXPECT_EQ(held(d, s), "");
    s.methods = {"back_to_back", "threats"};
    EXPECT_EQ(held(d, s), "/methods/1 not_in_the_book");
    s = meeting();
    s.result.reset();
    EXPECT_EQ(held(d, s), "/result missing");
    EXPECT_EQ(held(d, meeting(SessionKind::separate)), "/parties separate_means_one_side");
    d = after(d, *hold(d, book(), meeting(), hours_later(1)), hours_later(1));
    EXPECT_EQ(held(d), "session.held_already");
    EXPECT_EQ(held(accepted()), "wrong_stage");
    EXPECT_EQ(held(diverted()), "wrong_stage");
}

TEST(mediation, dv_5_violence_keeps_the_sides_in_separate_rooms)
{
    auto d = at_risk(dispute::RiskKind::domestic_violence, dispute::RiskLevel::orange);
    EXPECT_EQ(held(d), "session.violence_apart DV-5");
    EXPECT_EQ(held(d, meeting(SessionKind::joint, {applicant})), "");
    EXPECT_EQ(held(d, meeting(SessionKind::separate, {respondent})), "");
    d.risks.front().cleared_at = monday;
    EXPECT_EQ(held(d), "");
}

TEST(mediation, dv_5_neither_is_a_meeting_of_both_planned_whatever_it_is_called)
{
    auto d = at_risk(dispute::RiskKind::domestic_violence, dispute::RiskLevel::red);
    auto const planned = [&](SessionKind kind, std::vector<Key> who) {
        auto s = meeting(kind, std::move(who));
        s.planned_for = hours_later(48);
        return said(plan(d, std::move(s), monday));
    };
    for (auto const kind : {SessionKind::joint, SessionKind::separate, SessionKind::investigation, SessionKind::conference}) {
        EXPECT_EQ(planned(kind, {applicant, respondent}), "session.violence_apart DV-5");
        EXPECT_EQ(planned(kind, {applicant}), "");
        if (kind != SessionKind::separate) { EXPECT_EQ(held(d, meeting(kind)), "session.violence_apart DV-5"); }
    }
    d.risks.front().cleared_at = monday;
    EXPECT_EQ(planned(SessionKind::joint, {applicant, respondent}), "");
    EXPECT_EQ(held(d, meeting(SessionKind::investigation)), "");
}

TEST(mediation, a_child_attends_with_a_guardian_who_is_not_accused)
{
    auto d = mediating();
    auto& child = d.parties.back();
    child.capacity = dispute::Capacity::none;
    EXPECT_EQ(held(d), "session.guardian_needed CC-20");
    child.capacity = dispute::Capacity::limited;
    EXPECT_EQ(held(d), "session.guardian_needed CC-19");
    child.guardian.emplace();
    EXPECT_EQ(held(d), "");
    child.guardian->accused = true;
    EXPECT_EQ(held(d), "session.guardian_accused MIN-11");
}

TEST(mediation, the_clock_stops_for_a_reason_of_the_book_and_runs_again)
{
    auto const d = mediating();
    EXPECT_EQ(said(pause(d, book(), "no_such")), "/reason not_in_the_book");
    EXPECT_EQ(said(resume(d, monday)), "pause.none");
    auto const still = after(d, *pause(d, book(), "appraisal"));
    EXPECT_EQ(said(pause(still, book(), "appraisal")), "pause.already");
    EXPECT_EQ(held(still), "session.paused");
    auto const on = after(still, *resume(still, hours_later(6)), hours_later(6));
    EXPECT_EQ(held(on), "");
    only_at({Stage::mediating}, [](auto const& x) { return pause(x, book(), "appraisal"); });
    only_at({Stage::mediating}, [](auto const& x) { return resume(x, monday); });
}

TEST(mediation, the_clock_stands_still_until_the_day_of_the_resumption_whenever_it_is_written_down)
{
    auto const still = after(mediating(), *pause(mediating(), book(), "appraisal"), hours_later(24));
    EXPECT_EQ(said(resume(still, hours_later(23))), "/happened_at before_the_pause");
    EXPECT_EQ(said(resume(still, hours_later(24))), "");
    auto on = still;
    evolve(on, *resume(still, hours_later(48)), Moment{hours_later(48), hours_later(240), chair, {}});
    auto const due = dispute::mediation_clock(on, book(), hours_later(240));
    EXPECT_FALSE(due.paused);
    EXPECT_EQ(iso(date_in_beijing(due.at)), "2023-12-22") << "two days stood still, not the ten until it was noted";
}

TEST(mediation, lab_14_a_clock_that_does_not_pause_is_not_paused)
{
    auto d = mediating();
    d.kind = "other_labour";
    EXPECT_EQ(said(pause(d, book(), "appraisal")), "pause.not_this_clock LAB-14");
}

TEST(mediation, time_is_extended_by_agreement_of_all_alone)
{
    auto const longer = [](Dispute const& d, std::int64_t days, std::vector<Key> who) { return said(extend(d, book(), {days}, std::move(who), monday)); };
    auto d = mediating();
    EXPECT_EQ(longer(d, 10, {applicant, respondent}), "");
    EXPECT_TRUE(longer(d, 10, {applicant}).starts_with("extend.not_agreed"));
    d.kind = "other_labour";
    EXPECT_EQ(longer(d, 10, {applicant, respondent}), "extend.not_this_clock LAB-14");
    only_at({Stage::mediating}, [](auto const& x) { return extend(x, book(), {10}, {applicant, respondent}, monday); });
}

TEST(mediation, spc16_27_the_parties_agree_on_as_much_time_as_they_like)
{
    auto const d = mediating();
    auto const much = extend(d, book(), {365}, {applicant, respondent}, monday);
    ASSERT_TRUE(much);
    EXPECT_EQ(iso(date_in_beijing(dispute::mediation_clock(after(d, *much), book(), monday).at)), "2024-12-19");
}

TEST(mediation, med_38_more_time_is_agreed_before_the_time_is_over_and_may_be_written_down_after_it)
{
    auto const agreed_at = [](Dispute const& d, int hours) { return said(extend(d, book(), {10}, {applicant, respondent}, hours_later(hours))); };
    auto d = mediating();
    d.kind = "medical";
    auto const over = 60 * 24;
    EXPECT_EQ(agreed_at(d, 1), "");
    EXPECT_EQ(agreed_at(d, over), "/happened_at time_was_over MED-38");
    EXPECT_EQ(agreed_at(after(d, *pause(d, book(), "appraisal")), over), "") << "it stands still";
    EXPECT_EQ(agreed_at(after(d, *extend(d, book(), {60}, {applicant, respondent}, monday)), over), "") << "it runs on";
}

TEST(mediation, moj75_33_thirty_days_are_a_rule_and_may_be_made_longer_when_they_are_over)
{
    EXPECT_EQ(said(extend(mediating(), book(), {10}, {applicant, respondent}, hours_later(31 * 24))), "");
}

TEST(mediation, a_note_is_of_a_kind_that_the_work_log_knows)
{
    EXPECT_EQ(said(note(mediating(), "call", {})), "");
    EXPECT_EQ(said(note(mediating(), "gossip", {})), "/kind not_in_the_book");
    EXPECT_EQ(said(note(archived(), "call", {})), "wrong_stage");
}

TEST(mediation, article_25_a_red_risk_is_reported_first_of_all)
{
    auto const d = at_risk(dispute::RiskKind::violence, dispute::RiskLevel::red);
    EXPECT_EQ(dispute::next_step(d, book(), hours_later(1))->action, dispute::Action::report_risk);
    EXPECT_EQ(said(clear_risk(d, {601}, {})), "risk.unreported PML-25");
    EXPECT_EQ(said(report_risk(d, {999}, "police", {})), "risk.unknown");
    auto const told = after(d, *report_risk(d, {601}, "police", {}));
    EXPECT_EQ(told.risks.front().reported_by, chair);
    EXPECT_NE(dispute::next_step(told, book(), hours_later(1))->action, dispute::Action::report_risk) << "the first report is what is owed at once";
    auto const over = after(told, *clear_risk(told, {601}, {}));
    EXPECT_EQ(said(clear_risk(over, {601}, {})), "risk.cleared");
    EXPECT_EQ(said(report_risk(over, {601}, "education", {})), "risk.cleared");
    EXPECT_EQ(said(clear_risk(over, {999}, {})), "risk.unknown");
    EXPECT_EQ(said(raise_risk(archived(), {})), "wrong_stage");
    EXPECT_EQ(said(raise_risk(requested(), {})), "");
}

TEST(mediation, min_11_harm_to_a_child_is_reported_to_several_and_each_is_kept)
{
    auto d = at_risk(dispute::RiskKind::harm_to_minor, dispute::RiskLevel::red);
    d = after(d, *report_risk(d, {601}, "police", Kept{{611}, {}, {}}), hours_later(1));
    d = after(d, *report_risk(d, {601}, "civil_affairs", Kept{{612}, {}, {}}), hours_later(2));
    d = after(d, *report_risk(d, {601}, "education", {}), hours_later(3));
    auto const& risk = d.risks.front();
    ASSERT_EQ(risk.reports.size(), 3u);
    EXPECT_EQ(risk.reports[1].to, "civil_affairs");
    EXPECT_EQ(risk.reports[1].receipt.id, Key{612});
    EXPECT_EQ(risk.reports[1].at, hours_later(2));
    EXPECT_EQ(risk.reports[1].by, chair);
    EXPECT_EQ(risk.reported_to, "police") << "the first one is what was owed at once";
    EXPECT_EQ(risk.reported_at, hours_later(1));
}

TEST(mediation, article_25_no_closing_while_a_red_risk_is_unreported)
{
    auto const d = at_risk(dispute::RiskKind::weapon, dispute::RiskLevel::red);
    EXPECT_EQ(said(terminate(d, book(), "withdrawn", roads, {})), "risk.unreported PML-25");
    auto const told = after(d, *report_risk(d, {601}, "police", {}));
    EXPECT_EQ(said(terminate(told, book(), "withdrawn", roads, {})), "");
}

TEST(mediation, article_26_no_termination_without_the_other_roads)
{
    EXPECT_EQ(said(terminate(mediating(), book(), "withdrawn", {}, {})), "/remedies remedies_needed PML-26");
    EXPECT_EQ(said(terminate(mediating(), book(), "withdrawn", {"no_such"}, {})), "/remedies/0 not_in_the_book");
    EXPECT_EQ(said(terminate(mediating(), book(), "no_such", roads, {})), "/reason not_in_the_book");
    EXPECT_EQ(after(mediating(), *terminate(mediating(), book(), "withdrawn", roads, {})).stage, Stage::terminated);
    only_at({Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating}, [](auto const& x) { return terminate(x, book(), "withdrawn", roads, {}); });
}

TEST(mediation, article_26_a_failure_is_concluded_when_its_notice_is_delivered)
{
    auto const d = terminated();
    EXPECT_FALSE(d.concluded_at);
    auto const told = after(d, *deliver(d, dispute::By::in_person), hours_later(8));
    EXPECT_EQ(told.concluded_at, hours_later(8));
    EXPECT_EQ(said(deliver(told, dispute::By::in_person)), "termination.delivered");
    EXPECT_EQ(said(deliver(agreed(), dispute::By::in_person)), "termination.none");
    EXPECT_EQ(said(deliver(mediating(), dispute::By::in_person)), "wrong_stage");
}

TEST(mediation, article_17_one_of_several_may_leave_and_the_others_go_on)
{
    auto d = mediating();
    EXPECT_EQ(said(leave(d, book(), respondent, {}, "withdrawn", roads)), "leave.last_of_its_side PML-26");
    d.parties.push_back(willing({103}, dispute::Side::respondent));
    EXPECT_EQ(said(leave(d, book(), stranger, {}, "withdrawn", roads)), "party.unknown");
    EXPECT_EQ(said(leave(d, book(), {103}, {}, "no_such", roads)), "/reason not_in_the_book");
    EXPECT_EQ(said(leave(d, book(), {103}, {}, "withdrawn", {})), "/remedies remedies_needed PML-26");
    EXPECT_EQ(said(leave(d, book(), {103}, {9}, "withdrawn", roads)), "member.unknown");
    auto const gone = after(d, *leave(d, book(), {103}, {}, "withdrawn", roads));
    EXPECT_EQ(said(leave(gone, book(), {103}, {}, "withdrawn", roads)), "party.left");
    EXPECT_EQ(gone.stage, Stage::mediating);
    EXPECT_EQ(said(leave(agreed(), book(), respondent, {}, "withdrawn", roads)), "wrong_stage");
}

TEST(mediation, a_dissenter_leaves_and_the_group_goes_on)
{
    auto d = mediating();
    d.parties.back().members.resize(2);
    d.parties.back().members[0].id = {801};
    auto const gone = after(d, *leave(d, book(), respondent, {801}, "withdrawn", roads));
    EXPECT_FALSE(gone.parties.back().left);
    EXPECT_TRUE(gone.parties.back().members[0].left);
    EXPECT_EQ(said(leave(gone, book(), respondent, {801}, "withdrawn", roads)), "party.left");
}

}  // namespace
}  // namespace maple::mediation
