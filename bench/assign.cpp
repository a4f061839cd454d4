// Proposals of mediators: the flow alone, and the whole of it from facts to reasons. Prints
// the best and the median of several runs beside the targets; nothing fails by the clock.
#include "diversion/plan.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

namespace {

using namespace maple;
using namespace maple::diversion;

OfficeFacts office(std::size_t disputes, std::size_t people)
{
    std::mt19937 dice(7);
    auto const upto = [&](unsigned n) { return dice() % n; };
    auto const place = [&] { return "65020300" + std::to_string(1 + upto(7)) + "00" + std::to_string(1 + upto(9)); };
    std::vector<std::string> const kinds{"neighbour", "marriage_family", "contract", "labour", "property_management"};
    OfficeFacts facts;
    for (std::size_t i = 0; i < disputes; ++i) {
        DisputeFacts d;
        d.id = {std::int64_t(1000 + i)};
        d.kind = kinds[upto(5)];
        d.place = place();
        for (auto const side : {dispute::Side::applicant, dispute::Side::respondent})
            d.parties.push_back({side, upto(5) == 0 ? dispute::Tongue::ug : dispute::Tongue::zh, upto(9) == 0, upto(12) == 0 ? Key{std::int64_t(1 + upto(unsigned(people)))} : Key{}});
        if (upto(10) == 0) d.original.insert({std::int64_t(1 + upto(unsigned(people)))});
        if (upto(15) == 0) d.conflicts[{std::int64_t(1 + upto(unsigned(people)))}] = "relative";
        facts.disputes.push_back(std::move(d));
    }
    for (std::size_t i = 0; i < people; ++i) {
        CandidateFacts c;
        c.standing.person = {std::int64_t(1 + i)};
        c.standing.mediator = true;
        c.standing.certificate.state = upto(20) == 0 ? workforce::CertificateState::expired : workforce::CertificateState::valid;
        c.standing.languages = upto(4) == 0 ? std::vector<std::string>{"zh", "ug"} : std::vector<std::string>{"zh"};
        c.standing.skills = {kinds[upto(5)], kinds[upto(5)]};
        c.standing.areas = {place()};
        c.held = upto(15);
        facts.people.push_back(std::move(c));
    }
    return facts;
}

Market market_of(OfficeFacts const& facts, law::Book const& book)
{
    Scale const scale(book);
    Market m;
    m.disputes = facts.disputes.size();
    m.people = facts.people.size();
    m.load = scale.load();
    for (auto const& c : facts.people) m.held.push_back(c.held);
    for (auto const& d : facts.disputes)
        for (auto const& c : facts.people) m.points.push_back(barred_here(d, c.standing.person) ? barred : scale.points(d, c));
    return m;
}

template <class F> void timed(char const* what, std::size_t disputes, std::size_t people, double target, F f)
{
    std::vector<double> took;
    for (int run = 0; run < 15; ++run) {
        auto const began = std::chrono::steady_clock::now();
        f();
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::sort(took.begin(), took.end());
    std::printf("%-22s %4zu x %-4zu best %8.2f ms, median %8.2f ms (target %g ms)\n", what, disputes, people, took.front(), took[took.size() / 2], target);
}

}  // namespace

int main()
{
    auto const book = law::open_book();
    for (auto const& [disputes, people, target] : {std::tuple{std::size_t(50), std::size_t(20), 5.0}, {std::size_t(500), std::size_t(100), 100.0}}) {
        auto const facts = office(disputes, people);
        auto const market = market_of(facts, book);
        timed("the flow alone", disputes, people, target, [&] { cheapest(market); });
        timed("facts to proposal", disputes, people, target, [&] { Plan const plan(facts, book); });
        Plan const plan(facts, book);
        auto const one = facts.disputes.front().id;
        auto const proposed = plan.proposed(one);
        auto const other = facts.people.front().standing.person == proposed ? facts.people.back().standing.person : facts.people.front().standing.person;
        timed("why not", disputes, people, target, [&] { plan.why_not(one, other); });
    }
}
