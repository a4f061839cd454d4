#include "quality/draw.hpp"
#include "foundation/sha256.hpp"

#include <algorithm>

namespace maple::quality {

std::size_t size_of_sample(std::size_t dossiers, DrawRule const& rule)
{
    auto const share = (dossiers * std::size_t(rule.share_percent) + 99) / 100;
    return std::min(dossiers, std::max(share, std::size_t(rule.minimum)));
}

std::vector<Key> drawn(std::vector<Key> dossiers, std::string_view seed, DrawRule const& rule)
{
    std::sort(dossiers.begin(), dossiers.end());
    dossiers.erase(std::unique(dossiers.begin(), dossiers.end()), dossiers.end());
    std::vector<std::pair<Digest, Key>> lots;
    for (auto const one : dossiers) lots.emplace_back(sha256(seed, "|" + shown(one)), one);
    std::sort(lots.begin(), lots.end());
    lots.resize(size_of_sample(lots.size(), rule));
    std::vector<Key> sample;
    for (auto const& lot : lots) sample.push_back(lot.second);
    return sample;
}

}  // namespace maple::quality
