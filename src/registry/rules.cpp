#include "registry/rules.hpp"

namespace maple::registry {
namespace {

using access::Role;

std::string named(Role role) { return std::string("@role.") + boost::describe::enum_to_string(role, "?"); }

Refusal against_the_law(std::string code, Role held, Role wanted)
{
    return refuse(Because::forbidden_by, std::move(code), {{"held", named(held)}, {"wanted", named(wanted)}}, "CSL-21");
}

}  // namespace

DoorRules door_rules(law::Book const& book)
{
    DoorRules rules;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto one) {
        auto const days = book.policies.find(std::string("second_factor_days.") + one.name);
        if (days != book.policies.end()) rules.factor_days[one.value] = days->second;
    });
    auto const work = book.policies.find("administrators_may_work");
    rules.administrators_may_work = work != book.policies.end() && work->second != 0;
    return rules;
}

bool is_administrator(Role role)
{
    return role == Role::system_administrator || role == Role::security_administrator || role == Role::auditor;
}

Result<Role> role_to_hold(DoorRules const& doors, Roles const& held, Role wanted)
{
    for (auto const one : held) {
        if (one == wanted) continue;
        if (is_administrator(one) && is_administrator(wanted)) return against_the_law("grant.two_administrators", one, wanted);
        if (doors.administrators_may_work) continue;
        if (is_administrator(one)) return against_the_law("grant.administrator_works", one, wanted);
        if (is_administrator(wanted)) return against_the_law("grant.worker_administers", one, wanted);
    }
    return wanted;
}

bool may_grant(access::Caller const& caller, Role role, bool auditor_was_there)
{
    if (access::may(caller, access::Right::secure)) return true;
    return role == Role::auditor && !auditor_was_there && access::may(caller, access::Right::administer);
}

std::optional<Instant> factor_needed_from(DoorRules const& doors, Roles const& roles, Instant since)
{
    std::optional<Instant> from;
    for (auto const role : roles)
        if (auto const days = doors.factor_days.find(role); days != doors.factor_days.end()) {
            auto const then = plus_seconds(since, days->second * 86'400);
            from = std::min(from.value_or(then), then);
        }
    return from;
}

NextDoor next_door(bool enrolled, std::optional<Instant> needed_from, Instant now)
{
    if (enrolled) return NextDoor::code;
    return needed_from && *needed_from <= now ? NextDoor::enrolment : NextDoor::open;
}

AccountState account_state(AccountFacts const& facts, Instant now)
{
    if (facts.person_left) return AccountState::left;
    if (facts.suspended) return AccountState::suspended;
    if (facts.expires_at && *facts.expires_at <= now) return AccountState::expired;
    if (facts.locked_until && *facts.locked_until > now) return AccountState::locked;
    return facts.has_password ? AccountState::active : AccountState::waiting;
}

}  // namespace maple::registry
