#include "foundation/merkle.hpp"

#include <bit>
#include <stdexcept>
#include <utility>

namespace maple {

Digest leaf_hash(std::string_view salt, std::string_view page)
{
    // A salt of any length would let a salt and a page share their bytes differently under one hash.
    if (salt.size() != salt_size) throw std::invalid_argument("a leaf of the ledger takes a salt of 16 bytes");
    std::string first(1, '\0');
    first += salt;
    return sha256(first, page);
}

Digest inner_hash(Digest const& left, Digest const& right)
{
    std::string first(1, '\1');
    first += bytes_of(left);
    return sha256(first, bytes_of(right));
}

Digest tree_head(std::span<Digest const> leaves)
{
    if (leaves.empty()) return sha256({});
    if (leaves.size() == 1) return leaves.front();
    auto const left = std::bit_floor(leaves.size() - 1);
    return inner_hash(tree_head(leaves.first(left)), tree_head(leaves.subspan(left)));
}

Tree::Tree(std::uint64_t size, std::vector<Digest> peaks) : peaks_(std::move(peaks)), size_(size)
{
    if (peaks_.size() != std::size_t(std::popcount(size))) throw std::invalid_argument("a tree of the ledger has other peaks");
}

void Tree::append(Digest const& leaf)
{
    peaks_.push_back(leaf);
    for (auto n = size_; n & 1; n >>= 1) {
        auto const right = peaks_.back();
        peaks_.pop_back();
        peaks_.back() = inner_hash(peaks_.back(), right);
    }
    ++size_;
}

Digest Tree::head() const
{
    if (peaks_.empty()) return sha256({});
    auto head = peaks_.back();
    for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) head = inner_hash(*peak, head);
    return head;
}

}  // namespace maple
