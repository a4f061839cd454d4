// Whom an agreement binds and what the law leaves to nobody: children and guardians, status and ownership,
// public duties, the shares of a group.
#include "resolution/checking.hpp"

#include <gtest/gtest.h>

namespace maple::resolution {
namespace {

using namespace checking;
using dispute::Capacity;
using dispute::PartyKind;

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

}  // namespace
}  // namespace maple::resolution
