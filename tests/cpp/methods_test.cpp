// What became of disputes in which a method was used, through the doors and on both engines: every
// figure by kind with its interval, and the disputes behind it. Who used it is not asked.
#include "carried.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Carried;
using ::maple::testing::Official;
using ::maple::testing::text_of;
using ::maple::testing::Town;
using json::array;
using json::object;

// One dispute in the room, with the methods of each talk.
struct Talked : Carried {
    std::string obligation;

    Talked(Town& town, std::string kind, std::vector<array> const& talks) : Carried(town, agreed_to(kind))
    {
        in_the_room();
        for (auto const& methods : talks) talks_with(methods);
    }

    void talks_with(array const& methods)
    {
        does(town.mediator, "POST", "/records", {{"kind", "separate"}, {"parties", array{parties[0]}}, {"methods", methods}, {"record", "谈了"}});
    }

    Talked& agreed()
    {
        does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", "谈拢了"}, {"result", "success"}});
        object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}};
        auto const paper = does(town.mediator, "POST", "/agreements", {{"text", object{{"parties", parties}, {"facts", "漏水"}, {"terms", "赔偿"}, {"obligations", array{promise}}}}})
                               .at("dispute").at("agreements").at(0);
        auto const agreement = "/agreements/" + text_of(paper.at("id"));
        obligation = "/obligations/" + text_of(paper.at("obligations").at(0).at("id"));
        for (auto const& party : parties) does(town.mediator, "POST", agreement + "/signatures", {{"party", party}, {"manner", "fingerprint"}});
        does(town.mediator, "POST", agreement + "/mediator-signature");
        does(town.director, "POST", agreement + "/seal");
        return *this;
    }
    Talked& performed()
    {
        does(town.mediator, "POST", obligation + "/performance", {{"in_full", true}, {"evidence", "收条"}});
        return *this;
    }
    Talked& breached()
    {
        town.now = plus_seconds(town.now, 20 * 86'400);
        does(town.mediator, "POST", obligation + "/breach", {{"reason", "没有付"}});
        return *this;
    }
    Talked& visited(bool relapse)
    {
        does(town.mediator, "POST", "/visits", {{"by", "phone"}, {"answers", array{object{{"party", parties[0]}, {"satisfaction", "satisfied"}}}}, {"relapse", relapse}, {"findings", "问过了"}});
        return *this;
    }
    Talked& reopened()
    {
        does(town.director, "POST", "/reopening", {{"reason", town.first_of("reopen")}, {"facts", "又漏水了"}});
        return *this;
    }
    Talked& terminated()
    {
        does(town.mediator, "POST", "/termination", {{"reason", "too_far_apart"}, {"remedies", array{town.first_of("remedy")}}});
        does(town.mediator, "POST", "/termination/delivery", {{"by", "in_person"}});
        return *this;
    }
};

class Methods : public ::testing::TestWithParam<sql::Engine> {
protected:
    Town town{GetParam()};

