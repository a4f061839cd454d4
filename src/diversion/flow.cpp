#include "diversion/flow.hpp"

#include <algorithm>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <stdexcept>

namespace maple::diversion {
namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

// Each dispute sends one unit by one of the people (or by nobody) to the end. From a person
// to the end lead parallel arcs of one unit each, the n-th dearer than the one before: a
// convex cost, so that a cheapest flow uses them in order.
class Network {
public:
    Network(Market const& market, std::int64_t most)
    {
        auto const& m = market;
        graph_.reserveNode(int(m.disputes + m.people + 2));
        graph_.reserveArc(int(m.disputes * (m.people + 1) + m.people * std::size_t(most) + 1));
        costs_.reserve(m.disputes * (m.people + 1) + m.people * std::size_t(most) + 1);
        for (std::size_t i = 0; i < m.disputes + m.people + 2; ++i) graph_.addNode();
        end_ = int(m.disputes + m.people), nobody_ = end_ + 1;
        for (std::size_t d = 0; d < m.disputes; ++d) {
            for (std::size_t p = 0; p < m.people; ++p)
                if (m.at(d, p) != barred) add(int(d), int(m.disputes + p), m.at(d, p));
            add(int(d), nobody_, nobodys);
        }
        ways_ = int(costs_.size());
        for (std::size_t p = 0; p < m.people; ++p)
            for (std::int64_t n = 1; n <= most; ++n) add(int(m.disputes + p), end_, m.load_of(m.held[p] + n));
        add(nobody_, end_, 0);
    }

    std::vector<int> solve(Market const& m)
    {
        Graph::ArcMap<std::int64_t> cost(graph_), capacity(graph_, 1);
        Graph::NodeMap<std::int64_t> supply(graph_, 0);
        for (std::size_t a = 0; a < costs_.size(); ++a) cost[Graph::arcFromId(int(a))] = costs_[a];
        capacity[Graph::arcFromId(int(costs_.size()) - 1)] = std::int64_t(m.disputes);
        for (std::size_t d = 0; d < m.disputes; ++d) supply[Graph::nodeFromId(int(d))] = 1;
        supply[Graph::nodeFromId(end_)] = -std::int64_t(m.disputes);
        Simplex simplex(graph_);
        if (simplex.upperMap(capacity).costMap(cost).supplyMap(supply).run() != Simplex::OPTIMAL)
            throw std::runtime_error("an assignment has no cheapest flow");  // nobody takes whatever is left
        std::vector<int> person_of(m.disputes, nobody);
        for (int a = 0; a < ways_; ++a) {
            auto const arc = Graph::arcFromId(a);
            auto const to = Graph::id(graph_.target(arc));
            if (to != nobody_ && simplex.flow(arc) > 0) person_of[std::size_t(Graph::id(graph_.source(arc)))] = to - int(m.disputes);
        }
        return person_of;
    }

private:
    void add(int from, int to, std::int64_t cost)
    {
        graph_.addArc(Graph::nodeFromId(from), Graph::nodeFromId(to));
        costs_.push_back(cost);
    }

    Graph graph_;
    std::vector<std::int64_t> costs_;  // of each arc by its number
    int end_ = 0, nobody_ = 0, ways_ = 0;
};

std::int64_t most_in_one_hand(Market const& m, std::vector<int> const& person_of)
{
    std::vector<std::int64_t> n(m.people);
    for (auto const p : person_of)
        if (p != nobody) ++n[std::size_t(p)];
    return n.empty() ? 0 : *std::max_element(n.begin(), n.end());
}

}  // namespace

std::int64_t cost_of(Market const& m, std::vector<int> const& person_of)
{
    auto held = m.held;
    std::int64_t cost = 0;
    for (std::size_t d = 0; d < m.disputes; ++d) {
        if (person_of[d] == nobody) cost += nobodys;
        else {
            auto const p = std::size_t(person_of[d]);
            cost += m.at(d, p) + m.load_of(++held[p]);
        }
    }
    return cost;
}

// Only as many parallel arcs as are needed: when nobody's are used up, more of them would
// change nothing (the cost is convex), and otherwise there are twice as many.
Assignment cheapest(Market const& m)
{
    if (m.disputes == 0) return {};
    auto const all = std::int64_t(m.disputes);
    auto const share = m.people == 0 ? all : (all + std::int64_t(m.people) - 1) / std::int64_t(m.people);
    for (auto most = std::min(all, 2 * share + 3);; most = std::min(all, 2 * most)) {
        auto person_of = Network(m, most).solve(m);
        if (most < all && most_in_one_hand(m, person_of) == most) continue;
        auto const points = cost_of(m, person_of);
        return {std::move(person_of), points};
    }
}

Assignment cheapest_with(Market const& m, std::size_t dispute, std::size_t person)
{
    auto rest = m;
    auto const points = m.at(dispute, person) == barred ? 0 : m.at(dispute, person);
    rest.points.erase(rest.points.begin() + std::ptrdiff_t(dispute * m.people), rest.points.begin() + std::ptrdiff_t((dispute + 1) * m.people));
    --rest.disputes;
    auto const own = points + m.load_of(++rest.held[person]);
    auto found = cheapest(rest);
    found.person_of.insert(found.person_of.begin() + std::ptrdiff_t(dispute), int(person));
    found.points += own;
    return found;
}

}  // namespace maple::diversion
