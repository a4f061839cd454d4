#include "mediation/joint_rules.hpp"
#include "dispute/calls.hpp"
#include "dispute/life.hpp"
#include "dispute/testing.hpp"
#include "law/clock.hpp"

#include <gtest/gtest.h>

namespace maple::mediation {
namespace {

using namespace dispute::testing;
using dispute::Call;
using dispute::Stage;

Key const labour_office{31}, police{32}, whistle{801};

Call a_call(Key organisation = labour_office)
{
    Call call;
    call.id = whistle;
    call.organisation = organisation;
    call.scope = "/" + shown(organisation) + "/";
    call.called_at = monday;
    call.arrive_by = hours_later(1);
    call.answer_by = hours_later(48);
    return call;
}

std::string calling(Call call, Dispute const& d = mediating(), std::vector<Key> consented = {applicant, respondent})
{
    return said(call_department(d, std::move(call), std::move(consented), monday));
}

// A dispute in which one department was called and something has come of it.
Dispute called(std::function<void(Call&)> const& since = [](Call&) {})
{
    auto d = mediating();
    d.room.calls = {a_call()};
    since(d.room.calls.front());
    return d;
}

TEST(joint_mediation, article_20_a_department_comes_with_the_consent_of_all)
{
    EXPECT_EQ(calling(a_call()), "");
    EXPECT_EQ(calling(a_call(), mediating(), {applicant}), "call.not_consented PML-20");
    EXPECT_EQ(calling(a_call(), mediating(), {applicant, respondent, stranger}), "/consented/2 unknown_party");
    auto d = mediating();
    d.parties.back().left = true;
    EXPECT_EQ(calling(a_call(), d, {applicant}), "") << "who has left is not asked";
    only_at({Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating},
            [](auto const& x) { return call_department(x, a_call(), {applicant, respondent}, monday); });
}

TEST(joint_mediation, a_call_says_by_when)
{
    auto late = a_call();
    late.arrive_by = plus_seconds(monday, -1);
    EXPECT_EQ(calling(late), "/arrive_by in_the_past");
    auto twisted = a_call();
    twisted.answer_by = plus_seconds(twisted.arrive_by, -1);
    EXPECT_EQ(calling(twisted), "/answer_by answer_before_arrival");
}

TEST(joint_mediation, nobody_is_called_twice_or_calls_itself)
{
    EXPECT_EQ(calling(a_call(committee)), "/organisation call_oneself");
    EXPECT_EQ(calling(a_call(), called()), "call.running");
    EXPECT_EQ(calling(a_call(police), called()), "") << "another one may be called beside it";
    EXPECT_EQ(calling(a_call(), called([](Call& c) { c.declined_at = monday; })), "") << "and the same one again when it is over";
}

TEST(joint_mediation, peers_are_called_and_superiors_are_not)
{
    using enum registry::OrganisationKind;
    for (auto const kind : {department, police, court, petition_office, procuratorate, subdistrict_committee, social_committee}) EXPECT_TRUE(may_be_called(kind));
    for (auto const kind : {justice_bureau, personal_room, stationed_room, governance_centre}) EXPECT_FALSE(may_be_called(kind));
}

TEST(joint_mediation, a_department_accepts_once_and_declines_before_it_comes)
{
    EXPECT_EQ(said(accept_call(called(), whistle)), "");
    EXPECT_EQ(said(accept_call(called([](Call& c) { c.accepted_at = monday; }), whistle)), "call.accepted");
    EXPECT_EQ(said(accept_call(called(), Key{999})), "call.unknown");
    EXPECT_EQ(said(decline_call(called(), book(), whistle, "no_officer", {})), "");
    EXPECT_EQ(said(decline_call(called(), book(), whistle, "no_wish", {})), "/reason not_in_the_book");
    EXPECT_EQ(said(decline_call(called([](Call& c) { c.arrived_at = monday; }), book(), whistle, "no_officer", {})), "call.arrived");
    EXPECT_EQ(said(accept_call(called([](Call& c) { c.declined_at = monday; }), whistle)), "call.over");
}

TEST(joint_mediation, whoever_comes_has_accepted)
{
    auto const d = after(called(), arrive(called(), whistle).value());
    EXPECT_TRUE(dispute::call(d, whistle)->accepted_at);
    EXPECT_EQ(said(arrive(d, whistle)), "call.arrived");
}

TEST(joint_mediation, it_answers_when_it_has_come_and_hands_back_when_it_has_answered)
{
    auto const there = [](Call& c) { c.arrived_at = monday; };
    auto const answered = [](Call& c) { c.arrived_at = c.answered_at = monday; };
    EXPECT_EQ(said(answer_call(called(), whistle, {}, false, monday)), "call.not_arrived");
    EXPECT_EQ(said(answer_call(called(there), whistle, {}, false, monday)), "");
    EXPECT_EQ(said(answer_call(called(answered), whistle, {}, false, monday)), "call.answered");
    EXPECT_EQ(said(hand_back(called(there), whistle)), "call.not_answered");
    EXPECT_EQ(said(hand_back(called(answered), whistle)), "");
    EXPECT_EQ(said(call_off(called(there), whistle)), "");
}

TEST(joint_mediation, after_an_answer_nobody_accepts_declines_or_comes)
{
    for (bool const by_host : {false, true}) {
        auto const d = called([&](Call& c) { c.answered_at = monday, c.by_host = by_host; });
        EXPECT_EQ(said(accept_call(d, whistle)), "call.answered");
        EXPECT_EQ(said(decline_call(d, book(), whistle, "no_officer", {})), "call.answered");
        EXPECT_EQ(said(arrive(d, whistle)), "call.answered");
    }
}

TEST(joint_mediation, what_the_host_answered_the_department_puts_right_and_the_host_closes)
{
    auto const spoken_for = called([](Call& c) { c.answered_at = monday, c.by_host = true; });
    EXPECT_EQ(said(answer_call(spoken_for, whistle, {}, true, hours_later(60))), "call.answered") << "once";
    EXPECT_EQ(said(hand_back(spoken_for, whistle)), "call.answered_for") << "it had no part in it";
    auto const put_right = after(spoken_for, answer_call(spoken_for, whistle, {}, false, monday).value());
    EXPECT_FALSE(dispute::call(put_right, whistle)->by_host) << "the words are its own now";
    EXPECT_EQ(said(answer_call(put_right, whistle, {}, false, monday)), "call.answered") << "and are put right once";
    EXPECT_EQ(said(hand_back(put_right, whistle)), "");
    for (auto const& d : {spoken_for, put_right}) {
        auto const closed = after(d, call_off(d, whistle).value());
        EXPECT_TRUE(dispute::matter_of(closed, monday).called.empty());
        EXPECT_EQ(said(answer_call(closed, whistle, {}, false, monday)), "call.over");
    }
}

TEST(joint_mediation, the_host_closes_what_a_department_answered_and_never_handed_back)
{
    auto const answered = called([](Call& c) { c.arrived_at = c.answered_at = monday; });
    auto const closed = after(answered, call_off(answered, whistle).value());
    EXPECT_FALSE(dispute::running(closed, *dispute::call(closed, whistle)));
    EXPECT_EQ(said(hand_back(closed, whistle)), "call.over");
    EXPECT_EQ(said(call_off(closed, whistle)), "call.over");
}

TEST(joint_mediation, every_call_ends_with_its_dispute_at_the_latest)
{
    for (auto const& ended : {dispute::testing::agreed(), visiting(), terminated(), archived(), closed(dispute::Closing::transferred)}) {
        auto d = ended;
        d.room.calls = {a_call()};
        auto const& call = d.room.calls.front();
        EXPECT_FALSE(dispute::running(d, call));
        EXPECT_TRUE(dispute::matter_of(d, monday).called.empty()) << "the department is nothing to it any more";
        EXPECT_EQ(dispute::owed(d, call, book()), std::nullopt);
        EXPECT_FALSE(dispute::call_rows(d, book()).front().running);
    }
    auto d = dispute::testing::agreed();
    d.room.calls = {a_call()};
    EXPECT_EQ(dispute::ended_at(d, d.room.calls.front()), d.concluded_at);
    d.room.calls.front().ended_at = plus_seconds(monday, -60);
    EXPECT_EQ(dispute::ended_at(d, d.room.calls.front()), plus_seconds(monday, -60)) << "its own end came first";
    only_at({Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating}, [](Dispute x) {
        x.room.calls = {a_call()};
        return call_off(x, whistle);
    });
}

TEST(joint_mediation, the_host_speaks_for_an_absent_one_after_its_time_only)
{
    EXPECT_EQ(said(answer_call(called(), whistle, {}, true, hours_later(1))), "call.not_late_yet");
    EXPECT_EQ(said(answer_call(called(), whistle, {}, true, plus_seconds(hours_later(1), 1))), "");
    auto const there = called([](Call& c) { c.arrived_at = monday; });
    EXPECT_EQ(said(answer_call(there, whistle, {}, true, hours_later(2))), "call.not_late_yet");
    EXPECT_EQ(said(answer_call(there, whistle, {}, true, hours_later(49))), "");
}

TEST(joint_mediation, a_department_owes_its_arrival_then_its_answer_then_nothing)
{
    using enum dispute::CallStep;
    auto const d = mediating();
    auto call = a_call();
    EXPECT_EQ(dispute::owed(d, call, book()), (dispute::Owed{arrive, call.arrive_by})) << "it is to be there before it would have to say so";
    call.arrived_at = monday;
    EXPECT_EQ(dispute::owed(d, call, book()), (dispute::Owed{answer, call.answer_by}));
    call.answered_at = monday;
    EXPECT_EQ(dispute::owed(d, call, book()), std::nullopt);
}

TEST(joint_mediation, a_department_with_days_to_come_first_owes_its_word_within_a_working_day)
{
    using enum dispute::CallStep;
    auto d = called([](Call& c) { c.arrive_by = hours_later(80); });
    auto& call = d.room.calls.front();
    auto const said_by = law::due(book(), "desk.joint_answer", monday, monday).at;
    ASSERT_LT(said_by, call.arrive_by);
    EXPECT_EQ(dispute::owed(d, call, book()), (dispute::Owed{respond, said_by}));
    EXPECT_EQ(dispute::call_rows(d, book()).front().due_at, said_by) << "where lists are sorted by it";
    call.accepted_at = monday;
    EXPECT_EQ(dispute::owed(d, call, book()), (dispute::Owed{arrive, call.arrive_by}));
    EXPECT_EQ(dispute::call_rows(d, book()).front().due_at, call.arrive_by);
}

TEST(joint_mediation, a_called_department_is_something_to_the_dispute_until_it_hands_back)
{
    EXPECT_EQ(dispute::matter_of(called(), monday).called, std::vector<std::string>{"/" + shown(labour_office) + "/"});
    EXPECT_TRUE(dispute::matter_of(called([](Call& c) { c.ended_at = monday; }), monday).called.empty());
    EXPECT_TRUE(dispute::matter_of(called([](Call& c) { c.declined_at = monday; }), monday).called.empty());
}

}  // namespace
}  // namespace maple::mediation
