#include "storage/testing.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>

using namespace maple;
using namespace maple::sql;

namespace {

constexpr Migration first{1, "0001_first.sql", "CREATE TABLE a (id BIGINT PRIMARY KEY, b BYTEA); INSERT INTO a (id) VALUES (1);"};
constexpr Migration second{2, "0002_second.sql", "CREATE TABLE c (id BIGINT PRIMARY KEY);"};
constexpr Migration broken{3, "0003_broken.sql", "CREATE TABLE d (id BIGINT PRIMARY KEY); INSERT INTO nowhere (id) VALUES (1);"};

class Migrations : public testing::TestWithParam<Engine> {
protected:
    int migrate(std::vector<Migration> const& migrations) { return sql::migrate(*store_, migrations); }
    bool exists(std::string const& table)
    {
        try {
            store_->read([&](Session& s) { s.run("SELECT * FROM " + table, {}); });
            return true;
        } catch (std::runtime_error const&) {
            return false;
        }
    }
    std::unique_ptr<Store> store_ = fresh_store(GetParam());
};
INSTANTIATE_TEST_SUITE_P(engines, Migrations, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Migrations, each_runs_once_in_its_order)
{
    EXPECT_EQ(schema_version(*store_), 0);
    EXPECT_EQ(migrate({first}), 1);
    EXPECT_EQ(migrate({first, second}), 1);
    EXPECT_EQ(migrate({first, second}), 0);
    EXPECT_EQ(schema_version(*store_), 2);
    EXPECT_TRUE(exists("a") && exists("c"));
}

TEST_P(Migrations, a_database_of_a_newer_program_is_refused)
{
    migrate({first, second});
    EXPECT_THROW(migrate({first}), std::runtime_error);
    EXPECT_EQ(schema_version(*store_), 2);
}

TEST_P(Migrations, a_failing_one_leaves_nothing_of_all_that_were_pending)
{
    migrate({first});
    try {
        migrate({first, second, broken});
        FAIL() << "it should have failed";
    } catch (std::runtime_error const& e) {
        EXPECT_NE(std::string(e.what()).find("0003_broken.sql"), std::string::npos) << e.what();
    }
    EXPECT_EQ(schema_version(*store_), 1);
    EXPECT_FALSE(exists("c") || exists("d"));
    EXPECT_EQ(migrate({first, second}), 1);
}

TEST_P(Migrations, a_gap_that_closes_later_is_refused)
{
    migrate({first, {3, "0003_third.sql", ""}});
    EXPECT_THROW(migrate({first, second, {3, "0003_third.sql", ""}}), std::runtime_error);
}

TEST_P(Migrations, several_programs_at_once_run_each_once)
{
    std::atomic<int> ran = 0;
    std::vector<std::jthread> programs;
    for (int n = 0; n < 4; ++n) programs.emplace_back([&] { ran += migrate({first, second}); });
    programs.clear();
    EXPECT_EQ(ran, 2);
}

TEST_P(Migrations, those_of_the_house_run)
{
    auto const ours = house_migrations();
    ASSERT_FALSE(ours.empty());
    EXPECT_EQ(migrate(ours), int(ours.size()));
    EXPECT_EQ(schema_version(*store_), ours.back().number);
}

}  // namespace
