#include "registry/sign_in.hpp"
#include "access/identify.hpp"
#include "foundation/password.hpp"
#include "registry/roll.hpp"
#include "registry/standing.hpp"
#include "registry/testing_doors.hpp"

namespace maple::registry {
namespace {

class sign_in : public Doors {};
INSTANTIATE_TEST_SUITE_P(engines, sign_in, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(sign_in, begins_a_house_once_by_a_one_time_link)
{
    auto const link = first_run_token(*house.store, real_time()).value();
    json::object const form{{"token", link}, {"username", "Admin"}, {"password", password}, {"name", "王明"}};
    auto weak = form;
    weak["password"] = "admin";
    EXPECT_EQ(ask("POST", "/first-run", weak).problem(), "password_too_short");
    auto const done = ask("POST", "/first-run", form);
    ASSERT_EQ(done.status, 200) << json::serialize(done.body);
    EXPECT_EQ(done.body.at("roles").at(0).at("role"), "system_administrator");
    EXPECT_EQ(done.body.at("person_name"), "王明");
    EXPECT_EQ(ask("POST", "/first-run", form).code(), "invitation.invalid");
    EXPECT_FALSE(first_run_token(*house.store, real_time()));
}

TEST_P(sign_in, makes_an_older_first_run_link_useless)
{
    auto const older = first_run_token(*house.store, real_time()).value();
    first_run_token(*house.store, real_time());
    EXPECT_EQ(ask("POST", "/first-run", {{"token", older}, {"username", "admin"}, {"password", password}, {"name", "王明"}}).code(), "invitation.invalid");
}

TEST_P(sign_in, opens_a_session_for_the_right_password)
{
    begin();
    auto const told = enter(" ADMIN ", password);
    ASSERT_EQ(told.status, 200);
    auto const me = ask("GET", "/session", {}, told.token());
    EXPECT_EQ(me.body.at("signed_in"), true);
    EXPECT_EQ(me.body.at("username"), "admin");
    EXPECT_EQ(me.body.at("roles").at(0).at("role_name"), "System administrator");
    EXPECT_EQ(me.body.at("demo"), false);
    EXPECT_EQ(ask("GET", "/session", {}, "unknown").body.at("signed_in"), false);
}

TEST_P(sign_in, sets_a_cookie_that_scripts_and_other_sites_cannot_use)
{
    begin();
    auto const plain = enter("admin", password).cookies().at(0);
    EXPECT_TRUE(plain.starts_with("maplebridge_session="));
    for (auto const* flag : {"; HttpOnly", "; SameSite=Strict", "; Path=/"}) EXPECT_NE(plain.find(flag), plain.npos) << flag;
    auto const strict = ask("POST", "/session", {{"username", "admin"}, {"password", password}}, "", {}, true).cookies().at(0);
    EXPECT_TRUE(strict.starts_with("__Host-maplebridge_session="));
    EXPECT_NE(strict.find("; Secure"), strict.npos);
    EXPECT_EQ(strict.find("Domain"), strict.npos);
}

TEST_P(sign_in, lasts_as_long_as_the_rules_say)
{
    begin();
    house.book.policies["session_hours_most"] = 2;
    house.book.policies["session_idle_minutes"] = 200;
    auto const told = enter("admin", password);
    EXPECT_NE(told.cookies().at(0).find("Max-Age=7200;"), std::string::npos);
    house.work([&](Desk& desk) {
        auto const now = real_time();
        EXPECT_TRUE(access::identify(desk.sql, told.token(), plus_seconds(now, 7100)).signed_in());
        EXPECT_FALSE(access::identify(desk.sql, told.token(), plus_seconds(now, 7200)).signed_in());
    });
}

TEST_P(sign_in, ends_earlier_when_nobody_uses_it)
{
    begin();
    house.book.policies["session_idle_minutes"] = 20;
    auto const token = enter("admin", password).token();
    auto const used = [&](std::int64_t minutes_ago) {
        house.work([&](Desk& desk) { sql::change(desk.sql, "UPDATE sign_in SET seen_at = $1", plus_seconds(real_time(), -minutes_ago * 60)); });
    };
    json::object const change{{"old_password", password}, {"new_password", other_password}};
    used(19);
    EXPECT_EQ(ask("GET", "/session", {}, token).body.at("signed_in"), true);
    used(21);
    EXPECT_EQ(ask("GET", "/session", {}, token).body.at("signed_in"), false);
    EXPECT_EQ(ask("PUT", "/session/password", change, token).code(), "not_signed_in");
    EXPECT_EQ(ask("POST", "/session/enrolment", {{"code", ""}}, token).code(), "factor.password_first");
    auto const fresh = enter("admin", password).token();
    EXPECT_EQ(ask("GET", "/sessions", {}, fresh).body.at("sessions").as_array().size(), 1u);
    EXPECT_EQ(ask("PUT", "/session/password", change, fresh).status, 200);
}

TEST_P(sign_in, answers_a_wrong_password_and_an_unknown_name_alike)
{
    begin();
    auto wrong = enter("admin", other_password), unknown = enter("nobody", other_password);
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(unknown.status, 401);
    EXPECT_EQ(wrong.code(), "sign_in.wrong");
    wrong.body.as_object().erase("request");
    unknown.body.as_object().erase("request");
    EXPECT_EQ(wrong.body, unknown.body);
}

TEST_P(sign_in, slows_down_those_who_guess_whether_the_name_exists_or_not)
{
    begin();
    for (std::string const name : {"admin", "nobody"}) {
        for (int n = 0; n < 5; ++n) EXPECT_EQ(enter(name, other_password).status, 401) << name << n;
        auto const locked = enter(name, password);
        EXPECT_EQ(locked.status, 429) << name;
        EXPECT_EQ(locked.code(), "sign_in.locked");
        EXPECT_FALSE(locked.header("Retry-After").empty());
    }
}

TEST_P(sign_in, locks_longer_with_each_further_failure)
{
    begin();
    for (int n = 0; n < 5; ++n) enter("admin", other_password);
    auto const wait = [&] { return std::stoll(enter("admin", password).header("Retry-After")); };
    auto const first = wait();
    EXPECT_LE(first, 30);
    // As if the first wait were over.
    house.work([](Desk& desk) { sql::change(desk.sql, "UPDATE account SET locked_until = NULL"); });
    EXPECT_EQ(enter("admin", other_password).status, 401);
    EXPECT_GT(wait(), 30);
    house.work([](Desk& desk) { sql::change(desk.sql, "UPDATE account SET locked_until = NULL"); });
    EXPECT_EQ(enter("admin", password).status, 200);
    EXPECT_EQ(enter("admin", other_password).status, 401);
    EXPECT_EQ(enter("admin", password).status, 200);
}

TEST_P(sign_in, ends_here_or_everywhere)
{
    begin();
    auto const here = enter("admin", password).token(), there = enter("admin", password).token();
    auto const out = ask("DELETE", "/session", {}, here);
    EXPECT_EQ(out.status, 200);
    EXPECT_NE(out.cookies().at(0).find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(ask("GET", "/session", {}, here).body.at("signed_in"), false);
    EXPECT_EQ(ask("GET", "/session", {}, there).body.at("signed_in"), true);
    auto const third = enter("admin", password).token();
    EXPECT_EQ(ask("DELETE", "/sessions", {}, third).status, 200);
    EXPECT_EQ(ask("GET", "/session", {}, there).body.at("signed_in"), false);
    EXPECT_EQ(ask("DELETE", "/sessions", {}, there).code(), "not_signed_in");
}

TEST_P(sign_in, changes_a_password_and_ends_the_other_sessions)
{
    begin();
    auto const here = enter("admin", password).token(), there = enter("admin", password).token();
    json::object form{{"old_password", other_password}, {"new_password", other_password}};
    EXPECT_EQ(ask("PUT", "/session/password", form, here).problem(), "password_wrong");
    form["old_password"] = password;
    EXPECT_EQ(ask("PUT", "/session/password", form).code(), "not_signed_in");
    EXPECT_EQ(ask("PUT", "/session/password", form, here).status, 200);
    EXPECT_EQ(ask("GET", "/session", {}, here).body.at("signed_in"), true);
    EXPECT_EQ(ask("GET", "/session", {}, there).body.at("signed_in"), false);
    EXPECT_EQ(enter("admin", password).status, 401);
    EXPECT_EQ(enter("admin", other_password).status, 200);
}

TEST_P(sign_in, takes_no_order_from_another_site)
{
    begin();
    auto const token = enter("admin", password).token();
    EXPECT_EQ(ask("DELETE", "/session", {}, token, {{"Origin", "https://elsewhere.example"}}).code(), "other_site");
    EXPECT_EQ(ask("DELETE", "/session", {}, token, {{"Sec-Fetch-Site", "cross-site"}}).code(), "other_site");
    EXPECT_EQ(ask("POST", "/session", {{"username", "admin"}, {"password", password}}, "", {{"Origin", "https://elsewhere.example"}}).code(), "other_site");
    EXPECT_EQ(ask("DELETE", "/session", {}, token, {{"Origin", "https://maple.example"}}).status, 200);
}

TEST_P(sign_in, invites_a_colleague_who_sets_the_password)
{
    auto const admin = begin().token();
    auto const person = ask("POST", "/people", {{"organisation", shown(root())}, {"name", "古丽"}, {"phone", ""}, {"certificate", ""},
                                                {"serves_as", json::array{"staff"}}}, admin);
    ASSERT_EQ(person.status, 200) << json::serialize(person.body);
    json::object const form{{"person", person.body.at("id")}, {"username", "guli"},
                            {"roles", json::array{json::object{{"role", "desk_clerk"}, {"organisation", shown(root())}}}}};
    auto const opened = ask("POST", "/accounts", form, admin);
    ASSERT_EQ(opened.status, 200) << json::serialize(opened.body);
    EXPECT_EQ(ask("POST", "/accounts", form, admin).code(), "account.username_taken");
    std::string const link = opened.body.at("link").as_string().c_str();
    auto const token = link.substr(link.find('#') + 1);
    EXPECT_EQ(enter("guli", "").status, 401);
    auto const used = ask("POST", "/invitations/use", {{"token", token}, {"password", other_password}});
    ASSERT_EQ(used.status, 200) << json::serialize(used.body);
    EXPECT_EQ(used.body.at("roles").at(0).at("role"), "desk_clerk");
    EXPECT_EQ(ask("POST", "/invitations/use", {{"token", token}, {"password", password}}).code(), "invitation.invalid");
    EXPECT_EQ(ask("POST", "/people", {}, used.token()).code(), "not_allowed");

    auto const account = std::string(opened.body.at("account").at("id").as_string());
    EXPECT_EQ(ask("POST", "/accounts/" + account + "/suspension", {}, admin).status, 200);
    EXPECT_EQ(ask("GET", "/session", {}, used.token()).body.at("signed_in"), false);
    EXPECT_EQ(enter("guli", other_password).status, 401);
    EXPECT_EQ(ask("POST", "/accounts/" + account + "/readmission", {}, admin).status, 200);
    EXPECT_EQ(enter("guli", other_password).status, 200);
}

TEST_P(sign_in, lets_no_administrator_grant_a_role_to_himself)
{
    auto const me = begin();
    auto const account = std::string(me.body.at("account").as_string());
    EXPECT_EQ(ask("POST", "/accounts/" + account + "/roles", {{"role", "director"}, {"organisation", shown(root())}}, me.token()).code(), "grant.to_oneself");
    EXPECT_EQ(ask("POST", "/accounts/" + account + "/suspension", {}, me.token()).code(), "account.own");
}

TEST_P(sign_in, places_an_organisation_at_a_division_of_its_own_level)
{
    auto const admin = begin().token();
    house.work([](Desk& desk) {
        keep_divisions(desk, {{"6502", "", "克拉玛依市", "Karamay"}, {"650203", "6502", "克拉玛依区", "Karamay District"},
                              {"650203007", "650203", "迎宾街道", "Yingbin"}, {"650203007001", "650203007", "汇福社区", "Huifu"}});
    });
    auto const open = [&](std::string level, std::string code) {
        auto const told = ask("POST", "/organisations", {{"parent", shown(root())}, {"kind", "resolution_centre"}, {"level", level},
                                                         {"name", "化解中心"}, {"division", code}}, admin);
        if (told.status == 200) return std::string(told.body.at("division").as_string());
        auto const& problem = told.body.at("problems").at(0);
        return std::string(problem.at("at").as_string()) + " " + std::string(problem.at("code").as_string());
    };
    EXPECT_EQ(open("city", "6502"), "6502");
    EXPECT_EQ(open("city", "650200"), "6502");
    EXPECT_EQ(open("district", "650203"), "650203");
    EXPECT_EQ(open("subdistrict", "650203007"), "650203007");
    EXPECT_EQ(open("community", "650203007001"), "650203007001");
    EXPECT_EQ(open("city", "650203"), "/division division_of_another_level");
    EXPECT_EQ(open("district", "6502"), "/division division_of_another_level");
    EXPECT_EQ(open("district", "650200"), "/division division_of_another_level");
    EXPECT_EQ(open("community", "650203007"), "/division division_of_another_level");
    EXPECT_EQ(open("subdistrict", "650203007001"), "/division division_of_another_level");
    EXPECT_EQ(open("city", "650100"), "/division unknown_division");
    EXPECT_EQ(open("city", "65"), "/division too_short");
}

TEST_P(sign_in, shows_the_roll_to_colleagues_and_the_committees_to_everybody)
{
    auto const admin = begin().token();
    house.work([](Desk& desk) { keep_divisions(desk, {{"650203007", "650203", "迎宾街道", "Yingbin"}}); });
    auto const opened = ask("POST", "/organisations", {{"parent", shown(root())}, {"kind", "subdistrict_committee"}, {"level", "subdistrict"},
        {"name", "迎宾街道人民调解委员会"}, {"division", "650203007"}, {"short_name", "克迎"}, {"phone", "0990-6200000"}, {"has_seal", true}}, admin);
    ASSERT_EQ(opened.status, 200) << json::serialize(opened.body);
    EXPECT_EQ(ask("GET", "/organisations").code(), "not_signed_in");
    EXPECT_EQ(ask("GET", "/organisations", {}, admin).body.at("organisations").as_array().size(), 2u);
    auto const open = ask("GET", "/committees");
    ASSERT_EQ(open.body.at("organisations").as_array().size(), 1u);
    EXPECT_EQ(open.body.at("organisations").at(0).at("kind_name"), "Subdistrict committee");
    auto const id = std::string(opened.body.at("id").as_string());
    EXPECT_TRUE(ask("GET", "/organisations/" + id + "/mediators", {}, admin).body.at("mediators").as_array().empty());
    EXPECT_EQ(ask("GET", "/organisations/" + id + "/accounts", {}, admin).status, 200);
    EXPECT_EQ(ask("GET", "/divisions").body.at("divisions").as_array().size(), 1u);
    house.work([&](Desk& desk) { close_organisation(desk, key_from_shown(id).value()); });
    EXPECT_TRUE(ask("GET", "/committees").body.at("organisations").as_array().empty());
}

}  // namespace
}  // namespace maple::registry
