#include "foundation/chinese_text.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maple {

using Words = std::vector<std::string>;

TEST(ChineseText, utf_8_is_told_from_what_only_resembles_it)
{
    for (auto good : {"", "a", "é", "克拉玛依", "𠮷", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "\xEF\xBF\xBF"}) EXPECT_TRUE(is_utf8(good));
    for (auto bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xE0\x9F\xBF", "\xE4\xBD", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF",
                     "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3(", "a\xE4\xBD"})
        EXPECT_FALSE(is_utf8(bad)) << bad;
    EXPECT_TRUE(is_utf8(std::string_view("a\0b", 3)));
}

TEST(ChineseText, gb_18030_of_one_two_and_four_bytes_reads)
{
    EXPECT_EQ(from_gb18030("\xBF\xCB\xC0\xAD\xC2\xEA\xD2\xC0"), "克拉玛依");
    EXPECT_EQ(from_gb18030("a\xA1\xA4"), "a·");
    EXPECT_EQ(from_gb18030("\x95\x32\x82\x36"), "𠀀");
    EXPECT_EQ(from_gb18030("\x84\x31\x95\x33\xD0\xF2\xBA\xC5"), "序号");
    EXPECT_EQ(from_gb18030(""), "");
    EXPECT_EQ(from_gb18030(std::string_view("a\0b", 3)), std::string_view("a\0b", 3));
    for (auto bad : {"\xFF", "\xBF", "\xBF\xCB\xC0", "\x81\x30\x81", "\xBF\x20", "\x81\x30\x20\x30"}) EXPECT_FALSE(from_gb18030(bad)) << bad;
    EXPECT_FALSE(to_gb18030("\xFF"));
}

TEST(ChineseText, any_text_goes_to_gb_18030_and_back)
{
    EXPECT_TRUE(rc::check([] {
        std::string text;
        for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
            text += *rc::gen::element<std::string>("克", "拉", "·", "𠮷", "a", "ئ", "қ", "㐂", "€", "\n", "，", "😀");
        RC_ASSERT(from_gb18030(*to_gb18030(text)) == text);
    }));
}

TEST(ChineseText, folding_makes_one_of_what_people_hold_for_one)
{
    for (auto name : {"阿卜杜拉・买买提", "阿卜杜拉•买买提", "阿卜杜拉‧买买提", "阿卜杜拉．买买提", "阿卜杜拉.买买提", "阿卜杜拉･买买提", "阿卜杜拉⋅买买提"})
        EXPECT_EQ(folded(name), "阿卜杜拉·买买提") << name;
    EXPECT_EQ(folded("ＫＱ７Ｍ"), "kq7m");
    EXPECT_EQ(folded("Straße"), "strasse");
    EXPECT_EQ(folded("Қазақ"), folded("қАЗАҚ"));
}

TEST(ChineseText, pairs_of_han_and_words_of_others_are_indexed)
{
    EXPECT_EQ(bigrams("楼上漏水"), (Words{"楼上", "上漏", "漏水"}));
    EXPECT_EQ(bigrams("王"), (Words{"王"}));
    EXPECT_EQ(bigrams("王 ABC李，赵"), (Words{"王", "abc", "李", "赵"}));
    EXPECT_EQ(bigrams("电话13800002046号"), (Words{"电话", "13800002046", "号"}));
    EXPECT_EQ(bigrams("كىتاب مەھەللە"), (Words{"كىتاب", "مەھەللە"}));
    EXPECT_EQ(bigrams("𠮷野"), (Words{"𠮷野"}));
    EXPECT_TRUE(bigrams(" ，。·…").empty());
}

TEST(ChineseText, a_name_is_found_with_its_dot_and_without)
{
    EXPECT_EQ(bigrams("阿卜杜拉·买买提"), bigrams("阿卜杜拉买买提"));
    EXPECT_EQ(bigrams("古丽娜尔•艾则孜"), bigrams("古丽娜尔艾则孜"));
    EXPECT_EQ(bigrams("a.b"), (Words{"a", "b"}));
}

TEST(ChineseText, names_sort_by_pinyin)
{
    Words names{"张建国", "李秀兰", "阿卜杜拉·买买提", "王芳", "古丽娜尔·艾则孜", "曹永红"};
    std::sort(names.begin(), names.end(), [](auto const& a, auto const& b) { return collation_key(a) < collation_key(b); });
    EXPECT_EQ(names, (Words{"阿卜杜拉·买买提", "曹永红", "古丽娜尔·艾则孜", "李秀兰", "王芳", "张建国"}));
}

TEST(ChineseText, no_bytes_disturb_it)
{
    EXPECT_TRUE(rc::check([](std::string const& bytes) {
        RC_ASSERT(is_utf8(folded(bytes)));
        RC_ASSERT(folded(folded(bytes)) == folded(bytes));
        for (auto const& word : bigrams(bytes)) RC_ASSERT(is_utf8(word) && !word.empty());
        collation_key(bytes);
        if (auto const text = from_gb18030(bytes)) RC_ASSERT(is_utf8(*text));
    }));
}

}  // namespace maple
