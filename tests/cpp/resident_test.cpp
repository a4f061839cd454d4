// What a resident sees by the code of the receipt: the advice of the desk, why it ended, whom
// to call; and a request whose kind the desk has to name.
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Town;
using ::maple::testing::text_of;

constexpr std::string_view counsel = "先和对方约好装修时间，仍不行再来登记。";

struct Resident : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};

    // Applies from the web; gives the code.
    std::string applied(std::optional<std::string> kind = {})
    {
        json::object form{{"place", "650203007001"}, {"facts", "楼上装修噪声很大。"}, {"name", "顾真远"}, {"phone", "13800002046"},
                          {"other_name", "马伊布拉"}, {"agrees", true}};
        if (kind) form["kind"] = *kind;
        return text_of(town.well(town.nobody, "POST", "/my/requests", form).at("code"));
    }
    std::string newest() { return text_of(town.well(town.clerk, "GET", "/disputes?limit=1").at("disputes").at(0).at("id")); }
    json::value matter(std::string const& code) { return town.well(town.nobody, "POST", "/my/matter", {{"code", code}}); }
    static std::string at(json::value const& view, std::string_view name)
    {
        auto const& one = view.at(name);
        return one.is_null() ? "" : text_of(one);
    }
};

TEST_P(Resident, advice_of_the_desk_is_told_to_the_side_that_asked_and_to_nobody_else)
{
    auto const begun = town.well(town.clerk, "POST", "/disputes", Town::request());
    auto const here = "/disputes/" + text_of(begun.at("file").at("id"));
    town.well(town.clerk, "POST", here + "/advice", {{"reason", "law_explained"}, {"advice", counsel}});
    for (auto const& one : begun.at("codes").as_array()) {
        auto const view = matter(text_of(one.at("code")));
        bool const asked = one.at("side").as_string() == "applicant";
        EXPECT_EQ(at(view, "advice"), asked ? counsel : "");
        EXPECT_EQ(at(view, "ended_because").empty(), !asked);
    }
}

TEST_P(Resident, a_refused_and_a_transferred_matter_say_why_and_where_to_go)
{
    auto const refused = applied("neighbour");
    town.well(town.clerk, "POST", "/disputes/" + newest() + "/refusal",
              {{"reason", town.first_of("refusal")}, {"remedies", json::array{town.first_of("remedy")}}, {"note", "内部记录"}});
    EXPECT_FALSE(at(matter(refused), "ended_because").empty());
    EXPECT_EQ(at(matter(refused), "advice"), "") << "a note of the desk stays in the desk";

    auto const sent_on = applied("neighbour");
    town.well(town.clerk, "POST", "/disputes/" + newest() + "/transfer",
              {{"reason", town.first_of("transfer")}, {"organisation", shown(town.other_office)}});
    EXPECT_FALSE(at(matter(sent_on), "handed_to").empty());
}

TEST_P(Resident, where_nobody_has_a_phone_the_public_legal_service_line_stands)
{
    sql::write_now(*town.store, [&](sql::Session& sql) { sql::change(sql, "UPDATE organisation SET phone = ''"); });
    EXPECT_EQ(at(matter(applied()), "phone"), "12348");
}

TEST_P(Resident, a_request_without_a_kind_is_accepted_only_when_the_desk_names_it)
{
    auto const code = applied();
    EXPECT_NE(at(matter(code), "kind_name"), "");
    auto const here = "/disputes/" + newest();
    EXPECT_EQ(text_of(town.well(town.clerk, "GET", here).at("dispute").at("kind")), "");
    auto const faults = [&](json::object const& body) {
        auto const told = town.ask(town.clerk, "POST", here + "/acceptance", body);
        EXPECT_EQ(told.status, 422) << told.text;
        return text_of(told.body().at("problems").at(0).at("at")) + " " + text_of(told.body().at("problems").at(0).at("code"));
    };
    EXPECT_EQ(faults({}), "/kind kind_needed");
    EXPECT_EQ(faults({{"kind", "no_such"}}), "/kind unknown_kind");
    auto const file = town.well(town.clerk, "POST", here + "/acceptance", {{"kind", "neighbour"}});
    EXPECT_EQ(text_of(file.at("dispute").at("kind")), "neighbour");
}

TEST_P(Resident, a_kind_that_was_named_is_not_named_again_and_other_is_one_like_any)
{
    applied("other");
    auto const here = "/disputes/" + newest();
    EXPECT_EQ(town.ask(town.clerk, "POST", here + "/acceptance", json::object{{"kind", "neighbour"}}).status, 422);
    EXPECT_EQ(text_of(town.well(town.clerk, "POST", here + "/acceptance").at("dispute").at("kind")), "other");
}

TEST_P(Resident, a_desk_that_writes_a_request_down_names_its_kind)
{
    auto form = Town::request();
    form["kind"] = "";
    auto const told = town.ask(town.clerk, "POST", "/disputes", form);
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.text.find("kind_needed"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(engines, Resident, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
