// SHA-256, the hash of the ledger (decisions.md).
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace maple {

using Digest = std::array<std::byte, 32>;

Digest sha256(std::string_view bytes);
Digest sha256(std::string_view first, std::string_view then);  // of both, one after the other

std::string hex(Digest const&);
std::string bytes_of(Digest const&);

}  // namespace maple
