// The second door through the API, on both engines: codes, enrolment, recovery codes, and what
// the security administrator does about them.
#include "access/lockout.hpp"
#include "foundation/totp.hpp"
#include "registry/second_factor.hpp"
#include "registry/testing_doors.hpp"

namespace maple::registry {
namespace {

class second_door : public Doors {
protected:
    second_door() { house.book.policies["second_factor_days.system_administrator"] = 0; }

    // What an authenticator app has: the secret, and each code once.
    struct Phone {
        std::string secret;
        std::int64_t last = 0;
        std::string code()
        {
            last = std::max(last + 1, totp::step_of(real_time()));
            return totp::code_at(secret, last);
        }
    };

    static std::string bytes_of(std::string_view base32)
    {
        std::string bytes;
        unsigned bits = 0, buffer = 0;
        for (char c : base32) {
            buffer = (buffer << 5) | unsigned(std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").find(c));
            bits += 5;
            if (bits >= 8) bytes += char((buffer >> (bits -= 8)) & 255);
        }
        return bytes;
    }

    struct In {
        std::string token;
        Phone phone;
        std::vector<std::string> recovery;
    };

    // Sets a second factor up from where the token stands.
    In enrolled(std::string const& token, json::object proof = {{"code", ""}})
    {
        auto const told = ask("POST", "/session/enrolment", proof, token);
        EXPECT_EQ(told.status, 200) << json::serialize(told.body);
        In in{token, {bytes_of(told.body.at("secret").as_string())}, {}};
        auto const done = ask("PUT", "/session/enrolment", {{"code", in.phone.code()}}, token);
        EXPECT_EQ(done.status, 200) << json::serialize(done.body);
        EXPECT_EQ(done.body.at("session").at("signed_in"), true);
        for (auto const& code : done.body.at("recovery_codes").as_array()) in.recovery.emplace_back(code.as_string());
        if (!done.cookies().empty()) in.token = done.token();
        return in;
    }

    std::string half() { return enter("admin", password).token(); }
    std::int64_t entries(std::string_view kind)
    {
        return house.work([&](Desk& desk) { return sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM audit WHERE kind = $1", std::string(kind)).value_or(0); });
    }
    void forget_waiting()
    {
        house.work([](Desk& desk) { sql::change(desk.sql, "UPDATE attempt SET locked_until = NULL"); });
    }
};
INSTANTIATE_TEST_SUITE_P(engines, second_door, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(second_door, is_set_up_before_anybody_whose_role_needs_it_is_in)
{
    auto const begun = begin();
    EXPECT_EQ(begun.body.at("signed_in"), false);
    EXPECT_EQ(begun.body.at("waits_for"), "enrolment");
    EXPECT_EQ(ask("GET", "/organisations", {}, begun.token()).code(), "not_signed_in");
    EXPECT_EQ(ask("POST", "/session/code", {{"code", "123456"}}, begun.token()).code(), "factor.other_door");
    auto const in = enrolled(begun.token());
    EXPECT_EQ(in.recovery.size(), std::size_t(recovery_codes_made));
    EXPECT_NE(in.token, begun.token());
    EXPECT_EQ(ask("GET", "/session", {}, in.token).body.at("second_factor").at("enrolled"), true);
    EXPECT_EQ(ask("GET", "/session", {}, begun.token()).body.at("waits_for"), nullptr);
    EXPECT_EQ(entries("second_factor_enrolled"), 1);
}

TEST_P(second_door, waits_as_many_days_as_the_rules_say)
{
    house.book.policies["second_factor_days.system_administrator"] = 30;
    auto const begun = begin();
    EXPECT_EQ(begun.body.at("signed_in"), true);
    EXPECT_TRUE(begun.body.at("second_factor").at("needed_from").is_string());
    house.work([](Desk& desk) {
        auto const long_ago = plus_seconds(real_time(), -31 * 86'400);
        sql::change(desk.sql, "UPDATE account SET created_at = $1", long_ago);
        sql::change(desk.sql, "UPDATE schema_versions SET at = $1", long_ago);
    });
    EXPECT_EQ(enter("admin", password).body.at("waits_for"), "enrolment");
    house.book.policies.erase("second_factor_days.system_administrator");
    EXPECT_EQ(enter("admin", password).body.at("signed_in"), true);
}

TEST_P(second_door, refuses_a_wrong_first_code_and_keeps_the_secret)
{
    auto const begun = begin();
    auto const told = ask("POST", "/session/enrolment", {{"code", ""}}, begun.token());
    EXPECT_EQ(ask("PUT", "/session/enrolment", {{"code", "12345"}}, begun.token()).problem(), "code_wrong");
    Phone phone{bytes_of(told.body.at("secret").as_string())};
    EXPECT_EQ(ask("PUT", "/session/enrolment", {{"code", phone.code()}}, begun.token()).status, 200);
}

TEST_P(second_door, opens_for_a_code_of_now_once)
{
    auto in = enrolled(begin().token());
    auto const waiting = enter("admin", password);
    EXPECT_EQ(waiting.body.at("signed_in"), false);
    EXPECT_EQ(waiting.body.at("waits_for"), "code");
    EXPECT_EQ(ask("POST", "/session/code", {{"code", "12345"}}, waiting.token()).problem(), "code_wrong");
    auto const code = in.phone.code();
    auto const done = ask("POST", "/session/code", {{"code", code}}, waiting.token());
    EXPECT_EQ(done.body.at("signed_in"), true);
    EXPECT_EQ(ask("POST", "/session/code", {{"code", code}}, half()).problem(), "code_wrong");
    EXPECT_EQ(ask("POST", "/session/code", {{"code", code}}, done.token()).code(), "factor.signed_in");
    EXPECT_EQ(ask("POST", "/session/code", {{"code", code}}).code(), "factor.password_first");
    EXPECT_EQ(entries("second_factor_failed"), 2);
}

TEST_P(second_door, opens_for_each_recovery_code_once_however_it_is_typed)
{
    auto in = enrolled(begin().token());
    auto code = in.recovery.front();
    for (char& c : code) c = char(std::tolower(static_cast<unsigned char>(c)));
    code.erase(code.find('-'), 1);
    EXPECT_EQ(ask("POST", "/session/code", {{"code", code}}, half()).status, 200);
    EXPECT_EQ(ask("POST", "/session/code", {{"code", in.recovery.front()}}, half()).problem(), "code_wrong");
    EXPECT_EQ(entries("recovery_code_used"), 1);
    auto const again = ask("POST", "/session/recovery-codes", {{"code", in.recovery.at(1)}}, in.token);
    ASSERT_EQ(again.status, 200) << json::serialize(again.body);
    EXPECT_EQ(ask("POST", "/session/code", {{"code", in.recovery.at(2)}}, half()).problem(), "code_wrong");
    auto const fresh = std::string(again.body.at("recovery_codes").at(0).as_string());
    EXPECT_EQ(ask("POST", "/session/code", {{"code", fresh}}, half()).status, 200);
}

TEST_P(second_door, is_locked_for_those_who_guess_and_unlocked_by_another)
{
    auto in = enrolled(begin().token());
    auto const waiting = half();
    for (int n = 0; n < 4; ++n) EXPECT_EQ(ask("POST", "/session/code", {{"code", "12345"}}, waiting).problem(), "code_wrong");
    EXPECT_EQ(ask("POST", "/session/code", {{"code", "12345"}}, waiting).code(), "factor.wrong_locked");
    auto const right = ask("POST", "/session/code", {{"code", in.recovery.front()}}, waiting);
    EXPECT_EQ(right.status, 429);
    EXPECT_EQ(right.code(), "factor.locked");
    EXPECT_FALSE(right.header("Retry-After").empty());
    EXPECT_EQ(entries("account_locked"), 1);
    forget_waiting();
    EXPECT_EQ(ask("POST", "/session/code", {{"code", in.recovery.front()}}, waiting).status, 200);
}

TEST_P(second_door, half_open_lives_a_few_minutes)
{
    enrolled(begin().token());
    auto const waiting = half();
    house.work([](Desk& desk) { sql::change(desk.sql, "UPDATE sign_in SET expires_at = $1 WHERE waits_for IS NOT NULL", plus_seconds(real_time(), -1)); });
    EXPECT_EQ(ask("POST", "/session/code", {{"code", "123456"}}, waiting).code(), "factor.password_first");
    EXPECT_EQ(ask("DELETE", "/session", {}, half()).status, 200);
}

TEST_P(second_door, changes_the_phone_only_with_a_code_of_the_one_in_use)
{
    auto in = enrolled(begin().token());
    EXPECT_EQ(ask("POST", "/session/enrolment", {{"code", ""}}, in.token).problem(), "code_needed");
    EXPECT_EQ(ask("POST", "/session/enrolment", {{"code", "12345"}}, in.token).problem(), "code_wrong");
    auto changed = enrolled(in.token, {{"code", in.recovery.front()}});
    EXPECT_EQ(changed.token, in.token);
    EXPECT_EQ(ask("POST", "/session/code", {{"code", in.recovery.at(1)}}, half()).problem(), "code_wrong");
    EXPECT_EQ(ask("POST", "/session/code", {{"code", changed.recovery.at(1)}}, half()).status, 200);
}

TEST_P(second_door, lists_sessions_and_ends_them_one_by_one)
{
    auto in = enrolled(begin().token());
    auto const there = ask("POST", "/session/code", {{"code", in.recovery.front()}}, half()).token();
    auto const list = ask("GET", "/sessions", {}, in.token).body.at("sessions").as_array();
    ASSERT_EQ(list.size(), 2u);
    for (auto const& one : list)
        if (one.at("here") == false) {
            auto const path = "/sessions/" + std::string(one.at("id").as_string());
            EXPECT_EQ(ask("DELETE", path, {}, in.token).status, 200);
            EXPECT_EQ(ask("DELETE", path, {}, in.token).code(), "session.unknown");
        }
    EXPECT_EQ(ask("GET", "/session", {}, there).body.at("signed_in"), false);
    EXPECT_EQ(ask("GET", "/session", {}, in.token).body.at("signed_in"), true);
    EXPECT_EQ(entries("session_ended"), 1);
}

// --- The other administrators ----------------------------------------------------------------

class three_hands : public second_door {
protected:
    struct Opened {
        Told told;
        std::string account() const { return std::string(told.body.at("account").at("id").as_string()); }
        std::string link() const
        {
            std::string const link(told.body.at("link").as_string());
            return link.substr(link.find('#') + 1);
        }
    };

    // An account for somebody new, with this role or none.
    Opened open(std::string const& by, std::string const& username, std::string const& role)
    {
        auto const person = ask("POST", "/people", {{"organisation", shown(root())}, {"name", "古丽"}, {"phone", ""}, {"certificate", ""},
                                                    {"serves_as", json::array{"staff"}}}, by);
        json::array roles;
        if (!role.empty()) roles.push_back(json::object{{"role", role}, {"organisation", shown(root())}});
        return {ask("POST", "/accounts", {{"person", person.body.at("id")}, {"username", username}, {"roles", roles}}, by)};
    }

    std::string come_in(Opened const& opened)
    {
        auto const used = ask("POST", "/invitations/use", {{"token", opened.link()}, {"password", other_password}});
        EXPECT_EQ(used.status, 200) << json::serialize(used.body);
        return used.token();
    }
};
INSTANTIATE_TEST_SUITE_P(engines, three_hands, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(three_hands, the_first_person_stands_in_until_the_security_administrator_has_come_in)
{
    auto const system = enrolled(begin().token()).token;
    EXPECT_EQ(ask("GET", "/administrators", {}, system).body.at("standing_in"), true);
    EXPECT_EQ(open(system, "clerk", "desk_clerk").told.status, 200);
    auto const guard = open(system, "guard", "security_administrator");
    EXPECT_EQ(ask("GET", "/administrators", {}, system).body.at("standing_in"), true);
    auto const security = come_in(guard);
    EXPECT_EQ(ask("GET", "/administrators", {}, system).body.at("standing_in"), false);
    EXPECT_EQ(open(system, "other", "desk_clerk").told.code(), "grant.security_only");
    auto const bare = open(system, "other", "");
    EXPECT_EQ(bare.told.status, 200);
    json::object const role{{"role", "desk_clerk"}, {"organisation", shown(root())}};
    auto const path = "/accounts/" + bare.account();
    EXPECT_EQ(ask("POST", path + "/roles", role, system).code(), "not_allowed");
    EXPECT_EQ(ask("POST", path + "/suspension", {}, system).code(), "not_allowed");
    EXPECT_EQ(ask("POST", path + "/roles", role, security).status, 200);
    EXPECT_EQ(ask("POST", path + "/roles", role, security).code(), "grant.already");
    EXPECT_EQ(ask("POST", path + "/roles", {{"role", "auditor"}, {"organisation", shown(root())}}, security).code(), "grant.worker_administers");
    EXPECT_EQ(ask("POST", "/invitations", {{"account", bare.account()}}, security).code(), "not_allowed");
}

TEST_P(three_hands, the_security_administrator_shuts_out_unlocks_and_takes_a_lost_phone_away)
{
    auto const system = enrolled(begin().token()).token;
    auto const clerk = open(system, "clerk", "desk_clerk");
    auto const hers = enrolled(come_in(clerk));
    auto const security = come_in(open(system, "guard", "security_administrator"));
    auto const path = "/accounts/" + clerk.account();
    EXPECT_EQ(ask("GET", path + "/sessions", {}, system).code(), "not_allowed");
    EXPECT_EQ(ask("GET", path + "/sessions", {}, security).body.at("sessions").as_array().size(), 1u);
    EXPECT_EQ(ask("DELETE", path + "/sessions", {}, security).status, 200);
    EXPECT_EQ(ask("GET", "/session", {}, hers.token).body.at("signed_in"), false);

    EXPECT_EQ(ask("POST", path + "/unlocking", {}, security).code(), "account.not_locked");
    auto const waiting = enter("clerk", other_password).token();
    for (int n = 0; n < 5; ++n) ask("POST", "/session/code", {{"code", "12345"}}, waiting);
    EXPECT_EQ(ask("GET", "/accounts?state=locked", {}, security).status, 200);
    EXPECT_EQ(ask("GET", path, {}, security).body.at("state"), "locked");
    EXPECT_EQ(ask("POST", path + "/unlocking", {}, security).body.at("state"), "active");
    auto const again = ask("POST", "/session/code", {{"code", hers.recovery.front()}}, waiting);
    EXPECT_EQ(again.status, 200);

    EXPECT_EQ(ask("DELETE", path + "/second-factor", {}, security).body.at("second_factor"), false);
    EXPECT_EQ(ask("DELETE", path + "/second-factor", {}, security).code(), "factor.none");
    EXPECT_EQ(ask("GET", "/session", {}, again.token()).body.at("signed_in"), false);
    house.book.policies["second_factor_days.desk_clerk"] = 0;
    EXPECT_EQ(enter("clerk", other_password).body.at("waits_for"), "enrolment");
}

TEST_P(three_hands, an_account_ends_with_its_last_day)
{
    auto const system = enrolled(begin().token()).token;
    auto const clerk = open(system, "clerk", "desk_clerk");
    auto const hers = come_in(clerk);
    auto const path = "/accounts/" + clerk.account() + "/expiry";
    EXPECT_EQ(ask("PUT", path, {{"expires_on", "2020-01-01"}}, system).problem(), "in_the_past");
    auto const today = iso(date_in_beijing(real_time()));
    EXPECT_EQ(ask("PUT", path, {{"expires_on", today}}, system).body.at("expires_on").as_string(), today);
    EXPECT_EQ(ask("GET", "/session", {}, hers).body.at("signed_in"), true);
    house.work([](Desk& desk) { sql::change(desk.sql, "UPDATE account SET expires_at = $1 WHERE expires_at IS NOT NULL", real_time()); });
    EXPECT_EQ(ask("GET", "/session", {}, hers).body.at("signed_in"), false);
    EXPECT_EQ(enter("clerk", other_password).code(), "sign_in.expired");
    EXPECT_EQ(ask("POST", "/invitations", {{"account", clerk.account()}}, system).code(), "account.expired");
    EXPECT_EQ(ask("PUT", path, {{"expires_on", nullptr}}, system).status, 200);
    EXPECT_EQ(enter("clerk", other_password).body.at("signed_in"), true);
}

}  // namespace
}  // namespace maple::registry
