#include "followup/rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::followup {
namespace {

using namespace dispute::testing;
using dispute::Satisfaction;
using dispute::Stage;

dispute::Visit answered(std::vector<Key> by)
{
    dispute::Visit v;
    v.id = {901};
    for (auto const one : by) v.answers.push_back({one, Satisfaction::satisfied});
    return v;
}

TEST(followup, article_31_a_visit_asks_each_party_for_itself)
{
    EXPECT_EQ(said(visit(visiting(), answered({applicant, respondent}))), "");
    EXPECT_EQ(said(visit(visiting(), answered({}))), "/answers party_needed");
    EXPECT_EQ(said(visit(visiting(), answered({applicant, stranger}))), "/answers/1/party unknown_party");
    EXPECT_EQ(said(visit(visiting(), answered({applicant, applicant}))), "/answers/1/party party_twice");
    only_at({Stage::agreed, Stage::visiting, Stage::terminated}, [](auto const& x) { return visit(x, answered({applicant})); });
}

TEST(followup, a_relapse_begins_a_new_dispute_once)
{
    EXPECT_EQ(said(reopen(visiting(), book(), {2000}, "no_such")), "/reason not_in_the_book");
    auto const d = after(visiting(), *reopen(visiting(), book(), {2000}, "relapse"));
    EXPECT_EQ(d.reopened_as, Key{2000});
    EXPECT_EQ(d.stage, Stage::visiting);
    EXPECT_EQ(said(reopen(d, book(), {2001}, "relapse")), "reopen.already");
    only_at({Stage::agreed, Stage::visiting, Stage::terminated, Stage::archived},
            [](auto const& x) { return reopen(x, book(), {2000}, "relapse"); });
}

Dispute visited(Dispute d) { return after(d, *visit(d, answered({applicant, respondent}))); }

TEST(followup, article_27_a_dossier_is_closed_after_its_return_visit)
{
    EXPECT_EQ(said(archive(visiting(), book(), "long")), "archive.visit_first PML-31");
    auto const d = visited(visiting());
    EXPECT_EQ(said(archive(d, book(), "no_such")), "/retention not_in_the_book");
    EXPECT_EQ(after(d, *archive(d, book(), "long")).stage, Stage::archived);
    auto old = visiting();
    old.historical = true;
    EXPECT_EQ(said(archive(old, book(), "long")), "");
    only_at({Stage::visiting, Stage::terminated}, [](auto const& x) { return archive(x, book(), "long"); });
}

TEST(followup, article_27_no_closing_while_a_paper_is_missing)
{
    auto const d = visited(visiting());
    EXPECT_EQ(said(archive(d, book(), "long", {{"调解协议书", "PML-29"}, {"身份证明", "PIPL-28"}})), "archive.papers_missing PML-29");
    EXPECT_EQ(said(archive(visiting(), book(), "long", {{"调解协议书", "PML-29"}})), "archive.visit_first PML-31") << "what is to be done comes first";
}

TEST(followup, what_was_written_or_hard_is_kept_longer)
{
    EXPECT_EQ(proposed_retention(visiting(), book()), "long");
    EXPECT_EQ(proposed_retention(terminated(), book()), "short");
    auto d = visiting();
    d.agreements.front().oral = true;
    EXPECT_EQ(proposed_retention(d, book()), "short");
    d.grade = dispute::Grade::complex;
    EXPECT_EQ(proposed_retention(d, book()), "long");
    auto other = book();
    other.choices["archive_retention"].clear();
    EXPECT_EQ(proposed_retention(d, other), "");
}

TEST(followup, years_are_counted_from_the_first_of_january_after_the_filing)
{
    law::Choice ten;
    ten.years = 10;
    ten.counts_from = "next_year";
    EXPECT_EQ(kept_until(ten, day("2023-11-20")), day("2033-12-31"));
    EXPECT_EQ(kept_until(ten, day("2023-01-01")), day("2033-12-31"));
    ten.counts_from = "filing";
    EXPECT_EQ(kept_until(ten, day("2023-11-20")), day("2033-11-19"));
    ten.years = 0;
    EXPECT_EQ(kept_until(ten, day("2023-11-20")), std::nullopt);
}

TEST(followup, article_31_a_visit_made_before_the_promises_were_settled_does_not_close_the_dossier)
{
    auto early = agreed();
    early = after(early, *visit(early, answered({applicant, respondent})), hours_later(5));
    auto& promised = early.agreements.front().obligations.front();
    promised.state = dispute::Promise::performed;
    promised.settled_at = hours_later(30);
    dispute::settle(early, hours_later(30));
    ASSERT_EQ(early.stage, Stage::visiting);
    EXPECT_EQ(dispute::next_step(early, book(), hours_later(30))->action, dispute::Action::make_visit);
    EXPECT_EQ(said(archive(early, book(), "long")), "archive.visit_first PML-31");

    auto const later = after(early, *visit(early, answered({applicant})), hours_later(31));
    EXPECT_EQ(dispute::next_step(later, book(), hours_later(31))->action, dispute::Action::archive);
    EXPECT_EQ(said(archive(later, book(), "long")), "");
}

TEST(followup, what_is_to_be_done_next_is_what_archiving_waits_for)
{
    auto failed = terminated();
    failed.termination->delivered_at = monday;
    for (auto const& d : {visiting(), visited(visiting()), terminated(), failed, visited(failed)}) {
        bool const next = dispute::next_step(d, book(), hours_later(9))->action == dispute::Action::archive;
        EXPECT_EQ(said(archive(d, book(), "long")).empty(), next) << record_text(d);
    }
}

TEST(followup, article_26_a_failure_is_filed_once_its_notice_is_delivered)
{
    auto d = terminated();
    EXPECT_EQ(said(archive(d, book(), "short")), "archive.notice_not_delivered PML-26");
    d.termination->delivered_at = monday;
    EXPECT_EQ(said(archive(d, book(), "short")), "");
}

TEST(followup, article_25_no_closing_while_a_red_risk_is_unreported)
{
    auto d = visited(visiting());
    dispute::Risk red;
    red.id = {601};
    red.level = dispute::RiskLevel::red;
    d.risks = {red};
    EXPECT_EQ(said(archive(d, book(), "long")), "risk.unreported PML-25");
    d.risks.front().reported_at = monday;
    EXPECT_EQ(said(archive(d, book(), "long")), "");
}

TEST(followup, article_25_a_failure_with_an_open_risk_is_visited_first)
{
    auto d = terminated();
    d.termination->delivered_at = monday;
    dispute::Risk orange;
    orange.id = {602};
    orange.level = dispute::RiskLevel::orange;
    d.risks = {orange};
    EXPECT_EQ(said(archive(d, book(), "short")), "archive.visit_first PML-25");
    EXPECT_EQ(said(archive(visited(d), book(), "short")), "");
}

}  // namespace
}  // namespace maple::followup
