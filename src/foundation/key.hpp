// Keys are 64-bit integers made by the program, in the order of time, and shown to
// people and programs as 13 characters of base32 (Crockford: no I, L, O, U).
#pragma once
#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maple {

struct Key {
    std::int64_t n = 0;
    explicit operator bool() const { return n != 0; }
    auto operator<=>(Key const&) const = default;
};

// Unique in this process and ordered, whatever the machine's clock does: 42 bits of
// milliseconds, 21 bits that begin at random in each process.
Key new_key();

std::string shown(Key);                                // "06AF8Z1Q00001"
std::optional<Key> key_from_shown(std::string_view);   // case does not matter

inline std::optional<Key> or_none(Key key) { return key ? std::optional(key) : std::nullopt; }
inline bool among(std::vector<Key> const& keys, Key one) { return std::find(keys.begin(), keys.end(), one) != keys.end(); }

}  // namespace maple
