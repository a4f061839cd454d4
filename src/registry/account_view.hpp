// An account as those see it who keep it: its person, roles, state, last use. Shared by the
// routes that read and those that change.
#pragma once
#include "access/desk.hpp"
#include "registry/rules.hpp"

namespace maple::registry {

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
    std::string organisation_name;
    AccountState state{};
    std::string state_name;
    bool has_password = false;
    std::optional<Instant> suspended_at;
    std::optional<Date> expires_on;            // the last day
    std::optional<Instant> locked_until;
    std::optional<Instant> signed_in_at;       // last time
    bool second_factor = false;
    std::optional<Instant> second_factor_from; // when it is needed and not there
    std::int64_t sessions = 0;
    std::vector<GrantView> roles;
};
BOOST_DESCRIBE_STRUCT(AccountView, (), (id, username, person, person_name, organisation, organisation_name, state, state_name, has_password,
                                        suspended_at, expires_on, locked_until, signed_in_at, second_factor, second_factor_from, sessions, roles))

// A request that names an account.
struct OneAccount {
    Key account{};
};
BOOST_DESCRIBE_STRUCT(OneAccount, (), (account))

// The account, when its person serves where the caller has the right. Refuses: account.unknown, not_allowed.
AccountView account_for(Desk&, access::Right, Key account);
std::vector<AccountView> accounts_at(Desk&, Key organisation);

// All accounts in the caller's sight, by username.
struct AccountsWanted {
    std::string q;                             // in the username or the person's name
    std::optional<access::Role> role;
    std::optional<AccountState> state;
    std::string after;                         // username
    std::int64_t most = 50;
};
std::vector<AccountView> accounts_in_sight(Desk&, AccountsWanted const&);

}  // namespace maple::registry
