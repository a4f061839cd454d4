#include "warning/rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::warning {
namespace {

using namespace dispute::testing;

TEST(warning, an_ordinary_lead_needs_a_certificate_in_force_and_a_danger_none)
{
    registry::Person who;
    auto const today = day("2023-11-20");
    EXPECT_EQ(said(may_report(who, book(), Urgency::calm, today)), "lead.certificate_expired");
    EXPECT_EQ(said(may_report(who, book(), Urgency::now, today)), "");
    who.certificate = "I-1";
    who.certificate_until = today;
    EXPECT_EQ(said(may_report(who, book(), Urgency::soon, today)), "");
    who.certificate_until = day("2023-11-19");
    EXPECT_EQ(said(may_report(who, book(), Urgency::soon, today)), "lead.certificate_expired");
    EXPECT_EQ(said(may_report(who, book(), Urgency::now, today)), "");
    law::Book lenient;
    lenient.serving.expired_stops.clear();  // a pack that lets anybody report
    EXPECT_EQ(said(may_report(who, lenient, Urgency::soon, today)), "");
}

TEST(warning, a_lead_names_a_dispute_or_a_request_only_where_it_became_that)
{
    using enum Status;
    for (auto const outcome : {no_dispute, solved_on_the_spot}) {
        EXPECT_EQ(said(names_what_it_became(outcome, false, false)), "");
        EXPECT_EQ(said(names_what_it_became(outcome, true, false)), "/dispute only_for_a_merger");
        EXPECT_EQ(said(names_what_it_became(outcome, false, true)), "/request only_for_a_new_request");
        EXPECT_EQ(names_what_it_became(outcome, true, true).error().problems.size(), 2u) << "every fault at once";
    }
    EXPECT_EQ(said(names_what_it_became(became_request, false, true)), "");
    EXPECT_EQ(said(names_what_it_became(became_request, true, true)), "/dispute only_for_a_merger");
    EXPECT_EQ(said(names_what_it_became(became_request, false, false)), "/request missing");
    EXPECT_EQ(said(names_what_it_became(merged, true, false)), "");
    EXPECT_EQ(said(names_what_it_became(merged, true, true)), "/request only_for_a_new_request");
}

TEST(warning, a_lead_is_triaged_once_into_an_outcome)
{
    Lead lead;
    EXPECT_EQ(said(triage(lead, Status::reported, {}, {})), "/status not_an_outcome");
    EXPECT_EQ(said(triage(lead, Status::merged, {}, {})), "/dispute missing");
    for (auto const outcome : {Status::no_dispute, Status::solved_on_the_spot, Status::became_request, Status::merged}) {
        auto closed = lead;
        evolve(closed, *triage(lead, outcome, {}, {1000}), dispute::Moment{monday, monday, {}, {}});
        EXPECT_EQ(closed.status, outcome);
        EXPECT_EQ(said(triage(closed, Status::no_dispute, {}, {})), "lead.triaged_already");
    }
}

}  // namespace
}  // namespace maple::warning
