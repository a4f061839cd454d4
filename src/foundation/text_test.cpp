#include "foundation/text.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

TEST(texts, lose_what_leaves_no_ink_at_their_ends)
{
    EXPECT_EQ(trimmed(" \t\r\n李秀兰\n "), "李秀兰");
    EXPECT_EQ(trimmed("\u3000李秀兰\u00A0\u200B\uFEFF"), "李秀兰");
    EXPECT_EQ(trimmed("\u200B \u2028"), "");
    EXPECT_EQ(trimmed("阿依古丽·买买提"), "阿依古丽·买买提");
    EXPECT_EQ(Name("\uFEFF").str(), "");
}

TEST(texts, are_free_of_control_characters_but_for_tabs_and_line_ends)
{
    for (auto const good : {"", "a\tb", "a\r\nb", "克拉玛依", "\u00A0", "\u3000"}) EXPECT_FALSE(has_control_characters(good)) << good;
    for (auto const bad : {"a\x01", "\x1B[0m", "a\x7F", "\u0085", "a\u0090"}) EXPECT_TRUE(has_control_characters(bad)) << bad;
    EXPECT_TRUE(has_control_characters(std::string_view("a\0b", 3)));
}

TEST(texts, of_one_line_hold_no_line_break_however_it_is_written)
{
    for (auto const broken : {"a\nb", "a\rb", "a\r\nb", "a\u0085b", "a\u2028b", "a\u2029b"})
        EXPECT_EQ(fault_in_line(broken), LineFault::line_break) << broken;
}

TEST(texts, of_one_line_hold_nothing_that_cannot_be_seen)
{
    for (auto const bad : {"a\tb", "a\x1B", "a\x7F", "a\u009Fb", "\u202Eecila", "a\u2066b"}) EXPECT_EQ(fault_in_line(bad), LineFault::control_character) << bad;
    EXPECT_EQ(fault_in_line(std::string_view("a\0b", 3)), LineFault::control_character);
}

TEST(texts, of_one_line_hold_every_script_of_the_city)
{
    for (auto const good : {"", "李秀兰", "阿依古丽·买买提", "ئايگۈل مەمەت", "Айгүл", "مى\u200Cخ\u200Fواهم", "3 栋 2 单元", "𠮷野家"})
        EXPECT_EQ(fault_in_line(good), LineFault::none) << good;
}

TEST(texts, are_counted_as_people_count_them)
{
    EXPECT_EQ(length("李秀兰"), 3);
    EXPECT_EQ(length("𠮷"), 1);
    EXPECT_EQ(length(""), 0);
}

}  // namespace
}  // namespace maple
