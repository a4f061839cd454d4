// Names for secrets in tables that live in memory: a digest of 128 bits (SipHash-2-4) under a key
// that is drawn anew at every start. Many times quicker than SHA-256; never to be written down.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace maple {

class KeyedDigest {
public:
    using Digest = std::array<std::uint64_t, 2>;
    struct Hash {
        std::size_t operator()(Digest const& digest) const { return std::size_t(digest[0]); }
    };

    KeyedDigest();
    Digest of(std::string_view secret) const;

private:
    std::array<unsigned char, 16> key_;
};

}  // namespace maple
