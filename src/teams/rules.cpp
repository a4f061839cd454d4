#include "teams/rules.hpp"

#include <algorithm>

namespace maple::teams {

Result<Joined> join(registry::Team const& team, registry::Person const& person, bool leader)
{
    if (person.left_at || !person.mediator) return refuse_field("/person", "not_a_mediator", {}, "PML-13");
    auto const known = std::find_if(team.members.begin(), team.members.end(), [&](auto const& one) { return one.person == person.id; });
    if (known != team.members.end() && (known->leader || !leader)) return refuse_field("/person", "member_already");
    return Joined{person.id, leader || team.members.empty()};
}

Result<Left> leave(registry::Team const& team, Key person)
{
    for (auto const& one : team.members) {
        if (one.person != person) continue;
        if (one.leader && team.members.size() > 1) return refuse(Because::forbidden_by, "team.leader_first");
        return Left{person};
    }
    return refuse(Because::not_found, "team.no_member");
}

Result<Reached> reach(registry::Team const& team, registry::Organisation const& organisation)
{
    if (!registry::may_handle(organisation.kind) || organisation.kind == registry::OrganisationKind::department || organisation.closed_at)
        return refuse_field("/organisation", "cannot_be_reached");
    if (registry::reaches(team, organisation.id)) return refuse_field("/organisation", "reached_already");
    return Reached{organisation.id};
}

Result<Withdrew> withdraw(registry::Team const& team, Key organisation)
{
    if (std::find(team.reach.begin(), team.reach.end(), organisation) == team.reach.end()) return refuse(Because::not_found, "team.not_reached");
    return Withdrew{organisation};
}

}  // namespace maple::teams
