// The tree of the ledger, RFC 6962 in shape with bytes of our own (decisions.md):
// leaf = SHA-256(0x00 | salt | page), inner node = SHA-256(0x01 | left | right).
#pragma once
#include "foundation/sha256.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace maple {

inline constexpr std::size_t salt_size = 16;

Digest leaf_hash(std::string_view salt, std::string_view page);  // throws std::invalid_argument: a salt of another size
Digest inner_hash(Digest const& left, Digest const& right);
Digest tree_head(std::span<Digest const> leaves);  // of no leaves: SHA-256 of nothing

// Grows by one leaf in O(log n); its peaks are all that must be kept to grow on later.
class Tree {
public:
    Tree() = default;
    Tree(std::uint64_t size, std::vector<Digest> peaks);  // throws std::invalid_argument when they do not belong together
    void append(Digest const& leaf);
    Digest head() const;
    std::uint64_t size() const { return size_; }
    std::vector<Digest> const& peaks() const { return peaks_; }  // of the full subtrees, largest first

private:
    std::vector<Digest> peaks_;
    std::uint64_t size_ = 0;
};

}  // namespace maple
