// The cheapest assignment of disputes to mediators, as a flow of least cost. Points in,
// numbers out: who they are and what a point means is told in weighing.hpp. This header and
// flow.cpp are C++17, because LEMON is; nothing of LEMON shows here.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace maple::diversion {

// Against points of no size: this mediator is not proposed for this dispute.
inline constexpr std::int64_t barred = INT64_MAX;
// What a dispute without anybody costs: more than any other assignment could save.
inline constexpr std::int64_t nobodys = 1'000'000'000'000;
inline constexpr int nobody = -1;

struct Market {
    std::size_t disputes = 0, people = 0;
    std::vector<std::int64_t> points;  // row by row: what each dispute costs with each of the people
    std::vector<std::int64_t> held;    // what each of the people has in hand already
    std::int64_t load = 0;             // the n-th in one hand costs load x (2n - 1)

    std::int64_t& at(std::size_t dispute, std::size_t person) { return points[dispute * people + person]; }
    std::int64_t at(std::size_t dispute, std::size_t person) const { return points[dispute * people + person]; }
    std::int64_t load_of(std::int64_t n) const { return load * (2 * n - 1); }
};

struct Assignment {
    std::vector<int> person_of;  // of each dispute, in the order of the market; `nobody`
    std::int64_t points = 0;     // of all together
};

// What an assignment costs: its points, and the load that it adds.
std::int64_t cost_of(Market const&, std::vector<int> const& person_of);

// The assignment of least cost. Among equals always the same one for the same market.
Assignment cheapest(Market const&);
// The same with one dispute in the hand of one person, whether barred or not.
Assignment cheapest_with(Market const&, std::size_t dispute, std::size_t person);

}  // namespace maple::diversion
