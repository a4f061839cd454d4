#include "documents/pdf/pages.hpp"

namespace maple::documents::press {
namespace {

constexpr double hair = 0.01;  // what adding up many heights may lose

double head_height(std::vector<Extent> const& all, std::size_t first) { return all[first].head ? all[*all[first].head].height : 0; }

// The first piece that has no more room on a page that begins with `first`.
std::size_t overflow(std::vector<Extent> const& all, std::size_t first, double height)
{
    double y = head_height(all, first);
    for (std::size_t i = first; i < all.size(); ++i) {
        y += all[i].height + (i == first ? 0 : all[i].before);
        if (y > height + hair && i > first) return i;
    }
    return all.size();
}

std::size_t end_of_page(std::vector<Extent> const& all, std::size_t first, double height)
{
    auto const full = overflow(all, first, height);
    if (full == all.size()) return full;
    for (auto const most : {Hold::free, Hold::together})
        for (auto cut = full; cut > first; --cut)
            if (all[cut].hold <= most) return cut;
    return full;
}

}  // namespace

std::vector<Page> pages_of(std::vector<Extent> const& all, double height)
{
    std::vector<Page> pages;
    for (std::size_t first = 0; first < all.size();) {
        auto const end = end_of_page(all, first, height);
        Page page;
        if (all[first].head) page.push_back({*all[first].head, 0, true});
        double y = head_height(all, first);
        for (auto i = first; i < end; ++i) {
            if (i != first) y += all[i].before;
            page.push_back({i, y, false});
            y += all[i].height;
        }
        pages.push_back(std::move(page));
        first = end;
    }
    if (pages.empty()) pages.emplace_back();
    return pages;
}

}  // namespace maple::documents::press
