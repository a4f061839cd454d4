#include "access/rules.hpp"
#include "api/words.hpp"
#include "registry/keep.hpp"
#include "registry/roll.hpp"
#include "registry/routes.hpp"
#include "registry/sign_in.hpp"

namespace maple::registry {
namespace {

using access::Right;

struct GrantView {
    Key id{};
    access::Role role{};
    std::string role_name;
    Key organisation{};
    std::string organisation_name;
};
BOOST_DESCRIBE_STRUCT(GrantView, (), (id, role, role_name, organisation, organisation_name))

struct AccountView {
    Key id{};
    std::string username;
    Key person{};
    std::string person_name;
    Key organisation{};
    bool has_password = false;
    std::optional<Instant> suspended_at;
    std::vector<GrantView> roles;
};
BOOST_DESCRIBE_STRUCT(AccountView, (), (id, username, person, person_name, organisation, has_password, suspended_at, roles))

struct AccountRow {
    Key id{};
    std::string username;
    Key person{};
    std::string person_name;
    Key organisation{};
    bool has_password = false;
    std::optional<Instant> suspended_at;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, username, person, person_name, organisation, has_password, suspended_at))

struct GrantRow {
    Key id{};
    Key account{};
    access::Role role{};
    Key organisation{};
    std::string organisation_name;
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (id, account, role, organisation, organisation_name))

constexpr std::string_view account_by_id = R"(
    SELECT account.id AS id, account.username AS username, account.person AS person, person.name AS person_name,
           person.organisation AS organisation, CAST(CASE WHEN account.password_hash IS NULL THEN 0 ELSE 1 END AS BIGINT) AS has_password,
           account.suspended_at AS suspended_at
      FROM account JOIN person ON person.id = account.person
     WHERE account.id = $1)";
constexpr std::string_view accounts_of_organisation = R"(
    SELECT account.id AS id, account.username AS username, account.person AS person, person.name AS person_name,
           person.organisation AS organisation, CAST(CASE WHEN account.password_hash IS NULL THEN 0 ELSE 1 END AS BIGINT) AS has_password,
           account.suspended_at AS suspended_at
      FROM account JOIN person ON person.id = account.person
     WHERE person.organisation = $1
     ORDER BY account.username)";
constexpr std::string_view grants_of_account = R"(
    SELECT grant_of.id AS id, grant_of.account AS account, grant_of.role AS role, grant_of.organisation AS organisation,
           organisation.name AS organisation_name
      FROM grant_of JOIN organisation ON organisation.id = grant_of.organisation
     WHERE grant_of.account = $1 AND grant_of.ended_at IS NULL
     ORDER BY grant_of.id)";

AccountView seen(Desk& desk, AccountRow const& row)
{
    AccountView view{row.id, row.username, row.person, row.person_name, row.organisation, row.has_password, row.suspended_at, {}};
    for (auto const& grant : sql::all<GrantRow>(desk.sql, grants_of_account, row.id))
        view.roles.push_back({grant.id, grant.role, api::say(desk.language, std::string("role.") + boost::describe::enum_to_string(grant.role, "?")),
                              grant.organisation, grant.organisation_name});
    return view;
}

