// The policy for everybody to read: printed from the tables that decide, so that it cannot say
// anything else than what the program does.
#include "api/words.hpp"
#include "dispute/life.hpp"
#include "oversight/glass.hpp"

namespace maple::oversight {
namespace {

using access::Relation;
using access::Right;
using access::Role;

struct RelationView {
    Relation key{};
    std::string name, says;
    access::Sight sees;
};
BOOST_DESCRIBE_STRUCT(RelationView, (), (key, name, says, sees))

struct Holder {
    Role role{};
    bool in_person = false;  // by being something to the dispute, not by the organisation
};
BOOST_DESCRIBE_STRUCT(Holder, (), (role, in_person))

struct RightView {
    Right key{};
    std::string name;
    std::vector<Holder> holders;
};
BOOST_DESCRIBE_STRUCT(RightView, (), (key, name, holders))

struct DeedView {
    std::string key, name;
    Right right{};
};
BOOST_DESCRIBE_STRUCT(DeedView, (), (key, name, right))

struct RoleName {
    Role key{};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(RoleName, (), (key, name))

struct PolicyView {
    std::vector<RoleName> roles;
    std::vector<RightView> rights;
    std::vector<DeedView> deeds;
    std::vector<RelationView> relations;
};
BOOST_DESCRIBE_STRUCT(PolicyView, (), (roles, rights, deeds, relations))

template <class E, class F> void each(F f)
{
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) { f(one.value, std::string(one.name)); });
}

PolicyView policy(Desk& desk, api::Nothing const&)
{
    auto const say = [&](std::string const& key) { return api::say(desk.language, key); };
    PolicyView view;
    each<Role>([&](Role role, std::string const& name) { view.roles.push_back({role, say("role." + name)}); });
    each<Right>([&](Right right, std::string const& name) {
        if (right == Right::demonstrate) return;  // of the demo alone
        RightView line{right, say("right." + name), {}};
        each<Role>([&](Role role, std::string const&) {
            if (access::gives(role, right)) line.holders.push_back({role, access::by_person(role, right)});
        });
        view.rights.push_back(std::move(line));
    });
    for (auto const& permit : dispute::life())
        if (permit.listed) view.deeds.push_back({std::string(permit.deed), say("deed." + std::string(permit.deed)), permit.right});
    each<Relation>([&](Relation relation, std::string const& name) {
        view.relations.push_back({relation, say("relation." + name), say("relation_says." + name),
                                  {access::sees(relation, FieldClass::open), access::sees(relation, FieldClass::personal),
                                   access::sees(relation, FieldClass::sealed), access::may_ask_for_contacts(relation),
                                   access::sees(relation, FieldClass::counsel)}});
    });
    return view;
}

}  // namespace

api::Room policy_room()
{
    using enum api::Verb;
    return {"policy",
            {
                {get, "/policy", Right::anyone, policy, "Who may do what, and who sees what: the tables that decide, in words."},
            }};
}

}  // namespace maple::oversight
