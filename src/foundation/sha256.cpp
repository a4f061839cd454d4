#include "foundation/sha256.hpp"

#include <sodium.h>

namespace maple {
namespace {

unsigned char const* raw(std::string_view s) { return reinterpret_cast<unsigned char const*>(s.data()); }

}  // namespace

Digest sha256(std::string_view bytes) { return sha256(bytes, {}); }

Digest sha256(std::string_view first, std::string_view then)
{
    Digest out;
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, raw(first), first.size());
    crypto_hash_sha256_update(&state, raw(then), then.size());
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(out.data()));
    return out;
}

std::string hex(Digest const& digest)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(64);
    for (auto const byte : digest) {
        out += digits[std::to_integer<int>(byte) >> 4];
        out += digits[std::to_integer<int>(byte) & 15];
    }
    return out;
}

std::string bytes_of(Digest const& digest) { return {reinterpret_cast<char const*>(digest.data()), digest.size()}; }

}  // namespace maple
