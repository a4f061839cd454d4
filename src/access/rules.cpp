#include "access/rules.hpp"

#include <algorithm>

namespace maple::access {
namespace {

struct Row {
    Role role;
    std::initializer_list<Right> rights;
};

// The whole policy of roles, to be read as a table by a security review.
Row const table[] = {
    {Role::informant, {Right::report_lead}},
    {Role::desk_clerk, {Right::take_in, Right::divert, Right::receive, Right::plan_sessions, Right::end_mediation, Right::seal, Right::follow_up, Right::archive,
                        Right::read_dispute, Right::add_paper, Right::see_papers, Right::read_figures, Right::answer_referral,
                        Right::triage_lead, Right::see_people, Right::give_advice}},
    {Role::mediator, {Right::take_in, Right::mediate, Right::plan_sessions, Right::end_mediation, Right::follow_up, Right::read_dispute, Right::add_paper, Right::see_papers,
                      Right::report_lead, Right::see_people, Right::give_advice}},
    {Role::director, {Right::take_in, Right::divert, Right::receive, Right::mediate, Right::plan_sessions, Right::end_mediation, Right::seal, Right::follow_up,
                      Right::archive, Right::read_dispute, Right::add_paper, Right::see_papers, Right::read_figures,
                      Right::answer_referral, Right::triage_lead, Right::see_people, Right::lead_people, Right::keep_places,
                      Right::give_advice, Right::review_quality}},
    {Role::supervisor, {Right::read_dispute, Right::see_papers, Right::read_figures, Right::see_people, Right::keep_organisations,
                        Right::keep_people, Right::review_quality, Right::break_glass}},
    {Role::agency_officer, {Right::refer, Right::answer_call, Right::give_advice}},
    {Role::adviser, {Right::read_dispute, Right::see_papers, Right::give_advice}},
    {Role::system_administrator, {Right::administer, Right::see_accounts, Right::see_people, Right::keep_organisations}},
    {Role::security_administrator, {Right::secure, Right::see_accounts, Right::see_people}},
    {Role::auditor, {Right::audit}},
};

// What each relation sees. Sealed is for the dispute's own mediators and for nobody else,
// whatever his office; nobody's role alone shows a name.
struct Eyes {
    Relation relation;
    Sight sees;
};
constexpr Eyes eyes[] = {
    //                          open  personal sealed contacts counsel
    {Relation::desk,          {true, true,  false, true,  true}},
    {Relation::director,      {true, true,  false, true,  true}},
    {Relation::registrar,     {true, true,  false, true,  false}},
    {Relation::mediator,      {true, true,  true,  true,  true}},
    {Relation::apprentice,    {true, true,  false, false, false}},
    {Relation::participant,   {true, true,  false, false, false}},
    {Relation::called_department, {true, true, false, false, false}},
    {Relation::consulted,     {true, true,  false, false, false}},
    {Relation::supervisor,    {true, false, false, false, false}},
    {Relation::glass_breaker, {true, true,  false, true,  false}},
    {Relation::agency,        {true, true,  false, false, false}},
    {Relation::party,         {true, true,  false, false, false}},
};

Sight eyes_of(Relation relation)
{
    for (auto const& one : eyes)
        if (one.relation == relation) return one.sees;
    return {};
}

bool covers(Caller const& caller, Role role, std::vector<std::string> const& scopes)
{
    for (auto const& grant : caller.grants)
        if (grant.role == role)
            for (auto const& scope : scopes)
                if (lies_in(scope, grant.scope)) return true;
    return false;
}

// What a right is measured against: a department answers where it was called, nobody else is; a desk
// books times and rooms for the organisation that answers now, and no longer once that is another. It ends
// what nobody presides over: a clear no is heard before there is a mediator, too (PML art. 17).
bool covers(Grant const& grant, Right right, Matter const& matter)
{
    if (right == Right::plan_sessions && grant.role == Role::desk_clerk) return lies_in(matter.answering, grant.scope);
    if (right == Right::end_mediation && grant.role == Role::desk_clerk) return !matter.presided && lies_in(matter.answering, grant.scope);
    auto const& scopes = right == Right::answer_call ? matter.called : matter.scopes;
    return std::any_of(scopes.begin(), scopes.end(), [&](std::string const& scope) { return lies_in(scope, grant.scope); });
}

// Reading is the whole right of an apprentice and of who was invited; who is consulted advises.
bool in_person(Caller const& caller, Right right, Matter const& matter)
{
    if (right == Right::give_advice) return among(matter.consulted, caller.person);
    if (among(matter.persons, caller.person)) return true;
    if (right == Right::take_in || right == Right::read_dispute || right == Right::add_paper || right == Right::see_papers)
        if (matter.registrar && matter.registrar == caller.person) return true;
    return (right == Right::read_dispute || right == Right::see_papers) && (among(matter.apprentices, caller.person) || among(matter.participants, caller.person));
}

}  // namespace

// A mediator's rights in a dispute come from being appointed to it, or from having written it
// down, an adviser's from being invited: not from the organisation. Advice is given by who was asked.
bool by_person(Role role, Right right)
{
    if (right == Right::give_advice) return true;
    if (role == Role::adviser) return right == Right::read_dispute || right == Right::see_papers;
    return role == Role::mediator &&
           (right == Right::mediate || right == Right::plan_sessions || right == Right::end_mediation || right == Right::follow_up || right == Right::read_dispute || right == Right::take_in ||
            right == Right::add_paper || right == Right::see_papers);
}

std::vector<Relation> relations(Caller const& caller, Matter const& matter)
{
    std::vector<Relation> all;
    if (!caller.signed_in()) return all;
    if (covers(caller, Role::desk_clerk, matter.scopes)) all.push_back(Relation::desk);
    if (covers(caller, Role::director, matter.scopes)) all.push_back(Relation::director);
    // A director or a clerk may be appointed, too.
    if (caller.has(Role::mediator) || caller.has(Role::director) || caller.has(Role::desk_clerk)) {
        if (matter.registrar && matter.registrar == caller.person) all.push_back(Relation::registrar);
        if (among(matter.persons, caller.person)) all.push_back(Relation::mediator);
        if (among(matter.apprentices, caller.person)) all.push_back(Relation::apprentice);
    }
    if ((caller.has(Role::mediator) || caller.has(Role::adviser)) && among(matter.participants, caller.person))
        all.push_back(Relation::participant);
    if (covers(caller, Role::agency_officer, matter.called)) all.push_back(Relation::called_department);
    if (covers(caller, Role::supervisor, matter.scopes)) {
        all.push_back(Relation::supervisor);
        if (among(matter.glass, caller.person)) all.push_back(Relation::glass_breaker);
    }
    return all;
}

bool sees(Relation relation, FieldClass field_class) { return eyes_of(relation).of(field_class); }
bool may_ask_for_contacts(Relation relation) { return eyes_of(relation).contacts; }

Sight sight(Caller const& caller, Matter const& matter)
{
    Sight all;
    for (auto const relation : relations(caller, matter)) {
        auto const one = matter.restricted && relation != Relation::glass_breaker ? Sight{eyes_of(relation).open} : eyes_of(relation);
        all = {all.open || one.open, all.personal || one.personal, all.sealed || one.sealed, all.contacts || one.contacts, all.counsel || one.counsel};
    }
    return all;
}

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
    // Nobody reviews what he mediated, whatever office he holds.
    if (right == Right::review_quality && (among(matter.hands, caller.person) || among(matter.persons, caller.person))) return false;
    for (auto const& grant : caller.grants) {
        if (!gives(grant.role, right)) continue;
        if (by_person(grant.role, right)) {
            if (in_person(caller, right, matter)) return true;
            continue;
        }
        if (covers(grant, right, matter)) return true;
    }
    return false;
}

bool may_in(Caller const& caller, Right right, std::string_view scope)
{
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](Grant const& grant) {
        return gives(grant.role, right) && (!by_person(grant.role, right) || right == Right::take_in) && lies_in(scope, grant.scope);
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
