// What the headers of a request change: who has a dispute's version already is told so and
// nothing else; a session that nobody uses ends by itself.
#include "foundation/sha256.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Told;
using ::maple::testing::Town;
using ::maple::testing::text_of;

struct Conditional : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};
    std::string here = "/disputes/" + text_of(town.well(town.director, "POST", "/disputes", Town::request()).at("file").at("id"));

    Told look(Official const& who, std::string if_none_match, std::string verb = "GET")
    {
        return town.ask(who, std::move(verb), here, std::string(), {{"If-None-Match", std::move(if_none_match)}});
    }
};

TEST_P(Conditional, who_has_the_version_is_told_so_without_a_body)
{
    auto const first = look(town.director, "");
    ASSERT_EQ(first.status, 200);
    EXPECT_EQ(first.header("ETag"), "\"1\"");
    for (auto const tag : {"\"1\"", "W/\"1\"", "\"7\", \"1\"", "*"}) {
        auto const told = look(town.director, tag);
        EXPECT_EQ(told.status, 304) << tag;
        EXPECT_EQ(told.text, "") << tag;
        EXPECT_EQ(told.header("ETag"), "\"1\"") << tag;
        EXPECT_FALSE(told.header("X-Request-Id").empty());
    }
    EXPECT_EQ(look(town.director, "\"1\"", "HEAD").status, 304);
    for (auto const tag : {"", "\"2\"", "1", "\"1", "\"one\"", "\"-1\"", "nonsense,,\""}) {
        auto const told = look(town.director, tag);
        EXPECT_EQ(told.status, 200) << tag;
        EXPECT_EQ(told.text, first.text) << tag;
    }
}

TEST_P(Conditional, after_a_deed_the_old_version_is_known_no_more)
{
    town.well(town.director, "POST", here + "/acceptance");
    EXPECT_EQ(look(town.director, "\"1\"").status, 200);
    EXPECT_EQ(look(town.director, "\"2\"").status, 304);
}

// Whether something has changed is an answer too: it is for those who may read the file.
TEST_P(Conditional, the_policy_is_asked_before_the_version)
{
    for (auto const tag : {"\"1\"", "*"}) {
        EXPECT_EQ(look(town.nobody, tag).status, 401);
        EXPECT_EQ(look(town.auditor, tag).status, 403);
        EXPECT_EQ(look(town.elsewhere, tag).status, 404);
        for (auto const* who : {&town.nobody, &town.auditor, &town.elsewhere}) EXPECT_EQ(look(*who, tag).header("ETag"), "");
    }
}

// What else is read about a dispute changes without its version: twins, proposals, papers.
TEST_P(Conditional, nothing_but_the_file_itself_is_judged_by_its_version)
{
    for (auto const door : {"/twins", "/proposal", "/documents"})
        EXPECT_EQ(town.ask(town.director, "GET", here + door, std::string(), {{"If-None-Match", "*"}}).status, 200) << door;
    EXPECT_EQ(town.ask(town.director, "GET", "/disputes", std::string(), {{"If-None-Match", "*"}}).status, 200);
    EXPECT_EQ(town.ask(town.director, "POST", here + "/acceptance", json::object{}, {{"If-None-Match", "*"}}).status, 200);
}

INSTANTIATE_TEST_SUITE_P(engines, Conditional, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

// --- Sessions ----------------------------------------------------------------------------------

struct Idle : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};
    std::int64_t idle = town.book.policy("session_idle_minutes") * 60;

    // As if the session had been used last so many seconds ago.
    void left_alone(Official const& who, std::int64_t seconds)
    {
        sql::write_now(*town.store, [&](sql::Session& sql) {
            sql::change(sql, "UPDATE sign_in SET seen_at = $2 WHERE token_hash = $1", hex(sha256(who.token)), plus_seconds(real_time(), -seconds));
        });
    }
    int asks(Official const& who) { return town.ask(who, "GET", "/desk").status; }
};

TEST_P(Idle, a_session_ends_when_nobody_uses_it_for_as_long_as_the_rules_say)
{
    left_alone(town.clerk, idle - 60);
    EXPECT_EQ(asks(town.clerk), 200);
    left_alone(town.director, idle + 60);
    EXPECT_EQ(asks(town.director), 401);
    EXPECT_EQ(town.ask(town.director, "POST", "/disputes", Town::request()).status, 401);
}

TEST_P(Idle, a_session_in_use_ends_all_the_same_when_its_hours_are_over)
{
    sql::write_now(*town.store, [&](sql::Session& sql) {
        sql::change(sql, "UPDATE sign_in SET expires_at = $2 WHERE token_hash = $1", hex(sha256(town.clerk.token)), plus_seconds(real_time(), -1));
    });
    EXPECT_EQ(asks(town.clerk), 401);
}

TEST_P(Idle, a_session_that_was_signed_out_does_not_come_back)
{
    EXPECT_EQ(town.ask(town.clerk, "DELETE", "/session").status, 200);
    EXPECT_EQ(asks(town.clerk), 401);
}

INSTANTIATE_TEST_SUITE_P(engines, Idle, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
