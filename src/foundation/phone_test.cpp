#include "foundation/chinese_text.hpp"
#include "foundation/phone.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maple {

TEST(Phone, the_ways_of_writing_one_number_give_one_number)
{
    for (auto s : {"13800002046", "+8613800002046", "+86 138 0000 2046", "0086-138-0000-2046", "8613800002046", "１３８００００２０４６", "（+86）13800002046",
                   " 138-0000-2046　"})
        EXPECT_EQ(normal_phone(s), "13800002046") << s;
    for (auto s : {"0990-6123456", "09906123456", "(0990) 6123456", "+86 990 6123456", "0086 0990 6123456", "０９９０－６１２３４５６"})
        EXPECT_EQ(normal_phone(s), "0990-6123456") << s;
    EXPECT_EQ(normal_phone("0992 3612345"), "0992-3612345");
    EXPECT_EQ(normal_phone("010 62345678"), "010-62345678");
    EXPECT_EQ(normal_phone("021-62345678"), "021-62345678");
    for (auto s : {"110", "120", "119", "12345", "12348", "12338", "12355", "12333"}) EXPECT_EQ(normal_phone(s), s);
}

TEST(Phone, what_cannot_be_called_is_nothing)
{
    for (auto s : {"", " ", "+", "-", "+86", "12800002046", "1380000204", "138000020461", "+13800002046", "13800002046x", "6123456", "0990-612345",
                   "0990-1123456", "0000-6123456", "010-6234567", "0086", "86 110", "+86 110", "13800002046/13800002047", "139+0000+2046", "\xFF", "\xEF\xBC"})
        EXPECT_FALSE(normal_phone(s)) << s;
}

TEST(Phone, a_mask_shows_the_ends_of_a_number_and_of_nothing_else)
{
    EXPECT_EQ(masked_phone("13800002046"), "138****2046");
    EXPECT_EQ(masked_phone("+86 138 0000 2046"), "138****2046");
    EXPECT_EQ(masked_phone("0990-6123456"), "0990-***3456");
    EXPECT_EQ(masked_phone("李秀兰的电话号码是"), "*********");
    EXPECT_EQ(masked_phone("12348"), "*****");
    EXPECT_EQ(masked_phone(""), "");
    EXPECT_EQ(masked_id("650203199001010019"), "6502**********0019");
    EXPECT_EQ(masked_id("G12345678"), "*********");
    EXPECT_EQ(masked_id("克拉玛依克拉玛依克拉玛依"), "************");
}

TEST(Phone, the_last_four_are_digits)
{
    EXPECT_EQ(last_four("13800002046"), "2046");
    EXPECT_EQ(last_four("0990-6123456"), "3456");
    EXPECT_EQ(last_four("138 0000 20 46"), "2046");
    EXPECT_EQ(last_four("12"), "12");
    EXPECT_EQ(last_four("克拉玛依"), "");
}

TEST(Phone, no_bytes_disturb_it)
{
    EXPECT_TRUE(rc::check([](std::string const& bytes) {
        if (auto const n = normal_phone(bytes)) RC_ASSERT(normal_phone(*n) == n);
        RC_ASSERT(is_utf8(masked_phone(bytes)) && is_utf8(masked_id(bytes)) && is_utf8(last_four(bytes)));
    }));
}

}  // namespace maple
