// Whether a key is the one of this house, asked before anything is sealed with it: under the key of
// another one it would be lost.
#pragma once
#include "foundation/vault.hpp"
#include "storage/sql.hpp"

namespace maple::access {

// What the secrets of an account's second factor are bound to.
std::string place_of_secret(Key account);

// Throws with a sentence when the key opens none of some things that were sealed before: texts,
// compartments, second factors. A single one may be damaged, and a house that has sealed nothing yet
// takes any key.
void must_be_its_key(sql::Session&, Vault const&);

}  // namespace maple::access
