// What is remembered must be what would be said anew. Beside the town's own dispatcher stands a
// second one on the same database that remembers nothing; whatever both are asked, by whomever,
// at whatever hour, their answers are the same.
#include "dispute/file.hpp"
#include "privacy/events.hpp"
#include "registry/doors.hpp"
#include "registry/edition.hpp"
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
                &town.administrator, &town.security, &town.auditor, &town.informant, &town.officer};
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
        expect_the_dispute_of_the_row();
        expect_the_same_at_any_hour();
    }

    // What is remembered of the dispute is what its row says, with the scopes of today.
    void expect_the_dispute_of_the_row()
    {
        read([&](Desk& desk) {
            auto const key = key_from_shown(id).value();
            auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM dispute WHERE id = $1", key).value();
            EXPECT_EQ(record_text(*dispute::shared_unasked(desk, key)), record_text(dispute::from_state(desk, state)));
        });
    }

    template <class Work> void read(Work work)
    {
        town.store->read([&](sql::Session& session) {
            Desk desk{session, town.house, {}, town.now, real_time()};
            work(desk);
        });
    }
    template <class Work> void write(Work work)
    {
        sql::write_now(*town.store, [&](sql::Session& session) {
            Desk desk{session, town.house, {}, town.now, real_time()};
            work(desk);
        });
    }

    void request() { id = text_of(town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id")); }

    Told look(Official const& who) { return town.ask(who, "GET", "/disputes/" + id, json::object{}); }
    std::string listed(Official const& who) { return town.ask(who, "GET", "/disputes?limit=30", json::object{}).text; }

    // So that it is remembered; whatever follows must not be answered from there.
    void everybody_looks()
    {
        for (auto const* who : everybody()) {
            look(*who);
            listed(*who);
        }
    }

    Key account_of(Official const& who)
    {
        Key account{};
        read([&](Desk& desk) { account = sql::cell<Key>(desk.sql, "SELECT id FROM account WHERE person = $1", who.person).value(); });
        return account;
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

TEST_P(Memory, lets_nobody_in_whom_a_deed_has_shut_out)
{
    request();
    everybody_looks();
    write([&](Desk& desk) { registry::suspend_account(desk, account_of(town.clerk)); });
    EXPECT_EQ(look(town.clerk).status, 401);
    write([&](Desk& desk) {
        auto const grant = sql::cell<Key>(desk.sql, "SELECT id FROM grant_of WHERE account = $1", account_of(town.director)).value();
        registry::end_grant(desk, grant);
    });
    EXPECT_EQ(look(town.director).status, 403);
    EXPECT_EQ(town.ask(town.director, "GET", "/disputes?limit=30", json::object{}).status, 403);
    write([&](Desk& desk) { EXPECT_EQ(registry::end_sessions(desk, account_of(town.mediator)), 1); });
    EXPECT_EQ(look(town.mediator).status, 401);
    write([&](Desk& desk) { registry::set_expiry(desk, account_of(town.supervisor), plus_days(date_in_beijing(real_time()), -1)); });
    EXPECT_EQ(look(town.supervisor).status, 401);
    write([&](Desk& desk) { registry::leave_service(desk, town.colleague.person); });
    EXPECT_EQ(town.ask(town.colleague, "GET", "/disputes?limit=30", json::object{}).status, 401);
}

TEST_P(Memory, gives_what_a_new_role_opens_with_the_next_request)
{
    request();
    everybody_looks();
    EXPECT_EQ(look(town.elsewhere).status, 404);
    write([&](Desk& desk) {
        registry::Registrar roll(desk);
        roll.grant(account_of(town.elsewhere), {access::Role::director, town.office});
        roll.write();
    });
    EXPECT_EQ(look(town.elsewhere).status, 200);
    EXPECT_NE(listed(town.elsewhere).find("顾真远"), std::string::npos);
}

TEST_P(Memory, asks_again_when_time_alone_ends_a_session)
{
    access::Callers callers;
    auto const now = real_time();
    std::int64_t const idle = town.book.policy("session_idle_minutes") * 60;
    auto const at = [&](Official const& who, Instant moment) {
        access::Caller caller;
        read([&](Desk& desk) { caller = callers.identify(desk.sql, who.token, moment, access::editions(desk).access, idle); });
        return caller;
    };
    auto const change = [&](std::string_view statement, Official const& who, Instant value) {
        write([&](Desk& desk) { ASSERT_EQ(sql::change(desk.sql, statement, account_of(who), value), 1); });
    };
    change("UPDATE sign_in SET expires_at = $2 WHERE account = $1", town.clerk, plus_seconds(now, 2));
    EXPECT_TRUE(at(town.clerk, now).signed_in());
    EXPECT_FALSE(at(town.clerk, plus_seconds(now, 2)).signed_in());
    change("UPDATE account SET expires_at = $2 WHERE id = $1", town.director, plus_seconds(now, 3));
    EXPECT_TRUE(at(town.director, now).signed_in());
    EXPECT_FALSE(at(town.director, plus_seconds(now, 3)).signed_in());
    // Used just before it would have been idle for too long: the keeper has written that down since.
    auto const seen = at(town.mediator, now).session_seen;
    auto const late = plus_seconds(seen, idle - 2);
    EXPECT_EQ(at(town.mediator, late).session_seen, seen);
    change("UPDATE sign_in SET seen_at = $2 WHERE account = $1", town.mediator, late);
    EXPECT_EQ(at(town.mediator, plus_seconds(seen, idle + 1)).session_seen, late);
}

TEST_P(Memory, the_stand_in_of_the_security_administrator_goes_when_the_real_one_comes)
{
    EXPECT_EQ(town.ask(town.administrator, "GET", "/accounts", json::object{}).status, 200);
    auto const secures = [&] {
        bool stands_in = false;
        access::Callers callers;
        read([&](Desk& desk) {
            stands_in = callers.identify(desk.sql, town.administrator.token, real_time(), access::editions(desk).access, 1800).has(access::Role::security_administrator);
        });
        return stands_in;
    };
    access::Callers callers;
    auto const remembered = [&] {
        access::Caller caller;
        read([&](Desk& desk) { caller = callers.identify(desk.sql, town.administrator.token, real_time(), access::editions(desk).access, 1800); });
        return caller.has(access::Role::security_administrator);
    };
    EXPECT_TRUE(secures());
    EXPECT_TRUE(remembered());
    write([&](Desk& desk) { registry::set_password(desk, account_of(town.security), "a hash"); });
    EXPECT_FALSE(secures());
    EXPECT_FALSE(remembered());
}

TEST_P(Memory, hides_again_what_broken_glass_showed)
{
    request();
    everybody_looks();
    auto const name = "顾真远";
    EXPECT_EQ(look(town.supervisor).text.find(name), std::string::npos);
    town.well(town.supervisor, "POST", "/disputes/" + id + "/glass", {{"reason", "核查投诉情况"}});
    EXPECT_NE(look(town.supervisor).text.find(name), std::string::npos);
    auto const until = plus_seconds(town.now, town.book.policy("glass_hours") * 3600);
    town.now = {until.us - 1};
    EXPECT_NE(look(town.supervisor).text.find(name), std::string::npos);
    town.now = until;
    EXPECT_EQ(look(town.supervisor).text.find(name), std::string::npos);
    EXPECT_EQ(listed(town.supervisor).find(name), std::string::npos);
    town.now = {until.us - 1};  // the demo's clock is turned back
    EXPECT_NE(look(town.supervisor).text.find(name), std::string::npos);
}

TEST_P(Memory, shows_no_name_of_a_dossier_that_was_locked_away)
{
    request();
    auto const here = "/disputes/" + id;
    town.well(town.clerk, "POST", here + "/refusal", {{"reason", town.first_of("refusal")}, {"remedies", json::array{town.first_of("remedy")}}});
    everybody_looks();
    EXPECT_NE(look(town.director).text.find("顾真远"), std::string::npos);
    EXPECT_NE(listed(town.director).find("顾真远"), std::string::npos);
    town.well(town.director, "POST", here + "/restriction", {{"reason", "当事人撤回同意"}});
    for (auto const* who : everybody()) {
        EXPECT_EQ(look(*who).text.find("顾真远"), std::string::npos);
        EXPECT_EQ(listed(*who).find("顾真远"), std::string::npos);
    }
    expect_the_same_at_any_hour();
    town.well(town.director, "POST", here + "/restriction/release", {{"reason", "法院依法调卷"}});
    EXPECT_NE(listed(town.director).find("顾真远"), std::string::npos);
}

TEST_P(Memory, forgets_who_stood_above_an_organisation_that_moved)
{
    id = text_of(town.well(town.director, "POST", "/disputes", Town::request()).at("file").at("id"));
    auto const here = "/disputes/" + id;
    town.well(town.director, "POST", here + "/acceptance");
    town.well(town.director, "POST", here + "/diversion",
              {{"organisation", shown(town.committee)}, {"grade", "complex"}, {"override_reason", "r"}, {"change_reason", "c"}});
    everybody_looks();
    EXPECT_EQ(look(town.elsewhere).status, 404);
    town.well(town.supervisor, "PUT", "/organisations/" + shown(town.committee) + "/parent",
              {{"parent", shown(town.other_office)}, {"reason", "机构调整"}});
    EXPECT_EQ(look(town.elsewhere).status, 200);
    EXPECT_NE(listed(town.elsewhere).find(id), std::string::npos);
    expect_the_dispute_of_the_row();
    expect_the_same_at_any_hour();
    town.well(town.supervisor, "PUT", "/organisations/" + shown(town.committee) + "/parent",
              {{"parent", shown(town.office)}, {"reason", "机构调整"}});
    EXPECT_EQ(look(town.elsewhere).status, 404);
    EXPECT_EQ(listed(town.elsewhere).find(id), std::string::npos);
    expect_the_same_at_any_hour();
}

TEST_P(Memory, tells_the_new_number_of_an_office_and_the_certificate_of_today)
{
    request();
    everybody_looks();
    write([&](Desk& desk) {
        ASSERT_EQ(sql::change(desk.sql, "UPDATE person SET certificate_until = $2 WHERE id = $1", town.mediator.person, "2023-11-20"), 1);
        ASSERT_EQ(sql::change(desk.sql, "UPDATE organisation SET phone = '0990-7777777' WHERE id = $1", town.office), 1);
        registry::new_edition(desk);
    });
    EXPECT_NE(look(town.director).text.find("0990-7777777"), std::string::npos);
    expect_the_same_at_any_hour();
    town.now = plus_seconds(town.now, 86'400);  // the certificate has run out
    expect_the_same_at_any_hour();
}

TEST_P(Memory, remembers_no_more_than_it_may)
{
    town.house.shelf = std::make_shared<Shelf>(64 * 1024);
    for (int n = 0; n < 20; ++n) {
        request();
        everybody_looks();
        EXPECT_LE(town.house.shelf->bytes(), 64u * 1024);
    }
}

TEST_P(Memory, keeps_nothing_of_a_change_that_failed)
{
    request();
    look(town.director);
    auto const before = look(town.director).text;
    EXPECT_THROW(write([&](Desk& desk) {
                     std::vector<std::function<void()>> left;
                     desk.when_durable = &left;
                     auto file = dispute::File::open_unasked(desk, key_from_shown(id).value());
                     file.record_first(privacy::Restricted{});
                     file.put_back();
                     throw std::runtime_error("no");
                 }),
                 std::runtime_error);
    EXPECT_EQ(look(town.director).text, before);
    expect_the_dispute_of_the_row();
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
