// Phones of people who serve: sealed in the row and in the words beside the pages, and opened
// only where one is shown. The phone of an office is public and lies open.
#pragma once
#include "access/desk.hpp"
#include "registry/words.hpp"
#include "storage/store.hpp"

namespace maple::registry {

std::string place_of_phone(Key person);  // what its ciphertext is bound to
// As the row of a person keeps it; "" for none.
std::string seal_phone(Vault const&, Key person, std::string const& phone);
// Throws Tampered for one that was changed, or that lies in the row of somebody else.
std::string open_phone(Vault const&, Key person, std::string const& sealed);
// For showing: none for one that cannot be opened, and the log says once that there is such a one.
std::string phone_of(Desk const&, Person const&);

// With the newest key; of the rows only, the words are sealed anew with all others.
int seal_phones_anew(sql::Session&, Vault const&);

// What a house of an older program holds in clear (migration 18), in its rows and beside its
// pages. All of it or nothing: who was interrupted begins again. Returns of how many people.
// Throws with a sentence when the key is not the one of this house.
std::int64_t seal_open_phones(sql::Store&, Vault const&);

}  // namespace maple::registry
