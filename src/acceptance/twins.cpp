#include "acceptance/twins.hpp"
#include "foundation/chinese_text.hpp"

#include <algorithm>
#include <set>

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

}  // namespace

int likeness(std::string_view one, std::string_view other)
{
    auto const a = bigrams(one), b = bigrams(other);
    std::set<std::string> const first(a.begin(), a.end()), second(b.begin(), b.end());
    if (first.empty() || second.empty()) return 0;
    auto const common = std::count_if(first.begin(), first.end(), [&](auto const& gram) { return second.contains(gram); });
    return int(100 * std::size_t(common) / std::min(first.size(), second.size()));
}

std::vector<dispute::Line> twins_of(Desk& desk, std::string_view kind, std::string_view place, std::string_view facts, Key not_this)
{
    // Of whatever kind, while one of the two has not been given any.
    std::string const alike_in_kind = kind.empty() ? "CAST($1 AS TEXT) = ''" : "kind IN (CAST($1 AS TEXT), '')";
    auto const candidates = sql::all<Candidate>(desk.sql, R"(
        SELECT live.id AS id, words.body AS facts
          FROM (SELECT id FROM dispute
                 WHERE )" + alike_in_kind + R"( AND substr(place, 1, 9) = substr(CAST($2 AS TEXT), 1, 9)
                   AND requested_at > $3 AND id <> $4
                   AND stage IN ('requested', 'accepted', 'inviting', 'diverted', 'mediating', 'agreed')
                 ORDER BY id DESC LIMIT 200) AS live
         CROSS JOIN words  -- by subject: a plain join let SQLite read every text of the house
         WHERE words.subject = live.id AND words.label = 'facts' AND words.body IS NOT NULL
         ORDER BY live.id DESC)",
        kind, place, Instant{desk.now.us - weeks_back}, not_this);
    std::vector<std::pair<int, Key>> alike;
    for (auto const& one : candidates)
        if (auto const score = likeness(facts, one.facts); score >= alike_enough) alike.emplace_back(score, one.id);
    std::ranges::stable_sort(alike, std::ranges::greater{}, &std::pair<int, Key>::first);  // of equals the newest first

    std::vector<dispute::Line> found;
    for (auto const& [score, id] : alike) {
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
    auto const facts = access::one_text(desk, d.facts);
    return twins_of(desk, d.kind, d.place, facts.value_or(""), d.id);
}

}  // namespace maple::acceptance
