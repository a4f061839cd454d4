#include "teams/figures.hpp"
#include "api/words.hpp"
#include "dispute/dispute.hpp"
#include "registry/roll.hpp"

#include <algorithm>
#include <set>

namespace maple::teams {
namespace {

struct Settled {
    Key id{};
    std::string kind;
    std::optional<std::string> concluded_in;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(Settled, (), (id, kind, concluded_in, state))

std::string kind_name(Desk& desk, std::string const& key)
{
    auto const* kind = desk.book().kind(key);
    return kind ? law::in(kind->name, api::tag(desk.language)) : key;
}

std::string method_name(Desk& desk, std::string const& key)
{
    auto const* method = desk.book().choice("method", key);
    return method ? law::in(method->name, api::tag(desk.language)) : key;
}

// The largest first; months in their order.
template <class Name> std::vector<Count> counts(std::map<std::string, std::int64_t> const& by, Name name, bool largest_first)
{
    std::vector<Count> out;
    for (auto const& [key, n] : by) out.push_back({key, name(key), n});
    if (largest_first) std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.n > b.n; });
    return out;
}

std::string this_year(Desk const& desk) { return iso(date_in_beijing(desk.now)).substr(0, 4); }

}  // namespace

Figures figures_of(Desk& desk, registry::Team const& team, std::optional<Date> founded_on)
{
    Figures out;
    std::map<std::string, std::int64_t> months, kinds, methods;
    auto const rows = sql::all<Settled>(desk.sql, R"(
        SELECT id, kind, concluded_in, state FROM dispute
         WHERE team = $1 AND agreed = 1 AND concluded_in IS NOT NULL AND concluded_in >= $2
         ORDER BY concluded_at)",
        team.id, founded_on ? iso(*founded_on).substr(0, 7) : std::string());
    for (auto const& row : rows) {
        ++out.settled;
        ++months[*row.concluded_in];
        ++kinds[row.kind];
        auto const d = from_record<dispute::Dispute>(row.state);
        std::set<std::string> used;
        for (auto const& session : d.sessions) used.insert(session.methods.begin(), session.methods.end());
        for (auto const& one : used) ++methods[one];
    }
    out.in_hand = sql::cell<std::int64_t>(desk.sql, R"(
        SELECT count(*) FROM dispute WHERE team = $1 AND stage IN ('inviting', 'diverted', 'mediating', 'agreed'))", team.id).value_or(0);
    out.by_month = counts(months, [](auto const& key) { return key; }, false);
    out.by_kind = counts(kinds, [&](auto const& key) { return kind_name(desk, key); }, true);
    out.by_method = counts(methods, [&](auto const& key) { return method_name(desk, key); }, true);
    return out;
}

namespace {

struct SatIn {
    std::optional<Key> mediator;
    std::string apprentices;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(SatIn, (), (mediator, apprentices, at))

struct KindCount {
    std::string kind;
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(KindCount, (), (kind, n))

std::vector<Key> keys_in(std::string_view line)
{
    std::vector<Key> keys;
    for (std::size_t at = 0; (at = line.find(';', at)) != line.npos; ++at)
        if (auto const end = line.find(';', at + 1); end != line.npos)
            if (auto const key = key_from_shown(line.substr(at + 1, end - at - 1))) keys.push_back(*key);
    return keys;
}

}  // namespace

std::vector<Learned> chorus_of(Desk& desk, registry::Team const& team)
{
    std::map<Key, Learned> learned;
    std::map<Key, std::set<Key>> teachers;
    auto const rows = sql::all<SatIn>(desk.sql, R"(
        SELECT mediator, apprentices, accepted_at AS at FROM dispute
         WHERE apprentices <> '' AND accepted_at IS NOT NULL ORDER BY accepted_at)");
    for (auto const& row : rows) {
        if (!row.mediator || !registry::is_member(team, *row.mediator)) continue;
        for (auto const apprentice : keys_in(row.apprentices)) {
            auto& one = learned[apprentice];
            if (one.sat_in++ == 0) one.since = row.at;
            teachers[apprentice].insert(*row.mediator);
        }
    }
    std::vector<Learned> out;
    for (auto& [person, one] : learned) {
        auto const who = registry::find_person(desk, person);
        if (!who) continue;
        one.person = person;
        one.name = who->name;
        one.organisation_name = registry::called(desk, registry::organisation(desk, who->organisation));
        for (auto const& teacher : registry::people(desk, {teachers[person].begin(), teachers[person].end()})) one.from.push_back(teacher.name);
        for (auto const& row : sql::all<KindCount>(desk.sql, R"(
                 SELECT kind, count(*) AS n FROM dispute
                  WHERE mediator = $1 AND agreed = 1 AND concluded_at >= $2 GROUP BY kind ORDER BY count(*) DESC, kind)",
                 person, one.since)) {
            one.alone += row.n;
            one.kinds.push_back({row.kind, kind_name(desk, row.kind), row.n});
        }
        out.push_back(std::move(one));
    }
    std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.since < b.since; });
    return out;
}

namespace {

struct Line {
    std::string source;
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(Line, (), (source, n))

}  // namespace

Surface surface_of(Desk& desk, registry::Team const& team)
{
    Surface out;
    auto const from = this_year(desk) + "-01", to = this_year(desk) + "-12";
    auto const settled = [&](std::string_view more, Key key) {
        return sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM dispute WHERE agreed = 1 AND concluded_in >= $1 AND concluded_in <= $2 AND " +
                                                     std::string(more), from, to, key).value_or(0);
    };
    out.point = settled("team = $3", team.id);
    std::map<std::string, std::int64_t> lines;
    for (auto const& one : registry::organisations(desk, team.reach)) {
        Place place{one.id, registry::called(desk, one), settled("organisation = $3", one.id), 0};
        place.of_team = sql::cell<std::int64_t>(desk.sql, R"(
            SELECT count(*) FROM dispute WHERE agreed = 1 AND concluded_in >= $1 AND concluded_in <= $2 AND organisation = $3 AND team = $4)",
            from, to, one.id, team.id).value_or(0);
        out.surface_total += place.settled;
        out.surface.push_back(std::move(place));
        for (auto const& line : sql::all<Line>(desk.sql, R"(
                 SELECT source, count(*) AS n FROM dispute
                  WHERE organisation = $1 AND concluded_in >= $2 AND concluded_in <= $3
                    AND source IN ('petition', 'police', 'procuratorate', 'court') GROUP BY source)",
                 one.id, from, to))
            lines[line.source] += line.n;
    }
    for (auto const* source : {"petition", "police", "procuratorate", "court"})
        out.lines.push_back({source, api::say(desk.language, "source." + std::string(source)), lines[source]});
    out.city = sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM dispute WHERE agreed = 1 AND concluded_in >= $1 AND concluded_in <= $2", from, to).value_or(0);
    return out;
}

}  // namespace maple::teams
