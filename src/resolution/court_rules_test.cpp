#include "resolution/court_rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::resolution {
namespace {

using namespace dispute::testing;

Key const city{40}, karamay{41}, dushanzi{42}, urho{43};

CourtFacts facts(std::string seat = "650203007001")
{
    return {{{city, "6502"}, {karamay, "650203"}, {dushanzi, "650202"}, {urho, "650205"}}, std::move(seat), {}, {}};
}

Dispute at(std::string place, std::optional<Fen> amount = Fen{180000})
{
    auto d = agreed();
    d.place = std::move(place);
    d.amount = amount;
    return d;
}

std::vector<CourtOption> courts(Dispute const& d, CourtFacts const& known = facts())
{
    return competent_courts(d, d.agreements.front(), book(), known);
}

TEST(courts, cpl_205_a_basic_court_of_seat_object_or_domicile)
{
    auto const all = courts(at("650202001002"));
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0], (CourtOption{karamay, "", "seat"}));
    EXPECT_EQ(all[1], (CourtOption{dushanzi, "", "object"}));
    EXPECT_EQ(all[2], (CourtOption{urho, "", "domicile"}));
    EXPECT_EQ(courts(at("650203007001")).front(), (CourtOption{karamay, "", "seat"})) << "each court once, under its nearest ground";
}

TEST(courts, cpl_205_the_court_that_invited_the_mediation_is_the_only_one)
{
    auto d = at("650202001002");
    d.handover = dispute::Handover{{900}, urho, "court_before", 0};
    EXPECT_EQ(courts(d), (std::vector<CourtOption>{{urho, "", "inviting_court"}}));
    d.handover->clock = "";  // the police handed it over
    EXPECT_EQ(courts(d).size(), 3u);
}

TEST(courts, spc16_20_after_filing_no_court_is_asked_or_chosen)
{
    for (auto const* clock : {"court_after", "court_after_simple"}) {
        auto d = at("650202001002");
        d.handover = dispute::Handover{{900}, urho, clock, 0};
        EXPECT_TRUE(courts(d).empty());
        EXPECT_EQ(said(choose_court(d, book(), paper, facts(), urho, "")), "confirmation.barred SPC16-20");
        EXPECT_EQ(said(choose_court(d, book(), paper, facts(), {}, "")), "confirmation.barred SPC16-20");
    }
}

TEST(courts, cpl_205_an_intermediate_court_where_the_sum_is_its_own)
{
    auto const from = book().handing_over->intermediate_from;
    EXPECT_EQ(courts(at("650202001002", Fen{from})), (std::vector<CourtOption>{{city, "", "intermediate"}}));
    EXPECT_EQ(courts(at("650202001002", Fen{from - 1})).size(), 3u);
    EXPECT_EQ(courts(at("650202001002", std::nullopt)).size(), 3u);
}

TEST(courts, spc05_3_what_arose_in_a_reclamation_area_goes_to_its_court)
{
    EXPECT_EQ(courts(at("650203506001")), (std::vector<CourtOption>{{{}, "chepaizi", "corps_area"}}));
    EXPECT_EQ(courts(at("650203530")), (std::vector<CourtOption>{{{}, "xiayedi", "corps_area"}}));
}

TEST(courts, spc05_3_in_town_between_two_sides_of_the_corps)
{
    auto known = facts();
    known.corps = {applicant, respondent};
    auto const all = courts(at("650203007001"), known);
    ASSERT_EQ(all.size(), book().handing_over->corps_courts.size());
    for (auto const& one : all) EXPECT_EQ(one.ground, "corps_both");
}

TEST(courts, spc05_3_in_town_one_side_of_the_corps_and_a_respondent_who_lives_there)
{
    auto known = facts();
    known.corps = {applicant};
    EXPECT_EQ(courts(at("650203007001"), known).front().ground, "seat") << "one side alone is not enough";
    known.in_corps_zone = {applicant};
    EXPECT_EQ(courts(at("650203007001"), known).front().ground, "seat") << "it is the respondent's domicile that counts";
    known.in_corps_zone = {respondent};
    EXPECT_EQ(courts(at("650203007001"), known).front().ground, "corps_respondent");
    known.corps = {};
    EXPECT_EQ(courts(at("650203007001"), known).front().ground, "seat") << "nobody belongs to the Corps";
}

std::string choosing(Dispute const& d, CourtFacts const& known, Key court, std::string outside = "")
{
    return said(choose_court(d, book(), paper, known, court, std::move(outside)));
}

TEST(courts, cpl_205_the_parties_choose_one_that_may_be_asked)
{
    auto const d = at("650202001002");
    auto const chosen = choose_court(d, book(), paper, facts(), dushanzi, "").value();
    EXPECT_EQ(chosen.choice.ground, "object");
    EXPECT_EQ(after(d, chosen).agreements.front().court_choice->court, dushanzi);
    EXPECT_EQ(choosing(d, facts(), city), "/court not_competent CPL-205");
    EXPECT_EQ(choosing(d, facts(), {}, "chepaizi"), "/court not_competent CPL-205");
    EXPECT_EQ(choosing(at("650203506001"), facts(), karamay), "/court not_competent SPC05-3");
    EXPECT_EQ(choosing(at("650203506001"), facts(), {}, "chepaizi"), "");
}

TEST(courts, none_named_notes_what_the_parties_are)
{
    auto known = facts();
    known.corps = {applicant};
    auto const noted = choose_court(at("650203007001"), book(), paper, known, {}, "").value();
    EXPECT_FALSE(noted.choice.court);
    EXPECT_EQ(noted.choice.corps, std::vector<Key>{applicant});
    EXPECT_EQ(choose_court(at("650203506001"), book(), paper, facts(), {}, "")->choice.outside, "chepaizi") << "where one is left it is chosen";
}

TEST(courts, only_of_a_written_agreement_whose_request_does_not_run)
{
    auto d = at("650202001002");
    EXPECT_EQ(said(choose_court(d, book(), Key{999}, facts(), karamay, "")), "agreement.unknown");
    auto known = facts();
    known.corps = {stranger};
    EXPECT_EQ(choosing(d, known, karamay), "/corps/0 not_of_the_agreement");
    known = facts();
    known.in_corps_zone = {applicant, stranger};
    EXPECT_EQ(choosing(d, known, karamay), "/in_corps_zone/1 not_of_the_agreement");
    d.agreements.front().confirmation = dispute::Confirmation{{applicant, respondent}, karamay, monday, {}, {}, {}, {}, {}};
    EXPECT_EQ(choosing(d, facts(), karamay), "confirmation.running");
    d.agreements.front().confirmation->ruling = dispute::Ruling::dismissed;
    EXPECT_EQ(choosing(d, facts(), karamay), "");
    d.agreements.front().oral = true;
    EXPECT_EQ(choosing(d, facts(), karamay), "confirmation.oral JI22-354");
}

}  // namespace
}  // namespace maple::resolution
