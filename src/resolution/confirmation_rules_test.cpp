#include "resolution/confirmation_rules.hpp"
#include "dispute/next.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::resolution {
namespace {

using namespace dispute::testing;
using dispute::Ruling;

Key const basic_court{41};

std::string asking(Dispute const& d, std::vector<Key> who = {applicant, respondent}, Instant at = hours_later(24))
{
    return said(apply_for_confirmation(d, book(), paper, std::move(who), basic_court, at));
}

Dispute asked(std::function<void(dispute::Confirmation&)> const& since = [](dispute::Confirmation&) {})
{
    auto d = agreed();
    d.agreements.front().confirmation = dispute::Confirmation{{applicant, respondent}, basic_court, monday, {}, {}, {}, {}, {}};
    since(*d.agreements.front().confirmation);
    return d;
}

TEST(confirmation, article_33_both_parties_ask_together)
{
    EXPECT_EQ(asking(agreed()), "");
    EXPECT_EQ(asking(agreed(), {applicant}), "confirmation.not_jointly PML-33");
    EXPECT_EQ(asking(agreed(), {applicant, respondent, stranger}), "/applicants/2 not_of_the_agreement");
}

TEST(confirmation, article_33_within_thirty_days_of_taking_effect)
{
    // Effective on 20 November: the thirtieth day is 20 December.
    EXPECT_EQ(asking(agreed(), {applicant, respondent}, instant_from_iso("2023-12-20T23:00:00+08:00").value()), "");
    EXPECT_EQ(asking(agreed(), {applicant, respondent}, instant_from_iso("2023-12-21T00:00:01+08:00").value()), "confirmation.barred PML-33");
}

Dispute from_court(std::string clock, Dispute d = agreed())
{
    d.handover = dispute::Handover{{900}, basic_court, std::move(clock), 0};
    return d;
}

TEST(confirmation, spc16_19_before_filing_what_was_delegated_may_be_confirmed)
{
    EXPECT_EQ(asking(from_court("court_before")), "");
    EXPECT_TRUE(confirmation_bars(from_court("court_before"), book(), written(), monday).empty());
}

TEST(confirmation, spc16_20_after_filing_the_agreement_goes_to_the_trial_court_and_nobody_asks_for_confirmation)
{
    for (auto const* clock : {"court_after", "court_after_simple"}) {
        auto const d = from_court(clock);
        EXPECT_EQ(confirmation_bars(d, book(), d.agreements.front(), monday), std::vector<std::string>{"after_filing"});
        EXPECT_EQ(asking(d), "confirmation.barred SPC16-20");
        auto failed = from_court(clock, asked([](auto& c) { c.ruling = Ruling::withdrawn; }));
        auto const next = onward(failed, book(), failed.agreements.front(), monday);
        EXPECT_EQ(std::count(next.begin(), next.end(), Onward::ask_again), 0);
    }
}

TEST(confirmation, every_bar_stands_in_the_book_with_its_article_and_in_both_languages)
{
    for (auto const* bar : {"after_filing", "outside_civil_jurisdiction", "too_late"}) {
        auto const* choice = book().choice("confirmation_bar", bar);
        ASSERT_TRUE(choice) << bar;
        EXPECT_TRUE(book().statute(choice->statute, day("2023-11-20"))) << bar;
        EXPECT_NE(law::in(choice->name, "zh-CN"), law::in(choice->name, "en")) << bar;
    }
}

TEST(confirmation, only_what_is_written_and_effective)
{
    auto d = drafted();
    EXPECT_EQ(asking(d), "confirmation.not_effective PML-33");
    d = agreed();
    d.agreements.front().oral = true;
    EXPECT_EQ(asking(d), "confirmation.oral JI22-354");
    EXPECT_EQ(said(apply_for_confirmation(agreed(), book(), Key{999}, {}, basic_court, monday)), "agreement.unknown");
}

TEST(confirmation, one_at_a_time_and_a_new_one_after_a_dismissal)
{
    EXPECT_EQ(asking(asked()), "confirmation.running");
    EXPECT_EQ(asking(asked([](auto& c) { c.ruling = Ruling::valid; })), "confirmation.running");
    for (auto const end : {Ruling::dismissed, Ruling::withdrawn, Ruling::not_accepted}) EXPECT_EQ(asking(asked([&](auto& c) { c.ruling = end; })), "");
}

TEST(confirmation, ji22_358_a_dismissal_names_its_reason)
{
    auto const docketed = asked([](auto& c) { c.docketed_at = monday; });
    EXPECT_EQ(said(rule_on(docketed, book(), paper, Ruling::dismissed, "unclear")), "");
    EXPECT_EQ(said(rule_on(docketed, book(), paper, Ruling::dismissed, "")), "/reason not_in_the_book");
    EXPECT_EQ(said(rule_on(docketed, book(), paper, Ruling::valid, "unclear")), "/reason no_reason_here");
    EXPECT_EQ(said(rule_on(docketed, book(), paper, Ruling::valid, "")), "");
}

TEST(confirmation, the_docket_comes_before_the_ruling)
{
    EXPECT_EQ(said(docket(agreed(), paper, "1")), "confirmation.none");
    EXPECT_EQ(said(docket(asked(), paper, "（2023）新0203诉前调确7号")), "");
    EXPECT_EQ(said(docket(asked([](auto& c) { c.docketed_at = monday; }), paper, "7")), "confirmation.docketed");
    EXPECT_EQ(said(rule_on(asked(), book(), paper, Ruling::valid, "")), "confirmation.not_docketed");
    EXPECT_EQ(said(rule_on(asked(), book(), paper, Ruling::withdrawn, "")), "") << "before the docket, too";
    EXPECT_EQ(said(rule_on(asked([](auto& c) { c.docketed_at = monday; c.ruling = Ruling::valid; }), book(), paper, Ruling::valid, "")), "confirmation.ruled");
}

TEST(confirmation, its_window_closes_when_the_court_was_asked)
{
    auto const names = [](Dispute const& d) {
        std::vector<std::string> keys;
        for (auto const& due : dispute::clocks(d, book(), monday)) keys.push_back(due.clock);
        return keys;
    };
    EXPECT_EQ(names(agreed()), std::vector<std::string>{"confirmation"});
    EXPECT_TRUE(names(asked()).empty());
}

// Docketed on 20 November, and ruled on so on 1 December.
Instant const ruled = instant_from_iso("2023-12-01T10:00:00+08:00").value();
Dispute with(std::optional<Ruling> ruling)
{
    return asked([&](auto& c) {
        c.docketed_at = monday;
        c.ruling = ruling;
        if (ruling) c.ruled_at = ruled;
    });
}
std::string day_of(std::optional<law::Due> const& due) { return due ? iso(date_in_beijing(due->at)) + " " + due->statute : ""; }

TEST(confirmation, cpl_187_the_court_has_thirty_days_from_the_docket)
{
    auto const review = [](Dispute const& d) { return day_of(dispute::court_clocks(d.agreements.front(), book(), monday).review); };
    EXPECT_EQ(review(with({})), "2023-12-20 CPL-187");
    EXPECT_EQ(review(asked()), "") << "before the docket nothing runs";
    EXPECT_EQ(review(with(Ruling::valid)), "");
    auto const running = dispute::clocks(with({}), book(), monday);
    ASSERT_EQ(running.size(), 1u);
    EXPECT_EQ(running[0].clock, "court_review") << "and it stands among the clocks of the file";
}

TEST(confirmation, its_window_opens_again_after_a_request_that_failed_while_there_is_time)
{
    auto const open = [](Ruling ruling, Instant now) {
        auto const running = dispute::clocks(with(ruling), book(), now);
        return std::any_of(running.begin(), running.end(), [](auto const& due) { return due.clock == "confirmation"; });
    };
    for (auto const end : {Ruling::dismissed, Ruling::withdrawn, Ruling::not_accepted}) {
        EXPECT_TRUE(open(end, ruled));
        EXPECT_FALSE(open(end, instant_from_iso("2023-12-21T00:00:01+08:00").value())) << "who has asked once is not late";
    }
    EXPECT_FALSE(open(Ruling::valid, ruled));
}

TEST(confirmation, ji22_372_parties_object_within_fifteen_days_and_others_within_six_months)
{
    auto const clocks = [](Dispute const& d) { return dispute::court_clocks(d.agreements.front(), book(), ruled); };
    auto const own = [&](Dispute const& d, Key party) {
        for (auto const& one : clocks(d).objections)
            if (one.party == party) return day_of(one.until) + (one.received ? "" : " from the ruling");
        return std::string();
    };
    auto d = with(Ruling::valid);
    EXPECT_EQ(own(d, applicant), "2023-12-18 JI22-372 from the ruling") << "the fifteenth day is a Saturday";
    EXPECT_EQ(day_of(clocks(d).third_party), "2024-06-03 JI22-372") << "the first of June is a Saturday";
    EXPECT_EQ(own(with(Ruling::dismissed), applicant), "");
    d.agreements.front().confirmation->received = {{applicant, day("2023-12-05"), dispute::ReceiptKnownFrom::court}};
    EXPECT_EQ(own(d, applicant), "2023-12-20 JI22-372") << "from the day of receipt, and for this party alone";
    EXPECT_EQ(own(d, respondent), "2023-12-18 JI22-372 from the ruling");
    EXPECT_EQ(day_of(clocks(d).third_party), "2024-06-03 JI22-372");
}

TEST(confirmation, ji22_372_the_day_of_receipt_is_noted_of_each_applicant_and_mended)
{
    using enum dispute::ReceiptKnownFrom;
    Date const today = day("2023-12-08");
    auto const receiving = [&](Dispute const& d, Key party, std::string_view on, dispute::ReceiptKnownFrom from = court) {
        return said(receive_ruling(d, paper, {party, day(on), from}, today));
    };
    auto d = with(Ruling::valid);
    EXPECT_EQ(receiving(d, applicant, "2023-12-01"), "");
    EXPECT_EQ(receiving(d, applicant, "2023-12-08"), "");
    EXPECT_EQ(receiving(d, applicant, "2023-11-30"), "/on before_the_ruling");
    EXPECT_EQ(receiving(d, applicant, "2023-12-09"), "/on in_the_future");
    EXPECT_EQ(receiving(d, stranger, "2023-12-05"), "/party not_of_the_agreement");
    EXPECT_EQ(receiving(with({}), applicant, "2023-12-05"), "confirmation.not_ruled");
    EXPECT_EQ(receiving(agreed(), applicant, "2023-12-05"), "confirmation.none");
    EXPECT_EQ(said(receive_ruling(d, Key{999}, {applicant, today, court}, today)), "agreement.unknown");
    auto const told = [&](Dispute const& from, std::string_view on, dispute::ReceiptKnownFrom known) {
        return after(from, receive_ruling(from, paper, {applicant, day(on), known}, today).value(), ruled);
    };
    auto const mended = told(told(d, "2023-12-04", code), "2023-12-05", court);
    ASSERT_EQ(mended.agreements.front().confirmation->received.size(), 1u);
    EXPECT_EQ(iso(mended.agreements.front().confirmation->received.front().on), "2023-12-05");
    EXPECT_EQ(receiving(mended, applicant, "2023-12-07", code), "receipt.proven") << "a party's word is not above the court's proof";
    EXPECT_EQ(receiving(mended, applicant, "2023-12-07", court), "");
}

TEST(confirmation, cpl_250_what_was_confirmed_is_enforced_within_two_years_of_each_promise)
{
    auto const until = [](Dispute const& d) {
        std::string told;
        for (auto const& one : enforceable(d, book(), d.agreements.front(), ruled)) told += shown(one.obligation) == shown(promise) ? day_of(one.until) : "?";
        return told;
    };
    EXPECT_EQ(until(with(Ruling::valid)), "2025-12-01 CPL-250");
    EXPECT_EQ(until(with({})), "");
    EXPECT_EQ(until(with(Ruling::dismissed)), "");
    auto kept = with(Ruling::valid);
    kept.agreements.front().obligations.front().state = dispute::Promise::performed;
    EXPECT_EQ(until(kept), "") << "what was kept needs no court";
}

std::string roads_onward(Dispute const& d, Instant now = ruled)
{
    std::string told;
    auto const& a = d.agreements.front();
    for (auto const step : onward(d, book(), a, now))
        told += std::string(boost::describe::enum_to_string(step, "?")) + " " + std::string(article_of(step, *a.confirmation->ruling)) + "; ";
    return told;
}

TEST(confirmation, cpl_206_after_a_dismissal_they_change_it_mediate_again_or_sue)
{
    EXPECT_EQ(roads_onward(with(Ruling::dismissed)), "change_agreement CPL-206; mediate_anew CPL-206; sue CPL-206; ");
    auto again = with(Ruling::dismissed);
    again.reopened_as = {77};
    EXPECT_EQ(roads_onward(again), "change_agreement CPL-206; sue CPL-206; ");
    auto wages = with(Ruling::dismissed);
    wages.kind = "migrant_wage_arrears";
    EXPECT_EQ(roads_onward(wages), "change_agreement CPL-206; mediate_anew CPL-206; arbitrate LAB-15; ");
    EXPECT_EQ(roads_onward(with({})), "");
    EXPECT_EQ(roads_onward(with(Ruling::valid)), "");
}

TEST(confirmation, article_33_what_was_not_judged_may_be_asked_again_within_the_thirty_days)
{
    EXPECT_EQ(roads_onward(with(Ruling::withdrawn)), "ask_again PML-33; sue PML-32; ");
    EXPECT_EQ(roads_onward(with(Ruling::not_accepted)), "ask_again PML-33; change_agreement PML-32; sue PML-32; ");
    EXPECT_EQ(roads_onward(with(Ruling::withdrawn), instant_from_iso("2023-12-21T00:00:01+08:00").value()), "sue PML-32; ");
}

}  // namespace
}  // namespace maple::resolution
