#include "app/agenda/items.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::app {
namespace {

using namespace dispute::testing;

std::vector<std::string> keys(dispute::Dispute const& d, Key reader, Instant now, std::vector<Away> const& leave = {})
{
    std::vector<std::string> all;
    for (auto const& one : reminders(d, book(), reader, leave, now)) all.push_back(one.key);
    std::sort(all.begin(), all.end());
    return all;
}

bool speaks_of(std::string const& key, dispute::Dispute const& d, Key reader, Instant now, std::vector<Away> const& leave = {})
{
    auto const all = keys(d, reader, now, leave);
    return std::find(all.begin(), all.end(), key) != all.end();
}

dispute::Dispute planned(int hours = 48)
{
    auto d = mediating();
    dispute::Session s;
    s.id = {601};
    s.planned_for = hours_later(hours);
    s.minutes = 60;
    s.parties = {applicant, respondent};
    s.people = {chair};
    d.sessions = {s};
    return d;
}

Instant on(std::string_view date) { return plus_seconds(start_of(day(date)), 10 * 3600); }

TEST(reminding, a_promise_is_named_from_three_days_before_until_it_is_settled)
{
    auto const d = agreed();  // due on 1 December
    EXPECT_FALSE(speaks_of("obligation_due", d, chair, on("2023-11-27")));
    EXPECT_TRUE(speaks_of("obligation_due", d, chair, on("2023-11-28")));
    EXPECT_TRUE(speaks_of("obligation_due", d, chair, on("2023-12-10"))) << "overdue";
    EXPECT_FALSE(speaks_of("obligation_due", visiting(), chair, on("2023-11-30")));
}

TEST(reminding, a_session_is_named_the_day_before_and_afterwards_until_it_is_written_up)
{
    auto const d = planned();  // Wednesday 09:00
    EXPECT_FALSE(speaks_of("session_soon", d, chair, on("2023-11-20")));
    EXPECT_TRUE(speaks_of("session_soon", d, chair, on("2023-11-21")));
    EXPECT_TRUE(speaks_of("session_unrecorded", d, chair, on("2023-11-22")));
    EXPECT_FALSE(speaks_of("session_soon", d, chair, on("2023-11-22")));
    auto held = d;
    held.sessions[0].held_at = hours_later(49);
    EXPECT_FALSE(speaks_of("session_unrecorded", held, chair, on("2023-11-23")));
    auto cancelled = d;
    cancelled.sessions[0].cancelled_at = hours_later(2);
    EXPECT_FALSE(speaks_of("session_unrecorded", cancelled, chair, on("2023-11-23")));
}

TEST(reminding, sessions_are_the_mediators_own)
{
    EXPECT_TRUE(keys(planned(), stranger, on("2023-11-21")).empty());
}

TEST(reminding, another_time_that_a_party_asks_for_is_named_as_long_as_it_lies_ahead)
{
    auto d = planned();
    d.sessions[0].answers = {{applicant, false, {hours_later(72)}, monday}};
    EXPECT_TRUE(speaks_of("time_asked", d, chair, hours_later(1)));
    d.sessions[0].answers[0].wishes = {monday};
    EXPECT_FALSE(speaks_of("time_asked", d, chair, hours_later(1)));
    d.sessions[0].answers = {{applicant, true, {}, monday}};
    EXPECT_FALSE(speaks_of("time_asked", d, chair, hours_later(1)));
}

TEST(reminding, a_mediator_whose_time_is_not_booked_or_who_is_away_is_told)
{
    auto d = planned();
    EXPECT_FALSE(speaks_of("session_unbooked", d, chair, hours_later(1)));
    EXPECT_FALSE(speaks_of("session_away", d, chair, hours_later(1), {{hours_later(100), hours_later(124)}}));
    EXPECT_TRUE(speaks_of("session_away", d, chair, hours_later(1), {{hours_later(40), hours_later(64)}}));
    d.sessions[0].people.clear();
    EXPECT_TRUE(speaks_of("session_unbooked", d, chair, hours_later(1)));
}

TEST(reminding, what_was_planned_with_both_is_to_be_called_off_once_they_are_kept_apart)
{
    auto d = planned();
    EXPECT_FALSE(speaks_of("session_apart", d, chair, hours_later(1)));
    dispute::Risk risk;
    risk.kind = dispute::RiskKind::domestic_violence;
    d.risks = {risk};
    EXPECT_TRUE(speaks_of("session_apart", d, chair, hours_later(1)));
    EXPECT_FALSE(speaks_of("session_soon", d, chair, hours_later(47))) << "nobody is reminded to hold it";
    d.sessions[0].parties = {applicant};
    EXPECT_FALSE(speaks_of("session_apart", d, chair, hours_later(1)));
    EXPECT_TRUE(speaks_of("session_soon", d, chair, hours_later(47)));
}

TEST(reminding, the_clock_of_the_law_is_named_a_week_before)
{
    auto const d = mediating();  // thirty days from 20 November
    EXPECT_FALSE(speaks_of("legal_clock", d, chair, on("2023-12-12")));
    EXPECT_TRUE(speaks_of("legal_clock", d, chair, on("2023-12-13")));
}

TEST(reminding, a_pause_is_named_three_days_before_it_is_looked_at_again_until_it_has_ended)
{
    auto d = mediating();
    d.pauses = {{monday, {}, "appraisal"}};  // ten working days end on 4 December
    EXPECT_FALSE(speaks_of("pause_again", d, chair, on("2023-11-30")));
    EXPECT_TRUE(speaks_of("pause_again", d, chair, on("2023-12-01")));
    EXPECT_TRUE(speaks_of("pause_again", d, chair, on("2023-12-20"))) << "overdue";
    EXPECT_FALSE(speaks_of("pause_again", d, stranger, on("2023-12-04"))) << "in the mediator's hands";
    EXPECT_TRUE(speaks_of("pause_again", d, stranger, on("2023-12-05"))) << "missed";
    d.pauses.front().until = hours_later(24);
    EXPECT_FALSE(speaks_of("pause_again", d, chair, on("2023-12-04")));
}

TEST(reminding, the_desk_and_the_director_hear_of_what_was_missed_in_others_hands)
{
    auto const d = agreed();
    EXPECT_FALSE(speaks_of("obligation_due", d, stranger, on("2023-11-30")));
    EXPECT_TRUE(speaks_of("obligation_due", d, stranger, on("2023-12-02")));
}

TEST(due, whom_an_order_protects_is_looked_after_every_month_while_it_is_in_force)
{
    dispute::Protection order;
    order.from = day("2023-11-01");
    EXPECT_EQ(next_protection_visit(order, book(), day("2023-11-20")), day("2023-12-01"));
    order.visits = {hours_later(0)};
    EXPECT_EQ(next_protection_visit(order, book(), day("2023-11-20")), day("2023-12-20"));
    order.until = day("2023-12-01");
    EXPECT_EQ(next_protection_visit(order, book(), day("2023-11-20")), std::nullopt);
    order.until = day("2023-11-10");
    EXPECT_EQ(next_protection_visit(order, book(), day("2023-11-20")), std::nullopt);
}

TEST(due, a_department_that_was_called_owes_its_arrival_and_then_its_answer)
{
    auto d = mediating();
    dispute::Call call;
    call.id = {801};
    call.called_at = monday;
    call.arrive_by = hours_later(24);
    call.answer_by = hours_later(72);
    d.room.calls = {call};
    auto const of_call = [&] {
        for (auto const& item : due_items(d, book(), hours_later(1)))
            if (item.kind == EntryKind::call) return item;
        return DueItem{};
    };
    EXPECT_EQ(of_call().about, "arrive");
    EXPECT_TRUE(speaks_of("call_late", d, chair, hours_later(25)));
    EXPECT_FALSE(speaks_of("call_late", d, chair, hours_later(23)));
    d.room.calls[0].arrived_at = hours_later(20);
    EXPECT_EQ(of_call().about, "answer");
    d.room.calls[0].answered_at = hours_later(30);
    EXPECT_EQ(of_call().about, "");
}

TEST(due, a_department_that_was_called_says_within_a_working_day_whether_it_comes)
{
    auto d = mediating();
    dispute::Call call;
    call.id = {801};
    call.called_at = monday;
    call.arrive_by = hours_later(72);
    call.answer_by = hours_later(96);
    d.room.calls = {call};
    auto const of_call = [&] {
        for (auto const& item : due_items(d, book(), hours_later(1)))
            if (item.kind == EntryKind::call) return item.about + " " + iso(date_in_beijing(item.due));
        return std::string();
    };
    EXPECT_EQ(of_call(), "respond 2023-11-21");
    EXPECT_FALSE(speaks_of("call_late", d, chair, on("2023-11-21")));
    EXPECT_TRUE(speaks_of("call_late", d, chair, on("2023-11-22")));
    d.room.calls[0].accepted_at = hours_later(2);
    EXPECT_EQ(of_call(), "arrive 2023-11-23");
    EXPECT_FALSE(speaks_of("call_late", d, chair, on("2023-11-22")));
}

TEST(due, whether_a_promise_was_kept_is_seen_to_within_three_working_days_of_its_day)
{
    auto const check = [](dispute::Dispute const& d, Instant now) {
        for (auto const& item : due_items(d, book(), now))
            if (item.about == "desk.obligation_check") return iso(date_in_beijing(item.due)) + " " + item.deed;
        return std::string();
    };
    EXPECT_EQ(check(agreed(), on("2023-12-01")), "") << "its last day is not over";  // a Friday
    EXPECT_EQ(check(agreed(), on("2023-12-02")), "2023-12-06 resolution.performed");
    EXPECT_EQ(check(agreed(), on("2023-12-20")), "2023-12-06 resolution.performed") << "overdue";
    EXPECT_EQ(check(visiting(), on("2023-12-02")), "");
    auto const all = keys(agreed(), chair, on("2023-12-05"));
    EXPECT_EQ(std::count(all.begin(), all.end(), "obligation_due"), 1) << "and is named once";
    EXPECT_EQ(std::count(all.begin(), all.end(), "legal_clock"), 0) << "no law says three days";
}

TEST(due, spc16_20_after_filing_nobody_is_told_of_a_last_day_for_confirmation)
{
    auto const told = [](std::string clock) {
        auto d = agreed();
        d.handover = dispute::Handover{{900}, {40}, std::move(clock), 0};
        auto const items = due_items(d, book(), hours_later(2));
        return std::any_of(items.begin(), items.end(), [](DueItem const& one) { return one.about == "confirmation"; });
    };
    EXPECT_TRUE(told("court_before"));
    EXPECT_FALSE(told("court_after"));
    EXPECT_FALSE(told("court_after_simple"));
}

TEST(due, an_imported_or_finished_dispute_asks_nothing)
{
    EXPECT_TRUE(due_items(archived(), book(), on("2024-01-01")).empty());
    auto old = agreed();
    old.historical = true;
    EXPECT_TRUE(due_items(old, book(), on("2024-01-01")).empty());
}

}  // namespace
}  // namespace maple::app
