// The assignment of least cost, held against a solver of another kind.
#include "diversion/flow.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <random>

namespace maple::diversion {
namespace {

constexpr std::int64_t never = 1'000'000'000'000'000;  // beyond anything: a pair that may not be

// The Hungarian method (Kuhn 1955, in the form with potentials): rows to columns, as many
// columns as rows or more. Written for this test; it shares nothing with the flow.
std::int64_t hungarian(std::vector<std::vector<std::int64_t>> const& cost)
{
    auto const rows = cost.size(), columns = cost.front().size();
    std::vector<std::int64_t> u(rows + 1), v(columns + 1);
    std::vector<std::size_t> row_of(columns + 1), way(columns + 1);
    for (std::size_t i = 1; i <= rows; ++i) {
        row_of[0] = i;
        std::size_t at = 0;
        std::vector<std::int64_t> least(columns + 1, std::numeric_limits<std::int64_t>::max());
        std::vector<bool> used(columns + 1);
        do {
            used[at] = true;
            auto const row = row_of[at];
            auto delta = std::numeric_limits<std::int64_t>::max();
            std::size_t next = 0;
            for (std::size_t j = 1; j <= columns; ++j) {
                if (used[j]) continue;
                auto const reduced = cost[row - 1][j - 1] - u[row] - v[j];
                if (reduced < least[j]) least[j] = reduced, way[j] = at;
                if (least[j] < delta) delta = least[j], next = j;
            }
            for (std::size_t j = 0; j <= columns; ++j) {
                if (used[j]) u[row_of[j]] += delta, v[j] -= delta;
                else if (j > 0) least[j] -= delta;
            }
            at = next;
        } while (row_of[at] != 0);
        do {
            auto const before = way[at];
            row_of[at] = row_of[before];
            at = before;
        } while (at != 0);
    }
    std::int64_t sum = 0;
    for (std::size_t j = 1; j <= columns; ++j)
        if (row_of[j] != 0) sum += cost[row_of[j] - 1][j - 1];
    return sum;
}

// Every place in every hand is a column of its own, and nobody has a column for each dispute.
std::vector<std::vector<std::int64_t>> expanded(Market const& m)
{
    std::vector<std::vector<std::int64_t>> cost(m.disputes);
    for (std::size_t d = 0; d < m.disputes; ++d) {
        for (std::size_t p = 0; p < m.people; ++p)
            for (std::size_t n = 1; n <= m.disputes; ++n)
                cost[d].push_back(m.at(d, p) == barred ? never : m.at(d, p) + m.load_of(m.held[p] + std::int64_t(n)));
        cost[d].insert(cost[d].end(), m.disputes, nobodys);
    }
    return cost;
}

Market random_market(unsigned seed)
{
    std::mt19937 dice(seed);
    auto const upto = [&](int n) { return std::int64_t(dice() % unsigned(n)); };
    Market m;
    m.disputes = std::size_t(1 + upto(14));
    m.people = std::size_t(upto(9));
    m.load = upto(8);
    auto const spread = 1 + upto(120), gaps = 1 + upto(5);
    for (std::size_t p = 0; p < m.people; ++p) m.held.push_back(upto(25));
    for (std::size_t i = 0; i < m.disputes * m.people; ++i) m.points.push_back(upto(6) < gaps - 1 ? barred : upto(int(spread)) - spread / 2);
    return m;
}

bool sound(Market const& m, Assignment const& a)
{
    for (std::size_t d = 0; d < m.disputes; ++d) {
        auto const p = a.person_of.at(d);
        if (p == nobody) {
            for (std::size_t any = 0; any < m.people; ++any)
                if (m.at(d, any) != barred) return false;  // somebody could have taken it
        } else if (m.at(d, std::size_t(p)) == barred) {
            return false;
        }
    }
    return a.points == cost_of(m, a.person_of);
}

TEST(flow, costs_as_much_as_the_hungarian_method_finds_on_hundreds_of_random_markets)
{
    int met = 0;
    for (int round = 0; round < 6; ++round)  // a hundred markets each
        EXPECT_TRUE(rc::check([&](unsigned seed) {
            auto const m = random_market(seed);
            auto const found = cheapest(m);
            RC_ASSERT(sound(m, found));
            RC_ASSERT(found.points == hungarian(expanded(m)));
            ++met;
        }));
    EXPECT_GE(met, 600);
}

TEST(flow, one_dispute_in_a_given_hand_costs_what_the_hungarian_method_finds_without_the_other_hands)
{
    EXPECT_TRUE(rc::check([](unsigned seed) {
        auto m = random_market(seed);
        if (m.people == 0) return;
        auto const d = seed % m.disputes, p = (seed / 7) % m.people;
        if (m.at(d, p) == barred) m.at(d, p) = 11;
        auto const found = cheapest_with(m, d, p);
        RC_ASSERT(found.person_of[d] == int(p));
        RC_ASSERT(found.points == cost_of(m, found.person_of));
        auto forced = m;
        for (std::size_t other = 0; other < m.people; ++other)
            if (other != p) forced.at(d, other) = barred;
        RC_ASSERT(found.points == hungarian(expanded(forced)));
    }));
}

TEST(flow, the_same_market_always_gets_the_same_assignment)
{
    EXPECT_TRUE(rc::check([](unsigned seed) {
        auto m = random_market(seed);
        for (auto& one : m.points)
            if (one != barred) one = 0;  // nothing but ties
        RC_ASSERT(cheapest(m).person_of == cheapest(m).person_of);
    }));
}

TEST(flow, work_spreads_and_whoever_has_much_gets_little)
{
    Market m;
    m.disputes = 6;
    m.people = 3;
    m.load = 3;
    m.held = {10, 0, 1};
    m.points.assign(18, 0);
    auto const found = cheapest(m).person_of;
    EXPECT_EQ(std::count(found.begin(), found.end(), 0), 0);
    auto const one = std::count(found.begin(), found.end(), 1), other = std::count(found.begin(), found.end(), 2) + 1;
    EXPECT_LE(std::abs(one - other), 1) << "then both have as much in hand, or one more";
}

TEST(flow, more_than_were_foreseen_go_into_one_hand_when_all_fits_there)
{
    Market m;
    m.disputes = 40;
    m.people = 4;
    m.held = {0, 0, 0, 0};
    m.points.assign(160, 5);
    for (std::size_t d = 0; d < m.disputes; ++d) m.at(d, 2) = -5;
    auto const found = cheapest(m);
    EXPECT_EQ(std::count(found.person_of.begin(), found.person_of.end(), 2), 40);
    EXPECT_EQ(found.points, -200);
}

TEST(flow, nobody_takes_what_everybody_is_barred_from)
{
    Market m;
    m.disputes = 2;
    m.people = 1;
    m.load = 1;
    m.held = {0};
    m.points = {barred, 4};
    EXPECT_EQ(cheapest(m).person_of, (std::vector<int>{nobody, 0}));
    EXPECT_EQ(cheapest(Market{}).points, 0);
    m.people = 0;
    m.points.clear();
    m.held.clear();
    EXPECT_EQ(cheapest(m).person_of, (std::vector<int>{nobody, nobody}));
}

}  // namespace
}  // namespace maple::diversion
