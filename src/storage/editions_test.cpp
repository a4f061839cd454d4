#include "storage/editions.hpp"
#include "storage/testing.hpp"

#include <gtest/gtest.h>

namespace maple::sql {
namespace {

TEST(editions, are_touched_by_statements_that_change_what_is_remembered)
{
    auto const access = touched_by("UPDATE account SET suspended_at = $2 WHERE id = $1"), words = touched_by("\n  DELETE FROM words WHERE id = $1");
    EXPECT_NE(access, 0u);
    EXPECT_NE(words, 0u);
    EXPECT_NE(access, words);
    for (std::string_view const one : {"INSERT INTO grant_of (id) VALUES ($1)", "DELETE FROM sign_in", "UPDATE organisation SET path = $1",
                                       "UPDATE sign_in SET seen_at = $2, waits_for = NULL WHERE id = $1", "UPDATE account SET failures = 0, suspended_at = $2 WHERE id = $1",
                                       "INSERT INTO account (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET suspended_at = NULL"})
        EXPECT_EQ(touched_by(one), access) << one;
    for (std::string_view const none : {"SELECT id FROM account", "INSERT INTO sign_in (token_hash) VALUES ($1)", "INSERT INTO words (id) VALUES ($1)",
                                        "UPDATE sign_in SET seen_at = $2 WHERE id = $1", "UPDATE account SET failures = failures + 1 WHERE id = $1", "UPDATE accounts SET x = 1", "UPDATE dispute SET kind = 'account'", "", "UPDATE"})
        EXPECT_EQ(touched_by(none), 0u) << none;
}

class Editions : public testing::TestWithParam<Engine> {
protected:
    Editions()
    {
        migrate(*store_, house_migrations());
        write([](Session& s) { change(s, "INSERT INTO words (id, subject, label, secrecy) VALUES (1, 2, 'facts', 'open')"); });
        before_ = edition();
    }
    void write(Work work) { write_now(*store_, std::move(work)); }
    std::int64_t edition()
    {
        return read_now(*store_, [](Session& s) { return cell<std::int64_t>(s, "SELECT words FROM edition").value(); });
    }

    std::unique_ptr<Store> store_ = fresh_store(GetParam());
    std::int64_t before_ = 0;
};
INSTANTIATE_TEST_SUITE_P(engines, Editions, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Editions, a_change_and_its_new_edition_are_seen_together)
{
    EXPECT_EQ(before_, 0);
    write([](Session& s) { change(s, "UPDATE words SET erased_at = 1 WHERE id = 1"); });
    auto const first = edition();
    EXPECT_NE(first, before_);
    write([](Session& s) {
        Statement const statements[] = {{"UPDATE words SET erased_at = 2 WHERE id = 1", {}}};
        s.batch(statements);
    });
    EXPECT_NE(edition(), first);
}

TEST_P(Editions, what_changes_nothing_or_is_rolled_back_leaves_the_edition)
{
    write([](Session& s) { change(s, "INSERT INTO words (id, subject, label, secrecy) VALUES (3, 2, 'facts', 'open')"); });
    EXPECT_THROW(write([](Session& s) {
                     change(s, "UPDATE words SET erased_at = 1 WHERE id = 1");
                     throw std::runtime_error("no");
                 }),
                 std::runtime_error);
    write([](Session& s) { change(s, "UPDATE setting SET value = '' WHERE name = 'none'"); });
    EXPECT_EQ(edition(), before_);
}

}  // namespace
}  // namespace maple::sql
