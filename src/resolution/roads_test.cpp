#include "resolution/roads.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::resolution {
namespace {

using namespace dispute::testing;
using dispute::Agreement;
using dispute::Dispute;
using dispute::Dispute;
using dispute::Obligation;
using dispute::Promise;
using dispute::Ruling;

Instant at_ten(std::string_view iso) { return instant_from_iso(std::string(iso) + "T10:00:00+08:00").value(); }

// Agreed on 20 November 2023; the respondent owes 1,000 yuan by 1 December.
Dispute owed(std::function<void(Dispute&, Agreement&, Obligation&)> const& so = [](Dispute&, Agreement&, Obligation&) {})
{
    auto d = agreed();
    auto& a = d.agreements.front();
    so(d, a, a.obligations.front());
    return d;
}

OpenRoad road(Dispute const& d, std::string_view key, std::string_view on)
{
    for (auto const& one : roads_from(d, book(), promise, at_ten(on)))
        if (one.road->key == key) return one;
    throw std::logic_error("no road " + std::string(key));
}
bool open(Dispute const& d, std::string_view key, std::string_view on = "2023-12-10") { return road(d, key, on).open; }
std::string until(Dispute const& d, std::string_view key, std::string_view on = "2023-12-10") { return iso(date_in_beijing(road(d, key, on).until->at)); }

void confirmed(Dispute&, Agreement& a, Obligation&)
{
    a.confirmation.emplace();
    a.confirmation->ruling = Ruling::valid;
}
void of_a_worker(Dispute& d, Agreement&, Obligation& o)
{
    d.kind = "migrant_wage_arrears";
    o.nature = "wages";
}

TEST(roads, lead_nowhere_from_what_binds_nobody)
{
    EXPECT_TRUE(roads_from(drafted(), book(), promise, at_ten("2023-12-10")).empty());
    EXPECT_TRUE(roads_from(agreed(), book(), {9}, at_ten("2023-12-10")).empty());
    EXPECT_EQ(roads_from(agreed(), book(), promise, at_ten("2023-12-10")).size(), book().roads->all.size());
}

TEST(roads, article_31_mediate_again_while_it_is_owed_and_once)
{
    EXPECT_TRUE(open(owed(), "reopen"));
    EXPECT_FALSE(open(owed([](auto& d, auto&, auto&) { d.reopened_as = {77}; }), "reopen"));
    EXPECT_FALSE(open(owed([](auto&, auto&, auto& o) { o.state = Promise::performed; }), "reopen"));
    EXPECT_TRUE(open(owed([](auto&, auto&, auto& o) { o.state = Promise::breached; }), "reopen"));
}

TEST(roads, article_33_ask_the_court_together_within_thirty_days_of_the_agreement)
{
    EXPECT_TRUE(open(owed(), "confirm"));
    EXPECT_EQ(until(owed(), "confirm"), "2023-12-20");
    EXPECT_TRUE(road(owed(), "confirm", "2023-12-10").road->together);
    EXPECT_TRUE(road(owed(), "confirm", "2023-12-21").too_late);
    EXPECT_FALSE(open(owed(), "confirm", "2023-12-21"));
    EXPECT_FALSE(open(owed([](auto&, auto& a, auto&) { a.oral = true; }), "confirm"));
    EXPECT_FALSE(open(owed([](auto&, auto& a, auto&) { a.confirmation.emplace(); }), "confirm")) << "it has been asked already";
    EXPECT_TRUE(open(owed([](auto&, auto& a, auto&) { a.confirmation.emplace().ruling = Ruling::withdrawn; }), "confirm"));
}

TEST(roads, spc16_20_after_filing_no_road_leads_to_confirmation)
{
    auto const sent = [](std::string clock) { return owed([&](auto& d, auto&, auto&) { d.handover = dispute::Handover{{900}, {40}, clock, 0}; }); };
    EXPECT_TRUE(open(sent("court_before"), "confirm"));
    EXPECT_FALSE(open(sent("court_after"), "confirm"));
    EXPECT_FALSE(open(sent("court_after_simple"), "confirm"));
}

TEST(roads, cpl_250_enforcement_of_a_confirmed_agreement_for_two_years_from_the_last_day)
{
    EXPECT_FALSE(open(owed(), "enforce"));
    EXPECT_TRUE(open(owed(confirmed), "enforce"));
    EXPECT_FALSE(open(owed(confirmed), "enforce", "2023-12-01")) << "its day has not passed";
    EXPECT_EQ(until(owed(confirmed), "enforce"), "2025-12-01");
    EXPECT_TRUE(road(owed(confirmed), "enforce", "2025-12-02").too_late);
    for (auto const* other : {"suit", "payment_order", "notary"}) EXPECT_FALSE(open(owed(confirmed), other)) << other << ": what can be enforced is not sued for";
}

TEST(roads, cc_188_sue_on_the_agreement_within_three_years)
{
    EXPECT_TRUE(open(owed(), "suit"));
    EXPECT_FALSE(open(owed(), "suit", "2023-12-01"));
    EXPECT_EQ(until(owed(), "suit"), "2026-12-01");
    EXPECT_FALSE(open(owed(), "suit", "2026-12-02"));
    EXPECT_FALSE(open(owed(of_a_worker), "suit")) << "a labour dispute goes to arbitration first";
}

TEST(roads, cc_195_a_part_that_is_performed_later_begins_the_time_anew)
{
    auto const paid = owed([](auto&, auto&, auto& o) { o.performed.push_back({at_ten("2024-03-05"), Fen{40000}, {}}); });
    EXPECT_EQ(until(paid, "suit", "2024-04-01"), "2027-03-05");
    auto const before = owed([](auto&, auto&, auto& o) { o.performed.push_back({at_ten("2023-11-25"), Fen{40000}, {}}); });
    EXPECT_EQ(until(before, "suit"), "2026-12-01") << "one before its day changes nothing";
}

TEST(roads, cpl_225_payment_order_for_money_that_is_due)
{
    EXPECT_TRUE(open(owed(), "payment_order"));
    EXPECT_FALSE(open(owed(), "payment_order", "2023-11-30"));
    EXPECT_FALSE(open(owed([](auto&, auto&, auto& o) { o.manner = dispute::Manner::repair; }), "payment_order"));
    EXPECT_FALSE(open(owed([](auto&, auto&, auto& o) { o.performed.push_back({monday, Fen{100000}, {}}); }), "payment_order")) << "nothing is left";
    EXPECT_EQ(road(owed(), "payment_order", "2023-12-10").road->form, "payment_order_hint");
}

TEST(roads, lab_16_a_worker_takes_the_agreement_to_court_for_a_payment_order)
{
    EXPECT_TRUE(open(owed(of_a_worker), "worker_payment_order"));
    EXPECT_FALSE(open(owed(), "worker_payment_order"));
    EXPECT_FALSE(open(owed([](auto& d, auto& a, auto& o) {
        of_a_worker(d, a, o);
        o.nature = "";
    }), "worker_payment_order")) << "not for every sum";
    EXPECT_FALSE(open(owed([](auto& d, auto& a, auto& o) {
        of_a_worker(d, a, o);
        d.parties.front().kind = dispute::PartyKind::organisation;
    }), "worker_payment_order")) << "nor for the employer";
}

TEST(roads, lab_15_and_27_arbitration_within_a_year)
{
    EXPECT_TRUE(open(owed(of_a_worker), "labour_arbitration"));
    EXPECT_EQ(until(owed(of_a_worker), "labour_arbitration"), "2024-12-02") << "1 December 2024 is a Sunday";
    EXPECT_FALSE(open(owed(), "labour_arbitration"));
}

TEST(roads, cpl_249_a_notarised_deed_while_both_are_willing)
{
    EXPECT_TRUE(open(owed(), "notary"));
    EXPECT_TRUE(road(owed(), "notary", "2023-12-10").road->together);
    EXPECT_FALSE(open(owed([](auto&, auto&, auto& o) { o.manner = dispute::Manner::apology; }), "notary"));
}

TEST(roads, the_open_ones_come_first_and_say_what_speaks_for_them)
{
    auto const all = roads_from(owed(), book(), promise, at_ten("2023-12-10"));
    bool shut = false;
    for (auto const& one : all) {
        EXPECT_FALSE(shut && one.open);
        shut = shut || !one.open;
        EXPECT_EQ(one.needs.size(), one.road->needs.size());
        if (one.until) {
            EXPECT_FALSE(one.until->why.empty()) << one.road->key;
        }
    }
}

TEST(roads, only_money_is_reckoned)
{
    EXPECT_EQ(money_owed(written().obligations.front())->n, 100000);
    auto mending = written().obligations.front();
    mending.manner = dispute::Manner::repair;
    EXPECT_FALSE(money_owed(mending));
}

}  // namespace
}  // namespace maple::resolution
