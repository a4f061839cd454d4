#include "diversion/plan.hpp"

#include <algorithm>

namespace maple::diversion {
namespace {

Key key_of(DisputeFacts const& d) { return d.id; }
Key key_of(CandidateFacts const& c) { return c.standing.person; }

template <class Facts> void by_key(std::vector<Facts>& all)
{
    std::sort(all.begin(), all.end(), [](Facts const& a, Facts const& b) { return key_of(a) < key_of(b); });
}

template <class Facts> std::size_t place_of(std::vector<Facts> const& all, Key key)
{
    auto const found = std::lower_bound(all.begin(), all.end(), key, [](Facts const& one, Key k) { return key_of(one) < k; });
    if (found == all.end() || key_of(*found) != key) throw std::out_of_range("the plan does not know " + shown(key));
    return std::size_t(found - all.begin());
}

bool listed(std::vector<Term> const& terms, Term const& term) { return std::find(terms.begin(), terms.end(), term) != terms.end(); }

}  // namespace

Plan::Plan(OfficeFacts facts, law::Book const& book) : facts_(std::move(facts)), scale_(book)
{
    by_key(facts_.disputes);
    by_key(facts_.people);
    market_.disputes = facts_.disputes.size();
    market_.people = facts_.people.size();
    market_.load = scale_.load();
    std::int64_t in_hand = std::int64_t(market_.disputes);
    std::vector<bool> fit;
    for (auto const& c : facts_.people) {
        market_.held.push_back(c.held);
        in_hand += c.held;
        fit.push_back(bars_of(c.standing, book).empty());
    }
    if (market_.people > 0) share_ = (in_hand + std::int64_t(market_.people) - 1) / std::int64_t(market_.people);
    for (auto const& d : facts_.disputes)
        for (std::size_t p = 0; p < market_.people; ++p) {
            auto const& c = facts_.people[p];
            market_.points.push_back(fit[p] && !barred_here(d, c.standing.person) ? scale_.points(d, c) : barred);
        }
    best_ = cheapest(market_);
}

std::size_t Plan::row(Key dispute) const { return place_of(facts_.disputes, dispute); }
std::size_t Plan::column(Key person) const { return place_of(facts_.people, person); }

Key Plan::proposed(Key dispute) const
{
    auto const p = best_.person_of[row(dispute)];
    return p == nobody ? Key{} : key_of(facts_.people[std::size_t(p)]);
}

Weighed Plan::weighed(Key dispute, Key person) const { return scale_.weigh(facts_.disputes[row(dispute)], facts_.people[column(person)]); }

std::int64_t Plan::held(Assignment const& then, std::size_t dispute, std::size_t person) const
{
    auto n = market_.held[person];
    for (std::size_t d = 0; d < market_.disputes; ++d) n += d == dispute || then.person_of[d] == int(person);
    return n;
}

Term Plan::load(Assignment const& then, std::size_t dispute, std::size_t person) const
{
    return scale_.load_term(held(then, dispute, person), share_);
}

std::vector<Term> Plan::terms(Key dispute, Key person) const
{
    auto const d = row(dispute), p = column(person);
    auto all = weighed(dispute, person).terms;
    all.push_back(load(best_, d, p));
    auto const n = all.size();
    return heaviest(std::move(all), n);
}

std::int64_t Plan::points(Key dispute, Key person) const
{
    std::int64_t sum = 0;
    for (auto const& term : terms(dispute, person)) sum += term.points;
    return sum;
}

// What both have in the same measure speaks for neither. The last place in a hand is
// compared: what would be saved without this dispute.
void Plan::compare(Answer& answer, std::size_t dispute, std::size_t asked, Assignment const& then) const
{
    auto const with_load = [&](Assignment const& a, std::size_t p) {
        auto terms = scale_.weigh(facts_.disputes[dispute], facts_.people[p]).terms;
        terms.push_back(load(a, dispute, p));
        return terms;
    };
    auto const proposed = std::size_t(best_.person_of[dispute]);
    auto const theirs = with_load(best_, proposed), others = with_load(then, asked);
    for (auto const& term : others)
        if (!listed(theirs, term)) answer.differences.push_back({term, key_of(facts_.people[asked]), term.points});
    for (auto const& term : theirs)
        if (!listed(others, term)) answer.differences.push_back({term, key_of(facts_.people[proposed]), -term.points});
    std::stable_sort(answer.differences.begin(), answer.differences.end(),
                     [](Difference const& a, Difference const& b) { return std::abs(a.more) > std::abs(b.more); });
    for (auto const& one : answer.differences) answer.more += one.more;
}

Answer Plan::why_not(Key dispute, Key person) const
{
    auto const d = row(dispute), p = column(person);
    Answer answer;
    answer.proposed = proposed(dispute);
    answer.bars = weighed(dispute, person).bars;
    if (!answer.bars.empty() || answer.proposed == person || best_.person_of[d] == nobody) return answer;
    auto const then = cheapest_with(market_, d, p);
    compare(answer, d, p, then);
    answer.rest = then.points - best_.points - answer.more;
    auto const key_at = [&](int at) { return at == nobody ? Key{} : key_of(facts_.people[std::size_t(at)]); };
    for (std::size_t other = 0; other < market_.disputes; ++other)
        if (other != d && then.person_of[other] != best_.person_of[other])
            answer.shifts.push_back({key_of(facts_.disputes[other]), key_at(best_.person_of[other]), key_at(then.person_of[other])});
    return answer;
}

}  // namespace maple::diversion