    json::value effects(std::string query = "") { return town.well(town.director, "GET", "/methods/effect" + query); }
    static json::value of(json::value const& effects, std::string_view method)
    {
        for (auto const& one : effects.at("methods").as_array())
            if (text_of(one.at("key")) == method) return one;
        throw std::runtime_error("no method " + std::string(method));
    }
    static json::value in(json::value const& method, std::string_view kind)
    {
        for (auto const& one : method.at("kinds").as_array())
            if (text_of(one.at("kind")) == kind) return one;
        throw std::runtime_error("no kind " + std::string(kind));
    }
    // "2/3 66.66% 20.76-93.85", as a page would say it.
    static std::string said(json::value const& share)
    {
        auto const hundredths = [](std::int64_t n) { return std::to_string(n / 100) + "." + std::to_string(n / 10 % 10) + std::to_string(n % 10); };
        auto const rate = share.at("hundredths").is_null() ? "–" : hundredths(share.at("hundredths").as_int64());
        return std::to_string(share.at("hits").as_int64()) + "/" + std::to_string(share.at("all").as_int64()) + " " + rate + "% " +
               hundredths(share.at("low").as_int64()) + "-" + hundredths(share.at("high").as_int64());
    }
    std::vector<std::string> behind(std::string query)
    {
        std::vector<std::string> out;
        auto const told = town.well(town.director, "GET", "/methods/" + query);
        for (auto const& one : told.at("disputes").as_array()) out.push_back("/disputes/" + text_of(one.at("id")));
        return out;
    }
};
INSTANTIATE_TEST_SUITE_P(engines, Methods, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Methods, every_figure_is_told_by_kind_with_its_interval)
{
    array const outside{"outside_help"}, places{"changing_places"};
    Talked kept(town, "neighbour", {outside, outside});  // twice in one dispute is once
    kept.agreed().performed().visited(true);
    Talked running(town, "neighbour", {array{"outside_help", "changing_places"}});
    running.agreed();
    Talked apart(town, "neighbour", {outside});
    apart.terminated();
    Talked broken(town, "contract", {outside});
    broken.agreed();
    Talked silent(town, "contract", {});
    silent.agreed();
    Talked open(town, "contract", {outside});  // not concluded: not counted
    broken.breached().reopened();

    auto const told = effects();
    EXPECT_EQ(told.at("concluded").as_int64(), 5);
    EXPECT_EQ(told.at("without_method").as_int64(), 1);

    auto const method = of(told, "outside_help");
    EXPECT_EQ(text_of(method.at("name")), "外力助推法");
    auto const& all = method.at("all");
    EXPECT_EQ(all.at("used").as_int64(), 4);
    EXPECT_EQ(said(all.at("agreed")), "3/4 75.00% 30.06-95.44");
    EXPECT_EQ(said(all.at("performed")), "1/2 50.00% 9.45-90.54") << "of those whose promises have come to an end";
    EXPECT_EQ(said(all.at("relapsed")), "2/3 66.66% 20.76-93.85") << "signs of it on a visit, or taken up again";

    ASSERT_EQ(method.at("kinds").as_array().size(), 2u);
    EXPECT_EQ(text_of(method.at("kinds").at(0).at("kind")), "neighbour") << "the most frequent first";
    auto const neighbours = in(method, "neighbour");
    EXPECT_EQ(text_of(neighbours.at("kind_name")), "邻里纠纷");
    EXPECT_EQ(neighbours.at("used").as_int64(), 3);
    EXPECT_EQ(said(neighbours.at("agreed")), "2/3 66.66% 20.76-93.85");
    EXPECT_EQ(said(neighbours.at("performed")), "1/1 100.00% 20.65-100.00") << "all of few reaches up to all, and not quite down to a fifth";
    EXPECT_EQ(said(neighbours.at("relapsed")), "1/2 50.00% 9.45-90.54");
    auto const contracts = in(method, "contract");
    EXPECT_EQ(contracts.at("used").as_int64(), 1);
    EXPECT_EQ(said(contracts.at("agreed")), "1/1 100.00% 20.65-100.00");
    EXPECT_EQ(said(contracts.at("performed")), "0/1 0.00% 0.00-79.34");
    EXPECT_EQ(said(contracts.at("relapsed")), "1/1 100.00% 20.65-100.00");

    auto const second = of(told, "changing_places");
    EXPECT_EQ(second.at("all").at("used").as_int64(), 1) << "each method of a dispute is counted";
    EXPECT_EQ(said(second.at("all").at("performed")), "0/0 –% 0.00-100.00") << "of nothing nothing is known";
    auto const never = of(told, "family_affection");
    EXPECT_EQ(never.at("all").at("used").as_int64(), 0) << "a method that nobody used is named all the same";
    EXPECT_TRUE(never.at("kinds").as_array().empty());
    EXPECT_EQ(json::serialize(told).find("mediator"), std::string::npos) << "never by who used it";

    EXPECT_EQ(behind("outside_help/disputes"), (std::vector{broken.here, apart.here, running.here, kept.here}));
    EXPECT_EQ(behind("outside_help/disputes?outcome=agreed&kind=neighbour"), (std::vector{running.here, kept.here}));
    EXPECT_EQ(behind("outside_help/disputes?outcome=ended"), (std::vector{broken.here, kept.here}));
    EXPECT_EQ(behind("outside_help/disputes?outcome=performed"), (std::vector{kept.here}));
    EXPECT_EQ(behind("outside_help/disputes?outcome=relapsed"), (std::vector{broken.here, kept.here}));
}

TEST_P(Methods, they_are_counted_in_the_months_and_the_part_of_the_town_that_is_asked_for)
{
    Talked one(town, "neighbour", {array{"outside_help"}});
    one.agreed();
    auto const used = [&](Official const& who, std::string query) {
        return of(town.well(who, "GET", "/methods/effect" + query), "outside_help").at("all").at("used").as_int64();
    };
    EXPECT_EQ(used(town.supervisor, ""), 1);
    EXPECT_EQ(used(town.supervisor, "?from=2023-11&to=2023-11"), 1);
    EXPECT_EQ(used(town.supervisor, "?from=2023-10&to=2023-10"), 0) << "it was concluded in November";
    EXPECT_EQ(used(town.supervisor, "?organisation=" + shown(town.office)), 1);
    EXPECT_EQ(used(town.supervisor, "?organisation=" + shown(town.other_office)), 0);
    EXPECT_EQ(used(town.elsewhere, ""), 0) << "a director counts what is below him";
    EXPECT_EQ(town.ask(town.elsewhere, "GET", "/methods/effect?organisation=" + shown(town.office)).status, 404);
    EXPECT_EQ(town.ask(town.informant, "GET", "/methods/effect").status, 403);
    EXPECT_EQ(town.ask(town.director, "GET", "/methods/effect?from=2023-12&to=2023-11").status, 422);
    EXPECT_EQ(town.ask(town.director, "GET", "/methods/magic/disputes").field("code"), "method.unknown");
}

}  // namespace
}  // namespace maple
