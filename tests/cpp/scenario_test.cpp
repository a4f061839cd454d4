// A whole life through the doors, and what must hold around it: the ledger proves itself,
// strangers see nothing, and what was said in confidence stays with the mediator.
#include "app/replay.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Town;
using ::maple::testing::text_of;

constexpr std::string_view canary = "canary-7f3b 底线是两千元";

// From the request to the archive, with a word in confidence on the way.
struct Life {
    Town town;
    std::string id, here;
    json::array parties;

    explicit Life(sql::Engine engine) : town(engine)
    {
        auto const file = town.well(town.clerk, "POST", "/disputes", Town::request()).at("file");
        id = text_of(file.at("id"));
        here = "/disputes/" + id;
        for (auto const& one : file.at("dispute").at("parties").as_array()) parties.push_back(one.at("id"));
        into_the_room();
    }

    json::value does(Official const& who, std::string verb, std::string door, json::object const& body = {}) { return town.well(who, verb, here + door, body); }

    void into_the_room()
    {
        does(town.clerk, "POST", "/acceptance");
        does(town.clerk, "POST", "/consents", {{"party", parties[2]}, {"consent", "agreed"}});
        does(town.clerk, "POST", "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
        does(town.director, "PUT", "/receipt");
        does(town.director, "PUT", "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}});
        does(town.mediator, "POST", "/rights", {{"parties", parties}});
        does(town.mediator, "POST", "/records", {{"kind", "separate"}, {"parties", json::array{parties[0]}}, {"record", canary}});
    }

    void to_the_archive()
    {
        does(town.mediator, "POST", "/disclosures");
        does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", "谈成了"}, {"result", "success"}});
        json::object promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}};
        auto file = does(town.mediator, "POST", "/agreements", {{"text", json::object{{"parties", parties}, {"facts", "漏水"}, {"terms", "赔偿"}, {"obligations", json::array{promise}}}}});
        auto const paper = file.at("dispute").at("agreements").at(0);
        auto const at = "/agreements/" + text_of(paper.at("id"));
        for (auto const& party : parties) does(town.mediator, "POST", at + "/signatures", {{"party", party}, {"manner", "fingerprint"}});
        does(town.mediator, "POST", at + "/mediator-signature");
        does(town.director, "POST", at + "/seal");
        does(town.mediator, "POST", "/obligations/" + text_of(paper.at("obligations").at(0).at("id")) + "/performance", {{"in_full", true}, {"evidence", "收条"}});
        does(town.mediator, "POST", "/visits", {{"by", "phone"}, {"answers", json::array{json::object{{"party", parties[0]}, {"satisfaction", "satisfied"}}}}, {"findings", "满意"}});
        does(town.mediator, "PUT", "/documents/identity_papers",
             {{"values", json::array{json::object{{"section", "papers"}, {"row", parties[0]}, {"key", "paper"}, {"text", "居民身份证"}}}}});
        file = does(town.director, "POST", "/closing", {{"retention", town.first_of("archive_retention")}});
        EXPECT_EQ(text_of(file.at("dispute").at("stage")), "archived");
    }

    std::vector<app::Difference> differences()
    {
        sql::write_now(*town.store, [](sql::Session& sql) { access::place_pages(sql); });  // on PostgreSQL a night watch does
        return app::verify(*town.store, town.book, town.vault).differences;
    }
    void change(std::string_view statement)
    {
        sql::write_now(*town.store, [&](sql::Session& sql) { EXPECT_GE(sql::change(sql, statement), 1) << statement; });
    }
};

class Scenario : public ::testing::TestWithParam<sql::Engine> {};
INSTANTIATE_TEST_SUITE_P(engines, Scenario, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Scenario, a_life_to_the_archive_proves_itself_and_every_change_from_outside_is_named)
{
    Life life(GetParam());
    life.to_the_archive();
    for (auto const& one : life.differences()) ADD_FAILURE() << one.what << " " << one.which << " " << one.says;
    struct Change {
        std::string_view what, says, change, back;
    };
    for (auto const& [what, says, change, back] : {
             Change{"page", "was changed", "UPDATE page SET text = text || ' ' WHERE n = 2 AND kind = 'dispute'",
                    "UPDATE page SET text = substr(text, 1, length(text) - 1) WHERE n = 2 AND kind = 'dispute'"},
             Change{"words", "is not the one", "UPDATE words SET body = body || 'x' WHERE label = 'facts'",
                    "UPDATE words SET body = substr(body, 1, length(body) - 1) WHERE label = 'facts'"},
             Change{"dispute", "column stage ", "UPDATE dispute SET stage = 'refused'", "UPDATE dispute SET stage = 'archived'"},
             Change{"number", "allocated", "UPDATE counter SET last = last + 1", "UPDATE counter SET last = last - 1"}}) {
        life.change(change);
        auto const found = life.differences();
        EXPECT_TRUE(std::any_of(found.begin(), found.end(), [&](auto const& d) { return d.what == what && d.says.find(says) != d.says.npos; })) << what;
        life.change(back);
        EXPECT_TRUE(life.differences().empty()) << what;
    }
}

