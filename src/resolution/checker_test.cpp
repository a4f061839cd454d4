#include "resolution/checker.hpp"
#include "foundation/money.hpp"
#include "law/clock.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace maple::resolution {
namespace {

using dispute::Capacity;
using dispute::Manner;
using dispute::PartyKind;
using dispute::Side;

Date day(std::string_view iso) { return date_from_iso(iso).value(); }

law::Book const& book()
{
    static law::Book const in_force = law::open_book();
    return in_force;
}

CheckedObligation owes(std::string what, Manner manner, std::optional<std::int64_t> fen, char const* due)
{
    CheckedObligation o;
    o.from = 1;
    o.to = 0;
    o.what = std::move(what);
    o.manner = manner;
    o.amount = fen;
    o.due = day(due);
    return o;
}

CheckedParty person(std::string name, Side side)
{
    CheckedParty p;
    p.name = std::move(name);
    p.side = side;
    p.birth_year = 1980;
    return p;
}

// A leak between neighbours, settled as it should be.
CheckedAgreement good()
{
    CheckedAgreement a;
    a.kind = "neighbour";
    a.signed_on = a.today = day("2024-03-01");
    a.asks_confirmation = true;
    a.third_parties = dispute::ThirdParties::none_touched;
    a.parties = {person("方雨晴", Side::applicant), person("玉山·卡米力", Side::respondent)};
    a.facts = "玉山·卡米力家水管破裂，淹了楼下方雨晴家的地板。双方同意由玉山·卡米力承担修理费。";
    a.terms = "1. 玉山·卡米力赔偿方雨晴地板修理费3000元（大写：叁仟元整），2024年4月1日前在社区调解室以现金付清。\n"
              "2. 玉山·卡米力2024年3月20日前换好水管。";
    a.breach = "逾期付款的，每天加付10元。";
    a.obligations = {owes("赔偿地板修理费", Manner::cash, 300'000, "2024-04-01"), owes("换好水管", Manner::repair, {}, "2024-03-20")};
    return a;
}

// "date_missing /obligations/0/due", what is only to be asked with "?"; several with "; ".
template <class Change> std::string told(Change change)
{
    auto a = good();
    change(a);
    std::string out;
    for (auto const& f : check(book(), a)) {
        if (!out.empty()) out += "; ";
        out += f.code + (f.weight == Weight::ask ? "? " : " ") + f.at;
        EXPECT_TRUE(book().statute(f.article, a.today)) << f.code << " names " << f.article;
    }
    return out;
}

// "CC-36": the articles that the findings name.
template <class Change> std::string named(Change change)
{
    auto a = good();
    change(a);
    std::string out;
    for (auto const& f : check(book(), a)) out += (out.empty() ? "" : "; ") + f.article;
    return out;
}

std::string with_terms(std::string const& more)
{
    return told([&](auto& a) { a.terms += "\n3. " + more; });
}

void put(std::string& text, std::string_view old, std::string_view fresh)
{
    auto const at = text.find(old);
    ASSERT_NE(at, text.npos) << old;
    text.replace(at, old.size(), fresh);
}

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

TEST(checker, cc_18_and_19_a_child_signs_by_a_guardian)
{
    auto const child = [](auto change) {
        return told([&](auto& a) {
            a.parties[0].birth_year = 2012;
            a.parties[0].capacity = Capacity::limited;
            change(a.parties[0]);
        });
    };
    EXPECT_EQ(child([](auto&) {}), "minor_without_guardian /parties/0");
    EXPECT_EQ(child([](auto& p) { p.guardian = "方明"; }), "");
    EXPECT_EQ(child([](auto& p) { p.capacity = Capacity::full; }), "minor_without_guardian /parties/0");
    EXPECT_EQ(child([](auto& p) { p.capacity = Capacity::full, p.birth_year = 2007; }), "age_to_check? /parties/0");
    EXPECT_EQ(child([](auto& p) { p.capacity = Capacity::full, p.birth_year = 2006; }), "");
}

auto guarded_by(std::string guardian, bool accused = false)
{
    return [=](CheckedAgreement& a) {
        a.parties[0].capacity = Capacity::limited;
        a.parties[0].guardian = guardian;
        a.parties[0].guardian_accused = accused;
    };
}

TEST(checker, cc_35_a_guardian_does_not_sit_on_the_other_side)
{
    EXPECT_EQ(told(guarded_by("玉山·卡米力")), "guardian_conflict /parties/0");
    EXPECT_EQ(named(guarded_by("玉山·卡米力")), "CC-35");
    EXPECT_EQ(told(guarded_by("方明")), "");
}

TEST(checker, cc_36_a_guardian_who_is_accused_speaks_for_nobody)
{
    EXPECT_EQ(told(guarded_by("方明", true)), "guardian_conflict /parties/0");
    EXPECT_EQ(named(guarded_by("方明", true)), "CC-36");
}

TEST(checker, ji22_355_status_is_not_confirmed)
{
    EXPECT_EQ(with_terms("双方自签字之日起解除收养关系。"), "matter_of_status /terms");
    EXPECT_EQ(with_terms("双方自愿离婚。"), "matter_of_status /terms");
    EXPECT_EQ(with_terms("双方已于2020年办理离婚登记。"), "");
    EXPECT_EQ(with_terms("本协议不涉及双方的婚姻关系的解除。"), "");
    EXPECT_EQ(with_terms("双方的劳动关系于2024年3月1日解除。"), "");
}

TEST(checker, ji22_355_ownership_is_not_confirmed)
{
    EXPECT_EQ(with_terms("院子西边的房屋归方雨晴所有。"), "matter_of_real_right /terms");
    EXPECT_EQ(with_terms("双方确认该地块的使用权归方雨晴。"), "matter_of_real_right /terms");
    EXPECT_EQ(with_terms("双方对房屋所有权归方雨晴没有争议。"), "");
    EXPECT_EQ(with_terms("玉山·卡米力2024年4月1日前腾空房屋，归还钥匙。"), "");
    EXPECT_EQ(with_terms("剩下的地板归方雨晴。"), "");
    EXPECT_EQ(with_terms("该商标归方雨晴所有。"), "matter_of_ip /terms");
    EXPECT_EQ(with_terms("玉山·卡米力不再使用该商标。"), "");
}

TEST(checker, cc_153_public_duties_and_freedom_are_not_signed_away)
{
    EXPECT_EQ(with_terms("方雨晴不得报警。"), "waives_public_duty /terms");
    EXPECT_EQ(with_terms("玉山·卡米力不再负担女儿以后的抚养费。"), "waives_public_duty /terms; child_not_heard? /facts");
    EXPECT_EQ(with_terms("发生危险的，双方及时报警。"), "");
    EXPECT_EQ(with_terms("方雨晴三年内不得再婚。"), "freedom_limited /terms");
    EXPECT_EQ(with_terms("单位不得因怀孕降低工资。"), "");
    EXPECT_EQ(with_terms("方雨晴永远不得起诉。"), "freedom_limited /terms");
    EXPECT_EQ(with_terms("方雨晴不得就此事再起诉。"), "freedom_limited? /terms");
    EXPECT_EQ(with_terms("方雨晴收款后三日内撤回起诉。"), "");
}

TEST(checker, min_107_a_child_of_eight_or_more_is_heard_where_its_care_is_settled)
{
    auto const care = [](auto change) {
        return told([&](auto& a) {
            a.kind = "marriage_family";
            a.terms += "\n3. 女儿由方雨晴直接抚养。";
            change(a);
        });
    };
    EXPECT_EQ(care([](auto&) {}), "child_not_heard? /facts");
    EXPECT_EQ(told([](auto& a) { a.obligations[0].nature = "child_support"; }), "child_not_heard? /facts") << "by what a promise is for";
    EXPECT_EQ(told([](auto& a) { a.obligations[0].nature = "parent_support"; }), "");
    EXPECT_EQ(care([](auto& a) { a.facts += "女儿十岁，单独询问时表示愿意跟母亲生活。"; }), "");
    EXPECT_EQ(care([](auto& a) { a.records = "双方到场。\n单独听取了孩子的意见：愿意跟着妈妈。"; }), "");
    EXPECT_EQ(care([](auto& a) { a.records = "双方到场，都表示愿意调解。"; }), "child_not_heard? /facts") << "the parents' wish is not the child's";
    auto const aged = [&](std::int64_t born, std::string const& records = "") {
        return care([&](auto& a) {
            a.parties.push_back(person("方晓", Side::applicant));
            a.parties.back().birth_year = born;
            a.parties.back().capacity = Capacity::limited;
            a.parties.back().guardian = "方明";
            a.records = records;
        });
    };
    EXPECT_EQ(aged(2016), "child_not_heard? /facts") << "eight in this year";
    EXPECT_EQ(aged(2017), "") << "seven at most";
    EXPECT_EQ(aged(2012, "方晓说想和妈妈住。"), "") << "named as it is called";
}

TEST(checker, min_107_a_mark_that_the_child_was_heard_is_read_before_any_text)
{
    auto const custody = [](auto change) {
        return told([&](auto& a) {
            a.terms += "\n3. 孩子由方雨晴抚养，玉山·卡米力每月支付抚养费。";
            change(a);
        });
    };
    auto const unmarked = custody([](auto&) {});
    EXPECT_NE(unmarked.find("child_not_heard? /facts"), unmarked.npos) << unmarked;
    auto const without = [](std::string const& all) { return all.find("child_") == all.npos; };
    EXPECT_TRUE(without(custody([](auto& a) { a.child_heard = true; })));
    EXPECT_NE(custody([](auto& a) { a.child_heard = false; }).find("child_heard_beside_parents? /facts"), unmarked.npos);
    auto const with_child = [&](std::optional<bool> heard, std::optional<bool> other) {
        return custody([&](auto& a) {
            a.parties.push_back(person("方晓", Side::applicant));
            a.parties.back().birth_year = 2014;
            a.parties.back().capacity = Capacity::limited;
            a.parties.back().guardian = "方明";
            a.parties.back().heard = heard;
            a.child_heard = other;
        });
    };
    EXPECT_TRUE(without(with_child(true, {})));
    EXPECT_NE(with_child({}, true).find("child_not_heard? /facts"), unmarked.npos) << "another child was heard, and not this one";
    EXPECT_NE(with_child(false, true).find("child_heard_beside_parents? /facts"), unmarked.npos);
}

// Three workers to whom a contractor owes what he did not pay.
template <class Change> std::string told_of_group(Change change)
{
    return told([&](auto& a) {
        a.parties[0] = person("郑建军等3人", Side::applicant);
        a.parties[0].kind = PartyKind::group;
        a.parties[0].birth_year.reset();
        a.parties[0].members = {"郑建军", "王小明", "李四平"};
        a.facts = "玉山·卡米力欠郑建军等3人修理费。";
        a.terms = "玉山·卡米力向郑建军等3人支付修理费3000元（大写：叁仟元整），2024年4月1日前在社区调解室以现金付清。";
        a.obligations = {owes("支付修理费", Manner::cash, 300'000, "2024-04-01")};
        change(a);
    });
}

TEST(checker, ji22_358_the_shares_of_a_group_make_what_it_is_promised)
{
    auto const shares = [](std::vector<std::optional<std::int64_t>> amounts, bool explained = false) {
        return told_of_group([&](auto& a) { a.shares = {{0, std::move(amounts), explained}}; });
    };
    EXPECT_EQ(shares({100'000, 100'000, 100'000}), "");
    EXPECT_EQ(shares({100'000, 100'000, 90'000}), "shares_differ /shares/0");
    EXPECT_EQ(shares({100'000, 100'000, 110'000}), "shares_differ /shares/0");
    EXPECT_EQ(shares({100'000, 100'000, 90'000}, true), "") << "it says why";
    EXPECT_EQ(shares({200'000, 100'000, std::nullopt}), "shares_leave_out? /shares/0");
    auto const in_parts = told_of_group([](auto& a) {
        a.terms = "玉山·卡米力向郑建军等3人支付修理费共计3000元，2024年4月1日前在社区调解室以现金付1000元，2024年5月1日前以现金付2000元。";
        a.obligations = {owes("支付第一期修理费", Manner::cash, 100'000, "2024-04-01"), owes("支付第二期修理费", Manner::cash, 200'000, "2024-05-01")};
        a.shares = {{0, {100'000, 100'000, 100'000}, false}};
    });
    EXPECT_EQ(in_parts, "") << "of all instalments together";
}

TEST(checker, cc_517_who_gets_what_of_a_group_is_asked_where_nobody_has_said)
{
    EXPECT_EQ(told_of_group([](auto&) {}), "shares_missing? /shares");
    EXPECT_EQ(told_of_group([](auto& a) { a.parties[0].members.resize(1); }), "") << "one alone gets all of it";
    EXPECT_EQ(told_of_group([](auto& a) { a.terms += "其中郑建军1000元，王小明1000元，李四平1000元。"; }).find("shares_missing"), std::string::npos);
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
