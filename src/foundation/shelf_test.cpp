#include "foundation/shelf.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

void keep(Shelf& shelf, std::string const& name, std::string text)
{
    auto const bytes = text.size();
    shelf.keep(name, std::make_shared<std::string const>(std::move(text)), bytes);
}

bool holds(Shelf& shelf, std::string const& name) { return shelf.find<std::string>(name) != nullptr; }

TEST(Shelf, gives_back_what_was_kept_under_the_same_name_only)
{
    Shelf shelf;
    EXPECT_FALSE(holds(shelf, "one"));
    keep(shelf, "one", "text");
    ASSERT_TRUE(holds(shelf, "one"));
    EXPECT_EQ(*shelf.find<std::string>("one"), "text");
    EXPECT_FALSE(holds(shelf, "on"));
}

TEST(Shelf, puts_the_new_in_the_place_of_the_old)
{
    Shelf shelf;
    keep(shelf, "one", "text");
    auto const bytes = shelf.bytes();
    keep(shelf, "one", "more");
    EXPECT_EQ(*shelf.find<std::string>("one"), "more");
    EXPECT_EQ(shelf.bytes(), bytes);
}

TEST(Shelf, lets_go_what_was_asked_for_longest_ago)
{
    Shelf shelf(16 * 2000);
    for (int n = 0; n < 20; ++n) keep(shelf, "kept " + std::to_string(n), std::string(1000, 'x'));
    ASSERT_TRUE(holds(shelf, "kept 5"));  // asked for again: young
    for (int n = 20; n < 40; ++n) keep(shelf, "kept " + std::to_string(n), std::string(1000, 'x'));
    EXPECT_TRUE(holds(shelf, "kept 5"));
    EXPECT_FALSE(holds(shelf, "kept 6"));
    EXPECT_LE(shelf.bytes(), 16u * 2000);
}

TEST(Shelf, keeps_nothing_that_would_empty_it)
{
    Shelf shelf(16 * 1000);
    keep(shelf, "small", "text");
    keep(shelf, "large", std::string(5000, 'x'));
    EXPECT_FALSE(holds(shelf, "large"));
    EXPECT_TRUE(holds(shelf, "small"));
}

TEST(Shelf, names_differ_where_any_part_does)
{
    auto const name = [](std::int64_t number, std::string_view a, std::string_view b) {
        return std::string(std::string_view(ShelfName("kind") << number << a << b));
    };
    EXPECT_EQ(name(1, "ab", "c"), name(1, "ab", "c"));
    EXPECT_NE(name(1, "ab", "c"), name(1, "a", "bc"));
    EXPECT_NE(name(1, "ab", "c"), name(2, "ab", "c"));
}

}  // namespace
}  // namespace maple
