#include "foundation/capital_amount.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maple {
namespace {

// "25800;25880": what stands in a text, in yuan.
std::string told(std::string_view text)
{
    std::string out;
    for (auto const& one : amounts_in(text)) {
        if (!out.empty()) out += ' ';
        out += one.fen ? plain_yuan(*one.fen) : "?";
        if (one.in_words) out += one.formal ? "!" : "w";
    }
    return out;
}

TEST(CapitalAmount, formal_and_plain_numerals_are_read)
{
    std::pair<char const*, std::int64_t> const cases[] = {
        {"壹仟捌佰元整", 180000}, {"伍佰元", 50000}, {"贰拾万元整", 20000000}, {"贰拾万", 20000000}, {"壹万壹仟伍佰圆正", 1150000},
        {"拾元整", 1000}, {"壹佰零伍元贰角整", 10520}, {"三千五百元二角", 350020}, {"一万四千元", 1400000}, {"十五元", 1500},
        {"壹拾亿零壹佰万元整", 100100000000}, {"叁角伍分", 35}, {"零元整", 0}, {"两百块", 20000},
    };
    for (auto const& [text, fen] : cases) EXPECT_EQ(fen_from_numerals(text), fen) << text;
}

TEST(CapitalAmount, what_makes_no_number_is_nothing)
{
    for (auto text : {"", "元", "整", "壹贰元", "佰元", "壹佰壹仟元", "壹万贰亿元", "壹元贰元", "壹元整伍角", "壹角元", "伍伍拾元", "二〇二三", "壹仟 元", "abc", "万元", "百元"})
        EXPECT_FALSE(fen_from_numerals(text)) << text;
    EXPECT_FALSE(fen_from_numerals("玖仟玖佰玖拾玖亿元"));
}

TEST(CapitalAmount, what_is_written_in_capitals_is_read_back)
{
    EXPECT_TRUE(rc::check([] {
        std::int64_t fen = 0;
        for (int i = 0; i < 13; ++i) fen = fen * 10 + *rc::gen::element(0, 0, 0, 1, 5, 9);
        RC_ASSERT(fen_from_numerals(capital_yuan(fen)) == fen);
        auto const text = "共" + plain_yuan(fen) + "元(大写:" + capital_yuan(fen) + "),现金。";
        auto const all = amounts_in(text);
        RC_ASSERT(all.size() == 2u);
        RC_ASSERT(all[0].fen == fen);
        RC_ASSERT(all[1].fen == fen);
        RC_ASSERT(all[1].in_words);
    }));
}

TEST(CapitalAmount, amounts_are_found_in_a_running_text)
{
    EXPECT_EQ(told("2024年6月30日前12900元,2024年9月30日前12900元"), "12900 12900");
    EXPECT_EQ(told("人民币480,000.00元(大写:人民币肆拾捌万元整)"), "480000 480000!");
    EXPECT_EQ(told("合计人民币贰拾万元整(¥20000.00)。"), "200000! 20000");
    EXPECT_EQ(told("一万四千元,即人民币14000元"), "14000w 14000");
    EXPECT_EQ(told("每月1.2万元,5元3角,3块钱"), "12000 5.3 3");
    EXPECT_EQ(told("逾期按日万分之五,三日内,第一期,3米,6222 0000 0000,二〇二四年四月,收拾干净"), "");
    EXPECT_EQ(told("伍佰壹贰元"), "?!");
}

TEST(CapitalAmount, no_bytes_disturb_it)
{
    EXPECT_TRUE(rc::check([] {
        std::string text;
        for (auto const& piece : *rc::gen::container<std::vector<std::string>>(
                 rc::gen::element<std::string>("壹", "仟", "元", "万", "亿", "整", "9", ",", ".", "¥", " ", "\xE5", "分", "零", "角", "十")))
            text += piece;
        std::size_t last = 0;
        for (auto const& one : amounts_in(text)) {
            RC_ASSERT(one.at >= last);
            RC_ASSERT(one.end > one.at);
            RC_ASSERT(one.end <= text.size());
            RC_ASSERT(!one.fen || (*one.fen >= 0 && *one.fen <= most_fen));
            last = one.end;
        }
    }));
}

}  // namespace
}  // namespace maple
