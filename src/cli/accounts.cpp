// Accounts from the command line: for whoever runs the server when nobody is left to ask. Each
// deed has its page in the ledger and its entry in the audit journal, like any other.
#include "access/audit.hpp"
#include "cli/commands.hpp"
#include "registry/doors.hpp"
#include "registry/keep.hpp"
#include "registry/rules.hpp"
#include "registry/second_factor.hpp"
#include "registry/sign_in.hpp"

#include <iostream>

namespace maple::cli {
namespace {

struct AccountRow {
    std::string username;
    std::string name;
    std::optional<Instant> left_at, suspended_at, expires_at, locked_until, signed_in_at;
    bool has_password = false;
    bool second_factor = false;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (username, name, left_at, suspended_at, expires_at, locked_until, signed_in_at, has_password, second_factor))

std::string state_of(AccountRow const& row)
{
    switch (registry::account_state({row.left_at.has_value(), row.suspended_at.has_value(), row.has_password, row.expires_at, row.locked_until}, real_time())) {
    case registry::AccountState::left: return "no longer serves";
    case registry::AccountState::suspended: return "suspended";
    case registry::AccountState::expired: return "expired";
    case registry::AccountState::locked: return "locked";
    case registry::AccountState::waiting: return "no password";
    case registry::AccountState::active: return "active";
    }
    return "?";
}

// Does something to the account of that name, in one transaction.
template <class F> int with_account(Account const& ask, std::string_view command, F f)
{
    Premises premises(ask.where, {}, Expect::an_office);
    House const house{premises.book(), premises.vault(), false, ask.public_url};
    bool found = false;
    sql::write_now(premises.store(), [&](sql::Session& sql) {
        auto const account = sql::cell<Key>(sql, "SELECT id FROM account WHERE username = $1", registry::normal_username(ask.username));
        found = account.has_value();
        if (!found) return;
        auto desk = desk_of(sql, house, command);
        f(desk, *account);
    });
    if (found) return well;
    std::cerr << "There is no account of that name. `maplebridge account list` shows them.\n";
    return refused;
}

}  // namespace

int list_accounts(Where const& where)
{
    Premises premises(where, {}, Expect::an_office);
    auto const rows = sql::read_now(premises.store(), [](sql::Session& sql) {
        return sql::all<AccountRow>(sql, R"(
            SELECT account.username AS username, person.name AS name, person.left_at AS left_at, account.suspended_at AS suspended_at,
                   account.expires_at AS expires_at, account.locked_until AS locked_until, account.signed_in_at AS signed_in_at,
                   CAST(CASE WHEN account.password_hash IS NULL THEN 0 ELSE 1 END AS BIGINT) AS has_password,
                   CAST(CASE WHEN second_factor.enrolled_at IS NULL THEN 0 ELSE 1 END AS BIGINT) AS second_factor
              FROM account JOIN person ON person.id = account.person
              LEFT JOIN second_factor ON second_factor.account = account.id
             ORDER BY account.username LIMIT 5000)");
    });
    for (auto const& row : rows)
        std::cout << row.username << '\t' << row.name << '\t' << state_of(row) << '\t' << (row.second_factor ? "second factor" : "password only")
                  << '\t' << (row.signed_in_at ? "last in " + iso(date_in_beijing(*row.signed_in_at)) : "never in") << '\n';
    return well;
}

int invite_account(Account const& ask)
{
    std::string token;
    auto const done = with_account(ask, "account invite", [&](Desk& desk, Key account) {
        token = registry::invite(desk.sql, account, desk.real_now);
        access::audit(desk, access::AuditKind::account_invited, account);
    });
    if (done == well) std::cout << "One-time link, good for three days:\n  " << ask.public_url << "/desk/invitation#" << token << '\n';
    return done;
}

int reset_factor(Account const& ask)
{
    auto const done = with_account(ask, "account reset-factor", [](Desk& desk, Key account) { registry::reset_second_factor(desk, account); });
    if (done == well) std::cout << "The second factor is gone and every session has ended; a new one is set up at the next sign-in.\n";
    return done;
}

int unlock_account(Account const& ask)
{
    auto const done = with_account(ask, "account unlock", [](Desk& desk, Key account) { registry::unlock_account(desk, account); });
    if (done == well) std::cout << "Wrong passwords and codes are forgotten; it can be tried again at once.\n";
    return done;
}

int appoint(Account const& ask, std::string const& role)
{
    access::Role wanted{};
    if (!boost::describe::enum_from_string(role.c_str(), wanted) || !registry::is_administrator(wanted)) {
        std::cerr << "Appoint a system_administrator, a security_administrator or an auditor. Other roles are granted in the program.\n";
        return wrong_usage;
    }
    auto const done = with_account(ask, "account appoint", [&](Desk& desk, Key account) {
        auto const person = sql::cell<Key>(desk.sql, "SELECT person FROM account WHERE id = $1", account).value();
        auto const top = sql::cell<Key>(desk.sql, "SELECT id FROM organisation WHERE parent IS NULL ORDER BY id LIMIT 1").value();
        registry::role_to_hold(registry::door_rules(desk.book()), registry::roles_held(desk.sql, person), wanted).value();
        registry::Registrar registrar(desk);
        registrar.grant(account, {wanted, top});
        registrar.write();
    });
    if (done == well) std::cout << "Appointed.\n";
    return done;
}

}  // namespace maple::cli