void must_administer(Desk& desk, Key id)
{
    if (!access::may_in(desk.caller, Right::administer, organisation(desk, id).path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
}

// The account, when its person serves in the administrator's scope.
AccountRow administered(Desk& desk, Key account)
{
    auto const row = sql::one<AccountRow>(desk.sql, account_by_id, account);
    if (!row) throw Refused(refuse(Because::not_found, "account.unknown"));
    must_administer(desk, row->organisation);
    return *row;
}

AccountView shown_account(Desk& desk, Key account) { return seen(desk, administered(desk, account)); }

struct OfOrganisation {
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(OfOrganisation, (), (organisation))

struct AccountList {
    std::vector<AccountView> accounts;
};
BOOST_DESCRIBE_STRUCT(AccountList, (), (accounts))

AccountList list_accounts(Desk& desk, OfOrganisation const& which)
{
    must_administer(desk, which.organisation);
    AccountList list;
    for (auto const& row : sql::all<AccountRow>(desk.sql, accounts_of_organisation, which.organisation)) list.accounts.push_back(seen(desk, row));
    return list;
}

// --- Links -----------------------------------------------------------------------------

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
    return {shown_account(desk, account), link, plus_seconds(desk.real_now, invitation_seconds)};
}

// --- Opening accounts, granting roles --------------------------------------------------

struct RoleForm {
    access::Role role{};
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(RoleForm, (), (role, organisation))

// Roles are granted inside one's own scope, and never to oneself: an administrator sees no dispute.
NewGrant checked(Desk& desk, RoleForm const& form, Key person, std::string const& at)
{
    auto const where = find_organisation(desk, form.organisation);
    if (!where) throw Refused(refuse_field(at + "/organisation", "unknown_organisation"));
    if (!access::may_in(desk.caller, Right::administer, where->path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    if (person == desk.caller.person) throw Refused(refuse(Because::forbidden_by, "grant.to_oneself"));
    return {form.role, form.organisation};
}

struct AccountForm {
    Key person{};
    Text<2, 40> username;
    std::vector<RoleForm> roles;
};
BOOST_DESCRIBE_STRUCT(AccountForm, (), (person, username, roles))

Invited open_account(Desk& desk, AccountForm const& form)
{
    auto const serving = people(desk, {form.person});
    if (serving.empty() || serving.front().left_at) throw Refused(refuse_field("/person", "unknown_person"));
    must_administer(desk, serving.front().organisation);
    NewAccount account{{}, form.person, form.username.str(), std::nullopt, {}};
    for (std::size_t i = 0; i < form.roles.size(); ++i)
        account.grants.push_back(checked(desk, form.roles[i], form.person, "/roles/" + std::to_string(i)));
    Registrar registrar(desk);
    auto const id = registrar.add(account);
    registrar.write();
    return invited(desk, id);
}

struct OneAccount {
    Key account{};
};
BOOST_DESCRIBE_STRUCT(OneAccount, (), (account))

Invited invite_again(Desk& desk, OneAccount const& which)
{
    if (administered(desk, which.account).suspended_at) throw Refused(refuse(Because::forbidden_by, "account.suspended"));
    return invited(desk, which.account);
}

AccountView suspend(Desk& desk, OneAccount const& which)
{
    administered(desk, which.account);
    if (which.account == desk.caller.account) throw Refused(refuse(Because::forbidden_by, "account.own"));
    suspend_account(desk, which.account);
    return shown_account(desk, which.account);
}

AccountView readmit(Desk& desk, OneAccount const& which)
{
    administered(desk, which.account);
    readmit_account(desk, which.account);
    return shown_account(desk, which.account);
}

struct GrantForm {
    Key account{};
    access::Role role{};
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(GrantForm, (), (account, role, organisation))

AccountView give_role(Desk& desk, GrantForm const& form)
{
    auto const account = administered(desk, form.account);
    auto const wanted = checked(desk, {form.role, form.organisation}, account.person, "");
    for (auto const& held : sql::all<GrantRow>(desk.sql, grants_of_account, form.account))
        if (held.role == wanted.role && held.organisation == wanted.organisation) throw Refused(refuse(Because::conflict, "grant.already"));
    Registrar registrar(desk);
    registrar.grant(form.account, wanted);
    registrar.write();
    return shown_account(desk, form.account);
}

struct OneGrant {
    Key grant{};
};
BOOST_DESCRIBE_STRUCT(OneGrant, (), (grant))

AccountView take_role(Desk& desk, OneGrant const& which)
{
    auto const account = sql::cell<Key>(desk.sql, "SELECT account FROM grant_of WHERE id = $1", which.grant);
    if (!account) throw Refused(refuse(Because::not_found, "grant.unknown"));
    administered(desk, *account);
    if (*account == desk.caller.account) throw Refused(refuse(Because::forbidden_by, "account.own"));
    end_grant(desk, which.grant);
    return shown_account(desk, *account);
}

}  // namespace

std::vector<api::Route> account_routes()
{
    using enum api::Verb;
    return {
        {get, "/organisations/{organisation}/accounts", Right::administer, list_accounts, "The accounts of those who serve at an organisation."},
        {post, "/accounts", Right::administer, open_account, "Opens an account for a person, with roles and a one-time link."},
        {get, "/accounts/{account}", Right::administer, +[](Desk& desk, OneAccount const& which) { return shown_account(desk, which.account); },
         "One account with its roles."},
        {post, "/invitations", Right::administer, invite_again, "A new one-time link for an account, in place of a forgotten password."},
        {post, "/accounts/{account}/suspension", Right::administer, suspend, "Shuts an account out at once."},
        {post, "/accounts/{account}/readmission", Right::administer, readmit, "Lets a suspended account in again."},
        {post, "/accounts/{account}/roles", Right::administer, give_role, "Grants a role in an organisation and what lies below it."},
        {del, "/grants/{grant}", Right::administer, take_role, "Ends a granted role at once."},
    };
}

}  // namespace maple::registry
