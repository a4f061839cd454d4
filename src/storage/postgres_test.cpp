// What only PostgreSQL does: connections break, and somebody must say what became of the work.
#include "storage/testing.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>

using namespace maple;
using namespace maple::sql;

namespace {

class PostgresTrouble : public testing::TestWithParam<Engine> {
protected:
    PostgresTrouble()
    {
        write_now(*store_, [](Session& s) { s.script("CREATE TABLE note (id BIGINT PRIMARY KEY)"); });
    }
    std::int64_t count()
    {
        return read_now(*store_, [](Session& s) { return cell<std::int64_t>(s, "SELECT COUNT(*) FROM note").value(); });
    }
    // The server breaks a connection off and returns when it has gone.
    void break_off(std::int64_t connection)
    {
        other_->read([&](Session& s) { s.run("SELECT pg_terminate_backend(CAST($1 AS INTEGER), 5000)", std::vector<Value>{connection}); });
    }
    static std::int64_t connection_of(Session& s) { return cell<std::int64_t>(s, "SELECT pg_backend_pid()").value(); }

    std::unique_ptr<Store> store_ = fresh_store(GetParam(), {.readers = 1, .writers = 1});
    std::unique_ptr<Store> other_ = fresh_store(GetParam(), {.readers = 1, .writers = 1});
};

std::vector<Engine> postgres_alone()
{
    auto engines = engines_under_test();
    std::erase(engines, Engine::sqlite);
    return engines;
}
INSTANTIATE_TEST_SUITE_P(engines, PostgresTrouble, testing::ValuesIn(postgres_alone()), engine_name);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PostgresTrouble);

TEST_P(PostgresTrouble, idle_connections_that_broke_are_made_anew_unnoticed)
{
    std::int64_t reader = 0, writer = 0;
    store_->read([&](Session& s) { reader = connection_of(s); });
    write_now(*store_, [&](Session& s) { writer = connection_of(s); });
    break_off(reader);
    break_off(writer);
    std::atomic<int> runs = 0;
    write_now(*store_, [&](Session& s) { ++runs; change(s, "INSERT INTO note (id) VALUES (1)"); });
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(count(), 1);
}

TEST_P(PostgresTrouble, a_work_whose_connection_broke_runs_again)
{
    std::atomic<int> runs = 0;
    write_now(*store_, [&](Session& s) {
        change(s, "INSERT INTO note (id) VALUES (1)");
        if (++runs == 1) break_off(connection_of(s));
        change(s, "INSERT INTO note (id) VALUES (2)");
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(count(), 2);
}

TEST_P(PostgresTrouble, a_commit_without_an_answer_is_unknown_and_not_repeated)
{
    std::atomic<int> runs = 0;
    EXPECT_THROW(write_now(*store_, [&](Session& s) {
        ++runs;
        change(s, "INSERT INTO note (id) VALUES (1)");
        break_off(connection_of(s));
    }), TryAgain);
    EXPECT_EQ(runs, 1);
    write_now(*store_, [](Session& s) { change(s, "INSERT INTO note (id) VALUES (2)"); });
    EXPECT_EQ(count(), 1);
}

TEST_P(PostgresTrouble, a_reader_whose_connection_broke_is_told_to_try_again)
{
    EXPECT_THROW(store_->read([&](Session& s) {
        break_off(connection_of(s));
        s.run("SELECT 1", {});
    }), TryAgain);
    EXPECT_EQ(count(), 0);
}

TEST_P(PostgresTrouble, two_works_that_lock_crosswise_both_succeed)
{
    auto const crowd = fresh_store(GetParam(), {.writers = 4});
    write_now(*crowd, [](Session& s) {
        s.script("CREATE TABLE side (id BIGINT PRIMARY KEY, n BIGINT NOT NULL); INSERT INTO side (id, n) VALUES (1, 0), (2, 0)");
    });
    std::vector<std::jthread> callers;
    for (int t = 0; t < 2; ++t)
        callers.emplace_back([&, t] {
            for (int i = 0; i < 5; ++i)
                write_now(*crowd, [&](Session& s) {
                    change(s, "UPDATE side SET n = n + 1 WHERE id = $1", 1 + t);
                    change(s, "UPDATE side SET n = n + 1 WHERE id = $1", 2 - t);
                });
        });
    callers.clear();
    EXPECT_EQ(read_now(*crowd, [](Session& s) { return cell<std::int64_t>(s, "SELECT SUM(n) FROM side").value(); }), 20);
}

TEST_P(PostgresTrouble, a_wrong_address_is_found_when_opening)
{
    EXPECT_THROW(open("postgresql:///nowhere?host=/no/such/place"), std::runtime_error);
}

TEST_P(PostgresTrouble, backups_are_left_to_its_own_tools)
{
    EXPECT_THROW(store_->backup("/tmp/never.db"), std::runtime_error);
}

}  // namespace
