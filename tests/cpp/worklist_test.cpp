// My desk and the list of disputes: what a tile counts is what its list holds.
#include "town.hpp"

#include <gtest/gtest.h>
#include <set>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Town;
using ::maple::testing::text_of;

struct Worklist : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};

    std::string begun() { return text_of(town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id")); }
    void accepted(std::string const& id) { town.well(town.clerk, "POST", "/disputes/" + id + "/acceptance"); }
    void days_go_by(int days) { town.now = plus_seconds(town.now, days * 86'400); }

    std::set<std::string> listed(Official const& who, std::string const& filters)
    {
        std::set<std::string> ids;
        auto const answer = town.well(who, "GET", "/disputes?limit=200&" + filters);
        for (auto const& line : answer.at("disputes").as_array()) ids.insert(text_of(line.at("id")));
        return ids;
    }
    std::int64_t counted(Official const& who, std::string_view tile) { return town.well(who, "GET", "/desk").at(tile).to_number<std::int64_t>(); }
};

TEST_P(Worklist, each_tile_of_my_desk_counts_what_its_list_holds)
{
    auto const late = begun();                  // nobody decides on it
    days_go_by(20);
    auto const soon = begun();
    auto const later = begun();
    accepted(later);
    town.well(town.clerk, "POST", "/disputes/" + later + "/diversion",
              {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});

    for (auto const* who : {&town.clerk, &town.director, &town.mediator, &town.elsewhere, &town.supervisor}) {
        EXPECT_EQ(counted(*who, "in_hand"), std::int64_t(listed(*who, "on_my_desk=true").size()));
        EXPECT_EQ(counted(*who, "overdue"), std::int64_t(listed(*who, "on_my_desk=true&overdue=true").size()));
        EXPECT_EQ(counted(*who, "due_this_week"), std::int64_t(listed(*who, "on_my_desk=true&due_within=7").size()));
    }
    EXPECT_EQ(listed(town.clerk, "on_my_desk=true&overdue=true"), std::set{late});
    EXPECT_TRUE(listed(town.clerk, "on_my_desk=true&due_within=7").contains(soon));
    EXPECT_FALSE(listed(town.clerk, "on_my_desk=true&due_within=7").contains(late)) << "what is overdue is counted once";
    EXPECT_TRUE(listed(town.mediator, "on_my_desk=true").empty()) << "nobody has appointed him";
    EXPECT_FALSE(listed(town.supervisor, "").empty());
    EXPECT_TRUE(listed(town.supervisor, "on_my_desk=true").empty()) << "who reads need not move";
}

TEST_P(Worklist, a_desk_knows_which_next_steps_its_roles_may_do)
{
    auto const can = [&](Official const& who, std::string_view action) {
        auto const desk = town.well(who, "GET", "/desk");
        for (auto const& one : desk.at("can").as_array())
            if (one.as_string() == action) return true;
        return false;
    };
    EXPECT_TRUE(can(town.clerk, "decide_acceptance"));
    EXPECT_FALSE(can(town.clerk, "hold_session"));
    EXPECT_TRUE(can(town.mediator, "hold_session"));
    EXPECT_TRUE(can(town.mediator, "disclose"));
    EXPECT_TRUE(can(town.director, "decide_conflict"));
    EXPECT_FALSE(can(town.mediator, "decide_conflict"));
    EXPECT_FALSE(can(town.mediator, "grade_and_divert"));
    EXPECT_FALSE(can(town.supervisor, "decide_acceptance"));
}

TEST_P(Worklist, of_twins_that_are_equally_alike_the_newest_comes_first)
{
    std::vector<std::string> begun_so_far;
    for (int n = 0; n < 20; ++n) begun_so_far.push_back(begun());
    auto const last = begun();
    std::vector<std::string> twins;
    auto const answer = town.well(town.clerk, "GET", "/disputes/" + last + "/twins");
    for (auto const& line : answer.at("twins").as_array()) twins.push_back(text_of(line.at("id")));
    EXPECT_EQ(twins, std::vector(begun_so_far.rbegin(), begun_so_far.rbegin() + 3));
}

TEST_P(Worklist, a_short_number_finds_what_bears_it_and_nothing_that_contains_it)
{
    std::vector<std::string> ids;
    for (int n = 0; n < 12; ++n) {
        ids.push_back(begun());
        accepted(ids.back());
    }
    EXPECT_EQ(listed(town.clerk, "short_number=1"), std::set{ids[0]});
    EXPECT_EQ(listed(town.clerk, "short_number=12"), std::set{ids[11]});
    EXPECT_EQ(listed(town.clerk, "q=1").size(), 4u) << "001, 010, 011 and 012 contain it";
    EXPECT_TRUE(listed(town.clerk, "short_number=13").empty());
    EXPECT_TRUE(listed(town.elsewhere, "short_number=1").empty());
    EXPECT_EQ(town.ask(town.clerk, "GET", "/disputes?short_number=0").status, 422);
    EXPECT_EQ(town.ask(town.clerk, "GET", "/disputes?due_within=0").status, 422);
}

INSTANTIATE_TEST_SUITE_P(engines, Worklist, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