TEST_P(Scenario, nobody_enters_without_an_account_but_where_everybody_may)
{
    Town town(GetParam());
    for (auto const& room : town.dispatcher->catalogue())
        for (auto const& route : room.routes) {
            std::string path(route.path);
            for (auto open = path.find('{'); open != path.npos; open = path.find('{'))
                path.replace(open, path.find('}', open) - open + 1, shown(Key{7}));
            auto const told = town.ask(town.nobody, std::string(api::method(route.verb)), path);
            if (route.needs == access::Right::anyone) EXPECT_NE(told.status, 403) << path;
            else if (route.needs == access::Right::demonstrate || route.fill_in_lobby) EXPECT_TRUE(told.status >= 400 && told.status < 500) << path;
            else EXPECT_EQ(told.status, 401) << path;
        }
}

// PML art. 25: a danger is seen at the desk first, when there is no mediator yet.
TEST_P(Scenario, article_25_the_answering_desk_raises_a_danger_before_there_is_a_mediator)
{
    Town town(GetParam());
    auto const here = "/disputes/" + text_of(town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id"));
    json::object const danger{{"kind", "violence"}, {"level", "red"}, {"about", "他说要带兄弟回来。"}};
    auto const allowed = town.well(town.clerk, "GET", here).at("allowed").as_array();
    EXPECT_NE(std::find(allowed.begin(), allowed.end(), json::value("mediation.risk_raised")), allowed.end());
    auto const file = town.well(town.clerk, "POST", here + "/risks", danger);
    EXPECT_EQ(text_of(file.at("dispute").at("stage")), "requested");
    auto const risk = text_of(file.at("dispute").at("risks").at(0).at("id"));
    EXPECT_EQ(text_of(file.at("next").at("action")), "report_risk");
    // Nobody else does: the bureau decides nothing in a dispute, others do not know of it.
    EXPECT_EQ(town.ask(town.supervisor, "POST", here + "/risks", danger).status, 403);
    EXPECT_EQ(town.ask(town.elsewhere, "POST", here + "/risks", danger).status, 404);
    EXPECT_EQ(town.ask(town.mediator, "POST", here + "/risks", danger).status, 404);
    for (auto const* who : {&town.informant, &town.auditor, &town.administrator, &town.officer}) EXPECT_EQ(town.ask(*who, "POST", here + "/risks", danger).status, 403);
    EXPECT_EQ(town.ask(town.nobody, "POST", here + "/risks", danger).status, 401);
    // The desk reports it; that it is over is for those who mediate to say.
    town.well(town.clerk, "POST", here + "/risks/" + risk + "/report", {{"to", "police"}});
    EXPECT_EQ(town.ask(town.clerk, "POST", here + "/risks/" + risk + "/clearance", json::object{{"why", "已平息"}}).status, 403);
    town.well(town.director, "POST", here + "/risks/" + risk + "/clearance", {{"why", "已平息"}});
}

TEST_P(Scenario, another_subdistrict_does_not_know_of_the_dispute)
{
    Life life(GetParam());
    auto& town = life.town;
    EXPECT_EQ(town.ask(town.elsewhere, "GET", life.here, "").status, 404);
    EXPECT_EQ(town.ask(town.elsewhere, "POST", life.here + "/notes", json::object{{"kind", "call"}, {"note", "n"}}).status, 404);
    auto const theirs = town.ask(town.elsewhere, "GET", "/disputes", "");
    EXPECT_TRUE(theirs.well());
    EXPECT_EQ(theirs.text.find(life.id), std::string::npos);
    EXPECT_NE(town.ask(town.director, "GET", "/disputes", "").text.find(life.id), std::string::npos);
}

TEST_P(Scenario, what_one_side_said_alone_reaches_the_mediator_and_nobody_else)
{
    Life life(GetParam());
    auto& town = life.town;
    EXPECT_NE(town.ask(town.mediator, "GET", life.here, "").text.find(canary), std::string::npos);
    for (auto const* who : {&town.nobody, &town.clerk, &town.director, &town.colleague, &town.elsewhere, &town.supervisor,
                            &town.administrator, &town.auditor, &town.informant, &town.officer})
        for (auto const& room : town.dispatcher->catalogue())
            for (auto const& route : room.routes) {
                if (route.verb != api::Verb::get) continue;
                std::string path(route.path);
                for (auto const& [name, value] : {std::pair<std::string, std::string>{"{dispute}", life.id}, {"{party}", text_of(life.parties[0])}})
                    if (auto const at = path.find(name); at != path.npos) path.replace(at, name.size(), value);
                if (path.find('{') != path.npos) continue;
                EXPECT_EQ(town.ask(*who, "GET", path, "").text.find(canary), std::string::npos) << path;
            }
}

}  // namespace
}  // namespace maple
