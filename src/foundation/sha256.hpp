// SHA-256, the hash of the ledger (decisions.md).
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace maple {

using Digest = std::array<std::byte, 32>;

Digest sha256(std::string_view bytes);
Digest sha256(std::string_view first, std::string_view then);  // of both, one after the other

// For what arrives in pieces.
class Sha256 {
public:
    Sha256();
    Sha256& add(std::string_view bytes);
    Digest digest() const;  // of everything added so far; more may follow

private:
    alignas(8) std::array<std::byte, 128> state_;
};

std::string hex(Digest const&);                             // lower case
std::optional<Digest> digest_from_hex(std::string_view);    // 64 digits of either case
std::string bytes_of(Digest const&);
std::optional<Digest> digest_from_bytes(std::string_view);  // 32 of them

}  // namespace maple
