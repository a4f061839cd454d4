// A list with a cursor, read as a person reads it: page after page to the end.
#pragma once
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple::testing {

// All items of all pages in the order in which they come; `door` has a query already.
inline json::array items_to_the_end(Town& town, Official const& who, std::string const& door, std::string_view named)
{
    json::array all;
    std::string cursor;
    for (int pages = 0; pages < 100; ++pages) {
        auto const told = town.well(who, "GET", door + cursor);
        auto const& items = told.at(named).as_array();
        EXPECT_LE(items.size(), 30u) << "a page is short enough to be read";
        all.insert(all.end(), items.begin(), items.end());
        if (told.at("cursor").is_null()) return all;
        EXPECT_EQ(items.size(), 30u) << "a page is full when more follow";
        cursor = "&cursor=" + text_of(told.at("cursor"));
    }
    ADD_FAILURE() << door << " never comes to an end";
    return all;
}

inline std::vector<std::string> read_to_the_end(Town& town, Official const& who, std::string const& door, std::string_view named, std::string_view key = "id")
{
    std::vector<std::string> keys;
    for (auto const& one : items_to_the_end(town, who, door, named)) keys.push_back(text_of(one.at(key)));
    return keys;
}

inline std::vector<std::string> newest_first(std::vector<std::string> keys)
{
    std::sort(keys.rbegin(), keys.rend());
    return keys;
}

}  // namespace maple::testing
