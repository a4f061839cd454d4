#include "calendar/rules.hpp"
#include "law/clock.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple::calendar {
namespace {

law::Book const& book()
{
    static law::Book const in_force = law::open_book();
    return in_force;
}

Instant at(std::string_view text) { return instant_from_iso(std::string(text) + ":00+08:00").value(); }
Date day(std::string_view text) { return date_from_iso(text).value(); }

Hours const office{600, 1200, 840, 960, false};

template <class T> std::string said(Result<T> const& result)
{
    if (result) return "";
    return result.error().problems.empty() ? result.error().code : result.error().problems.front().at + " " + result.error().problems.front().code;
}

PlaceOpened sound() { return {Key{1}, {}, 8, office, true, false}; }

std::vector<Slot> slots(Wanted const& wanted, std::vector<Venue> venues, std::vector<Span> busy = {})
{
    return free_slots(book().calendar, book().planning, wanted, venues, busy);
}

Venue free_room(Key place = Key{7}) { return {place, office, {}}; }

TEST(places, one_with_sound_hours_may_be_opened)
{
    EXPECT_EQ(said(open_place(sound())), "");
    auto through = sound();
    through.hours.pause_from = through.hours.pause_until = 0;
    EXPECT_EQ(said(open_place(through)), "");
}

TEST(places, hours_that_cannot_be_are_refused_by_their_field)
{
    auto late = sound();
    late.hours.closes = 590;
    EXPECT_EQ(said(open_place(late)), "/hours/closes closes_before_it_opens");
    auto early = sound();
    early.hours.opens = -1;
    EXPECT_EQ(said(open_place(early)), "/hours/opens not_a_time_of_day");
    auto pause = sound();
    pause.hours.pause_until = 1300;
    EXPECT_EQ(said(open_place(pause)), "/hours/pause_from pause_outside_hours");
    auto cell = sound();
    cell.seats = 1;
    EXPECT_EQ(said(open_place(cell)), "/seats out_of_range");
}

TEST(places, a_closed_one_neither_changes_nor_closes_again_and_a_booked_one_does_not_close)
{
    Place place;
    EXPECT_EQ(said(close_place(place, 0)), "");
    EXPECT_EQ(said(close_place(place, 2)), "place.booked");
    place.closed_at = at("2023-11-20T09:00");
    EXPECT_EQ(said(close_place(place, 0)), "place.closed");
    EXPECT_EQ(said(change_place(place, {{}, 8, office, true, false})), "place.closed");
}

TEST(hours, the_pause_parts_the_day_and_days_off_have_none)
{
    EXPECT_EQ(open_on(book().calendar, office, day("2023-11-20")).size(), 2u);
    EXPECT_TRUE(open_on(book().calendar, office, day("2023-11-25")).empty()) << "a Saturday";
    EXPECT_TRUE(open_on(book().calendar, office, day("2023-10-02")).empty()) << "National Day";
    EXPECT_FALSE(open_on(book().calendar, office, day("2023-10-07")).empty()) << "a Saturday that is worked instead";
    auto daily = office;
    daily.every_day = true;
    EXPECT_FALSE(open_on(book().calendar, daily, day("2023-11-25")).empty());
    EXPECT_TRUE(is_open(book().calendar, office, {at("2023-11-20T10:00"), at("2023-11-20T14:00")}));
    EXPECT_FALSE(is_open(book().calendar, office, {at("2023-11-20T13:30"), at("2023-11-20T14:30")})) << "into the pause";
    EXPECT_FALSE(is_open(book().calendar, office, {at("2023-11-20T09:30"), at("2023-11-20T10:30")}));
}

TEST(lengths, are_those_of_the_rule_pack)
{
    EXPECT_EQ(said(sound_length(book().planning, 60)), "");
    EXPECT_EQ(said(sound_length(book().planning, 5)), "/minutes out_of_range");
    EXPECT_EQ(said(sound_length(book().planning, 600)), "/minutes out_of_range");
}

TEST(free_times, are_the_nearest_on_both_sides)
{
    Wanted const wanted{at("2023-11-21T11:00"), 60, at("2023-11-20T09:00")};
    Span const taken{at("2023-11-21T10:30"), at("2023-11-21T12:00")};
    auto const found = slots(wanted, {{Key{7}, office, {taken}}});
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].from, at("2023-11-21T12:00"));
    EXPECT_EQ(found[1].from, at("2023-11-21T13:00"));
    EXPECT_EQ(found[2].from, at("2023-11-21T16:00"));
}

