#include "resolution/confirmation_rules.hpp"
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

TEST(confirmation, article_358_a_dismissal_names_its_reason)
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

}  // namespace
}  // namespace maple::resolution
