#include "storage/testing.hpp"

#include <atomic>
#include <condition_variable>
#include <gtest/gtest.h>
#include <latch>
#include <thread>

using namespace maple;
using namespace maple::sql;

namespace {

struct Nope : std::runtime_error { using runtime_error::runtime_error; };

void make_table(Store& store)
{
    Migration const tables[] = {{1, "notes", "CREATE TABLE note (id BIGINT PRIMARY KEY, word TEXT NOT NULL)"}};
    migrate(store, tables);
}

void note(Session& s, std::int64_t id, char const* word = "") { change(s, "INSERT INTO note (id, word) VALUES ($1, $2)", id, word); }

std::vector<std::int64_t> notes(Store& store)
{
    return read_now(store, [](Session& s) {
        std::vector<std::int64_t> ids;
        for (auto const& row : s.run("SELECT id FROM note ORDER BY id", {}).rows) ids.push_back(std::get<std::int64_t>(row[0]));
        return ids;
    });
}

// Holds a writer until it is opened, and tells when the writer has arrived.
struct Gate {
    std::latch arrived{1}, opened{1};
    void pass()
    {
        if (!arrived.try_wait()) arrived.count_down();
        opened.wait();
    }
};

class Writing : public testing::TestWithParam<Engine> {
protected:
    Writing() { make_table(*store_); }
    std::unique_ptr<Store> store_ = fresh_store(GetParam());
};
INSTANTIATE_TEST_SUITE_P(engines, Writing, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Writing, a_work_that_throws_leaves_no_trace)
{
    EXPECT_THROW(write_now(*store_, [](Session& s) { note(s, 1); throw Nope("no"); }), Nope);
    EXPECT_TRUE(notes(*store_).empty());
}

TEST_P(Writing, neighbours_of_a_failing_work_are_kept)
{
    Gate gate;
    std::latch answered(5);
    std::array<std::exception_ptr, 5> answers;
    auto const queue = [&](int n, Work work) {
        store_->write(std::move(work), [&, n](std::exception_ptr p) { answers[std::size_t(n)] = p; answered.count_down(); });
    };
    queue(0, [&](Session& s) { gate.pass(); note(s, 1); });
    gate.arrived.wait();
    queue(1, [](Session& s) { note(s, 2); });
    queue(2, [](Session& s) { note(s, 3); throw Nope("no"); });
    queue(3, [](Session& s) { note(s, 4); change(s, "INSERT INTO nowhere (id) VALUES (1)"); });
    queue(4, [](Session& s) { note(s, 5); });
    gate.opened.count_down();
    answered.wait();
    EXPECT_EQ(notes(*store_), (std::vector<std::int64_t>{1, 2, 5}));
    EXPECT_FALSE(answers[0] || answers[1] || answers[4]);
    EXPECT_THROW(std::rethrow_exception(answers[2]), Nope);
    EXPECT_THROW(std::rethrow_exception(answers[3]), std::runtime_error);
}

TEST_P(Writing, a_savepoint_that_is_not_kept_spoils_nothing_else)
{
    write_now(*store_, [](Session& s) {
        note(s, 1);
        try {
            Savepoint part(s);
            note(s, 2);
            note(s, 1);
            part.keep();
        } catch (Collision const&) {
            note(s, 3);
        }
        Savepoint kept(s);
        note(s, 4);
        {
            Savepoint inner(s);
            note(s, 5);
        }
        kept.keep();
    });
    EXPECT_EQ(notes(*store_), (std::vector<std::int64_t>{1, 3, 4}));
}

TEST_P(Writing, after_a_failed_statement_only_a_savepoint_helps)
{
    EXPECT_THROW(write_now(*store_, [](Session& s) {
        note(s, 1);
        EXPECT_THROW(note(s, 1), Collision);
        note(s, 2);
    }), std::runtime_error);
    EXPECT_THROW(write_now(*store_, [](Session& s) {
        note(s, 1);
        EXPECT_THROW(note(s, 1), Collision);
    }), std::runtime_error);
    EXPECT_TRUE(notes(*store_).empty());
    write_now(*store_, [](Session& s) { note(s, 3); });
}

TEST_P(Writing, readers_neither_wait_for_a_writer_nor_see_what_is_not_committed)
{
    Gate gate;
    std::latch answered(1);
    write_now(*store_, [](Session& s) { note(s, 1); });
    store_->write([&](Session& s) { note(s, 2); gate.pass(); }, [&](std::exception_ptr) { answered.count_down(); });
    gate.arrived.wait();
    EXPECT_EQ(notes(*store_).size(), 1u);
    gate.opened.count_down();
    answered.wait();
    EXPECT_EQ(notes(*store_).size(), 2u);
}

TEST_P(Writing, a_reader_keeps_its_snapshot)
{
    constexpr auto count = "SELECT COUNT(*) FROM note";
    store_->read([&](Session& s) {
        EXPECT_EQ(cell<std::int64_t>(s, count), 0);
        write_now(*store_, [](Session& w) { note(w, 1); });
        EXPECT_EQ(cell<std::int64_t>(s, count), 0);
        EXPECT_EQ(notes(*store_).size(), 1u);  // another reader sees it
    });
}

TEST_P(Writing, a_reader_cannot_write)
{
    EXPECT_THROW(store_->read([](Session& s) { note(s, 1); }), std::runtime_error);
    EXPECT_TRUE(notes(*store_).empty());
}

TEST_P(Writing, a_reader_that_threw_does_not_harm_the_next)
{
    for (int n = 0; n < 20; ++n) {
        EXPECT_THROW(store_->read([](Session& s) { s.run("SELECT nothing FROM nowhere", {}); }), std::runtime_error);
        EXPECT_THROW(store_->read([](Session& s) { s.run("SELECT 1", {}); throw Nope("no"); }), Nope);
        EXPECT_TRUE(notes(*store_).empty());
    }
}

TEST_P(Writing, two_hundred_works_from_sixteen_threads_are_durable_and_answered_once)
{
    constexpr int threads = 16, works = 200;
    std::array<std::atomic<int>, works> answers{};
    std::atomic<int> next = 0, failed = 0;
    std::latch answered(works);
    {
        std::vector<std::jthread> crowd;
        for (int t = 0; t < threads; ++t)
            crowd.emplace_back([&] {
                for (int n; (n = next++) < works;)
                    store_->write([n](Session& s) { note(s, n, "人民调解"); },
                                  [&, n](std::exception_ptr p) { failed += p != nullptr; ++answers[std::size_t(n)]; answered.count_down(); });
            });
    }
    answered.wait();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(notes(*store_).size(), std::size_t(works));
    for (auto const& n : answers) EXPECT_EQ(n, 1);
}

TEST_P(Writing, concurrent_counters_lose_nothing)
{
    write_now(*store_, [](Session& s) {
        s.script("CREATE TABLE counter (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)");
        s.script("INSERT INTO counter (id, n) VALUES (1, 0)");
    });
    std::vector<std::jthread> crowd;
    for (int t = 0; t < 8; ++t)
        crowd.emplace_back([&] {
            for (int i = 0; i < 10; ++i)
                write_now(*store_, [](Session& s) {
                    auto const n = cell<std::int64_t>(s, "UPDATE counter SET n = n + 1 WHERE id = 1 RETURNING n").value();
                    note(s, n);
                });
        });
    crowd.clear();
    EXPECT_EQ(notes(*store_).size(), 80u);
    EXPECT_EQ(notes(*store_).back(), 80);
}

// SQLite's one writer never meets another, so there is nothing to try again.
TEST_P(Writing, what_met_another_writer_is_tried_again_on_postgres)
{
    std::atomic<int> attempts = 0;
    auto const meet_twice = [&](Session& s) {
        note(s, 1);
        if (++attempts < 3) throw TryAgain("as if two had met");
    };
    if (GetParam() == Engine::sqlite) EXPECT_THROW(write_now(*store_, meet_twice), TryAgain);
    else write_now(*store_, meet_twice);
    EXPECT_EQ(attempts, GetParam() == Engine::sqlite ? 1 : 3);
    EXPECT_EQ(notes(*store_).size(), GetParam() == Engine::sqlite ? 0u : 1u);
    EXPECT_THROW(write_now(*store_, [](Session&) { throw TryAgain("always"); }), TryAgain);
}

TEST_P(Writing, a_work_that_writes_nothing_is_answered)
{
    write_now(*store_, [](Session&) {});
    write_now(*store_, [](Session& s) { s.run("SELECT 1", {}); });
}

TEST_P(Writing, too_many_waiting_works_are_refused_at_once)
{
    auto const small = fresh_store(GetParam(), {.writers = 1, .most_waiting = 2});
    Gate gate;
    std::latch answered(3);
    auto const done = [&](std::exception_ptr) { answered.count_down(); };
    small->write([&](Session&) { gate.pass(); }, done);
    gate.arrived.wait();
    small->write([](Session&) {}, done);
    small->write([](Session&) {}, done);
    EXPECT_EQ(small->waiting(), 2u);
    EXPECT_THROW(small->write([](Session&) {}, done), TooBusy);
    gate.opened.count_down();
    answered.wait();
    write_now(*small, [](Session&) {});
}

TEST_P(Writing, closing_finishes_what_waits)
{
    std::atomic<int> answered = 0;
    {
        auto const store = fresh_store(GetParam());
        make_table(*store);
        for (int n = 0; n < 50; ++n) store->write([n](Session& s) { note(s, n); }, [&](std::exception_ptr p) { answered += p == nullptr; });
    }
    EXPECT_EQ(answered, 50);
}

TEST_P(Writing, an_answer_may_queue_the_next_work)
{
    std::latch finished(1);
    store_->write([](Session& s) { note(s, 1); }, [&](std::exception_ptr) {
        store_->write([](Session& s) { note(s, 2); }, [&](std::exception_ptr) { finished.count_down(); });
    });
    finished.wait();
    EXPECT_EQ(notes(*store_).size(), 2u);
}

}  // namespace
