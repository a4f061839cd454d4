// Both ways of slowing down who guesses: stored for names and passwords, in memory at the open door.
#include "access/lockout.hpp"
#include "access/tries.hpp"
#include "storage/testing.hpp"

#include <gtest/gtest.h>

namespace maple::access {
namespace {

Instant const first_try = instant_from_iso("2023-11-20T09:00:00+08:00").value();

TEST(lockout, costs_nothing_at_first_and_then_doubles_up_to_a_bound)
{
    Patience const patience{5, 30, 900};
    for (int n = 0; n < 5; ++n) EXPECT_EQ(delay_after(n, patience), 0);
    EXPECT_EQ(delay_after(5, patience), 30);
    EXPECT_EQ(delay_after(6, patience), 60);
    EXPECT_EQ(delay_after(7, patience), 120);
    EXPECT_EQ(delay_after(10, patience), 900);
    EXPECT_EQ(delay_after(1'000'000, patience), 900);
}

class failures : public testing::TestWithParam<sql::Engine> {};
INSTANTIATE_TEST_SUITE_P(engines, failures, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(failures, are_counted_for_each_thing_apart_and_forgotten_after_a_day)
{
    auto const store = sql::fresh_store(GetParam());
    sql::migrate(*store, sql::house_migrations());
    sql::write_now(*store, [&](sql::Session& sql) {
        for (int n = 0; n < 4; ++n) note_failure(sql, "door:a", first_try);
        EXPECT_FALSE(locked_until(sql, "door:a", first_try));
        note_failure(sql, "door:a", first_try);
        EXPECT_EQ(locked_until(sql, "door:a", first_try), plus_seconds(first_try, 30));
        EXPECT_FALSE(locked_until(sql, "door:b", first_try));
        EXPECT_FALSE(locked_until(sql, "door:a", plus_seconds(first_try, 30)));
        note_failure(sql, "door:a", plus_seconds(first_try, 31));
        EXPECT_EQ(locked_until(sql, "door:a", plus_seconds(first_try, 31)), plus_seconds(first_try, 31 + 60));
        note_failure(sql, "door:a", plus_seconds(first_try, 25 * 3600));
        EXPECT_FALSE(locked_until(sql, "door:a", plus_seconds(first_try, 25 * 3600)));
        forget_failures(sql, "door:a");
        EXPECT_FALSE(sql::cell<std::string>(sql, "SELECT what FROM attempt"));
    });
}

TEST(tries, cost_nothing_until_there_are_too_many_and_then_the_rest_of_the_time)
{
    Tries tries;
    Brake const brake{3, 900};
    for (int n = 0; n < 3; ++n) {
        EXPECT_EQ(tries.wait("192.0.2.7", brake, first_try), 0);
        tries.failed("192.0.2.7", brake, first_try);
    }
    EXPECT_EQ(tries.wait("192.0.2.7", brake, first_try), 900);
    EXPECT_EQ(tries.wait("192.0.2.7", brake, plus_seconds(first_try, 899)), 1);
    EXPECT_EQ(tries.wait("192.0.2.8", brake, first_try), 0);
    EXPECT_EQ(tries.wait("192.0.2.7", brake, plus_seconds(first_try, 900)), 0);
}

TEST(tries, are_counted_anew_when_their_time_has_passed_or_one_went_well)
{
    Tries tries;
    Brake const brake{2, 60};
    tries.failed("code", brake, first_try);
    tries.failed("code", brake, plus_seconds(first_try, 61));
    EXPECT_EQ(tries.wait("code", brake, plus_seconds(first_try, 61)), 0);
    tries.succeeded("code");
    tries.failed("code", brake, plus_seconds(first_try, 62));
    EXPECT_EQ(tries.wait("code", brake, plus_seconds(first_try, 62)), 0);
    tries.failed("code", brake, plus_seconds(first_try, 62));
    EXPECT_GT(tries.wait("code", brake, plus_seconds(first_try, 62)), 0);
}

TEST(tries, take_no_more_memory_than_was_set_aside)
{
    Tries tries(100);
    Brake const brake{1, 60};
    for (int n = 0; n < 1000; ++n) tries.failed(std::to_string(n), brake, first_try);
    EXPECT_LE(tries.remembered(), 100u);
    EXPECT_GT(tries.wait("999", brake, first_try), 0);
}

TEST(tries, count_the_networks_of_strangers_not_their_countless_addresses)
{
    EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(network_of("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(network_of("2001:db8:1:2::7"), network_of("2001:db8:1:2:ffff::9"));
    EXPECT_NE(network_of("2001:db8:1:2::7"), network_of("2001:db8:1:3::7"));
    EXPECT_EQ(network_of("somewhere"), "somewhere");
}

}  // namespace
}  // namespace maple::access
