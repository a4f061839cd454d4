#include "mediation/calendar_rules.hpp"
#include "dispute/testing.hpp"
#include "mediation/rules.hpp"

#include <gtest/gtest.h>

namespace maple::mediation {
namespace {

using namespace dispute::testing;

constexpr Key the_meeting{601};

Dispute with_session()
{
    auto d = mediating();
    dispute::Session s;
    s.id = the_meeting;
    s.planned_for = hours_later(48);
    s.minutes = 60;
    s.parties = {applicant};
    s.people = {chair};
    d.sessions = {s};
    return d;
}

dispute::Session another_day()
{
    dispute::Session s;
    s.id = Key{602};
    s.planned_for = hours_later(50);
    s.minutes = 60;
    s.parties = {applicant, respondent};
    s.people = {chair};
    return s;
}

TEST(cancelling, needs_a_reason_of_the_book_and_happens_once)
{
    auto const d = with_session();
    auto const done = cancel(d, book(), the_meeting, "party_cannot_come", {});
    ASSERT_TRUE(done);
    EXPECT_EQ(said(cancel(d, book(), the_meeting, "no_wish", {})), "/reason not_in_the_book");
    EXPECT_EQ(said(cancel(d, book(), Key{9}, "other", {})), "meeting.unknown");
    auto const after_it = after(d, *done);
    EXPECT_FALSE(dispute::awaited(after_it.sessions[0]));
    EXPECT_EQ(said(cancel(after_it, book(), the_meeting, "other", {})), "session.cancelled_already");
    auto held = d;
    held.sessions[0].held_at = hours_later(3);
    EXPECT_EQ(said(cancel(held, book(), the_meeting, "other", {})), "session.held_already");
}

TEST(cancelling, leaves_the_time_free_and_the_next_step_is_to_plan_again)
{
    auto const d = with_session();
    ASSERT_EQ(dispute::bookings(d).size(), 1u);
    EXPECT_TRUE(dispute::bookings(d)[0].holds);
    EXPECT_TRUE(dispute::bookings(after(d, *cancel(d, book(), the_meeting, "other", {}))).empty());
}

TEST(answering, is_for_a_called_party_before_the_session_begins)
{
    auto const d = with_session();
    EXPECT_EQ(said(answer(d, applicant, the_meeting, true, {}, hours_later(1))), "");
    EXPECT_EQ(said(answer(d, respondent, the_meeting, true, {}, hours_later(1))), "meeting.unknown") << "a separate talk does not exist for the other side";
    EXPECT_EQ(said(answer(d, applicant, the_meeting, true, {}, hours_later(49))), "session.over");
    auto cancelled = after(d, *cancel(d, book(), the_meeting, "other", {}));
    EXPECT_EQ(said(answer(cancelled, applicant, the_meeting, true, {}, hours_later(1))), "session.cancelled_already");
}

TEST(answering, whoever_cannot_come_names_up_to_three_times_that_have_not_gone)
{
    auto const d = with_session();
    auto const ask = [&](bool comes, std::vector<Instant> wishes) { return said(answer(d, applicant, the_meeting, comes, wishes, hours_later(1))); };
    EXPECT_EQ(ask(false, {hours_later(72)}), "");
    EXPECT_EQ(ask(false, {}), "/wishes wish_needed");
    EXPECT_EQ(ask(true, {hours_later(72)}), "/wishes comes_already");
    EXPECT_EQ(ask(false, {hours_later(0)}), "/wishes/0 in_the_past");
    EXPECT_EQ(ask(false, std::vector<Instant>(4, hours_later(72))), "/wishes too_many_items");
}

TEST(answering, the_last_word_of_a_party_stands_and_ends_when_the_session_moves)
{
    auto d = with_session();
    d = after(d, *answer(d, applicant, the_meeting, false, {hours_later(72)}, hours_later(1)));
    d = after(d, *answer(d, applicant, the_meeting, true, {}, hours_later(1)));
    ASSERT_EQ(d.sessions[0].answers.size(), 1u);
    EXPECT_TRUE(d.sessions[0].answers[0].comes);
    auto moved = d.sessions[0];
    moved.answers.clear();
    EXPECT_EQ(after(d, *plan(d, moved, monday)).sessions[0].answers.size(), 1u) << "the same time";
    moved.planned_for = hours_later(72);
    EXPECT_TRUE(after(d, *plan(d, moved, monday)).sessions[0].answers.empty());
}

TEST(planning, books_the_people_who_take_part_and_a_place_only_for_those_who_meet)
{
    auto const d = with_session();
    EXPECT_EQ(said(plan(d, another_day(), monday)), "");
    auto stranger_there = another_day();
    stranger_there.people = {chair, stranger};
    EXPECT_EQ(said(plan(d, stranger_there, monday)), "/people/1 not_taking_part");
    auto by_phone = another_day();
    by_phone.by = dispute::By::phone;
    by_phone.room = Key{7};
    EXPECT_EQ(said(plan(d, by_phone, monday)), "/room no_place_needed");
    auto const off = after(d, *cancel(d, book(), the_meeting, "other", {}));
    auto again = off.sessions[0];
    again.planned_for = hours_later(72);
    EXPECT_EQ(said(plan(off, again, monday)), "session.cancelled_already");
}

TEST(planning, who_no_longer_mediates_has_the_time_free_again)
{
    auto d = with_session();
    EXPECT_EQ(dispute::bookings(d)[0].takes.size(), 2u);
    for (auto& a : d.appointments) a.until = hours_later(2);
    EXPECT_EQ(dispute::bookings(d)[0].takes, std::vector{calendar::of_party(applicant)});
}

TEST(holding, keeps_what_was_planned_and_ends_the_booking)
{
    auto d = with_session();
    SessionHeld held{d.sessions[0]};
    held.session.minutes = 0;
    held.session.people.clear();
    d = after(d, held);
    EXPECT_EQ(d.sessions[0].minutes, 60);
    EXPECT_EQ(d.sessions[0].people, std::vector{chair});
    EXPECT_FALSE(dispute::bookings(d)[0].holds);
}

}  // namespace
}  // namespace maple::mediation
