#include "foundation/narrow.hpp"

#include <gtest/gtest.h>

namespace maple {

TEST(Narrow, full_width_characters_become_ascii)
{
    EXPECT_EQ(narrow("６５０２０３Ｘｘ　＋（－）～！＿｀"), "650203Xx +(-)~!_`");
    EXPECT_EQ(narrow("￥１，２００．５０元"), "¥1,200.50元");
}

TEST(Narrow, everything_else_stays_as_it_is)
{
    for (auto s : {"", "abc", "克拉玛依·买买提", "\xEF", "\xEF\xBC", "\xEF\xBC\xFF", "\xE3\x80\x81", "\xEF\xBD\x9F", "\xEF\xBC\x80"})
        EXPECT_EQ(narrow(s), s);
}

}  // namespace maple
