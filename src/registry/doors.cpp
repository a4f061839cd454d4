#include "registry/doors.hpp"
#include "access/audit.hpp"
#include "access/identify.hpp"
#include "access/journal.hpp"

namespace maple::registry {
namespace {

using access::AuditKind;

}  // namespace

void write_on_account(Desk& desk, Key account, std::string_view deed, access::PageBody body)
{
    auto const n = sql::cell<std::int64_t>(desk.sql, "SELECT max(n) FROM page WHERE subject = $1", account).value_or(0) + 1;
    access::write_ledger(desk, {{"account", account, n, std::string(deed), desk.now, std::move(body)}}, {});
}

Instant shut_from(Date last_day) { return start_of(plus_days(last_day, 1)); }

std::optional<Date> last_day_before(std::optional<Instant> shut_from)
{
    if (!shut_from) return std::nullopt;
    return plus_days(date_in_beijing(*shut_from), -1);
}

void set_expiry(Desk& desk, Key account, std::optional<Date> last_day)
{
    auto const from = last_day ? std::optional(shut_from(*last_day)) : std::nullopt;
    sql::change(desk.sql, "UPDATE account SET expires_at = $2 WHERE id = $1", account, from);
    write_on_account(desk, account, "registry.account_expiry_set", access::PageBody::of(ExpirySet{last_day}));
    access::audit(desk, AuditKind::account_expiry_set, account);
}

void unlock_account(Desk& desk, Key account)
{
    auto const by_password = sql::change(desk.sql, "UPDATE account SET failures = 0, locked_until = NULL WHERE id = $1 AND failures > 0", account);
    auto const by_code = sql::change(desk.sql, "DELETE FROM attempt WHERE what = $1", tries_of_factor(account));
    if (by_password + by_code == 0) throw Refused(refuse(Because::conflict, "account.not_locked"));
    write_on_account(desk, account, "registry.account_unlocked");
    access::audit(desk, AuditKind::account_unlocked, account);
}

std::string tries_of_factor(Key account) { return "factor:" + shown(account); }

std::vector<OpenSession> sessions_of(Desk& desk, Key account)
{
    return sql::all<OpenSession>(desk.sql, R"(
        SELECT id, device, peer, at, seen_at, expires_at FROM sign_in
         WHERE account = $1 AND expires_at > $2 AND seen_at >= $3 AND waits_for IS NULL
         ORDER BY seen_at DESC, id DESC)", account, desk.real_now, plus_seconds(desk.real_now, -access::idle_seconds(desk.book())));
}

void end_session(Desk& desk, Key account, Key session)
{
    if (sql::change(desk.sql, "DELETE FROM sign_in WHERE account = $1 AND id = $2", account, session) == 0)
        throw Refused(refuse(Because::not_found, "session.unknown"));
    access::audit(desk, AuditKind::session_ended, account);
}

int end_sessions(Desk& desk, Key account)
{
    auto const ended = int(sql::change(desk.sql, "DELETE FROM sign_in WHERE account = $1", account));
    if (ended) access::audit(desk, AuditKind::session_ended, account);
    return ended;
}

std::set<access::Role> roles_held(sql::Session& sql, Key person)
{
    std::set<access::Role> roles;
    for (auto const& role : sql::column<access::Role>(sql, R"(
            SELECT DISTINCT grant_of.role AS role FROM grant_of JOIN account ON account.id = grant_of.account
             WHERE account.person = $1 AND grant_of.ended_at IS NULL)", person))
        roles.insert(role);
    return roles;
}

}  // namespace maple::registry
