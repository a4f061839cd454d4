// Who may hold which role, who needs a second factor from when, and which door stands behind
// a right password. Pure: facts in, answer or refusal out.
#pragma once
#include "access/rules.hpp"
#include "law/book.hpp"

namespace maple::registry {

using Roles = std::set<access::Role>;

// What the rule pack says of doors ([second_factor_days], [administrators] in pack.toml).
struct DoorRules {
    std::map<access::Role, std::int64_t> factor_days;  // after which a role needs a second factor; not there: never
    bool administrators_may_work = false;
};
DoorRules door_rules(law::Book const&);

// System, security and audit administrator (GB/T 22239-2019, 8.1.5).
bool is_administrator(access::Role);

// The role, when a person who holds the others may hold it, too. Nobody is two of the three
// administrators, and one of them holds no working role in disputes unless the rules say so.
// Refuses: grant.two_administrators, grant.administrator_works, grant.worker_administers.
Result<access::Role> role_to_hold(DoorRules const&, Roles const& held, access::Role wanted);

// Whether the caller may grant this role at all. Roles are the security administrator's;
// whoever opens accounts may name the first auditor, as long as there never was one.
bool may_grant(access::Caller const&, access::Role, bool auditor_was_there);

// From when on the holder of these roles needs a second factor; nothing: never. `since` is
// when the account was opened or this rule came into the house, whichever is later.
std::optional<Instant> factor_needed_from(DoorRules const&, Roles const&, Instant since);

// What stands behind a right password.
enum class NextDoor {
    open,       // signed in
    code,       // of the second factor
    enrolment,  // a second factor must be set up first
};
BOOST_DESCRIBE_ENUM(NextDoor, open, code, enrolment)
NextDoor next_door(bool enrolled, std::optional<Instant> needed_from, Instant now);

// What an account is just now, the strongest reason first.
enum class AccountState { left, suspended, expired, locked, waiting, active };
BOOST_DESCRIBE_ENUM(AccountState, left, suspended, expired, locked, waiting, active)
struct AccountFacts {
    bool person_left = false, suspended = false, has_password = false;
    std::optional<Instant> expires_at, locked_until;
};
AccountState account_state(AccountFacts const&, Instant now);

}  // namespace maple::registry
