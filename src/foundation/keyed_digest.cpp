#include "foundation/keyed_digest.hpp"

#include <sodium.h>
#include <stdexcept>

namespace maple {

KeyedDigest::KeyedDigest()
{
    if (sodium_init() < 0) throw std::runtime_error("the source of randomness cannot be opened");
    crypto_shorthash_keygen(key_.data());
    static_assert(sizeof key_ == crypto_shorthash_siphashx24_KEYBYTES && sizeof(Digest) == crypto_shorthash_siphashx24_BYTES);
}

KeyedDigest::Digest KeyedDigest::of(std::string_view secret) const
{
    Digest digest;
    crypto_shorthash_siphashx24(reinterpret_cast<unsigned char*>(digest.data()), reinterpret_cast<unsigned char const*>(secret.data()), secret.size(), key_.data());
    return digest;
}

}  // namespace maple
