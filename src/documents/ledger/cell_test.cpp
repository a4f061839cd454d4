#include "documents/ledger/testing.hpp"
#include "foundation/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maple::documents::ledger {
namespace {

std::string day_in(std::string_view cell)
{
    auto const read = read_date(cell);
    return read ? iso(*read) : read.error().code;
}

std::string sum_in(std::string_view cell)
{
    auto const read = read_amount(cell);
    return read ? std::to_string(read->n) : read.error().code;
}

using Names = std::vector<std::string>;

}  // namespace

TEST(ledger_cell, a_day_may_be_written_in_many_ways)
{
    for (auto const cell : {"2023-10-07", "2023/10/07", "2023/10/7", "2023.10.07", "2023年10月7日", "2023年10月07日", "20231007",
                            "２０２３－１０－０７", " 2023-10-07 ", "2023-10-07 00:00:00", "2023/10/7 0:00", "2023 年 10 月 7 日"})
        EXPECT_EQ(day_in(cell), "2023-10-07") << cell;
}

TEST(ledger_cell, a_day_that_is_not_in_the_calendar_is_named)
{
    auto const read = read_date("2023年2月30日");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "date_impossible");
    EXPECT_EQ(read.error().params.front().value, "2023-02-30");
    EXPECT_EQ(day_in("2023-13-01"), "date_impossible");
    EXPECT_EQ(day_in("20230229"), "date_impossible");
    EXPECT_EQ(day_in("20240229"), "2024-02-29");
}

TEST(ledger_cell, what_is_no_day_is_not_guessed)
{
    for (auto const cell : {"昨天", "2023", "23-10-07", "2023-10", "2023-10-7x", "45226", "2023-10/07", "10-07-2023", "2023-10-07 09:30",
                            "202310077", "2023年10月"})
        EXPECT_EQ(day_in(cell), "date_unreadable") << cell;
}

TEST(ledger_cell, a_sum_may_be_written_in_many_ways)
{
    for (auto const cell : {"13800", "13,800", "13,800元", "13800.00", "1.38万元", "1.38万", "￥13,800", "¥13800", "１３８００", "１３，８００元",
                            "13800元整", "人民币13800元", " 13 800 "})
        EXPECT_EQ(sum_in(cell), "1380000") << cell;
    EXPECT_EQ(sum_in("0.18万元"), "180000");
    EXPECT_EQ(sum_in("1700.5"), "170050");
    EXPECT_EQ(sum_in("0"), "0");
    EXPECT_EQ(sum_in("1亿元"), "10000000000");
    EXPECT_EQ(sum_in("100000000000"), "10000000000000");
}

TEST(ledger_cell, a_sum_out_of_bounds_says_which_bound)
{
    EXPECT_EQ(sum_in("-500"), "amount_below_zero");
    EXPECT_EQ(sum_in("－0.5万元"), "amount_below_zero");
    EXPECT_EQ(sum_in("￥-500"), "amount_below_zero");
    EXPECT_EQ(sum_in("100000000000.01"), "amount_too_large");
    EXPECT_EQ(sum_in("10000000万元"), "10000000000000");
    EXPECT_EQ(sum_in("10000001万元"), "amount_too_large");
    EXPECT_EQ(sum_in("99999999999999999999999999"), "amount_too_large");
    EXPECT_EQ(sum_in("0.001"), "amount_too_fine");
    EXPECT_EQ(sum_in("1.000"), "100");
}

TEST(ledger_cell, what_is_no_sum_is_not_guessed)
{
    for (auto const cell : {"约五千", "1,70", "1,5", "abc", "12a", "5000左右", "1.2.3", "元", "万元", "5-6", "5000-"})
        EXPECT_EQ(sum_in(cell), "amount_unreadable") << cell;
}

TEST(ledger_cell, several_names_stand_in_one_cell)
{
    EXPECT_EQ(read_names("赵玉梅、杨桂英"), (Names{"赵玉梅", "杨桂英"}));
    EXPECT_EQ(read_names("赵玉梅,杨桂英，李秀兰"), (Names{"赵玉梅", "杨桂英", "李秀兰"}));
    EXPECT_EQ(read_names("赵玉梅；杨桂英; 李秀兰"), (Names{"赵玉梅", "杨桂英", "李秀兰"}));
    EXPECT_EQ(read_names("赵玉梅/杨桂英"), (Names{"赵玉梅", "杨桂英"}));
    EXPECT_EQ(read_names("阿卜杜拉·买买提、"), (Names{"阿卜杜拉·买买提"}));
    EXPECT_EQ(read_names("Zhao, Ltd."), (Names{"Zhao, Ltd."}));
    EXPECT_EQ(read_names("A/B Trading、李秀兰"), (Names{"A/B Trading", "李秀兰"}));
    EXPECT_EQ(read_names(" 、 "), Names{});
}

TEST(ledger_cell, and_others_are_counted)
{
    EXPECT_EQ(heads_in("赵玉梅等12人"), 12);
    EXPECT_EQ(heads_in("赵玉梅"), 1);
    EXPECT_EQ(heads_in("等人"), 1);
    EXPECT_EQ(heads_in("赵玉梅等人"), 1);
}

TEST(ledger_cell, every_day_reads_back_from_its_iso_form)
{
    EXPECT_TRUE(rc::check([](std::uint16_t n) {
        auto const day = plus_days(*date_from_iso("1950-01-01"), n);
        RC_ASSERT(day_in(iso(day)) == iso(day));
    }));
}

TEST(ledger_cell, every_sum_reads_back_from_its_plain_form)
{
    EXPECT_TRUE(rc::check([] {
        auto const fen = *rc::gen::inRange<std::int64_t>(0, Fen::most + 1);
        RC_ASSERT(sum_in(plain_yuan(fen)) == std::to_string(fen));
    }));
}

TEST(ledger_cell, names_once_read_are_read_the_same_again)
{
    EXPECT_TRUE(rc::check([] {
        auto const pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("李", "秀兰", "、", ",", "，", "/", ";", " ", "Zhao", "·", "等3人", "\n"));
        std::string cell;
        for (auto const& piece : pieces) cell += piece;
        auto const once = joined(read_names(cell));
        RC_ASSERT(joined(read_names(once)) == once);
    }));
}

TEST(ledger_cell, no_bytes_make_a_cell_fall_over)
{
    EXPECT_TRUE(rc::check([](std::string const& cell) {
        read_date(cell);
        read_amount(cell);
        read_names(cell);
        heads_in(cell);
        says_nothing(cell);
    }));
}

}  // namespace maple::documents::ledger
