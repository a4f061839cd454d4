#include "diversion/plan.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::diversion {
namespace {

using dispute::Side;
using dispute::Tongue;
using dispute::testing::book;
using dispute::testing::day;

constexpr std::string_view huifu = "650203007001";  // of Yingbin subdistrict, Karamay district

CandidateFacts somebody(std::int64_t key, std::int64_t held = 0, std::vector<std::string> languages = {"zh"})
{
    CandidateFacts c;
    c.standing.person = {key};
    c.standing.mediator = true;
    c.standing.languages = std::move(languages);
    c.standing.certificate.state = workforce::CertificateState::valid;
    c.name = "m" + std::to_string(key);
    c.division = "650203007";
    c.held = held;
    return c;
}

DisputeFacts quarrel(std::int64_t key = 1)
{
    DisputeFacts d;
    d.id = {key};
    d.kind = "neighbour";
    d.place = huifu;
    d.parties = {{Side::applicant, Tongue::zh}, {Side::respondent, Tongue::zh}};
    return d;
}

// "key points" of every term, in their order.
std::string told(std::vector<Term> const& terms)
{
    std::string out;
    for (auto const& t : terms) out += (out.empty() ? "" : ", ") + t.key + " " + std::to_string(t.points) + (t.speaks_for ? "+" : "");
    return out;
}
std::string told(DisputeFacts const& d, CandidateFacts const& c) { return told(Scale(book()).weigh(d, c).terms); }
std::string barring(DisputeFacts const& d, CandidateFacts const& c)
{
    std::string out;
    auto const weighed = Scale(book()).weigh(d, c);
    for (auto const& bar : weighed.bars) out += (out.empty() ? "" : ", ") + bar.key + (bar.reason_is_enough ? " (reason)" : "");
    return out;
}

TEST(weighing, the_language_that_a_party_has_chosen_weighs_most_of_all)
{
    auto d = quarrel();
    EXPECT_EQ(told(d, somebody(11)), "travel_none 0+") << "Chinese tells nobody from another";
    d.parties[0].language = Tongue::ug;
    EXPECT_EQ(told(d, somebody(11)), "language_missing 60, travel_none 0+");
    EXPECT_EQ(told(d, somebody(11, 0, {"zh", "ug"})), "language_spoken -15+, travel_none 0+");
    d.parties[0].interpreter = true;
    EXPECT_EQ(told(d, somebody(11)), "language_by_interpreter 25, travel_none 0+");
    d.parties[0].interpreter = false;
    d.parties[1].language = Tongue::ug;
    EXPECT_EQ(told(d, somebody(11)), "language_missing 120, travel_none 0+") << "for each party";
    EXPECT_EQ(told(quarrel(), somebody(11, 0, {"ug"})), "language_missing 120, travel_none 0+") << "nor is Chinese everybody's";
}

TEST(weighing, skill_continuity_and_a_partys_wish_speak_for_somebody)
{
    auto d = quarrel();
    auto who = somebody(11);
    who.standing.skills = {"contract", "neighbour"};
    EXPECT_EQ(told(d, who), "skill -20+, travel_none 0+");
    d.original = {{11}};
    d.linked = {{11}};
    d.building = {{11}};
    EXPECT_EQ(told(d, somebody(11)), "travel_none 0+, continuity_original -40+, continuity_building -12+");
    d.original.clear();
    EXPECT_EQ(told(d, somebody(11)), "travel_none 0+, continuity_linked -20+, continuity_building -12+");
    EXPECT_EQ(told(d, somebody(12)), "travel_none 0+");
    d.parties[0].wishes = {12};
    EXPECT_EQ(told(d, somebody(12)), "travel_none 0+, wish -50+");
    d.parties[1].wishes = {12};
    EXPECT_EQ(told(d, somebody(12)), "travel_none 0+, wish -100+");
}

TEST(weighing, the_way_is_counted_from_the_nearest_area_and_an_exclave_is_far)
{
    auto const from = [](std::string division, std::vector<std::string> areas = {}) {
        auto who = somebody(11);
        who.division = std::move(division);
        who.standing.areas = std::move(areas);
        return told(quarrel(), who);
    };
    EXPECT_EQ(from("650203007001"), "travel_none 0+");
    EXPECT_EQ(from("650203007002"), "travel_subdistrict 4");
    EXPECT_EQ(from("650203001"), "travel_district 10");
    EXPECT_EQ(from("650204001"), "travel_city 18");
    EXPECT_EQ(from("650202001"), "travel_exclave 40");
    EXPECT_EQ(from("650202001", {"650204001", "650203007002"}), "travel_subdistrict 4") << "an area of one's own goes before the office's";
    EXPECT_EQ(from("6502"), "travel_none 0+");
    auto in_dushanzi = quarrel();
    in_dushanzi.place = "650202001001";
    EXPECT_EQ(told(in_dushanzi, somebody(11)), "travel_exclave 40");
    auto who = somebody(11);
    who.division = "650202001";
    EXPECT_EQ(told(in_dushanzi, who), "travel_none 0+");
}

TEST(weighing, leave_certificate_and_ties_keep_somebody_from_being_proposed)
{
    EXPECT_EQ(barring(quarrel(), somebody(11)), "");
    auto who = somebody(11);
    who.standing.away = true;
    who.standing.away_until = day("2023-12-01");
    EXPECT_EQ(barring(quarrel(), who), "on_leave (reason)");
    who = somebody(11);
    who.standing.certificate.state = workforce::CertificateState::expired;
    EXPECT_EQ(barring(quarrel(), who), "certificate_expired (reason)");
    who.standing.certificate.state = workforce::CertificateState::revoked;
    EXPECT_EQ(barring(quarrel(), who), "certificate_revoked");
    who = somebody(11);
    who.standing.removed = true;
    EXPECT_EQ(barring(quarrel(), who), "not_a_mediator");
    auto d = quarrel();
    d.conflicts[{11}] = "relative";
    EXPECT_EQ(barring(d, somebody(11)), "conflict");
    d = quarrel();
    d.conflicts_before[{11}] = "relative";
    EXPECT_EQ(barring(d, somebody(11)), "conflict_before (reason)");
    d = quarrel();
    d.chair = {11};
    EXPECT_EQ(barring(d, somebody(11)), "presiding");
    EXPECT_EQ(barring(d, somebody(12)), "");
}

TEST(weighing, the_sum_without_words_is_the_sum_of_the_words)
{
    Scale const scale(book());
    auto d = quarrel();
    d.parties[0].language = Tongue::kk;
    d.parties[1].wishes = {11};
    d.linked = {{11}};
    auto who = somebody(11, 0, {"zh", "ug"});
    who.standing.skills = {"neighbour"};
    who.division = "650204001";
    std::int64_t sum = 0;
    for (auto const& term : scale.weigh(d, who).terms) sum += term.points;
    EXPECT_EQ(scale.points(d, who), sum);
    EXPECT_EQ(sum, 60 - 20 + 18 - 20 - 50);
}

TEST(weighing, only_the_heaviest_are_told_whichever_way_they_speak)
{
    std::vector<Term> const terms{{"a", 1, {}}, {"b", -50, {}}, {"c", 20, {}}, {"d", 0, {}}, {"e", 30, {}}, {"f", -20, {}}};
    EXPECT_EQ(told(heaviest(terms)), "b -50, e 30, c 20, f -20, a 1");
    EXPECT_EQ(told(heaviest(terms, 2)), "b -50, e 30");
}

TEST(weighing, a_building_is_read_off_an_address_and_the_door_is_not)
{
    EXPECT_EQ(building_of("迎宾街道汇福家园 3 栋 2 单元 501"), "迎宾街道汇福家园3栋");
    EXPECT_EQ(building_of("迎宾街道汇福家园3栋4单元"), "迎宾街道汇福家园3栋");
    EXPECT_EQ(building_of("幸福路 12 号楼 301"), "幸福路12号楼");
    EXPECT_EQ(building_of("幸福路 12 号"), "");
    EXPECT_EQ(building_of(""), "");
    EXPECT_EQ(building_of("栋"), "");
}

// --- The plan ------------------------------------------------------------------------------

OfficeFacts office(std::vector<DisputeFacts> disputes, std::vector<CandidateFacts> people) { return {std::move(disputes), std::move(people)}; }

TEST(plan, proposes_by_reasons_and_spreads_the_rest_by_load)
{
    auto asks = quarrel(1);
    asks.parties[0].language = Tongue::ug;
    Plan const plan(office({asks, quarrel(2), quarrel(3)}, {somebody(11, 4, {"zh", "ug"}), somebody(12, 3), somebody(13, 3)}), book());
    EXPECT_EQ(plan.proposed({1}), Key{11});
    EXPECT_NE(plan.proposed({2}), plan.proposed({3}));
    EXPECT_NE(plan.proposed({2}), Key{11});
    EXPECT_EQ(told(plan.terms({1}, {11})), "load 27+, language_spoken -15+, travel_none 0+") << "five in hand then: three times nine";
    EXPECT_EQ(plan.points({1}, {11}), 12);
}

TEST(plan, does_not_depend_on_the_order_in_which_things_are_given)
{
    std::vector<DisputeFacts> disputes{quarrel(1), quarrel(2), quarrel(3), quarrel(4)};
    std::vector<CandidateFacts> people{somebody(11, 1), somebody(12, 1), somebody(13, 1)};
    Plan const plan(office(disputes, people), book());
    for (int turn = 0; turn < 12; ++turn) {
        std::rotate(disputes.begin(), disputes.begin() + 1, disputes.end());
        if (turn % 2 == 0) std::reverse(people.begin(), people.end());
        Plan const again(office(disputes, people), book());
        for (auto const& d : disputes) EXPECT_EQ(again.proposed(d.id), plan.proposed(d.id)) << turn;
    }
}

TEST(plan, nobody_is_proposed_where_everybody_is_barred)
{
    auto d = quarrel();
    d.conflicts[{11}] = "interest";
    Plan const plan(office({d}, {somebody(11)}), book());
    EXPECT_EQ(plan.proposed({1}), Key{});
    auto const answer = plan.why_not({1}, {11});
    ASSERT_EQ(answer.bars.size(), 1u);
    EXPECT_EQ(answer.bars.front().key, "conflict");
    EXPECT_TRUE(answer.differences.empty());
}

TEST(plan, why_not_tells_which_reasons_weigh_how_much_more_and_they_add_up)
{
    auto asks = quarrel(1);
    asks.parties[0].language = Tongue::ug;
    Plan const plan(office({asks}, {somebody(11, 2, {"zh", "ug"}), somebody(12, 0)}), book());
    auto const answer = plan.why_not({1}, {12});
    EXPECT_EQ(answer.proposed, Key{11});
    ASSERT_EQ(answer.differences.size(), 4u);
    EXPECT_EQ(answer.differences[0].term.key, "language_missing");
    EXPECT_EQ(answer.differences[0].more, 60);
    EXPECT_EQ(answer.differences[0].person, Key{12});
    EXPECT_EQ(answer.differences[1].term.key, "language_spoken");
    EXPECT_EQ(answer.differences[1].more, 15) << "what speaks for the proposed one is missing";
    EXPECT_EQ(answer.differences[1].person, Key{11});
    EXPECT_EQ(answer.more, 60 + 15 + 3 - 15);
    EXPECT_EQ(answer.rest, 0);
    EXPECT_TRUE(answer.shifts.empty());
    EXPECT_TRUE(plan.why_not({1}, {11}).differences.empty()) << "that is the one proposed";
}

TEST(plan, why_not_tells_what_the_other_disputes_would_lose)
{
    // Two who speak Uyghur are needed for two disputes; one of them is wanted for a third.
    auto one = quarrel(1), two = quarrel(2), three = quarrel(3);
    one.parties[0].language = two.parties[0].language = Tongue::ug;
    Plan const plan(office({one, two, three}, {somebody(11, 0, {"zh", "ug"}), somebody(12, 0, {"zh", "ug"}), somebody(13, 0)}), book());
    EXPECT_EQ(plan.proposed({3}), Key{13});
    auto const answer = plan.why_not({3}, {11});
    EXPECT_EQ(answer.more, 6) << "the second in that hand";
    EXPECT_EQ(answer.rest, 0) << "its place in the hand is counted here";
    auto loaded = office({one, two, three}, {somebody(11, 0, {"zh", "ug"}), somebody(12, 8, {"zh", "ug"}), somebody(13, 0)});
    Plan const uneven(loaded, book());
    auto const unlike = uneven.why_not({3}, {11});
    EXPECT_EQ(uneven.proposed({1}), uneven.proposed({2})) << "better twice the one with nothing in hand than the one with eight";
    EXPECT_EQ(unlike.more + unlike.rest, 15 - 3) << "the third place in that hand instead of the first in another";
}

TEST(plan, a_dispute_moves_on_when_its_mediator_is_taken_for_another)
{
    auto wanted = quarrel(1), plain = quarrel(2);
    plain.original = {{11}};  // who had it before has it again
    Plan const plan(office({wanted, plain}, {somebody(11, 0), somebody(12, 12)}), book());
    EXPECT_EQ(plan.proposed({2}), Key{11});
    EXPECT_EQ(plan.proposed({1}), Key{11});
    auto const answer = plan.why_not({2}, {12});
    EXPECT_GT(answer.more, 0);
    EXPECT_LE(answer.rest, 0);
    EXPECT_EQ(answer.more + answer.rest, 40 + 3 * 25 - 3 * 3) << "the forty of continuity, and the thirteenth place for the second";
}

}  // namespace
}  // namespace maple::diversion
