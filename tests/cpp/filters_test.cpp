// A list that is asked for what does not exist says which filter is wrong; it does not answer that
// there is nothing.
#include "carried.hpp"
#include "law/quality.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::OnBothEngines;
using ::maple::testing::text_of;

struct Filters : OnBothEngines {
    // The one fault: "/month not_a_month".
    std::string fault(Official const& who, std::string const& path)
    {
        auto const told = home.ask(who, "GET", path);
        EXPECT_EQ(told.status, 422) << path << " " << told.text;
        if (told.status != 422) return "";
        auto const problems = told.body().at("problems").as_array();
        EXPECT_EQ(problems.size(), 1u) << told.text;
        EXPECT_FALSE(text_of(problems.at(0).at("detail")).starts_with("problem.")) << told.text;
        return text_of(problems.at(0).at("at")) + " " + text_of(problems.at(0).at("code"));
    }
};
INSTANTIATE_TEST_SUITE_P(engines, Filters, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Filters, name_a_month_that_the_calendar_does_not_have)
{
    EXPECT_EQ(fault(home.director, "/disputes?concluded_in=2023-99"), "/concluded_in not_a_month");
    EXPECT_EQ(fault(home.supervisor, "/quality/reviews?month=2023-13"), "/month not_a_month");
    EXPECT_EQ(fault(home.supervisor, "/quality/figures?from=2023-00"), "/from not_a_month");
    EXPECT_EQ(fault(home.supervisor, "/quality/figures?until=2023-1x"), "/until not_a_month");
    EXPECT_EQ(fault(home.supervisor, "/quality/figures?from=2023-11&until=2023-10"), "/until before_from");
    EXPECT_EQ(fault(home.director, "/disputes?concluded_in=2023"), "/concluded_in too_short");
    for (auto const* path : {"/disputes?concluded_in=2023-10", "/quality/reviews?month=2023-10", "/quality/figures?from=2023-10&until=2023-10"})
        EXPECT_EQ(home.ask(home.supervisor, "GET", path).status, 200) << path;
}

TEST_P(Filters, name_what_does_not_stand_in_the_book)
{
    EXPECT_EQ(fault(home.director, "/disputes?kind=nope"), "/kind not_in_the_book");
    EXPECT_EQ(fault(home.director, "/methods/outside_help/disputes?kind=nope"), "/kind not_in_the_book");
    EXPECT_EQ(fault(home.supervisor, "/quality/reviews?item=nope"), "/item not_in_the_book");
    EXPECT_EQ(home.ask(home.director, "GET", "/disputes?kind=neighbour").status, 200);
    EXPECT_EQ(home.ask(home.director, "GET", "/methods/outside_help/disputes?kind=neighbour").status, 200);
    EXPECT_EQ(home.ask(home.supervisor, "GET", "/quality/reviews?item=" + home.book.quality->items.front().key).status, 200);
}

TEST_P(Filters, name_a_division_that_the_city_does_not_have)
{
    EXPECT_EQ(fault(home.nobody, "/committees?division=650203999"), "/division unknown_division");
    EXPECT_EQ(fault(home.director, "/organisations?division=9999"), "/division unknown_division");
    EXPECT_EQ(home.well(home.nobody, "GET", "/committees?division=650203007").at("organisations").as_array().size(), 1u);
    EXPECT_FALSE(home.well(home.director, "GET", "/organisations?division=6502").at("organisations").as_array().empty());
}

TEST_P(Filters, name_a_place_that_is_none_in_the_list_of_matters)
{
    auto const key = shown(home.mediator.person);
    for (auto const& cursor : {std::string("xyz"), std::string("1"), "2.2023-12-31.training_lacks." + key, "1.2023-02-30.training_lacks." + key,
                               "1.2023-12-31.no_such_kind." + key, std::string("1.2023-12-31.training_lacks.x"), "1.2023-12-31.training_lacks." + key + "~",
                               "1.2023-12-31.training_lacks." + key + "." + key})
        EXPECT_EQ(fault(home.director, "/desk/people-matters?cursor=" + cursor), "/cursor not_a_cursor") << cursor;
    EXPECT_EQ(home.ask(home.director, "GET", "/desk/people-matters?cursor=1.2023-12-31.training_lacks." + key).status, 200);
}

}  // namespace
}  // namespace maple
