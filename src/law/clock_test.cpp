#include "law/clock.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple::law {
namespace {

Book const& karamay_book()
{
    static Book const karamay = open_book();
    return karamay;
}

Date day(std::string_view text) { return *date_from_iso(text); }
Instant noon(std::string_view text) { return at_clock(day(text), 12); }

std::string last_day(std::string_view clock, std::string_view trigger)
{
    return iso(date_in_beijing(due(karamay_book(), clock, noon(trigger), noon(trigger)).at));
}

Pause pause(std::string_view from, std::string_view until) { return {noon(from), noon(until), "appraisal"}; }

Due general(std::string_view trigger, std::vector<Pause> const& pauses, std::vector<Extension> const& extensions, std::string_view now)
{
    return due(karamay_book(), *karamay_book().clock("general"), noon(trigger), pauses, extensions, noon(now));
}

// "started 2024-03-01; rolled 2024-03-31 2024-04-01 @holiday.weekend; …"
std::string told(Due const& due)
{
    std::string text;
    for (auto const& clause : due.why) {
        text += (text.empty() ? "" : "; ") + clause.code.substr(6);
        for (auto const& param : clause.params) text += " " + param.value;
    }
    return text;
}

// A clock that the tables do not have, for properties.
ClockRule plain(int length, Unit unit)
{
    ClockRule rule;
    rule.key = "plain";
    rule.length = length;
    rule.unit = unit;
    rule.may_pause = rule.may_extend = true;
    return rule;
}

Instant instant_in_known_years()
{
    auto const from = start_of(karamay_book().calendar.known_from).us, until = start_of(day("2026-06-30")).us;
    return {*rc::gen::inRange<std::int64_t>(from, until)};
}

std::vector<Pause> some_pauses(Instant trigger)
{
    std::vector<Pause> pauses;
    for (int n = *rc::gen::inRange(0, 4); n > 0; --n) {
        auto const from = plus_seconds(trigger, *rc::gen::inRange(-5, 60) * 86'400LL + *rc::gen::inRange(0, 86'400));
        pauses.push_back({from, plus_seconds(from, *rc::gen::inRange(0, 20 * 86'400)), "appraisal"});
    }
    return pauses;
}

}  // namespace

// --- People's Mediation Law, labour, medical, courts -----------------------------------------

TEST(Clock, article_33_the_thirty_days_for_confirmation_roll_from_a_sunday_to_monday)
{
    auto const window = due(karamay_book(), "confirmation", noon("2024-03-01"), noon("2024-03-02"));
    EXPECT_EQ(iso(window.at), "2024-04-01T23:59:59.999999+08:00");
    EXPECT_EQ(window.statute, "PML-33");
    EXPECT_EQ(told(window), "started 2024-03-01; first_day_not_counted; length 30 @unit.days; "
                            "rolled 2024-03-31 2024-04-01 @holiday.weekend; due 2024-04-01");
}

TEST(Clock, lab_14_labour_has_fifteen_calendar_days_from_receipt_whatever_the_weekday)
{
    EXPECT_EQ(last_day("labour", "2023-11-02"), "2023-11-17");
    EXPECT_EQ(last_day("labour", "2023-09-20"), "2023-10-05");  // within the holiday: the worker's right does not wait
}

TEST(Clock, lab_14_labour_can_neither_be_paused_nor_extended)
{
    auto const labour = due(karamay_book(), *karamay_book().clock("labour"), noon("2023-11-02"), {pause("2023-11-05", "2023-11-09")},
                            {{10, noon("2023-11-06")}}, noon("2023-11-10"));
    EXPECT_EQ(iso(date_in_beijing(labour.at)), "2023-11-17");
    EXPECT_FALSE(labour.paused);
    EXPECT_EQ(told(labour), "started 2023-11-02; first_day_not_counted; length 15 @unit.days; not_pausable; "
                            "not_extendable; due 2023-11-17");
}

TEST(Clock, med_38_medical_has_thirty_working_days_across_national_day)
{
    auto const medical = due(karamay_book(), "medical", noon("2023-09-20"), noon("2023-09-21"));
    EXPECT_EQ(iso(date_in_beijing(medical.at)), "2023-11-07");
    EXPECT_EQ(told(medical), "started 2023-09-20; first_day_not_counted; length 30 @unit.working_days; "
                             "working_days 30 18; due 2023-11-07");
}

TEST(Clock, med_38_time_for_an_appraisal_is_not_counted)
{
    auto const medical = due(karamay_book(), *karamay_book().clock("medical"), noon("2023-11-06"), {pause("2023-11-13", "2023-11-24")}, {},
                             noon("2023-12-01"));
    EXPECT_EQ(iso(date_in_beijing(medical.at)), "2024-01-02");  // ten working days later than 18 December, over New Year
}

TEST(Clock, moj75_33_general_mediation_has_thirty_days)
{
    EXPECT_EQ(last_day("general", "2023-11-20"), "2023-12-20");
}

TEST(Clock, spc16_27_a_court_gives_thirty_fifteen_or_seven_days)
{
    EXPECT_EQ(last_day("court_before", "2023-11-20"), "2023-12-20");
    EXPECT_EQ(last_day("court_after", "2023-11-20"), "2023-12-05");
    EXPECT_EQ(last_day("court_after_simple", "2023-11-20"), "2023-11-27");
}

TEST(Clock, article_9_a_committee_serves_three_years)
{
    EXPECT_EQ(last_day("term_of_office", "2023-03-01"), "2026-03-01");
}

TEST(Clock, dv_28_a_protection_order_is_decided_within_hours_by_day_and_night)
{
    auto const order = due(karamay_book(), "protection_order", *instant_from_iso("2023-12-30T22:10:20+08:00"), noon("2023-12-31"));
    EXPECT_EQ(iso(order.at), "2024-01-02T22:11:00+08:00");
    EXPECT_EQ(told(order), "started_at 2023-12-30 22:10; length 72 @unit.hours; due_at 2024-01-02 22:11");
}

// --- Civil Code 201 to 203 -------------------------------------------------------------------

TEST(Clock, cc_201_the_day_of_the_trigger_does_not_count_at_whatever_hour)
{
    for (auto at : {"2023-11-20T00:00:00+08:00", "2023-11-20T23:59:59+08:00"}) {
        auto const trigger = *instant_from_iso(at);
        EXPECT_EQ(iso(due(karamay_book(), "court_after_simple", trigger, trigger).at), "2023-11-27T23:59:59.999999+08:00");
    }
}

TEST(Clock, cc_202_a_month_without_that_day_ends_on_its_last)
{
    EXPECT_EQ(last_day("third_party_objection", "2023-08-31"), "2024-02-29");
    EXPECT_EQ(last_day("limitation", "2021-02-28"), "2024-02-28");
}

TEST(Clock, cc_203_a_last_day_within_a_holiday_moves_to_the_swapped_saturday)
{
    auto const window = due(karamay_book(), "confirmation", noon("2023-09-05"), noon("2023-09-06"));
    EXPECT_EQ(iso(date_in_beijing(window.at)), "2023-10-07");
    EXPECT_NE(told(window).find("rolled 2023-10-05 2023-10-07 @holiday.mid_autumn_national_day"), std::string::npos);
}

TEST(Clock, cc_203_a_swapped_in_sunday_is_a_last_day_like_any_other)
{
    EXPECT_EQ(last_day("confirmation", "2023-05-26"), "2023-06-25");
}

TEST(Clock, cc_203_the_regions_own_holidays_count)
{
    EXPECT_EQ(last_day("confirmation", "2023-05-29"), "2023-07-03");  // 28 June is Kurban, then a weekend
    EXPECT_EQ(last_day("desk.requested", "2023-06-27"), "2023-07-05");
}

// --- Pauses and extensions --------------------------------------------------------------------

TEST(Clock, paused_days_do_not_count_both_ends_included)
{
    auto const clock = general("2023-11-02", {pause("2023-11-10", "2023-11-14")}, {}, "2023-11-20");
    EXPECT_EQ(iso(date_in_beijing(clock.at)), "2023-12-07");
    EXPECT_EQ(told(clock), "started 2023-11-02; first_day_not_counted; length 30 @unit.days; "
                           "paused 2023-11-10 2023-11-14 @pause.appraisal; due 2023-12-07");
}

TEST(Clock, an_extension_is_added_at_the_end_and_told)
{
    auto const clock = general("2023-11-02", {pause("2023-11-10", "2023-11-14")}, {{10, noon("2023-12-01")}}, "2023-12-02");
    EXPECT_EQ(told(clock), "started 2023-11-02; first_day_not_counted; length 30 @unit.days; "
                           "paused 2023-11-10 2023-11-14 @pause.appraisal; extended 10 @unit.days 2023-12-01; "
                           "rolled 2023-12-17 2023-12-18 @holiday.weekend; due 2023-12-18");
}

TEST(Clock, pauses_that_overlap_count_once)
{
    auto const clock = general("2023-11-02", {pause("2023-11-10", "2023-11-14"), pause("2023-11-12", "2023-11-16")}, {}, "2023-11-20");
    EXPECT_EQ(iso(date_in_beijing(clock.at)), "2023-12-11");  // seven days: Saturday 9 December, rolled
}

TEST(Clock, a_pause_after_the_time_is_over_changes_nothing)
{
    auto const clock = general("2023-11-02", {pause("2023-12-20", "2023-12-24")}, {}, "2024-01-20");
    EXPECT_EQ(iso(date_in_beijing(clock.at)), "2023-12-04");
    EXPECT_EQ(told(clock).find("paused"), std::string::npos);
}

TEST(Clock, an_open_pause_holds_the_clock_as_long_as_it_lasts)
{
    std::vector<Pause> const away{{noon("2023-11-10"), std::nullopt, "party_away"}};
    auto const soon = general("2023-11-02", away, {}, "2023-11-10"), later = general("2023-11-02", away, {}, "2023-11-24");
    EXPECT_TRUE(soon.paused);
    EXPECT_TRUE(later.paused);
    EXPECT_EQ(iso(date_in_beijing(soon.at)), "2023-12-04");
    EXPECT_EQ(iso(date_in_beijing(later.at)), "2023-12-18");  // fifteen days: Sunday 17 December, rolled
    EXPECT_NE(told(later).find("paused_since 2023-11-10 @pause.party_away"), std::string::npos);
}

TEST(Clock, an_open_pause_that_began_after_the_end_pauses_nothing)
{
    auto const clock = general("2023-11-02", {{noon("2023-12-20"), std::nullopt, "illness"}}, {}, "2023-12-30");
    EXPECT_FALSE(clock.paused);
    EXPECT_EQ(iso(date_in_beijing(clock.at)), "2023-12-04");
}

TEST(Clock, hours_stand_still_to_the_minute)
{
    auto const began = *instant_from_iso("2023-11-20T09:00:00+08:00");
    auto const clock = due(karamay_book(), plain(2, Unit::hours), began,
                           {{*instant_from_iso("2023-11-20T10:00:00+08:00"), *instant_from_iso("2023-11-20T10:30:00+08:00"), "illness"},
                            {*instant_from_iso("2023-11-20T10:10:00+08:00"), *instant_from_iso("2023-11-20T10:40:00+08:00"), "illness"}},
                           {}, began);
    EXPECT_EQ(iso(clock.at), "2023-11-20T11:40:00+08:00");
}

TEST(Clock, beyond_the_published_calendar_the_clock_says_so)
{
    auto const far = due(karamay_book(), "confirmation", noon("2026-12-20"), noon("2026-12-20"));
    EXPECT_FALSE(far.calendar_known);
    EXPECT_NE(told(far).find("calendar_unknown 2026-12-31"), std::string::npos);
    auto const old = due(karamay_book(), plain(5, Unit::working_days), noon("2021-12-20"), {}, {}, noon("2021-12-20"));
    EXPECT_NE(told(old).find("calendar_unknown_before 2022-01-01"), std::string::npos) << told(old);
    EXPECT_EQ(told(old).find("calendar_unknown 2026-12-31"), std::string::npos) << told(old);
    EXPECT_TRUE(due(karamay_book(), "labour", noon("2027-12-20"), noon("2027-12-20")).calendar_known);  // no calendar is asked
}

TEST(Clock, a_time_that_touches_a_feast_whose_days_are_not_entered_says_so)
{
    auto const says = [](ClockRule const& rule, std::string_view began) { return due(karamay_book(), rule, noon(began), {}, {}, noon(began)); };
    auto const counted = plain(10, Unit::working_days);
    EXPECT_FALSE(says(counted, "2026-03-10").calendar_known);
    EXPECT_NE(told(says(counted, "2026-03-10")).find("holiday_missing @holiday.roza 2026-03-14 2026-03-28; due"), std::string::npos);
    EXPECT_FALSE(says(counted, "2026-05-28").calendar_known);
    EXPECT_TRUE(says(counted, "2026-03-28").calendar_known) << "it began behind it";
    EXPECT_TRUE(says(counted, "2026-02-24").calendar_known) << "it ended before";
    EXPECT_TRUE(says(counted, "2024-04-03").calendar_known) << "of that year the days are known";

    auto rolled = plain(10, Unit::days);
    EXPECT_TRUE(says(rolled, "2026-03-10").calendar_known) << "no calendar is asked";
    rolled.rolls_over_holidays = true;
    EXPECT_FALSE(says(rolled, "2026-03-10").calendar_known);
    EXPECT_TRUE(says(rolled, "2026-03-20").calendar_known) << "only the last day is asked about";
}

TEST(Clock, a_clock_that_the_book_lacks_is_a_bug) { EXPECT_THROW(due(karamay_book(), "no_such", {}, {}), std::out_of_range); }

// --- Working days ------------------------------------------------------------------------------

TEST(Calendar, the_state_councils_swapped_days_are_worked)
{
    auto const& calendar = karamay_book().calendar;
    for (auto text : {"2023-10-07", "2023-10-08", "2024-02-18", "2025-09-28", "2026-01-04"})
        EXPECT_TRUE(is_working_day(calendar, day(text))) << text;
    for (auto text : {"2023-09-29", "2023-10-06", "2023-04-21", "2023-06-29", "2024-04-10", "2024-06-17", "2024-06-19", "2025-06-10", "2026-02-23", "2023-11-25"})
        EXPECT_FALSE(is_working_day(calendar, day(text))) << text;
}

TEST(Calendar, the_next_working_day_is_itself_when_it_is_one)
{
    EXPECT_EQ(iso(next_working_day(karamay_book().calendar, day("2023-11-20"))), "2023-11-20");
    EXPECT_EQ(iso(next_working_day(karamay_book().calendar, day("2023-09-29"))), "2023-10-07");
    EXPECT_EQ(iso(plus_working_days(karamay_book().calendar, day("2023-09-28"), 1)), "2023-10-07");
    EXPECT_EQ(iso(plus_working_days(karamay_book().calendar, day("2023-09-30"), 0)), "2023-09-30");
}

// --- Properties --------------------------------------------------------------------------------

RC_GTEST_PROP(ClockProperty, a_pause_never_makes_it_earlier, ())
{
    auto const trigger = instant_in_known_years();
    auto rule = plain(*rc::gen::inRange(1, 60), *rc::gen::element(Unit::hours, Unit::days, Unit::working_days, Unit::months));
    rule.rolls_over_holidays = rule.unit != Unit::hours && *rc::gen::arbitrary<bool>();
    auto pauses = some_pauses(trigger);
    auto const now = plus_seconds(trigger, 100 * 86'400LL);
    auto const before = due(karamay_book(), rule, trigger, pauses, {}, now);
    auto const more = some_pauses(trigger);
    pauses.insert(pauses.end(), more.begin(), more.end());
    RC_ASSERT(before.at <= due(karamay_book(), rule, trigger, pauses, {}, now).at);
}

RC_GTEST_PROP(ClockProperty, an_extension_moves_it_by_exactly_its_days, ())
{
    auto const trigger = instant_in_known_years();
    auto const days = *rc::gen::inRange(1, 90), length = *rc::gen::inRange(1, 60);
    auto const calendar_days = plain(length, Unit::days), working_days = plain(length, Unit::working_days);
    auto const last = [&](ClockRule const& rule, std::vector<Extension> const& agreed) {
        return date_in_beijing(due(karamay_book(), rule, trigger, {}, agreed, trigger).at);
    };
    std::vector<Extension> const agreed{{days, trigger}};
    RC_ASSERT(last(calendar_days, agreed) == plus_days(last(calendar_days, {}), days));
    RC_ASSERT(last(working_days, agreed) == plus_working_days(karamay_book().calendar, last(working_days, {}), days));
}

RC_GTEST_PROP(ClockProperty, working_days_agree_with_counting_day_by_day, ())
{
    auto const trigger = instant_in_known_years();
    auto const length = *rc::gen::inRange(1, 120);
    auto const last = date_in_beijing(due(karamay_book(), plain(length, Unit::working_days), trigger, {}, {}, trigger).at);
    int counted = 0;
    for (auto d = plus_days(date_in_beijing(trigger), 1); d <= last; d = plus_days(d, 1)) counted += is_working_day(karamay_book().calendar, d);
    RC_ASSERT(counted == length);
    RC_ASSERT(is_working_day(karamay_book().calendar, last));
}

RC_GTEST_PROP(ClockProperty, exactly_the_paused_days_are_left_out, ())
{
    auto const trigger = instant_in_known_years();
    auto const length = *rc::gen::inRange(1, 60);
    auto const pauses = some_pauses(trigger);
    auto const last = date_in_beijing(due(karamay_book(), plain(length, Unit::days), trigger, pauses, {}, trigger).at);
    int counted = 0;
    for (auto d = plus_days(date_in_beijing(trigger), 1); d <= last; d = plus_days(d, 1))
        counted += std::none_of(pauses.begin(), pauses.end(), [&](Pause const& p) {
            return date_in_beijing(p.from) <= d && d <= date_in_beijing(*p.until);
        });
    RC_ASSERT(counted == length);
}

RC_GTEST_PROP(ClockProperty, a_rolled_last_day_is_the_first_working_day_from_there, ())
{
    auto const trigger = instant_in_known_years();
    auto rule = plain(*rc::gen::inRange(1, 60), Unit::days);
    auto const unrolled = date_in_beijing(due(karamay_book(), rule, trigger, {}, {}, trigger).at);
    rule.rolls_over_holidays = true;
    RC_ASSERT(date_in_beijing(due(karamay_book(), rule, trigger, {}, {}, trigger).at) == next_working_day(karamay_book().calendar, unrolled));
}

}  // namespace maple::law
