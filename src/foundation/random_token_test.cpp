#include "foundation/random_token.hpp"

#include <gtest/gtest.h>
#include <set>

namespace maple {

TEST(RandomToken, it_is_url_safe_and_as_long_as_asked)
{
    for (std::size_t n : {0u, 1u, 2u, 3u, 16u, 32u}) {
        EXPECT_EQ(random_bytes(n).size(), n);
        auto const token = random_token(n);
        EXPECT_EQ(token.size(), (n * 4 + 2) / 3);
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), std::string::npos);
    }
}

TEST(RandomToken, no_two_are_the_same)
{
    std::set<std::string> seen;
    for (int i = 0; i < 2000; ++i) EXPECT_TRUE(seen.insert(random_token(16)).second);
}

TEST(RandomToken, a_secret_is_the_same_or_not)
{
    EXPECT_TRUE(same_secret("", ""));
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_FALSE(same_secret("abc", "abd"));
    EXPECT_FALSE(same_secret("abc", "ab"));
    EXPECT_FALSE(same_secret("", "a"));
}

}  // namespace maple
