#include "foundation/form.hpp"
#include "foundation/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <stdexcept>

namespace maple {
namespace {

static_assert(most_fen == Fen::most);

// The other way round, by the meaning of each character: a second opinion on capital_yuan.
std::int64_t fen_from_capitals(std::string_view text)
{
    auto const take = [&](std::string_view word) {
        if (!text.starts_with(word)) return false;
        text.remove_prefix(word.size());
        return true;
    };
    constexpr std::string_view digits[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    std::int64_t fen = 0, yuan = 0, group = 0, digit = 0;
    while (!text.empty()) {
        bool is_digit = false;
        for (int d = 0; d < 10 && !is_digit; ++d)
            if (take(digits[d])) digit = d, is_digit = true;
        if (is_digit || take("整")) continue;
        if (take("拾")) group += digit * 10;
        else if (take("佰")) group += digit * 100;
        else if (take("仟")) group += digit * 1000;
        else if (take("万")) yuan += (group + digit) * 10'000, group = 0;
        else if (take("亿")) yuan += (group + digit) * 100'000'000, group = 0;
        else if (take("元")) fen = (yuan + group + digit) * 100;
        else if (take("角")) fen += digit * 10;
        else if (take("分")) fen += digit;
        else return -1;
        digit = 0;
    }
    return fen;
}

// Amounts with many zeros, where the rules are.
std::int64_t any_amount()
{
    std::int64_t fen = 0;
    for (int i = 0; i < 13; ++i) fen = fen * 10 + *rc::gen::element(0, 0, 0, 1, 5, 9);
    return fen;
}

}  // namespace

TEST(Money, capitals_of_every_kind_are_written_as_banks_ask)
{
    std::pair<std::int64_t, char const*> const cases[] = {
        {1, "壹分"}, {10, "壹角整"}, {11, "壹角壹分"}, {105, "壹元零伍分"}, {150, "壹元伍角整"}, {1000, "壹拾元整"},
        {140950, "壹仟肆佰零玖元伍角整"}, {600714, "陆仟零柒元壹角肆分"}, {168032, "壹仟陆佰捌拾元叁角贰分"},
        {1640902, "壹万陆仟肆佰零玖元零贰分"}, {32504, "叁佰贰拾伍元零肆分"}, {10700053, "壹拾万柒仟元伍角叁分"},
        {10050000, "壹拾万零伍佰元整"}, {100050000, "壹佰万零伍佰元整"}, {10000500000, "壹亿零伍仟元整"}, {10000000001, "壹亿元零壹分"},
        {100100000000, "壹拾亿零壹佰万元整"}, {200000100, "贰佰万零壹元整"}, {most_fen, "壹仟亿元整"},
        {most_fen - 1, "玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"},
    };
    for (auto const& [fen, text] : cases) EXPECT_EQ(capital_yuan(fen), text) << fen;
}

TEST(Money, capitals_mean_the_amount_and_have_no_zero_too_many)
{
    EXPECT_TRUE(rc::check([] {
        auto const fen = any_amount();
        auto const text = capital_yuan(fen);
        RC_ASSERT(fen_from_capitals(text) == fen);
        RC_ASSERT(text.find("零零") == text.npos);
        for (auto const* wrong : {"零拾", "零佰", "零仟", "零万", "零亿"}) RC_ASSERT(text.find(wrong) == text.npos);
        RC_ASSERT(fen == 0 || text.find("零元") == text.npos);
        RC_ASSERT(fen_from_text(yuan_text(fen)) == fen);
        RC_ASSERT(fen_from_text(plain_yuan(fen) + "元") == fen);
    }));
}

TEST(Money, the_units_of_offices_are_read)
{
    std::pair<char const*, std::int64_t> const cases[] = {
        {"0", 0}, {"0.01", 1}, {"1.50", 150}, {"1.5000", 150}, {"13,800元", 1380000}, {"1,234,567.89", 123456789}, {" 1700 元 ", 170000},
        {"５０００元整", 500000}, {"人民币￥1,200.50元", 120050}, {"0.18万元", 180000}, {"1万", 1000000}, {"0.000001万元", 1}, {"1.5亿元", 15000000000},
        {"1000亿", most_fen}, {"100000000000.00", most_fen}, {"000123", 12300}, {"12圆整", 1200}, {"１３，８００．５元", 1380050},
    };
    for (auto const& [text, fen] : cases) EXPECT_EQ(fen_from_text(text), fen) << text;
}

TEST(Money, what_is_no_amount_is_nothing)
{
    for (auto text : {"", " ", "元", "万元", "¥", "-1", "-0", "+5", "1.2.3", "1.", ".5", ".", "1,2,3", "12,34", "1,,200", ",100", "100,", "1234,567", "0.001",
                      "0.0000001万元", "1e5", "0x10", "NaN", "12元元", "5整", "1万亿", "约500", "5元3角", "1000.0000000001亿", "100000000000.01",
                      "99999999999999999999999999", "\xFF", "1\xEF\xBC", "1 000", "5元/月"})
        EXPECT_FALSE(fen_from_text(text)) << text;
    EXPECT_FALSE(fen_from_text(std::string(100'000, '9')));
    EXPECT_EQ(fen_from_text(std::string(100'000, '0')), 0);
}

TEST(Money, amounts_out_of_range_are_never_written)
{
    for (auto fen : {std::int64_t(-1), most_fen + 1, INT64_MIN, INT64_MAX}) {
        EXPECT_THROW(capital_yuan(fen), std::out_of_range);
        EXPECT_THROW(yuan_text(fen), std::out_of_range);
        EXPECT_THROW(plain_yuan(fen), std::out_of_range);
    }
}

TEST(Money, no_bytes_disturb_it)
{
    EXPECT_TRUE(rc::check([](std::string const& bytes) {
        auto const fen = fen_from_text(bytes).value_or(0);
        RC_ASSERT(fen >= 0);
        RC_ASSERT(fen <= most_fen);
    }));
}

}  // namespace maple
