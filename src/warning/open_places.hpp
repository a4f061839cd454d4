// Where the signs of disputes were seen, as a house of an older program keeps it: in clear.
#pragma once
#include "foundation/vault.hpp"
#include "storage/store.hpp"

namespace maple::warning {

// Seals what migration 20 has listed, beside its pages. All of it or nothing: who was interrupted
// begins again. Returns of how many leads. Throws with a sentence when the key is not the one of
// this house.
std::int64_t seal_open_places(sql::Store&, Vault const&);

}  // namespace maple::warning
