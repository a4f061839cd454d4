#include "law/practice.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple::law {
namespace {

Practice const& practice()
{
    static Book const book = open_book();
    return *book.practice;
}

constexpr std::int64_t yuan = 100;

TEST(Practice, fee_13_the_fee_of_a_property_case_rises_by_steps)
{
    auto const fee = [](std::int64_t amount) { return fee_by_steps(practice().court_fee, amount * yuan); };
    EXPECT_EQ(fee(0), 50 * yuan);
    EXPECT_EQ(fee(10'000), 50 * yuan);
    EXPECT_EQ(fee(100'000), 2'300 * yuan);
    EXPECT_EQ(fee(200'000), 4'300 * yuan);
    EXPECT_EQ(fee(500'000), 8'800 * yuan);
    EXPECT_EQ(fee(1'000'000), 13'800 * yuan);
    EXPECT_EQ(fee(2'000'000), 22'800 * yuan);
}

RC_GTEST_PROP(Practice, more_money_never_costs_less, ())
{
    auto const amount = *rc::gen::inRange<std::int64_t>(0, 3'000'000'000), more = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
    RC_ASSERT(fee_by_steps(practice().court_fee, amount) <= fee_by_steps(practice().court_fee, amount + more));
}

TEST(Practice, a_divorce_has_a_range_and_property_above_a_bound_costs_more)
{
    auto const small = court_fee(practice(), "marriage_family", 100'000 * yuan).value();
    EXPECT_EQ(small.least, 50 * yuan);
    EXPECT_EQ(small.most, 300 * yuan);
    auto const large = court_fee(practice(), "marriage_family", 300'000 * yuan).value();
    EXPECT_EQ(large.least, (50 + 500) * yuan);
    EXPECT_EQ(large.most, (300 + 500) * yuan);
}

TEST(Practice, without_an_amount_a_property_case_has_no_figure)
{
    EXPECT_FALSE(court_fee(practice(), "contract", std::nullopt));
    EXPECT_TRUE(court_fee(practice(), "neighbour", std::nullopt));
    EXPECT_FALSE(court_fee(practice(), "no_such_kind", 1));
}

TEST(Practice, every_kind_of_dispute_has_an_outlook_and_a_method)
{
    Book const book = open_book();
    for (auto const& kind : book.kinds) {
        EXPECT_TRUE(practice().outlook(kind.key)) << kind.key;
        EXPECT_GT(suggest(practice(), kind.key, "", {}, {}).front().speaks_for, 0) << kind.key;
        for (auto const& method : kind.methods) {
            auto const* known = practice().method(method);
            ASSERT_TRUE(known) << method;
            EXPECT_NE(std::find(known->suits.begin(), known->suits.end(), kind.key), known->suits.end()) << kind.key << " " << method;
        }
    }
}

TEST(Practice, an_open_risk_bars_a_method_and_sends_it_to_the_end)
{
    auto const calm = suggest(practice(), "marriage_family", "calm", {"dependants"}, {});
    EXPECT_EQ(calm.front().method->key, "family_affection");
    EXPECT_EQ(calm.front().because, (std::vector<std::string>{"kind", "intensity", "dependants"}));
    auto const violent = suggest(practice(), "marriage_family", "calm", {"dependants"}, {"domestic_violence"});
    EXPECT_NE(violent.front().method->key, "family_affection");
    for (auto const& one : violent)
        if (one.method->key == "family_affection") {
            EXPECT_EQ(one.barred_by, std::vector<std::string>{"domestic_violence"});
        }
}

}  // namespace
}  // namespace maple::law
