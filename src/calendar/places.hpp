// Places on the desk: found, opened, changed, closed, each change with its page in the ledger.
#pragma once
#include "access/sheet.hpp"
#include "calendar/rules.hpp"
#include "registry/words.hpp"

namespace maple::calendar {

using Sheet = access::Sheet<Place>;

// A row of the table. `name` is the kept text in clear; the rest is read off the place.
struct PlaceRow {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};
    std::string name;
    std::optional<Instant> closed_at;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(PlaceRow, (), (id, version, organisation, name, closed_at, state))
PlaceRow row_of(Place const&, std::string name);

Place place(Desk&, Key);                                   // with its name; refuses: place.unknown (404)
std::optional<Place> find_place(Desk&, Key);
std::vector<Place> places_of(Desk&, Key organisation);     // open ones, by collation of names
std::vector<Place> places(Desk&, std::vector<Key> const&);

// Who answers for a place today: its organisation, or, where that was merged, who goes on.
registry::Organisation keeper_of(Desk&, Place const&);

// Whether an organisation (its path) may hold a session there: its own place, one of an
// organisation above it, or one that is open to others.
bool open_to(Desk&, Place const&, std::string_view path);
std::vector<Place> places_for(Desk&, registry::Organisation const&);  // open ones, its own first

struct NewPlace {
    Key organisation{};
    std::string name;
    std::int64_t seats = 0;
    Hours hours;
    bool accessible = false, shared = false;
};
Place open_new_place(Desk&, NewPlace const&);
Place change_this_place(Desk&, Key, NewPlace const&);      // stays with its organisation
void close_this_place(Desk&, Key);

}  // namespace maple::calendar
