// What is remembered must be what would be said anew. Beside the town's own dispatcher stands a
// second one on the same database that remembers nothing; whatever both are asked, by whomever,
// at whatever hour, their answers are the same.
#include "dispute/file.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Told;
using ::maple::testing::Town;
using ::maple::testing::text_of;

class Memory : public ::testing::TestWithParam<sql::Engine> {
protected:
    Memory()
    {
        forgetful_house.shelf = std::make_shared<Shelf>(0);
        forgetful.emplace(app::all_rooms(), *town.store, forgetful_house, [this] { return town.now; });
    }

    std::vector<Official const*> everybody() const
    {
        return {&town.nobody, &town.clerk, &town.director, &town.mediator, &town.colleague, &town.elsewhere, &town.supervisor,
                &town.administrator, &town.auditor, &town.informant, &town.officer};
    }

    Told ask_the_forgetful(Official const& who, std::string const& path, http::Headers const& headers)
    {
        http::Request request;
        request.verb = "GET";
        auto const mark = path.find('?');
        request.query = mark == path.npos ? "" : path.substr(mark + 1);
        request.path = "/api" + path.substr(0, mark);
        request.headers = headers;
        if (!who.token.empty()) request.headers.emplace_back("Cookie", std::string(access::session_cookie) + "=" + who.token);
        auto answer = forgetful->ask(std::move(request));
        return {answer.status, answer.type, answer.shared ? *answer.shared : answer.body, answer.headers};
    }

    static std::string without_its_id(Told const& told)
    {
        if (told.well()) return told.text;
        auto body = told.body().as_object();
        body.erase("request");
        return json::serialize(body);
    }

    void expect_the_same_for_everybody(std::string const& path)
    {
        for (auto const* who : everybody())
            for (std::string const language : {"zh-CN", "en"}) {
                auto const anew = ask_the_forgetful(*who, path, {{"Accept-Language", language}});
                for (int again = 0; again < 2; ++again) {
                    auto const told = town.ask(*who, "GET", path, json::object{}, {{"Accept-Language", language}});
                    ASSERT_EQ(told.status, anew.status) << path;
                    ASSERT_EQ(without_its_id(told), without_its_id(anew)) << path << " " << language;
                    ASSERT_EQ(told.header("ETag"), anew.header("ETag"));
                }
            }
    }

    // At this hour, and around every moment at which something falls due.
    void expect_the_same_at_any_hour()
    {
        auto const here = "/disputes/" + id;
        std::vector<Instant> hours{town.now, plus_seconds(town.now, 3600), start_of(plus_days(date_in_beijing(town.now), 1))};
        auto const file = ask_the_forgetful(town.director, here, {}).body();
        auto const around = [&](json::value const& due) {
            if (due.is_null()) return;
            auto const at = instant_from_iso(due.as_string()).value();
            hours.insert(hours.end(), {{at.us - 1}, at, {at.us + 1}});
        };
        if (auto const& next = file.at("next"); next.is_object()) around(next.at("due"));
        for (auto const& clock : file.at("clocks").as_array()) around(clock.at("due"));
        auto const now = town.now;
        for (auto const hour : hours) {
            town.now = hour;
            expect_the_same_for_everybody(here);
            expect_the_same_for_everybody("/disputes?limit=30");
        }
        town.now = now;
    }

    // A deed; whoever reads after it was answered reads what it made.
    void does(Official const& who, std::string verb, std::string door, json::object const& body = {})
    {
        auto const made = town.well(who, verb, "/disputes/" + id + door, body);
        auto const read = town.ask(town.director, "GET", "/disputes/" + id, json::object{});
        ASSERT_EQ(read.body().at("version"), made.at("version"));
        ASSERT_EQ(record_text(*kept()), sql::read_now(*town.store, [&](sql::Session& sql) {
                      return sql::cell<std::string>(sql, "SELECT state FROM dispute WHERE id = $1", key_from_shown(id).value()).value();
                  }));
        expect_the_same_at_any_hour();
    }

