// The demo city: it comes into being by ordinary commands, and holds what it promises.
#include "app/demo/city.hpp"
#include "app/demo/clock.hpp"
#include "app/demo/stock.hpp"
#include "app/replay.hpp"
#include "app/rooms.hpp"
#include "dispute/dispute.hpp"
#include "storage/testing.hpp"

#include <gtest/gtest.h>

namespace maple::app::demo {
namespace {

struct Count {
    std::string word;
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(Count, (), (word, n))

class City {
public:
    explicit City(CitySize const& size) : store(sql::fresh_store(sql::Engine::sqlite))
    {
        sql::migrate(*store, sql::house_migrations());
        api::Dispatcher dispatcher(all_rooms(), *store, house, first_morning);
        build_city(*store, house, dispatcher, {}, size);
    }

    std::map<std::string, std::int64_t> by(std::string_view column, std::string_view condition = "1 = 1")
    {
        std::map<std::string, std::int64_t> out;
        store->read([&](sql::Session& sql) {
            for (auto const& row : sql::all<Count>(sql, "SELECT coalesce(" + std::string(column) + ", '') AS word, count(*) AS n FROM dispute WHERE " +
                                                            std::string(condition) + " GROUP BY 1"))
                out[row.word] = row.n;
        });
        return out;
    }
    std::int64_t count(std::string_view statement)
    {
        return sql::read_now(*store, [&](sql::Session& sql) { return sql::cell<std::int64_t>(sql, statement).value_or(0); });
    }

    law::Book book = law::open_book();
    Vault vault = Vault::for_tests();
    House house{book, vault, true};
    std::unique_ptr<sql::Store> store;
};

constexpr std::string_view settled =
    "SELECT count(*) FROM dispute WHERE agreed = 1 AND concluded_at IS NOT NULL AND concluded_in BETWEEN '2023-01' AND '2023-10'";

// One small city for all tests of this file.
City& small_city()
{
    static City city(CitySize::small());
    return city;
}

TEST(DemoCity, every_stage_is_there_on_the_first_morning)
{
    auto const stages = small_city().by("stage");
    for (auto const* stage : {"requested", "accepted", "inviting", "diverted", "mediating", "agreed", "visiting", "archived", "advised",
                              "refused", "terminated", "transferred"})
        EXPECT_GT(stages.contains(stage) ? stages.at(stage) : 0, 0) << stage;
}

TEST(DemoCity, every_kind_is_alive)
{
    auto const kinds = small_city().by("kind", "stage NOT IN ('archived', 'advised', 'refused', 'transferred')");
    for (auto const& kind : small_city().book.kinds) EXPECT_TRUE(kinds.contains(kind.key)) << kind.key;
}

TEST(DemoCity, every_door_was_used)
{
    auto const sources = small_city().by("source");
    for (auto const* source : {"walk_in", "phone", "own_initiative", "lead", "police", "court"}) EXPECT_TRUE(sources.contains(source)) << source;
}

TEST(DemoCity, verify_finds_no_difference)
{
    auto& city = small_city();
    auto const verified = verify(*city.store, city.book, city.vault);
    for (auto const& one : verified.differences) ADD_FAILURE() << one.what << " " << one.which << ": " << one.says;
    EXPECT_GT(verified.disputes, 100);
}

TEST(DemoCity, nothing_happened_after_the_first_morning)
{
    EXPECT_EQ(iso(DemoClock(*small_city().store).now()).substr(0, 16), "2023-11-20T09:00");
}

TEST(DemoCity, nobody_has_a_password)
{
    EXPECT_EQ(small_city().count("SELECT count(*) FROM account WHERE password_hash IS NOT NULL"), 0);
}

TEST(DemoCity, the_settled_are_counted_to_the_last)
{
    EXPECT_EQ(small_city().count(settled), CitySize::small().settled);
}

TEST(DemoCity, a_full_city_is_not_built_twice)
{
    auto& city = small_city();
    api::Dispatcher dispatcher(all_rooms(), *city.store, city.house, first_morning);
    EXPECT_FALSE(ensure_city(*city.store, city.house, dispatcher));
    EXPECT_THROW(build_city(*city.store, city.house, dispatcher), std::runtime_error);
}

}  // namespace
}  // namespace maple::app::demo
