// Drawing a sample. Pure: the same dossiers, seed and rule give the same sample, whatever the order.
#pragma once
#include "foundation/key.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace maple::quality {

struct DrawRule {
    int share_percent = 0;
    int minimum = 0;
};

// The share rounded up, so many at least, all of them where there are fewer.
std::size_t size_of_sample(std::size_t dossiers, DrawRule const&);

// Each dossier has its lot: SHA-256 of seed and key. Those with the lowest lots are drawn; they are
// told in the order of their lots.
std::vector<Key> drawn(std::vector<Key> dossiers, std::string_view seed, DrawRule const&);

}  // namespace maple::quality
