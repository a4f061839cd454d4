#include "registry/entering.hpp"
#include "access/audit.hpp"
#include "access/identify.hpp"
#include "foundation/sha256.hpp"
#include "registry/device.hpp"
#include "registry/doors.hpp"
#include "registry/second_factor.hpp"

namespace maple::registry {
namespace {

using api::Lobby;

struct HalfRow {
    Key account{};
    std::string waits_for;
};
BOOST_DESCRIBE_STRUCT(HalfRow, (), (account, waits_for))

struct Opened {
    Key person{};
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (person, created_at))

Entered begun(Lobby& lobby, sql::Session& sql, Key account, NextDoor door)
{
    end_session_of(sql, lobby.session_token);
    auto token = begin_session(sql, lobby.house.book, account, lobby.real_now, {lobby.peer, device_of(lobby.device)}, door);
    auto desk = desk_in(lobby, sql, access::identify(sql, token, lobby.real_now));
    desk.session_token = token;
    if (door == NextDoor::open) {
        sql::change(sql, "UPDATE account SET signed_in_at = $2 WHERE id = $1", account, lobby.real_now);
        access::audit(desk, access::AuditKind::sign_in, account);
    }
    return {session_view(desk), std::move(token)};
}

}  // namespace

std::optional<HalfSession> half_session(sql::Session& sql, std::string_view token, Instant real_now)
{
    if (token.empty()) return std::nullopt;
    auto const row = sql::one<HalfRow>(sql, R"(
        SELECT sign_in.account AS account, sign_in.waits_for AS waits_for
          FROM sign_in JOIN account ON account.id = sign_in.account
         WHERE sign_in.token_hash = $1 AND sign_in.expires_at > $2 AND sign_in.waits_for IN ('code', 'enrolment')
           AND account.suspended_at IS NULL AND (account.expires_at IS NULL OR account.expires_at > $2))", hex(sha256(token)), real_now);
    if (!row) return std::nullopt;
    return HalfSession{row->account, row->waits_for == "code" ? NextDoor::code : NextDoor::enrolment};
}

std::optional<Instant> factor_due(sql::Session& sql, House const& house, Key account)
{
    if (house.demo || factor_state(sql, account).enrolled()) return std::nullopt;
    auto const opened = sql::one<Opened>(sql, "SELECT person, created_at FROM account WHERE id = $1", account);
    if (!opened) return std::nullopt;
    return factor_needed_from(door_rules(house.book), roles_held(sql, opened->person), std::max(opened->created_at, factors_introduced(sql)));
}

Entered enter(Lobby& lobby, sql::Session& sql, Key account)
{
    auto const door = next_door(factor_state(sql, account).enrolled(), factor_due(sql, lobby.house, account), lobby.real_now);
    return begun(lobby, sql, account, door);
}

Entered enter_at_last(Lobby& lobby, sql::Session& sql, Key account) { return begun(lobby, sql, account, NextDoor::open); }

SessionView hand_over(Lobby& lobby, Entered entered)
{
    set_session_cookie(lobby.answer_headers, lobby.house.book, entered.token, lobby.secure);
    return std::move(entered.view);
}

access::Caller caller_in(Lobby const& lobby, sql::Session& sql)
{
    auto caller = access::identify(sql, lobby.session_token, lobby.real_now);
    if (access::left_alone(caller, lobby.house.book, lobby.real_now)) return {};
    return caller;
}

Desk desk_in(Lobby const& lobby, sql::Session& sql, access::Caller caller)
{
    Desk desk{sql, lobby.house, std::move(caller), lobby.now, lobby.real_now};
    desk.language = lobby.language;
    desk.peer = lobby.peer;
    desk.session_token = lobby.session_token;
    desk.request = lobby.request;
    desk.verb = lobby.verb;
    desk.route = lobby.route;
    return desk;
}

void end_session_of(sql::Session& sql, std::string const& token)
{
    if (!token.empty()) sql::change(sql, "DELETE FROM sign_in WHERE token_hash = $1", hex(sha256(token)));
}

access::Patience patience_of(law::Book const& book)
{
    return {book.policy("sign_in_failures_most"), 30, book.policy("sign_in_lockout_minutes") * 60};
}

void come_later(std::string code, Instant then, Instant real_now)
{
    // Seconds for programs, the time of day for people: rounded up, so that it is never too early.
    auto const minute = Instant{(then.us + 59 * microseconds_a_second) / (60 * microseconds_a_second) * (60 * microseconds_a_second)};
    throw Refused(refuse(Because::too_many, std::move(code), {{"seconds", std::to_string(access::seconds_until(then, real_now))},
                                                              {"until", iso(minute).substr(11, 5)}}));
}

}  // namespace maple::registry
