// What the checker reads in text and rows: promises, days, sums, names, consequences, the court's term.
#include "foundation/money.hpp"
#include "resolution/checking.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace maple::resolution {
namespace {

using namespace checking;
using dispute::PartyKind;

TEST(checker, a_clear_agreement_has_no_finding) { EXPECT_EQ(told([](auto&) {}), ""); }

TEST(checker, article_29_somebody_promises_something)
{
    EXPECT_EQ(told([](auto& a) { a.obligations.clear(); }), "no_obligation /obligations");
    EXPECT_EQ(told([](auto& a) { a.obligations = {owes("今后互相尊重、和睦相处", Manner::other, {}, "2024-03-01")}; }), "no_obligation /obligations");
    EXPECT_EQ(told([](auto& a) { a.obligations.push_back(owes("今后互相尊重、和睦相处", Manner::other, {}, "2024-03-01")); }), "");
    EXPECT_EQ(told([](auto& a) { a.facts.clear(); }), "facts_missing? /facts");
}

TEST(checker, article_29_a_promise_needs_a_day)
{
    EXPECT_EQ(told([](auto& a) { a.obligations[1].due.reset(); }), "date_missing /obligations/1/due");
    EXPECT_EQ(told([](auto& a) {
                  a.obligations[1].due.reset();
                  put(a.terms, "2024年3月20日前换好水管", "择日换好水管");
              }),
              "date_vague /obligations/1/due");
    EXPECT_EQ(told([](auto& a) { a.obligations[1].due = day("2024-02-29"); }), "date_before_signing /obligations/1/due");
    EXPECT_EQ(told([](auto& a) { a.obligations[1].due = a.signed_on; }), "");
}

TEST(checker, article_29_a_promise_needs_a_manner)
{
    EXPECT_EQ(told([](auto& a) { a.obligations[1].manner.reset(); }), "manner_missing /obligations/1/manner");
    EXPECT_EQ(told([](auto& a) { a.obligations[0].manner = Manner::other; }), "manner_unclear /obligations/0/manner");
    EXPECT_EQ(told([](auto& a) {
                  a.obligations[0].manner = Manner::other;
                  put(a.terms, "以现金付清", "从所欠货款中抵扣");
              }),
              "");
    EXPECT_EQ(told([](auto& a) { put(a.terms, "以现金付清", "付清，现金或者其他方式都行"); }), "manner_unclear? /obligations/0/manner");
}

TEST(checker, ji22_358_a_payment_needs_one_sum)
{
    EXPECT_EQ(told([](auto& a) {
                  a.obligations[0].amount.reset();
                  put(a.terms, "3000元（大写：叁仟元整）", "");
              }),
              "amount_missing /obligations/0/amount");
    EXPECT_EQ(told([](auto& a) {
                  a.obligations[0].amount.reset();
                  put(a.terms, "3000元（大写：叁仟元整）", "若干元");
              }),
              "amount_vague /obligations/0/amount");
    for (auto const* rough : {"约3000元", "大约3000元", "3000元左右", "2000至3000元", "2000元到3000元"})
        EXPECT_EQ(told([&](auto& a) { put(a.terms, "3000元（大写：叁仟元整）", rough); }), "amount_vague /terms") << rough;
    for (auto const* fine : {"违约3000元", "3000元", "5000元-2000元＝3000元", "人民币3,000.00元", "¥3000.00", "0.3万元", "三千元"})
        EXPECT_EQ(told([&](auto& a) { put(a.terms, "3000元（大写：叁仟元整）", fine); }), "") << fine;
}

TEST(checker, a_transfer_needs_an_account)
{
    auto const transfer = [](auto change) {
        return told([&](auto& a) {
            a.obligations[0].manner = Manner::transfer;
            put(a.terms, "在社区调解室以现金付清", "转账付清");
            change(a);
        });
    };
    EXPECT_EQ(transfer([](auto&) {}), "account_missing /obligations/0/account");
    EXPECT_EQ(transfer([](auto& a) { a.obligations[0].account = "方雨晴 某银行 6222 0000 0000 0000 001"; }), "");
    EXPECT_EQ(transfer([](auto& a) { a.parties[0].account = "方雨晴 某银行 6222 0000 0000 0000 001"; }), "");
    EXPECT_EQ(transfer([](auto& a) { a.terms += "账号6222 0000 0000 0000 001。"; }), "");
    EXPECT_EQ(transfer([](auto& a) { a.terms += "微信号：test_mb_0009。"; }), "");
}

TEST(checker, figures_and_words_say_the_same)
{
    EXPECT_EQ(told([](auto& a) { put(a.terms, "叁仟元整", "叁万元整"); }), "words_differ_from_figures /terms");
    EXPECT_EQ(told([](auto& a) { put(a.terms, "3000元（大写：叁仟元整）", "人民币叁仟元整（¥3500.00）"); }), "words_differ_from_figures /terms");
    EXPECT_EQ(told([](auto& a) { put(a.terms, "叁仟元整", "叁仟仟元整"); }), "words_unreadable /terms");
    EXPECT_EQ(told([](auto& a) { a.breach = "逾期付款的，加付500元（伍拾元整）。"; }), "words_differ_from_figures /breach");
}

TEST(checker, rows_and_text_say_the_same)
{
    EXPECT_EQ(told([](auto& a) { a.obligations[0].amount = 30'000; }), "rows_differ_from_terms /obligations/0/amount; rows_differ_from_terms /terms");
    auto const two = [](std::int64_t second, std::string const& text) {
        return told([&](auto& a) {
            put(a.terms, "3000元（大写：叁仟元整），2024年4月1日前在社区调解室以现金付清", text);
            a.obligations[0].amount = 100'000;
            a.obligations.push_back(owes("赔偿地板修理费", Manner::cash, second, "2024-05-01"));
        });
    };
    EXPECT_EQ(two(200'000, "共计3000元（叁仟元整），现金，4月1日前1000元，5月1日前2000元"), "");
    EXPECT_EQ(two(150'000, "共计3000元（叁仟元整），现金，4月1日前1000元，5月1日前1500元"), "rows_differ_from_terms /terms");
    EXPECT_EQ(two(150'000, "共计3000元（叁仟元整），扣除已付500元，再付2500元，现金，4月1日前1000元，5月1日前1500元"), "");
}

TEST(checker, article_29_names_are_those_of_the_list)
{
    EXPECT_EQ(told([](auto& a) { put(a.terms, "方雨晴", "方雨情"); }), "party_name_differs /terms");
    EXPECT_EQ(told([](auto& a) { put(a.terms, "玉山·卡米力", "玉素·卡米力"); }), "party_name_differs /terms");
    EXPECT_EQ(told([](auto& a) { put(a.terms, "玉山·卡米力赔偿方雨晴", "方雨晴赔偿玉山·卡米力"); }), "party_name_differs /terms");
    EXPECT_EQ(named([](auto& a) { put(a.terms, "方雨晴", "方雨情"); }), "PML-29");
}

TEST(checker, cc_465_nobody_is_bound_who_is_not_in_the_list)
{
    EXPECT_EQ(with_terms("阿曼·居马2024年4月1日前清理楼道。"), "party_not_in_list /terms");
    EXPECT_EQ(with_terms("方雨晴的丈夫负责打扫。"), "outsider_to_ask? /terms");
    EXPECT_EQ(with_terms("另外500元由方雨晴的舅舅于2024年4月1日前支付。"), "party_not_in_list /terms");
    EXPECT_EQ(told([](auto& a) { a.obligations[0].to.reset(); }), "party_not_in_list /obligations/0/to");
    EXPECT_EQ(named([](auto& a) { a.obligations[0].to.reset(); }), "CC-465");
    EXPECT_EQ(named([](auto& a) { a.terms += "\n3. 方雨晴的丈夫负责打扫。"; }), "CC-465");
    EXPECT_EQ(told([](auto& a) {
                  a.obligations[0].manner = Manner::transfer;
                  a.obligations[0].account = "周某贸易 某银行 6222 0000 0000 0000 001";
              }),
              "party_not_in_list /obligations/0/account");
}

TEST(checker, firms_are_known_by_their_short_names)
{
    auto const firm = [](std::string_view in_terms) {
        return told([&](auto& a) {
            a.parties[1].kind = PartyKind::organisation;
            a.parties[1].name = "克拉玛依市明净保洁有限公司";
            a.facts = "克拉玛依市明净保洁有限公司（以下简称“明净公司”）打破方雨晴家玻璃。";
            a.terms = std::string(in_terms) + "赔偿方雨晴玻璃款3000元（叁仟元整），2024年4月1日前给现金。";
            a.obligations.pop_back();
        });
    };
    EXPECT_EQ(firm("明净公司"), "");
    EXPECT_EQ(firm("明静公司"), "party_name_differs /terms");
    EXPECT_EQ(firm("克拉玛依市明净保洁有限公司"), "");
}

std::string of_breach(char const* text)
{
    return told([&](auto& a) { a.breach = text; });
}

TEST(checker, cc_577_a_breach_has_a_consequence_and_a_lawful_one)
{
    EXPECT_EQ(of_breach(""), "breach_missing? /breach");
    EXPECT_EQ(of_breach("双方应当诚实守信。"), "breach_missing? /breach");
    EXPECT_EQ(of_breach("逾期不修的，方雨晴可请人修理，费用由玉山·卡米力承担。"), "");
    EXPECT_EQ(of_breach("逾期不付的，方雨晴可以断电。"), "breach_unlawful /breach");
    EXPECT_EQ(of_breach("逾期不付的，扣押玉山·卡米力的身份证，直到付清。"), "breach_unlawful /breach");
    EXPECT_EQ(of_breach("再断电的，付对方100元。"), "");
}

TEST(checker, cc_585_a_penalty_far_above_the_loss_is_asked_about_and_one_beyond_all_measure_refused)
{
    EXPECT_EQ(of_breach("逾期付款的，每日按千分之一支付违约金。"), "");
    EXPECT_EQ(of_breach("逾期付款的，每日按千分之二支付违约金。"), "penalty_high? /breach");
    EXPECT_EQ(of_breach("逾期付款的，每天按5%支付违约金。"), "breach_unlawful /breach");
    EXPECT_EQ(named([](auto& a) { a.breach = "逾期付款的，每天按5%支付违约金。"; }), "CC-585");
}

TEST(checker, ji22_358_a_condition_can_be_found_out)
{
    EXPECT_EQ(with_terms("等条件成熟，玉山·卡米力再付3000元。"), "condition_unclear /terms");
    EXPECT_EQ(with_terms("如果水管是新的，玉山·卡米力再付3000元。"), "condition_unclear? /terms");
    EXPECT_EQ(with_terms("如果逾期不付，玉山·卡米力再付3000元。"), "");
}

TEST(checker, ji22_358_others_are_asked_first)
{
    auto const others = [](dispute::ThirdParties asked, char const* facts) {
        return told([&](auto& a) {
            a.third_parties = asked;
            a.facts += facts;
        });
    };
    EXPECT_EQ(others(dispute::ThirdParties::not_asked, ""), "third_party_harm /terms");
    EXPECT_EQ(others(dispute::ThirdParties::none_touched, "地板属于三人共有。"), "third_party_to_ask? /facts");
    EXPECT_EQ(others(dispute::ThirdParties::heard, "地板属于三人共有。"), "");
    EXPECT_EQ(others(dispute::ThirdParties::none_touched, "没有其他继承人。"), "");
}

TEST(checker, ji22_358_no_answer_about_others_is_not_the_answer_that_nobody_is_touched)
{
    auto const unsaid = [](char const* facts) {
        return told([&](auto& a) {
            a.third_parties.reset();
            a.facts += facts;
        });
    };
    EXPECT_EQ(unsaid(""), "third_party_not_said? /third_parties");
    EXPECT_EQ(unsaid("地板属于三人共有。"), "third_party_to_ask? /facts; third_party_not_said? /third_parties");
}

TEST(checker, spc16_20_a_case_that_is_filed_needs_no_confirmation)
{
    EXPECT_EQ(told([](auto& a) { a.after_filing = true; }), "case_is_filed /asks_confirmation");
    EXPECT_EQ(named([](auto& a) { a.after_filing = true; }), "SPC16-20");
    EXPECT_EQ(told([](auto& a) { a.after_filing = true, a.asks_confirmation = false; }), "");
}

TEST(checker, article_33_thirty_days_and_no_longer)
{
    auto const asked = [](char const* signed_on, char const* today) {
        return told([&](auto& a) {
            a.signed_on = day(signed_on);
            a.today = day(today);
            for (auto& o : a.obligations) o.due = day("2025-06-01");
        });
    };
    EXPECT_EQ(asked("2024-03-04", "2024-04-03"), "");
    EXPECT_EQ(asked("2024-03-05", "2024-04-07"), "");  // the 30th day is Qingming: the next working day
    EXPECT_EQ(asked("2024-03-05", "2024-04-08"), "confirmation_late /asks_confirmation");
    EXPECT_EQ(told([](auto& a) { a.asks_confirmation = false, a.today = day("2025-01-01"); }), "");
}

RC_GTEST_PROP(checker, article_33_nobody_is_late_within_thirty_days, ())
{
    auto a = good();
    a.obligations.clear();
    a.signed_on = plus_days(day("2022-01-01"), *rc::gen::inRange(0, 1500));
    auto const gone = *rc::gen::inRange(0, 60);
    a.today = plus_days(a.signed_on, gone);
    bool late = false;
    for (auto const& f : check(book(), a)) late = late || f.code == "confirmation_late";
    RC_ASSERT(gone > 30 || !late);
    RC_ASSERT(gone < 45 || late);
}

RC_GTEST_PROP(checker, instalments_that_make_the_whole_are_right_and_others_are_not, ())
{
    auto const parts = *rc::gen::suchThat(rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(1, 1'000'000)),
                                          [](auto const& p) { return !p.empty() && p.size() <= 12; });
    auto const whole = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    auto a = good();
    a.terms = "玉山·卡米力赔偿方雨晴共计" + plain_yuan(whole) + "元（大写：" + capital_yuan(whole) + "），分期以现金支付：";
    a.obligations.clear();
    for (auto const part : parts) {
        a.terms += plain_yuan(part) + "元、";
        a.obligations.push_back(owes("赔偿修理费", Manner::cash, part, "2024-04-01"));
    }
    RC_ASSERT(check(book(), a).empty());
    a.obligations.back().amount = *a.obligations.back().amount + 10'000'000;  // more than the whole
    bool found = false;
    for (auto const& f : check(book(), a)) found = found || f.code == "rows_differ_from_terms";
    RC_ASSERT(found);
}

RC_GTEST_PROP(checker, no_text_disturbs_it, ())
{
    auto const piece = [] {
        return *rc::gen::element<std::string>("方雨", "晴", "·", "玉山", "元", "壹", "3000", "，", "。", "\n", "归", "（", "）", "如果", "\xE5", "年", "月", "日", "简称", "约", "不得");
    };
    auto a = good();
    for (auto* text : {&a.facts, &a.terms, &a.breach, &a.obligations[0].what, &a.obligations[0].account, &a.parties[0].name, &a.parties[1].name, &a.parties[0].guardian}) {
        text->clear();
        for (int n = *rc::gen::inRange(0, 12); n > 0; --n) *text += piece();
    }
    check(book(), a);
}

}  // namespace
}  // namespace maple::resolution
