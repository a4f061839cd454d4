#include "access/identify.hpp"
#include "api/words.hpp"
#include "foundation/random_token.hpp"
#include "foundation/sha256.hpp"
#include "registry/entering.hpp"
#include "registry/roll.hpp"
#include "registry/second_factor.hpp"
#include "registry/sign_in.hpp"

namespace maple::registry {
namespace {

std::string cookie_named(std::string_view prefix, std::string_view token, std::int64_t seconds, bool secure)
{
    return std::string(prefix) + std::string(access::session_cookie) + "=" + std::string(token) + "; Path=/; Max-Age=" +
           std::to_string(seconds) + "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
}

void keep_link(sql::Session& sql, std::string const& token, std::optional<Key> account, Instant expires)
{
    sql::change(sql, "INSERT INTO invitation (token_hash, account, expires_at) VALUES ($1, $2, $3)", hex(sha256(token)), account, expires);
}

}  // namespace

SessionView session_view(Desk& desk)
{
    SessionView view;
    view.language = api::tag(desk.language);
    view.demo = desk.house.demo;
    auto const username = [&](Key account) {
        return sql::cell<std::string>(desk.sql, "SELECT username FROM account WHERE id = $1", account).value_or("");
    };
    if (!desk.caller.signed_in()) {
        if (auto const half = half_session(desk.sql, desk.session_token, desk.real_now)) {
            view.waits_for = half->waits_for;
            view.username = username(half->account);
        }
        return view;
    }
    view.signed_in = true;
    view.account = desk.caller.account;
    view.username = username(desk.caller.account);
    auto const factor = factor_state(desk.sql, desk.caller.account);
    view.second_factor = FactorView{factor.enrolled(), factor_due(desk.sql, desk.house, desk.caller.account), factor.recovery_left};
    auto const who = person(desk, desk.caller.person);
    view.person = who.id;
    view.person_name = who.name;
    view.organisation = who.organisation;
    view.organisation_name = called(desk, organisation(desk, who.organisation));
    for (auto const& grant : desk.caller.grants)
        view.roles.push_back({grant.role, api::say(desk.language, std::string("role.") + boost::describe::enum_to_string(grant.role, "?")),
                              grant.organisation, called(desk, organisation(desk, grant.organisation)),
                              grant.role == access::Role::security_administrator && desk.caller.has(access::Role::system_administrator)});
    return view;
}

std::int64_t session_seconds(law::Book const& book) { return book.policy("session_hours_most") * 3600; }

std::string begin_session(sql::Session& sql, law::Book const& book, Key account, Instant real_now, Arrival const& from, NextDoor door)
{
    auto const waits_for = door == NextDoor::open ? std::nullopt : std::optional(door);
    auto const seconds = waits_for ? half_session_seconds : session_seconds(book);
    auto token = random_token();
    sql::change(sql, "DELETE FROM sign_in WHERE account = $1 AND expires_at <= $2", account, real_now);
    sql::change(sql, R"(
        INSERT INTO sign_in (id, token_hash, account, waits_for, at, seen_at, expires_at, peer, device)
        VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8))",
        new_key(), hex(sha256(token)), account, waits_for, real_now, plus_seconds(real_now, seconds), from.peer, from.device);
    return token;
}

void set_session_cookie(std::vector<std::pair<std::string, std::string>>& answer_headers, law::Book const& book, std::string_view token, bool secure)
{
    answer_headers.emplace_back("Set-Cookie", cookie_named(secure ? "__Host-" : "", token, session_seconds(book), secure));
}

void clear_session_cookie(std::vector<std::pair<std::string, std::string>>& answer_headers)
{
    answer_headers.emplace_back("Set-Cookie", cookie_named("", "", 0, false));
    answer_headers.emplace_back("Set-Cookie", cookie_named("__Host-", "", 0, true));
}

std::optional<std::string> first_run_token(sql::Store& store, Instant real_now)
{
    auto const token = random_token();
    bool fresh = false;
    sql::write_now(store, [&](sql::Session& sql) {
        fresh = !sql::cell<Key>(sql, "SELECT id FROM account LIMIT 1");
        sql::change(sql, "DELETE FROM invitation WHERE account IS NULL");
        if (fresh) keep_link(sql, token, std::nullopt, plus_seconds(real_now, first_run_seconds));
    });
    if (!fresh) return std::nullopt;
    return token;
}

std::string invite(sql::Session& sql, Key account, Instant real_now)
{
    auto token = random_token();
    sql::change(sql, "DELETE FROM invitation WHERE account = $1", account);
    keep_link(sql, token, account, plus_seconds(real_now, invitation_seconds));
    return token;
}

}  // namespace maple::registry