TEST(free_times, reach_over_days_off_to_the_next_day_that_is_worked)
{
    Wanted const wanted{at("2023-09-28T19:00"), 60, at("2023-09-28T19:30")};
    auto const found = slots(wanted, {free_room()});
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(date_in_beijing(found[0].from), day("2023-10-07")) << "29 September to 6 October are off, the 7th is worked instead";
}

TEST(free_times, another_place_is_offered_on_a_day_on_which_the_wanted_one_is_never_free)
{
    Wanted const wanted{at("2023-11-21T11:00"), 60, at("2023-11-20T09:00")};
    Span const all_day{at("2023-11-21T10:00"), at("2023-11-21T20:00")};
    auto const found = slots(wanted, {{Key{7}, office, {all_day}}, free_room(Key{8})});
    ASSERT_EQ(found.size(), 3u);
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](Slot const& s) { return s.place == Key{8} && s.from == at("2023-11-21T11:00"); }));
    Span const an_hour{at("2023-11-21T11:00"), at("2023-11-21T12:00")};
    for (auto const& slot : slots(wanted, {{Key{7}, office, {an_hour}}, free_room(Key{8})})) EXPECT_EQ(slot.place, Key{7}) << "free that day, so no other is offered";
}

TEST(free_times, overlap_one_another_only_where_there_are_too_few)
{
    auto narrow = office;
    narrow.opens = 600, narrow.closes = 720, narrow.pause_from = narrow.pause_until = 0;
    std::vector<Span> all;
    for (int n = -40; n < 40; ++n)
        if (n != 0) all.push_back({start_of(plus_days(day("2023-11-21"), n)), start_of(plus_days(day("2023-11-21"), n + 1))});
    auto const found = slots({at("2023-11-21T10:00"), 60, at("2023-11-20T09:00")}, {{Key{7}, narrow, {}}}, all);
    EXPECT_EQ(found.size(), 3u) << "10:00, 10:30, 11:00";
}

// --- Whatever is asked, and however full the calendar is ------------------------------------------

struct Case {
    Wanted wanted;
    Hours hours;
    std::vector<Span> room, busy;
};

Case any_case()
{
    Case c;
    auto const base = at("2023-09-20T00:00");
    c.wanted.at = plus_seconds(base, *rc::gen::inRange(0, 30 * 24 * 4) * 900LL);
    c.wanted.minutes = *rc::gen::element(15, 30, 60, 90, 240);
    c.wanted.earliest = plus_seconds(base, *rc::gen::inRange(0, 20 * 24 * 4) * 900LL);
    c.hours = office;
    c.hours.every_day = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) c.hours.pause_from = c.hours.pause_until = 0;
    for (auto* list : {&c.room, &c.busy})
        for (int n = *rc::gen::inRange(0, 40); n > 0; --n) {
            auto const from = plus_seconds(base, *rc::gen::inRange(0, 60 * 24 * 4) * 900LL);
            list->push_back({from, plus_seconds(from, *rc::gen::inRange(1, 96) * 900LL)});
        }
    return c;
}

RC_GTEST_PROP(FreeTimes, never_overlap_what_is_taken_and_lie_within_the_hours_of_working_days, ())
{
    auto const c = any_case();
    for (auto const& slot : slots(c.wanted, {{Key{7}, c.hours, c.room}}, c.busy)) {
        Span const time{slot.from, slot.to};
        RC_ASSERT(slot.to == plus_seconds(slot.from, c.wanted.minutes * 60));
        RC_ASSERT(slot.from >= c.wanted.earliest);
        for (auto const& taken : c.room) RC_ASSERT(!overlap(time, taken));
        for (auto const& taken : c.busy) RC_ASSERT(!overlap(time, taken));
        RC_ASSERT(is_open(book().calendar, c.hours, time));
        if (!c.hours.every_day) RC_ASSERT(law::is_working_day(book().calendar, date_in_beijing(slot.from)));
    }
}

RC_GTEST_PROP(FreeTimes, are_three_wherever_the_horizon_has_three_and_in_order, ())
{
    auto const c = any_case();
    auto const found = slots(c.wanted, {{Key{7}, c.hours, c.room}}, c.busy);
    auto const all = free_slots(book().calendar, book().planning, c.wanted, std::vector<Venue>{{Key{7}, c.hours, c.room}}, c.busy, 100'000);
    RC_ASSERT(found.size() == std::min<std::size_t>(3, all.size()));
    RC_ASSERT(std::is_sorted(found.begin(), found.end()));
    // What was asked for is among them where it can be had.
    for (auto const& slot : all)
        if (slot.from == c.wanted.at) RC_ASSERT(std::find(found.begin(), found.end(), slot) != found.end());
}

}  // namespace
}  // namespace maple::calendar
