// A new key for what is kept encrypted.
#pragma once
#include "app/replay.hpp"

namespace maple::app {

// Seals everything anew that an older key of the vault has sealed, a few hundred rows in each
// transaction; broken off, it goes on where it stopped. Returns how many texts were sealed anew.
std::int64_t seal_anew(sql::Store&, Vault const&, Progress const& = {});

}  // namespace maple::app
