#include "acceptance/twins.hpp"
#include "foundation/chinese_text.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace maple::acceptance {
namespace {

constexpr int most_twins = 3;
constexpr int alike_enough = 35;
constexpr std::int64_t weeks_back = 60 * microseconds_a_day;

struct Candidate {
    Key id{};
    std::string facts;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, facts))

struct Slip {  // with which an agency handed a dispute over
    Key agency{};
    std::string reference;
};
BOOST_DESCRIBE_STRUCT(Slip, (), (agency, reference))

constexpr std::string_view open_stages = "('requested', 'accepted', 'inviting', 'diverted', 'mediating', 'agreed')";

// Those that were handed over under the same number, by the same agency before others: a number goes
// along when one body passes a matter on to the next.
std::vector<Key> by_reference(Desk& desk, Likeness const& like)
{
    if (like.reference.empty()) return {};
    return sql::column<Key>(desk.sql, R"(
        SELECT dispute.id
          FROM referral
          JOIN dispute ON dispute.id = referral.dispute
         WHERE referral.reference = $1 AND dispute.id <> $2
           AND dispute.stage IN )" + std::string(open_stages) + R"(
         ORDER BY CASE WHEN referral.agency = $3 THEN 0 ELSE 1 END, dispute.id DESC
         LIMIT 20)", like.reference, like.dispute, like.agency);
}

}  // namespace

int likeness(std::string_view one, std::string_view other)
{
    auto const a = bigrams(one), b = bigrams(other);
    std::set<std::string> const first(a.begin(), a.end()), second(b.begin(), b.end());
    if (first.empty() || second.empty()) return 0;
    auto const common = std::count_if(first.begin(), first.end(), [&](auto const& gram) { return second.contains(gram); });
    return int(100 * std::size_t(common) / std::min(first.size(), second.size()));
}

namespace {

// Those that read alike, the most alike first.
std::vector<Key> by_text(Desk& desk, Likeness const& like)
{
    // Of whatever kind, while one of the two has not been given any.
    std::string const alike_in_kind = like.kind.empty() ? "CAST($1 AS TEXT) = ''" : "kind IN (CAST($1 AS TEXT), '')";
    auto const candidates = sql::all<Candidate>(desk.sql, R"(
        SELECT live.id AS id, words.body AS facts
          FROM (SELECT id FROM dispute
                 WHERE )" + alike_in_kind + R"( AND substr(place, 1, 9) = substr(CAST($2 AS TEXT), 1, 9)
                   AND requested_at > $3 AND id <> $4
                   AND stage IN )" + std::string(open_stages) + R"(
                 ORDER BY id DESC LIMIT 200) AS live
         CROSS JOIN words  -- by subject: a plain join let SQLite read every text of the house
         WHERE words.subject = live.id AND words.label = 'facts' AND words.body IS NOT NULL
         ORDER BY live.id DESC)",
        like.kind, like.place, Instant{desk.now.us - weeks_back}, like.dispute);
    std::vector<std::pair<int, Key>> alike;
    for (auto const& one : candidates)
        if (auto const score = likeness(like.facts, one.facts); score >= alike_enough) alike.emplace_back(score, one.id);
    std::ranges::stable_sort(alike, std::ranges::greater{}, &std::pair<int, Key>::first);  // of equals the newest first
    std::vector<Key> found;
    for (auto const& [score, id] : alike) found.push_back(id);
    return found;
}

}  // namespace

std::vector<dispute::Line> twins(Desk& desk, Likeness const& like)
{
    auto maybe = by_reference(desk, like);
    for (auto const id : by_text(desk, like))
        if (std::ranges::find(maybe, id) == maybe.end()) maybe.push_back(id);

    std::vector<dispute::Line> found;
    for (auto const id : maybe) {
        if (int(found.size()) == most_twins) break;
        auto const dispute = dispute::read_unasked(desk, id);
        if (!access::may(desk.caller, access::Right::take_in, dispute::matter_of(dispute, desk.now))) continue;  // of this desk only
        auto const rows = sql::all<dispute::LineRow>(desk.sql, "SELECT " + std::string(dispute::line_columns) + " FROM dispute WHERE id = $1", id);
        for (auto& line : dispute::lines(desk, rows)) found.push_back(std::move(line));
    }
    return found;
}

std::vector<dispute::Line> twins(Desk& desk, dispute::Dispute const& d)
{
    Likeness like{d.kind, d.place, access::one_text(desk, d.facts).value_or(""), {}, {}, d.id};
    if (d.handover) {
        auto const slip = sql::all<Slip>(desk.sql, "SELECT agency, reference FROM referral WHERE id = $1", d.handover->referral);
        if (!slip.empty()) std::tie(like.agency, like.reference) = std::tie(slip[0].agency, slip[0].reference);
    }
    return twins(desk, like);
}

}  // namespace maple::acceptance
