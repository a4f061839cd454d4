#include "foundation/key.hpp"
#include "foundation/time.hpp"

#include <gtest/gtest.h>

namespace maple {

TEST(Time, a_day_of_the_law_begins_at_midnight_in_beijing)
{
    auto const late_evening_utc = *instant_from_iso("2023-11-19T16:00:00Z");
    EXPECT_EQ(iso(date_in_beijing(late_evening_utc)), "2023-11-20");
    EXPECT_EQ(iso(start_of(*date_from_iso("2023-11-20"))), "2023-11-20T00:00:00+08:00");
}

TEST(Time, a_moment_reads_back_what_it_writes)
{
    for (auto text : {"2023-11-20T09:00:00+08:00", "1969-12-31T23:59:59.000001+08:00", "2024-02-29T12:30:00.500000+08:00"})
        EXPECT_EQ(iso(*instant_from_iso(text)), text);
}

TEST(Time, impossible_days_and_moments_are_nothing)
{
    for (auto text : {"2023-02-30", "2023-13-01", "2023-00-10", "20230101", "2023-1-01", ""}) EXPECT_FALSE(date_from_iso(text)) << text;
    for (auto text : {"2023-11-20T09:00:00", "2023-11-20T25:00:00Z", "2023-11-20 09:00:00Z", "x"})
        EXPECT_FALSE(instant_from_iso(text)) << text;
}

TEST(Time, a_month_later_stays_within_the_month)
{
    EXPECT_EQ(iso(plus_months(*date_from_iso("2024-01-31"), 1)), "2024-02-29");
    EXPECT_EQ(iso(plus_months(*date_from_iso("2023-11-20"), 36)), "2026-11-20");
}

TEST(Key, keys_are_unique_ordered_and_read_back)
{
    Key before{};
    for (int i = 0; i < 10'000; ++i) {
        auto const key = new_key();
        ASSERT_GT(key, before);
        ASSERT_EQ(key_from_shown(shown(key)), key);
        before = key;
    }
    EXPECT_FALSE(key_from_shown("06AF8Z1Q0000"));
    EXPECT_FALSE(key_from_shown("06AF8Z1Q0000U"));
}

}  // namespace maple