    std::shared_ptr<dispute::Dispute const> kept()
    {
        return sql::read_now(*town.store, [&](sql::Session& session) {
            Desk desk{session, town.house, {}, town.now, town.now};
            return dispute::shared_unasked(desk, key_from_shown(id).value());
        });
    }

    Town town{GetParam()};
    House forgetful_house{town.book, town.vault};
    std::optional<api::Dispatcher> forgetful;
    std::string id;
};
INSTANTIATE_TEST_SUITE_P(engines, Memory, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Memory, tells_everybody_what_would_be_told_anew_at_every_step_and_hour)
{
    auto const file = town.well(town.clerk, "POST", "/disputes", Town::request()).at("file");
    id = text_of(file.at("id"));
    json::array parties;
    for (auto const& one : file.at("dispute").at("parties").as_array()) parties.push_back(one.at("id"));
    expect_the_same_at_any_hour();
    does(town.clerk, "POST", "/acceptance");
    does(town.clerk, "POST", "/consents", {{"party", parties[2]}, {"consent", "agreed"}});
    does(town.clerk, "POST", "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
    does(town.director, "PUT", "/receipt");
    does(town.director, "PUT", "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}});
    does(town.mediator, "POST", "/rights", {{"parties", parties}});
    does(town.mediator, "POST", "/records", {{"kind", "separate"}, {"parties", json::array{parties[0]}}, {"record", "底线是两千元"}});
    does(town.mediator, "POST", "/pause", {{"reason", town.first_of("pause")}});
    town.now = plus_seconds(town.now, 2 * 86'400);
    does(town.mediator, "DELETE", "/pause");
    does(town.supervisor, "POST", "/glass", {{"reason", "核查投诉情况"}});
    does(town.director, "PUT", "/assignment", {{"person", shown(town.colleague.person)}, {"chosen_by_parties", false}, {"reason", "r"}});
}

TEST_P(Memory, forgets_a_reader_whose_access_has_ended_with_the_next_request)
{
    id = text_of(town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id"));
    auto const status = [&](Official const& who) { return town.ask(who, "GET", "/disputes/" + id, json::object{}).status; };
    auto const change = [&](std::string_view statement, Key person) {
        sql::write_now(*town.store, [&](sql::Session& sql) { ASSERT_EQ(sql::change(sql, statement, person), 1); });
    };
    ASSERT_EQ(status(town.director), 200);
    change("UPDATE grant_of SET ended_at = 1 WHERE account IN (SELECT id FROM account WHERE person = $1)", town.director.person);
    EXPECT_EQ(status(town.director), 403);
    change("UPDATE grant_of SET ended_at = NULL WHERE account IN (SELECT id FROM account WHERE person = $1)", town.director.person);
    EXPECT_EQ(status(town.director), 200);
    change("UPDATE account SET suspended_at = 1 WHERE person = $1", town.director.person);
    EXPECT_EQ(status(town.director), 401);
    ASSERT_EQ(status(town.clerk), 200);
    change("DELETE FROM sign_in WHERE account IN (SELECT id FROM account WHERE person = $1)", town.clerk.person);
    EXPECT_EQ(status(town.clerk), 401);
}

TEST_P(Memory, serves_no_text_that_was_erased)
{
    id = text_of(town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id"));
    auto const facts = [&] { return town.well(town.clerk, "GET", "/disputes/" + id).at("dispute").at("facts"); };
    EXPECT_EQ(facts(), "楼上漏水。");
    sql::write_now(*town.store, [&](sql::Session& sql) {
        sql::change(sql, "UPDATE words SET body = NULL, salt = NULL, erased_at = 1 WHERE label = 'facts' AND subject = $1", key_from_shown(id).value());
    });
    EXPECT_TRUE(facts().is_null());
}

}  // namespace
}  // namespace maple
