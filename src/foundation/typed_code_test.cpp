#include "foundation/typed_code.hpp"

#include <gtest/gtest.h>
#include <map>

namespace maple {

TEST(TypedCode, every_character_comes_as_often_as_the_others_and_none_looks_like_another)
{
    std::map<char, int> seen;
    for (char const c : make_typed_code(31 * 2000)) ++seen[c];
    EXPECT_EQ(seen.size(), 31u);
    for (char const c : {'0', 'O', '1', 'I', 'L'}) EXPECT_FALSE(seen.contains(c));
    for (auto const& [c, times] : seen) EXPECT_NEAR(times, 2000, 400) << c;  // nine standard deviations
}

TEST(TypedCode, it_is_read_as_people_type_it)
{
    EXPECT_EQ(normal_typed_code("kq7m-2p8x"), "KQ7M2P8X");
    EXPECT_EQ(normal_typed_code("　ＫＱ７Ｍ 2P8X "), "KQ7M2P8X");
    EXPECT_EQ(normal_typed_code(""), "");
    for (auto const* wrong : {"KQ7M2P8O", "KQ7M_2P8X", "枫桥"}) EXPECT_EQ(normal_typed_code(wrong), std::nullopt) << wrong;
}

}  // namespace maple
