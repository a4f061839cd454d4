// Names in the order in which people look for them: Chinese by pinyin, others by their own
// letters (ICU). The database compares bytes; lists for people are sorted here.
#pragma once
#include "foundation/key.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace maple::registry {

// Bytes that compare as the names do.
std::string sort_key(std::string_view name);

// Stable; `name_of` gives the name of an item.
template <class T, class F> void sort_by_name(std::vector<T>& items, F name_of)
{
    std::vector<std::pair<std::string, T>> keyed;
    keyed.reserve(items.size());
    for (auto& item : items) {
        auto key = sort_key(name_of(item));
        keyed.emplace_back(std::move(key), std::move(item));
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = std::move(keyed[i].second);
}

// Where somebody stands in a list by name, as bytes: of two of one name by their keys.
std::string place_by_name(std::string_view name, Key);

}  // namespace maple::registry
