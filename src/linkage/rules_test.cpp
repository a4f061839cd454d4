#include "linkage/rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::linkage {
namespace {

using namespace dispute::testing;

dispute::Moment const now{monday, monday, {}, {}};

TEST(linkage, article_18_a_referral_is_answered_once)
{
    Referral r;
    EXPECT_EQ(said(decline(r, book(), "no_such", {})), "/reason not_in_the_book");
    auto taken = r, sent_back = r;
    evolve(taken, *take(r, {1000}), now);
    evolve(sent_back, *decline(r, book(), "no_consent", {}), now);
    EXPECT_EQ(taken.status, Status::accepted);
    EXPECT_EQ(taken.dispute, Key{1000});
    EXPECT_EQ(sent_back.status, Status::declined);
    for (auto const& answered : {taken, sent_back}) {
        EXPECT_EQ(said(take(answered, {1001})), "referral.answered");
        EXPECT_EQ(said(decline(answered, book(), "no_consent", {})), "referral.answered");
    }
}

TEST(linkage, a_number_comes_again_only_when_it_was_sent_back)
{
    EXPECT_EQ(said(may_send_again(Status::declined, monday)), "");
    for (auto const first : {Status::sent, Status::accepted}) {
        auto const no = may_send_again(first, monday).error();
        EXPECT_EQ(no.because, Because::conflict);
        EXPECT_EQ(no.code, "referral.sent_already");
        EXPECT_EQ(no.problems.at(0).at, "/reference");
    }
}

TEST(linkage, spc16_27_the_court_sets_the_clock_by_where_its_case_stands)
{
    Referral r;
    EXPECT_EQ(clock_of(r), "");
    for (auto const& [stage, key] : {std::pair{CourtStage::before_filing, "court_before"}, {CourtStage::after_filing, "court_after"},
                                     {CourtStage::after_filing_simple, "court_after_simple"}}) {
        r.court_stage = stage;
        EXPECT_EQ(clock_of(r), key);
        EXPECT_NE(book().clock(key), nullptr);
        auto d = agreed();
        d.handover = dispute::Handover{{900}, {40}, clock_of(r), 0};
        EXPECT_EQ(dispute::after_filing(d), stage != CourtStage::before_filing);
    }
}

TEST(linkage, spc21_12_a_court_has_its_answer_within_three_working_days_by_law_and_others_by_the_rule_of_the_house)
{
    Referral r;
    r.sent_at = monday;
    EXPECT_EQ(answer_clock(r), "desk.referral_answer");
    r.court_stage = CourtStage::before_filing;
    EXPECT_EQ(answer_clock(r), "online_answer");
    EXPECT_EQ(book().clock(answer_clock(r))->statute, "SPC21-12");
    EXPECT_EQ(iso(date_in_beijing(*row_of(r, book()).due_at)), "2023-11-23");
}

}  // namespace
}  // namespace maple::linkage
