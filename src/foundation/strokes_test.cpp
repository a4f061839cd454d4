#include "foundation/strokes.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

TEST(strokes, are_whole_numbers_in_a_frame_and_nothing_else)
{
    auto const drawn = strokes_in("10,20 40,60 80,100;200,20 260,30");
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->size(), 2u);
    EXPECT_EQ(drawn->front().size(), 3u);
    for (auto const* no : {"", "10", "10,", "10,20 ", "10,20;", "-1,20 90,90", "10,20 601,20", "10,20 90,201", "10,20  90,90", "1e2,3 4,5", "10,20 90,90\"><script>"})
        EXPECT_FALSE(strokes_in(no)) << no;
}

TEST(strokes, a_touch_is_no_signature)
{
    EXPECT_FALSE(strokes_in("10,20"));
    EXPECT_FALSE(strokes_in("10,20 12,22 14,20"));
    std::string endless = "0,0";
    for (std::size_t n = 0; n < most_dots; ++n) endless += n % 2 ? " 0,0" : " 9,9";
    EXPECT_FALSE(strokes_in(endless));
}

TEST(strokes, are_drawn_from_their_numbers_alone)
{
    EXPECT_NE(strokes_svg("10,20 90,90").find("d=\"M10 20L90 90\""), std::string::npos);
    EXPECT_EQ(strokes_svg("<svg>"), "");
}

}  // namespace
}  // namespace maple
