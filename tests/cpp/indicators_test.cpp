// The indicators through the doors: five disputes carried to five ends, their figures counted by hand, by
// month and organisation, and the way down to exactly the disputes that were counted.
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

struct Ending : Carried {
    std::string obligation;

    explicit Ending(Town& town) : Carried(town, agreed_to()) { in_the_room(); }

    void agreed(std::string due)
    {
        does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", "谈拢了"}, {"result", "success"}});
        object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", due}};
        auto const paper = does(town.mediator, "POST", "/agreements", {{"text", object{{"parties", parties}, {"facts", "漏水"}, {"terms", "赔偿"}, {"obligations", array{promise}}}}})
                               .at("dispute").at("agreements").at(0);
        auto const agreement = "/agreements/" + text_of(paper.at("id"));
        obligation = "/obligations/" + text_of(paper.at("obligations").at(0).at("id"));
        for (auto const& party : parties) does(town.mediator, "POST", agreement + "/signatures", {{"party", party}, {"manner", "fingerprint"}});
        does(town.mediator, "POST", agreement + "/mediator-signature");
        does(town.director, "POST", agreement + "/seal");
    }
    void performed() { does(town.mediator, "POST", obligation + "/performance", {{"in_full", true}, {"evidence", "收条"}}); }
    void breached() { does(town.mediator, "POST", obligation + "/breach", {{"reason", "没有付"}}); }
    void visited(std::vector<std::string> const& says)
    {
        array answers;
        for (std::size_t i = 0; i < says.size(); ++i) answers.push_back(object{{"party", parties[i]}, {"satisfaction", says[i]}});
        does(town.mediator, "POST", "/visits", {{"by", "phone"}, {"answers", answers}, {"findings", "问过了"}});
    }
    void terminated()
    {
        does(town.mediator, "POST", "/termination", {{"reason", "too_far_apart"}, {"remedies", array{town.first_of("remedy")}}});
        does(town.mediator, "POST", "/termination/delivery", {{"by", "in_person"}});
    }
};

class Indicators : public ::testing::TestWithParam<sql::Engine> {
protected:
    Town town{GetParam()};
    Ending kept{town}, apart{town}, broken{town}, late{town}, open{town};

    // November: one kept and visited, one given up, one agreed. Late in December, after the thirty days
    // of the law: that one is broken, another is agreed after all, and the last one goes on.
    Indicators()
    {
        kept.agreed("2023-12-01");
        kept.performed();
        kept.visited({"satisfied", "dissatisfied", "no_answer"});
        apart.terminated();
        broken.agreed("2023-12-01");
        town.now = instant_from_iso("2023-12-27T10:00:00+08:00").value();
        broken.breached();
        late.agreed("2024-03-01");
    }

    json::value figure(Official const& who, std::string_view key, std::string const& query = "")
    {
        auto const told = town.well(who, "GET", "/indicators" + query);
        for (auto const& one : told.at("figures").as_array())
            if (text_of(one.at("key")) == key) return one;
        throw std::runtime_error("no figure " + std::string(key));
    }
    static std::string said(json::value const& part) { return std::to_string(part.at("numerator").as_int64()) + "/" + std::to_string(part.at("denominator").as_int64()); }
    // "2023-11 2/3, 2023-12 1/1"
    static std::string by_month(json::value const& figure)
    {
        std::string out;
        for (auto const& one : figure.at("months").as_array()) out += (out.empty() ? "" : ", ") + text_of(one.at("key")) + " " + said(one);
        return out;
    }

