#include "foundation/bare_text.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

// The same pairs stand in web/src/lib/bareText.test.ts.
TEST(bare_text, width_white_space_and_marks_that_look_alike_are_one)
{
    EXPECT_EQ(bare_text("甲方　向乙方，支付：１，０００元。\n（２０２３年）"), "甲方向乙方,支付:1,000元.(2023年)");
    EXPECT_EQ(bare_text("“双方”、‘一方’——阿卜杜拉・买买提…"), "\"双方\",'一方'--阿卜杜拉·买买提...");
    EXPECT_EQ(bare_text("\u2068ئالاقىدار\u2069 \u200Fتەرەپ"), "ئالاقىدارتەرەپ");
    EXPECT_EQ(bare_text("\uFEFB"), "\u0644\u0627");
    EXPECT_EQ(bare_text("co\u00ADoperate  A4"), "cooperateA4");
    EXPECT_EQ(bare_text(""), "");
}

TEST(bare_text, a_changed_letter_or_digit_stays_changed)
{
    EXPECT_NE(bare_text("支付1,000元"), bare_text("支付1,900元"));
    EXPECT_NE(bare_text("应当"), bare_text("应该"));
    EXPECT_NE(bare_text("Pay"), bare_text("pay"));
}

}  // namespace
}  // namespace maple
