#include "foundation/keyed_digest.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

TEST(keyed_digest, one_secret_has_one_name_under_one_key)
{
    KeyedDigest const here, elsewhere;
    EXPECT_EQ(here.of("a token"), here.of("a token"));
    EXPECT_NE(here.of("a token"), here.of("a tokem"));
    EXPECT_NE(here.of("a token"), elsewhere.of("a token"));
    EXPECT_NE(here.of(""), here.of(std::string_view("\0", 1)));
}

}  // namespace
}  // namespace maple