    using Keys = std::vector<std::string>;
    Keys behind(std::string const& key, std::string const& query)
    {
        Keys out;
        auto const told = town.well(town.supervisor, "GET", "/indicators/" + key + "/disputes?" + query);
        for (auto const& one : told.at("disputes").as_array()) out.push_back(text_of(one.at("id")));
        return out;
    }
};
INSTANTIATE_TEST_SUITE_P(engines, Indicators, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Indicators, each_is_told_by_month_with_its_definition_and_opens_down_to_the_disputes_it_counted)
{
    struct Expected {
        std::string key, total, months;
        Keys hits, others;  // the newest first
    };
    for (auto const& [key, total, months, hits, others] : {
             Expected{"local_resolution_rate", "3/4", "2023-11 2/3, 2023-12 1/1", {late.id, broken.id, kept.id}, {apart.id}},
             Expected{"mediation_success_rate", "3/4", "2023-11 2/3, 2023-12 1/1", {late.id, broken.id, kept.id}, {apart.id}},
             Expected{"agreement_performance_rate", "1/2", "2023-12 1/2", {kept.id}, {broken.id}},
             Expected{"return_visit_rate", "1/1", "2023-12 1/1", {kept.id}, {}},
             Expected{"satisfaction_rate", "1/2", "2023-11 1/2", {kept.id}, {}},
             Expected{"overdue_rate", "1/4", "2023-11 0/3, 2023-12 1/1", {late.id}, {broken.id, apart.id, kept.id}}}) {
        SCOPED_TRACE(key);
        auto const one = figure(town.supervisor, key);
        EXPECT_EQ(said(one.at("total")), total);
        EXPECT_EQ(by_month(one), months);
        ASSERT_EQ(one.at("organisations").as_array().size(), 1u);
        EXPECT_EQ(text_of(one.at("organisations").at(0).at("key")), shown(town.committee));
        EXPECT_EQ(said(one.at("organisations").at(0)), total);
        for (auto const* words : {"name", "definition", "numerator_is", "denominator_is"}) EXPECT_FALSE(text_of(one.at(words)).empty()) << words;

        EXPECT_EQ(behind(key, "which=numerator"), hits);
        EXPECT_EQ(behind(key, "which=others"), others);
        auto all = hits;
        all.insert(all.end(), others.begin(), others.end());
        std::sort(all.rbegin(), all.rend());
        EXPECT_EQ(behind(key, "which=denominator"), all);
        EXPECT_EQ(behind(key, "organisation=" + shown(town.committee) + "&alone=true"), all);
        EXPECT_EQ(behind(key, "organisation=" + shown(town.office) + "&alone=true"), Keys{}) << "the office itself concluded none";
    }
    EXPECT_EQ(behind("mediation_success_rate", "from=2023-12&to=2023-12"), Keys{late.id});
    EXPECT_EQ(behind("mediation_success_rate", "from=2023-11&to=2023-11&which=numerator"), (Keys{broken.id, kept.id}));
}

TEST_P(Indicators, of_nothing_there_is_no_share_and_no_dispute)
{
    for (auto const* key : {"local_resolution_rate", "mediation_success_rate", "agreement_performance_rate", "return_visit_rate", "satisfaction_rate", "overdue_rate"}) {
        auto const one = figure(town.supervisor, key, "?from=2023-01&to=2023-10");
        EXPECT_EQ(said(one.at("total")), "0/0") << key;
        EXPECT_TRUE(one.at("total").at("hundredths").is_null()) << key << ": neither none nor all";
        EXPECT_TRUE(one.at("months").as_array().empty()) << key;
        EXPECT_EQ(behind(key, "from=2023-01&to=2023-10"), Keys{}) << key;
        EXPECT_EQ(said(figure(town.elsewhere, key).at("total")), "0/0") << key << ": a director counts what is below him";
    }
    EXPECT_EQ(figure(town.supervisor, "mediation_success_rate").at("total").at("hundredths").as_int64(), 7500);
    EXPECT_EQ(town.ask(town.elsewhere, "GET", "/indicators?organisation=" + shown(town.office)).status, 404);
    EXPECT_EQ(town.ask(town.supervisor, "GET", "/indicators/mediators_by_success/disputes").status, 404);
}

}  // namespace
}  // namespace maple
