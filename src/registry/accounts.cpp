#include "access/audit.hpp"
#include "access/identify.hpp"
#include "api/words.hpp"
#include "registry/account_view.hpp"
#include "registry/doors.hpp"
#include "registry/keep.hpp"
#include "registry/roll.hpp"
#include "registry/routes.hpp"
#include "registry/sign_in.hpp"

namespace maple::registry {
namespace {

using access::Right;
using access::Role;

void must_have(Desk& desk, Right right, Key at)
{
    if (!access::may_in(desk.caller, right, organisation(desk, at).path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
}

// --- Looking ---------------------------------------------------------------------------

struct OfOrganisation {
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(OfOrganisation, (), (organisation))

struct AccountList {
    std::vector<AccountView> accounts;
    std::optional<std::string> cursor;  // ask again with it for the next ones
};
BOOST_DESCRIBE_STRUCT(AccountList, (), (accounts, cursor))

AccountList list_accounts(Desk& desk, OfOrganisation const& which)
{
    must_have(desk, Right::see_accounts, which.organisation);
    return {accounts_at(desk, which.organisation), {}};
}

struct FindAccounts {
    std::optional<Text<0, 40>> q;
    std::optional<Role> role;
    std::optional<AccountState> state;
    std::optional<Text<0, 40>> cursor;
    std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindAccounts, (), (q, role, state, cursor, limit))

AccountList find_accounts(Desk& desk, FindAccounts const& ask)
{
    AccountsWanted wanted;
    if (ask.q) wanted.q = ask.q->str();
    wanted.role = ask.role;
    wanted.state = ask.state;
    if (ask.cursor) wanted.after = ask.cursor->str();
    auto const limit = ask.limit ? ask.limit->n : 50;
    wanted.most = limit + 1;
    AccountList list{accounts_in_sight(desk, wanted), {}};
    if (std::int64_t(list.accounts.size()) > limit) {
        list.accounts.pop_back();
        list.cursor = list.accounts.back().username;
    }
    return list;
}

AccountView show_account(Desk& desk, OneAccount const& which) { return account_for(desk, Right::see_accounts, which.account); }

// How the house stands with its three administrators, and what the asker may grant.
struct Administrators {
    bool security_taken_up = false, auditor_taken_up = false;
    bool standing_in = false;             // the asker, for the security administrator
    std::vector<Role> may_grant;
};
BOOST_DESCRIBE_STRUCT(Administrators, (), (security_taken_up, auditor_taken_up, standing_in, may_grant))

Administrators administrators(Desk& desk, api::Nothing const&)
{
    Administrators view;
    view.security_taken_up = access::ever_taken_up(desk.sql, Role::security_administrator);
    view.auditor_taken_up = access::ever_taken_up(desk.sql, Role::auditor);
    view.standing_in = !view.security_taken_up && desk.caller.has(Role::system_administrator);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto one) {
        if (may_grant(desk.caller, one.value, view.auditor_taken_up)) view.may_grant.push_back(one.value);
    });
    return view;
}

// --- Roles -----------------------------------------------------------------------------

struct RoleForm {
    Role role{};
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(RoleForm, (), (role, organisation))

// Roles are granted inside one's own scope, never to oneself, and never so that one person
// keeps what the law wants in three hands.
NewGrant checked(Desk& desk, RoleForm const& form, Key person, Roles const& held, std::string const& at)
{
    auto const where = find_organisation(desk, form.organisation);
    if (!where) throw Refused(refuse_field(at + "/organisation", "unknown_organisation"));
    if (person == desk.caller.person) throw Refused(refuse(Because::forbidden_by, "grant.to_oneself"));
    if (!may_grant(desk.caller, form.role, access::ever_taken_up(desk.sql, Role::auditor)))
        throw Refused(refuse(Because::not_allowed, "grant.security_only", {}, "CSL-21"));
    auto const by = access::may(desk.caller, Right::secure) ? Right::secure : Right::administer;
    if (!access::may_in(desk.caller, by, where->path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return {role_to_hold(door_rules(desk.book()), held, form.role).value(), form.organisation};
}

struct GrantForm {
    Key account{};
    Role role{};
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(GrantForm, (), (account, role, organisation))

AccountView give_role(Desk& desk, GrantForm const& form)
{
    auto const account = account_for(desk, Right::secure, form.account);
    for (auto const& held : account.roles)
        if (held.role == form.role && held.organisation == form.organisation) throw Refused(refuse(Because::conflict, "grant.already"));
    auto const wanted = checked(desk, {form.role, form.organisation}, account.person, roles_held(desk.sql, account.person), "");
    Registrar registrar(desk);
    registrar.grant(form.account, wanted);
    registrar.write();
    return account_for(desk, Right::secure, form.account);
}

struct OneGrant {
    Key grant{};
};
BOOST_DESCRIBE_STRUCT(OneGrant, (), (grant))

AccountView take_role(Desk& desk, OneGrant const& which)
{
    auto const account = sql::cell<Key>(desk.sql, "SELECT account FROM grant_of WHERE id = $1", which.grant);
    if (!account) throw Refused(refuse(Because::not_found, "grant.unknown"));
    account_for(desk, Right::secure, *account);
    if (*account == desk.caller.account) throw Refused(refuse(Because::forbidden_by, "account.own"));
    end_grant(desk, which.grant);
    return account_for(desk, Right::secure, *account);
}

// --- Opening, links, the last day -------------------------------------------------------

struct Invited {
    AccountView account;
    std::string link;  // to be handed over in person; works once
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (account, link, expires_at))

Invited invited(Desk& desk, Key account)
{
    // After '#': browsers send it to nobody, so the token is in no log.
    auto const link = desk.house.public_url + "/desk/invitation#" + invite(desk.sql, account, desk.real_now);
    access::audit(desk, access::AuditKind::account_invited, account);
    return {account_for(desk, Right::administer, account), link, plus_seconds(desk.real_now, invitation_seconds)};
}

void check_last_day(Desk const& desk, std::optional<Date> const& day)
{
    if (day && *day < date_in_beijing(desk.real_now)) throw Refused(refuse_field("/expires_on", "in_the_past"));
}

struct AccountForm {
    Key person{};
    Text<2, 40> username;
    std::vector<RoleForm> roles;
    std::optional<Date> expires_on;
};
BOOST_DESCRIBE_STRUCT(AccountForm, (), (person, username, roles, expires_on))

Invited open_account(Desk& desk, AccountForm const& form)
{
    auto const serving = people(desk, {form.person});
    if (serving.empty() || serving.front().left_at) throw Refused(refuse_field("/person", "unknown_person"));
    must_have(desk, Right::administer, serving.front().organisation);
    check_last_day(desk, form.expires_on);
    NewAccount account{{}, form.person, form.username.str(), std::nullopt, {}};
    auto held = roles_held(desk.sql, form.person);
    for (std::size_t i = 0; i < form.roles.size(); ++i) {
        account.grants.push_back(checked(desk, form.roles[i], form.person, held, "/roles/" + std::to_string(i)));
        held.insert(form.roles[i].role);
    }
    Registrar registrar(desk);
    auto const id = registrar.add(account);
    registrar.write();
    if (form.expires_on) set_expiry(desk, id, form.expires_on);
    return invited(desk, id);
}

Invited invite_again(Desk& desk, OneAccount const& which)
{
    auto const account = account_for(desk, Right::administer, which.account);
    if (account.suspended_at) throw Refused(refuse(Because::forbidden_by, "account.suspended"));
    if (account.state == AccountState::expired) throw Refused(refuse(Because::forbidden_by, "account.expired"));
    return invited(desk, which.account);
}

struct Expiry {
    Key account{};
    std::optional<Date> expires_on;
};
BOOST_DESCRIBE_STRUCT(Expiry, (), (account, expires_on))

AccountView change_expiry(Desk& desk, Expiry const& form)
{
    account_for(desk, Right::administer, form.account);
    if (form.account == desk.caller.account) throw Refused(refuse(Because::forbidden_by, "account.own"));
    check_last_day(desk, form.expires_on);
    set_expiry(desk, form.account, form.expires_on);
    return account_for(desk, Right::administer, form.account);
}

// --- Shutting out, letting in again -----------------------------------------------------

// The account, another's than one's own.
Key secured(Desk& desk, Key account)
{
    account_for(desk, Right::secure, account);
    if (account == desk.caller.account) throw Refused(refuse(Because::forbidden_by, "account.own"));
    return account;
}

AccountView suspend(Desk& desk, OneAccount const& which)
{
    suspend_account(desk, secured(desk, which.account));
    return account_for(desk, Right::secure, which.account);
}

AccountView readmit(Desk& desk, OneAccount const& which)
{
    readmit_account(desk, secured(desk, which.account));
    return account_for(desk, Right::secure, which.account);
}

AccountView unlock(Desk& desk, OneAccount const& which)
{
    unlock_account(desk, secured(desk, which.account));
    return account_for(desk, Right::secure, which.account);
}

}  // namespace

std::vector<api::Route> account_routes()
{
    using enum api::Verb;
    return {
        {get, "/accounts", Right::see_accounts, find_accounts, "Accounts with their roles and state, by username."},
        {get, "/organisations/{organisation}/accounts", Right::see_accounts, list_accounts, "The accounts of those who serve at an organisation."},
        {get, "/administrators", Right::see_accounts, administrators, "Which of the three administrators have come in, and what the asker may grant."},
        {post, "/accounts", Right::administer, open_account, "Opens an account for a person, with a one-time link; roles are granted by the security administrator."},
        {get, "/accounts/{account}", Right::see_accounts, show_account, "One account with its roles."},
        {post, "/invitations", Right::administer, invite_again, "A new one-time link for an account, in place of a forgotten password."},
        {put, "/accounts/{account}/expiry", Right::administer, change_expiry, "The last day of an account, or none."},
        {post, "/accounts/{account}/suspension", Right::secure, suspend, "Shuts an account out at once."},
        {post, "/accounts/{account}/readmission", Right::secure, readmit, "Lets a suspended account in again."},
        {post, "/accounts/{account}/unlocking", Right::secure, unlock, "Forgets wrong passwords and codes, so that it may be tried again at once."},
        {post, "/accounts/{account}/roles", Right::secure, give_role, "Grants a role in an organisation and what lies below it."},
        {del, "/grants/{grant}", Right::secure, take_role, "Ends a granted role at once."},
    };
}

}  // namespace maple::registry
