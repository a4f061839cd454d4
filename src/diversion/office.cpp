#include "diversion/office.hpp"
#include "access/journal.hpp"
#include "dispute/file.hpp"
#include "registry/roll.hpp"
#include "workforce/standing.hpp"

#include <algorithm>

namespace maple::diversion {
namespace {

using dispute::Dispute;

constexpr std::string_view most_at_once = "500";
constexpr int longest_chain = 5;  // of reopenings that are followed back

struct HeldRow {
    Key mediator{};
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (mediator, n))

// --- The disputes ------------------------------------------------------------------------

// Who presided over the dispute that this one reopens, who had a part in those before, and
// what was said there about ties: it is the same quarrel of the same people.
void chain_into(DisputeFacts& facts, Desk& desk, Dispute const& d)
{
    auto earlier = d.original;
    for (int back = 0; earlier && back < longest_chain; ++back) {
        auto const before = dispute::read_unasked(desk, earlier);
        for (auto const& a : before.appointments) (back == 0 && a.presiding && !a.until ? facts.original : facts.linked).insert(a.person);
        for (auto const& c : before.conflicts)
            if (!c.ground.empty() && c.end != dispute::ConflictEnd::unfounded) facts.conflicts_before.emplace(c.person, c.ground);
        earlier = before.original;
    }
    if (!d.handover) return;
    for (auto const& mediator : sql::column<Key>(desk.sql,
             "SELECT mediator FROM dispute WHERE referral = $1 AND id <> $2 AND mediator IS NOT NULL", d.handover->referral, d.id))
        facts.linked.insert(mediator);
}

DisputeFacts facts_about(Desk& desk, Dispute const& d)
{
    DisputeFacts facts;
    facts.id = d.id;
    facts.version = d.version;
    facts.kind = d.kind;
    facts.place = d.place;
    for (auto const* p : dispute::present_parties(d)) facts.parties.push_back({p->side, p->language, p->interpreter, p->wishes});
    if (auto const* chair = dispute::presiding(d)) facts.chair = chair->person;
    chain_into(facts, desk, d);
    for (auto const& c : d.conflicts) {
        if (c.ground.empty()) continue;
        facts.conflicts_before.erase(c.person);  // answered here, one way or the other
        if (auto const* open = dispute::open_conflict(d, c.person)) facts.conflicts[c.person] = open->ground;
    }
    return facts;
}

std::set<std::string> buildings_of(Desk& desk, Dispute const& d)
{
    std::set<std::string> known;
    for (auto const* p : dispute::present_parties(d)) {
        auto const address = access::one_text(desk, p->address);
        if (auto building = building_of(address.value_or("")); !building.empty()) known.insert(std::move(building));
    }
    return known;
}

// Addresses are read where both disputes lie in one community of this office, compared, and
// forgotten; what remains is whether a building is the same.
void neighbours_into(std::vector<DisputeFacts>& facts, std::vector<Dispute> const& waiting, Desk& desk, registry::Organisation const& office)
{
    std::set<std::string> places;
    for (auto const& d : waiting) places.insert(d.place);
    auto const held = sql::column<std::string>(desk.sql, "SELECT state FROM dispute WHERE scope = $1 AND mediator IS NOT NULL AND stage IN " +
                                         std::string(in_hand) + " ORDER BY id DESC LIMIT " + std::string(most_at_once), office.path);
    std::map<std::string, std::set<Key>> mediators;  // by community and building
    for (auto const& state : held) {
        auto const d = from_record<Dispute>(state);
        auto const* chair = dispute::presiding(d);
        if (!chair || !places.contains(d.place)) continue;
        for (auto const& building : buildings_of(desk, d)) mediators[d.place + building].insert(chair->person);
    }
    if (mediators.empty()) return;
    for (std::size_t i = 0; i < waiting.size(); ++i)
        for (auto const& building : buildings_of(desk, waiting[i]))
            if (auto const found = mediators.find(waiting[i].place + building); found != mediators.end())
                facts[i].building.insert(found->second.begin(), found->second.end());
}

// --- The people --------------------------------------------------------------------------

std::map<Key, std::int64_t> held_by(Desk& desk, std::vector<registry::Person> const& people)
{
    std::map<Key, std::int64_t> held;
    if (people.empty()) return held;
    // Statements are kept; a list filled up with keys that nobody bears has one of a few lengths.
    std::size_t wanted = 4;
    while (wanted < people.size()) wanted *= 4;
    std::vector<sql::Value> keys;
    std::string places;
    for (std::size_t i = 0; i < wanted; ++i) {
        keys.push_back(sql::to_sql(i < people.size() ? people[i].id : Key{}));
        places += (i > 0 ? ", $" : "$") + std::to_string(i + 1);
    }
    auto const text = "SELECT mediator, count(*) AS n FROM dispute WHERE mediator IN (" + places + ") AND stage IN " + std::string(in_hand) + " GROUP BY mediator";
    for (auto const& row : sql::all<HeldRow>(desk.sql, text, std::span<sql::Value const>(keys))) held[row.mediator] = row.n;
    return held;
}

std::vector<CandidateFacts> candidates_of(Desk& desk, registry::Organisation const& office)
{
    auto const people = pool_of(desk, office);
    auto held = held_by(desk, people);
    std::vector<Key> keys;
    for (auto const& one : people) keys.push_back(one.id);
    auto standings = workforce::standings(desk, keys, date_in_beijing(desk.now));
    std::vector<CandidateFacts> all;
    for (auto const& one : people) {
        CandidateFacts c{std::move(standings[one.id]), one.name, {}, held[one.id]};
        // Nobody has said which; everybody here speaks the common language.
        if (c.standing.languages.empty()) c.standing.languages.push_back("zh");
        auto const at = registry::find_organisation(desk, one.organisation);
        c.division = at ? at->division : office.division;
        all.push_back(std::move(c));
    }
    return all;
}

}  // namespace

std::vector<registry::Person> pool_of(Desk& desk, registry::Organisation const& office)
{
    auto own = registry::mediators_of(desk, office.id);
    if (!own.empty() || !registry::is_committee(office.kind) || registry::stands_alone(office.kind)) return own;
    return registry::mediators_of(desk, registry::committee_of(desk, office).id);
}

OfficeFacts facts_of(Desk& desk, registry::Organisation const& office, Dispute const* besides)
{
    OfficeFacts facts;
    facts.people = candidates_of(desk, office);
    std::vector<Dispute> waiting;
    for (auto const& state : sql::column<std::string>(desk.sql, "SELECT state FROM dispute WHERE scope = $1 AND " + std::string(unassigned) +
                                              " ORDER BY due_at NULLS LAST, id LIMIT " + std::string(most_at_once), office.path))
        waiting.push_back(from_record<Dispute>(state));
    bool const there = besides && std::any_of(waiting.begin(), waiting.end(), [&](Dispute const& d) { return d.id == besides->id; });
    if (besides && !there) waiting.push_back(*besides);
    for (auto const& d : waiting) facts.disputes.push_back(facts_about(desk, d));
    neighbours_into(facts.disputes, waiting, desk, office);
    // Whoever gives the dispute away has one less.
    for (auto const& d : facts.disputes)
        for (auto& c : facts.people)
            if (c.standing.person == d.chair && c.held > 0) --c.held;
    return facts;
}

Plan plan_for(Desk& desk, Dispute const& d)
{
    auto const office = registry::organisation(desk, dispute::answerable(d).organisation);
    return {facts_of(desk, office, &d), desk.book()};
}

}  // namespace maple::diversion
