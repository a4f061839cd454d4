#include "workforce/sight.hpp"
#include "api/words.hpp"
#include "registry/sorting.hpp"

namespace maple::workforce {

using access::Right;

Sight sight_in(Desk const& desk, std::string_view scope)
{
    return {false, access::may_in(desk.caller, Right::see_people, scope), access::may_in(desk.caller, Right::lead_people, scope),
            access::may_in(desk.caller, Right::keep_people, scope)};
}

Sight sight_of(Desk& desk, registry::Person const& person)
{
    auto sight = sight_in(desk, registry::organisation(desk, person.organisation).path);
    sight.self = desk.caller.person && desk.caller.person == person.id;
    return sight;
}

Seen see(Desk& desk, Key id)
{
    auto const person = registry::find_person(desk, id);
    if (person)
        if (auto const sight = sight_of(desk, *person); sight.any()) return {*person, sight};
    throw Refused(refuse(Because::not_found, "person.unknown"));
}

void must(bool allowed)
{
    if (!allowed) throw Refused(refuse(Because::not_allowed, "not_allowed"));
}

std::vector<std::string> scopes_for(Desk const& desk, Right right)
{
    std::vector<std::string> outermost;
    auto const all = access::scopes_of(desk.caller, right);
    for (auto const& one : all) {
        bool const inner = std::any_of(all.begin(), all.end(), [&](std::string const& other) { return other != one && access::lies_in(one, other); });
        if (!inner && std::find(outermost.begin(), outermost.end(), one) == outermost.end()) outermost.push_back(one);
    }
    return outermost;
}

Worded choice_in_words(Desk const& desk, std::string_view list, std::string const& key)
{
    return {key, api::choice_name(desk, list, key)};
}

std::string name_of_organisation(Desk& desk, Key id)
{
    auto const organisation = id ? registry::find_organisation(desk, id) : std::nullopt;
    return organisation ? registry::called(desk, *organisation) : "";
}

std::string place_of_person(Desk& desk, std::optional<Key> key)
{
    if (!key) return "";
    auto const person = registry::find_person(desk, *key);
    if (!person) throw Refused(refuse_field("/cursor", "not_a_cursor"));
    return registry::place_by_name(person->name, *key);
}

}  // namespace maple::workforce
