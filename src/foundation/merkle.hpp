// The tree of the ledger, RFC 6962 in shape with bytes of our own (decisions.md):
// leaf = SHA-256(0x00 | salt | page), inner node = SHA-256(0x01 | left | right).
#pragma once
#include "foundation/sha256.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace maple {

Digest leaf_hash(std::string_view salt, std::string_view page);
Digest inner_hash(Digest const& left, Digest const& right);
Digest tree_head(std::span<Digest const> leaves);  // of no leaves: SHA-256 of nothing

// Grows by one leaf in O(log n).
class Tree {
public:
    void append(Digest const& leaf);
    Digest head() const;
    std::uint64_t size() const { return size_; }

private:
    std::vector<Digest> peaks_;  // of the full subtrees, largest first
    std::uint64_t size_ = 0;
};

}  // namespace maple
