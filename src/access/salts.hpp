// Salts of the texts beside the pages. A page tells the hash of a text, and whoever knows its salt
// as well finds a phone by trying all of them. So the salt of a text that is not open lies sealed:
// in the compartment where the text lies, or else by the vault. The hash is over the plain salt.
#pragma once
#include "access/journal.hpp"
#include "storage/store.hpp"

namespace maple::access {

// What its ciphertext is bound to: never the same as the text's own.
std::string salt_bound_to(Key words, Secrecy);
std::string seal_salt(Vault const&, Key words, Secrecy, std::string_view salt);
// As it is written beside the text: an open one's in clear.
std::string salt_beside(Vault const&, WordsToKeep const&);

// By its form: a sealed one is longer.
bool salt_is_open(std::string_view kept);
// Throws Tampered for one that was changed, or that lies beside another text.
std::string open_salt(Vault const&, Compartments const&, Key words, Secrecy, std::string_view kept);

// Sealed with the newest key, or in a compartment.
bool salt_lies_well(Vault const&, std::string_view kept);
// With the newest key; not for one in a compartment.
std::string seal_salt_anew(Vault const&, Key words, Secrecy, std::string_view kept);

// What a house of an older program holds in clear (migration 19). Broken off, it goes on where it
// stopped; where nothing is left to do it asks for one row by its key. Returns how many salts.
// Throws with a sentence when the key is not the one of this house.
std::int64_t seal_open_salts(sql::Store&, Vault const&);

}  // namespace maple::access
