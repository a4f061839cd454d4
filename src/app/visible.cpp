#include "app/visible.hpp"

namespace maple::app {
namespace {

using access::Right;

constexpr std::int64_t few = 5'000;
constexpr std::int64_t estimated_for = 600;  // seconds

// Whether so few disputes lie in a scope that it costs nothing to take them all.
bool are_few(Desk& desk, std::string const& scope)
{
    auto name = ShelfName("few");
    name << scope << desk.real_now.us / (estimated_for * microseconds_a_second);
    if (auto const known = desk.house.shelf->find<bool>(name)) return *known;
    bool small = true;
    for (std::string const column : {"scope", "desk_scope"})
        small = small && sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM (SELECT 1 FROM dispute WHERE " + column + " >= $1 AND " +
                                                           column + " < $2 LIMIT $3) AS some", scope, scope + "~", few).value() < few;
    if (desk.sql.snapshot()) desk.house.shelf->keep<bool>(name, std::make_shared<bool const>(small), sizeof(bool));
    return small;
}

}  // namespace

// PostgreSQL counts for itself.
Look look_along(Desk const& desk) { return desk.sql.engine() == sql::Engine::sqlite ? Look::along : Look::by_scope; }

Look look_in(Desk& desk, std::vector<std::string> const& scopes)
{
    auto const many = [&](std::string const& scope) { return !are_few(desk, scope); };
    auto const along = look_along(desk);
    return along == Look::along && std::any_of(scopes.begin(), scopes.end(), many) ? along : Look::by_scope;
}

std::string visible(Question& q, Desk const& desk, Right right, Look look)
{
    std::vector<std::string> ways;
    for (auto const& scope : access::scopes_of(desk.caller, right)) {
        ways.push_back(below(q, "scope", scope, look));
        ways.push_back(below(q, "desk_scope", scope, look));
        ways.push_back(below(q, "sent_scope", scope, look));
    }
    if (desk.caller.has(access::Role::mediator)) {
        ways.push_back(appointed(q, desk.caller.person));
        ways.push_back("dispute.registrar = " + q.value(desk.caller.person));
    }
    if (desk.caller.has(access::Role::mediator) || desk.caller.has(access::Role::adviser)) ways.push_back(invited(q, desk.caller.person));
    return any_of(ways);
}

std::string mine(Question& q, Desk const& desk)
{
    std::vector<std::string> ways{"dispute.person = " + q.value(desk.caller.person)};
    for (auto const& grant : desk.caller.grants) {
        if (grant.role != access::Role::desk_clerk && grant.role != access::Role::director) continue;
        auto const here = any_of({below(q, "scope", grant.scope, look_along(desk)), below(q, "sent_scope", grant.scope, look_along(desk))});
        ways.push_back(grant.role == access::Role::director ? here : "(dispute.person IS NULL AND " + here + ")");
    }
    return any_of(ways);
}

}  // namespace maple::app
