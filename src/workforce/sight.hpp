// Who may see and do what with a person's papers. The policy (access/rules.hpp) knows rights
// and scopes; here they meet the person: oneself, the director whose people they are, the
// bureau that keeps them, and colleagues who see the open part.
#pragma once
#include "access/desk.hpp"
#include "registry/roll.hpp"

namespace maple::workforce {

struct Sight {
    bool self = false;   // it is the reader's own
    bool sees = false;   // the open part: see_people in the scope
    bool leads = false;  // lead_people in the scope
    bool keeps = false;  // keep_people in the scope

    bool any() const { return self || sees || leads || keeps; }
    bool closely() const { return self || leads || keeps; }  // leave, hours of training
    bool in_charge() const { return leads || keeps; }
};

Sight sight_in(Desk const&, std::string_view scope);
Sight sight_of(Desk&, registry::Person const&);

struct Seen {
    registry::Person person;
    Sight sight;
};
// Refuses: person.unknown (404), also for whoever may not know of the person.
Seen see(Desk&, Key person);

void must(bool allowed);  // refuses: not_allowed (403)

// The scopes in which the reader may do something, outermost only, for lists.
std::vector<std::string> scopes_for(Desk const&, access::Right);

// A list or an enumeration in words: "lawyer" -> "Lawyer".
struct Worded {
    std::string key, name;
};
BOOST_DESCRIBE_STRUCT(Worded, (), (key, name))
Worded choice_in_words(Desk const&, std::string_view list, std::string const& key);
template <DescribedEnum E> std::string enum_key(E e) { return boost::describe::enum_to_string(e, "?"); }

// "name" of an organisation for a view, "" for a key that nobody bears.
std::string name_of_organisation(Desk&, Key);

// Where somebody stands in a list by name, for the page after; "" for nobody. Refuses: not_a_cursor.
std::string place_of_person(Desk&, std::optional<Key>);

}  // namespace maple::workforce
