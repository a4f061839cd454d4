#include "access/rules.hpp"

namespace maple::access {
namespace {

struct Row {
    Role role;
    std::initializer_list<Right> rights;
};

// The whole policy of roles, to be read as a table by a security review.
Row const table[] = {
    {Role::informant, {Right::report_lead}},
    {Role::desk_clerk, {Right::take_in, Right::divert, Right::receive, Right::seal, Right::follow_up, Right::archive,
                        Right::read_dispute, Right::read_figures, Right::answer_referral, Right::triage_lead, Right::see_people}},
    {Role::mediator, {Right::take_in, Right::mediate, Right::follow_up, Right::read_dispute, Right::report_lead, Right::see_people}},
    {Role::director, {Right::take_in, Right::divert, Right::receive, Right::mediate, Right::seal, Right::follow_up,
                      Right::archive, Right::read_dispute, Right::read_figures, Right::answer_referral, Right::triage_lead,
                      Right::see_people, Right::lead_people}},
    {Role::supervisor, {Right::read_dispute, Right::read_figures, Right::see_people, Right::keep_people, Right::break_glass}},
    {Role::agency_officer, {Right::refer}},
    {Role::system_administrator, {Right::administer, Right::see_people}},
    {Role::security_administrator, {Right::secure, Right::see_people}},
    {Role::auditor, {Right::audit}},
};

// A mediator's rights in a dispute come from being appointed to it, not from the organisation.
bool by_person(Role role, Right right)
{
    return role == Role::mediator && (right == Right::mediate || right == Right::follow_up || right == Right::read_dispute);
}

}  // namespace

bool gives(Role role, Right right)
{
    for (auto const& row : table)
        if (row.role == role) return std::find(row.rights.begin(), row.rights.end(), right) != row.rights.end();
    return false;
}

bool may(Caller const& caller, Right right)
{
    if (right == Right::anyone) return true;
    if (!caller.signed_in()) return false;
    if (right == Right::signed_in) return true;
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](Grant const& g) { return gives(g.role, right); });
}

bool may(Caller const& caller, Right right, Matter const& matter)
{
    if (!may(caller, right)) return false;
    for (auto const& grant : caller.grants) {
        if (!gives(grant.role, right)) continue;
        if (by_person(grant.role, right)) {
            if (std::find(matter.persons.begin(), matter.persons.end(), caller.person) != matter.persons.end()) return true;
            continue;
        }
        for (auto const& scope : matter.scopes)
            if (lies_in(scope, grant.scope)) return true;
    }
    return false;
}

bool may_in(Caller const& caller, Right right, std::string_view scope)
{
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](Grant const& grant) {
        return gives(grant.role, right) && !by_person(grant.role, right) && lies_in(scope, grant.scope);
    });
}

std::vector<std::string> scopes_of(Caller const& caller, Right right)
{
    std::vector<std::string> scopes;
    for (auto const& grant : caller.grants)
        if (gives(grant.role, right) && !by_person(grant.role, right)) scopes.push_back(grant.scope);
    return scopes;
}

}  // namespace maple::access
