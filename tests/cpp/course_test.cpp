// The course of mediation through the doors, on both engines: what is written down later counts from
// its own day, and nobody is called who has refused.
#include "at_the_table.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::AtTheTable;
using ::maple::testing::text_of;
using ::maple::testing::Told;
using json::array;
using json::object;

class Course : public AtTheTable {
protected:
    void days_pass(int days) { town.now = plus_seconds(town.now, days * 86'400LL); }
    object more(int days, std::string happened_at = "")
    {
        object form{{"days", days}, {"agreed_by", parties}};
        if (!happened_at.empty()) form["happened_at"] = happened_at;
        return form;
    }
    static std::string problem(Told const& told)
    {
        auto const body = told.body();
        auto const& first = body.at("problems").at(0);
        return std::to_string(told.status) + " " + text_of(first.at("at")) + " " + text_of(first.at("code"));
    }
    // The last day of the time for mediation.
    static std::string last_day(json::value const& file)
    {
        for (auto const& clock : file.at("clocks").as_array())
            if (clock.at("key") == "general") return text_of(clock.at("due")).substr(0, 10);
        return "";
    }
};

TEST_P(Course, spc16_27_the_parties_agree_on_any_time_and_a_date_bears_ten_years)
{
    EXPECT_EQ(problem(asks(town.mediator, "POST", "/extensions", more(0))), "422 /days out_of_range");
    EXPECT_EQ(problem(asks(town.mediator, "POST", "/extensions", more(3651))), "422 /days out_of_range");
    EXPECT_EQ(last_day(does(town.mediator, "POST", "/extensions", more(90))), "2024-03-19");
}

TEST_P(Course, moj75_33_more_time_agreed_before_the_end_is_written_down_after_it)
{
    days_pass(32);
    auto const file = does(town.mediator, "POST", "/extensions", more(90, "2023-12-20T10:00:00+08:00"));
    EXPECT_EQ(text_of(file.at("dispute").at("extensions").at(0).at("agreed_at")).substr(0, 10), "2023-12-20");
    EXPECT_EQ(last_day(file), "2024-03-19");
    EXPECT_EQ(problem(asks(town.mediator, "POST", "/extensions", more(10, "2023-12-30T10:00:00+08:00"))), "422 /happened_at in_the_future");
}

TEST_P(Course, mediation_goes_on_from_the_day_that_is_told_and_not_before_it_was_paused)
{
    auto const on = [](std::string_view when) { return "/pause?happened_at=" + std::string(when) + ":00%2B08:00"; };
    does(town.mediator, "POST", "/pause", {{"reason", town.first_of("pause")}});
    days_pass(10);
    EXPECT_EQ(problem(asks(town.mediator, "DELETE", on("2023-11-20T08:59"))), "422 /happened_at before_the_pause");
    EXPECT_EQ(problem(asks(town.mediator, "DELETE", on("2023-12-20T10:00"))), "422 /happened_at in_the_future");
    auto const file = does(town.mediator, "DELETE", on("2023-11-22T10:00"));
    EXPECT_EQ(text_of(file.at("dispute").at("pauses").at(0).at("until")).substr(0, 10), "2023-11-22");
    EXPECT_EQ(last_day(file), "2023-12-22") << "two days stood still, not ten";
}

TEST_P(Course, article_17_nobody_is_called_with_a_party_that_has_refused)
{
    does(town.clerk, "POST", "/consents", {{"party", parties[1]}, {"consent", "refused"}});
    object session{{"kind", "joint"}, {"planned_for", "2023-11-22T10:00:00+08:00"}, {"parties", parties}};
    auto const no = asks(town.mediator, "POST", "/sessions", session);
    EXPECT_EQ(no.field("code"), "session.refused");
    EXPECT_EQ(problem(no), "409 /parties session.refused");
    EXPECT_EQ(text_of(no.body().at("article").at("key")), "PML-17");
    session["parties"] = array{parties[0], parties[2]};
    auto const file = does(town.mediator, "POST", "/sessions", session);
    ASSERT_EQ(file.at("dispute").at("sessions").as_array().size(), 1u) << "the refused one booked nothing";
    session["session"] = file.at("dispute").at("sessions").at(0).at("id");
    session["parties"] = parties;
    EXPECT_EQ(problem(asks(town.mediator, "POST", "/sessions", session)), "409 /parties session.refused") << "nor when it is moved";
}

INSTANTIATE_TEST_SUITE_P(engines, Course, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
