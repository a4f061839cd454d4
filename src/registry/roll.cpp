#include "registry/roll.hpp"
#include "registry/edition.hpp"
#include "registry/sorting.hpp"
#include "registry/standing.hpp"

#include <set>

namespace maple::registry {
namespace {

constexpr std::string_view by_key = R"(
    SELECT id, parent, path, kind, level, name, name_en, short_name, division, phone, address, hours, has_seal, closed_at
      FROM organisation WHERE id = $1)";
constexpr std::string_view by_path = R"(
    SELECT id, parent, path, kind, level, name, name_en, short_name, division, phone, address, hours, has_seal, closed_at
      FROM organisation WHERE path >= $1 AND path < $2 AND closed_at IS NULL ORDER BY path)";
constexpr std::string_view by_division = R"(
    SELECT id, parent, path, kind, level, name, name_en, short_name, division, phone, address, hours, has_seal, closed_at
      FROM organisation
     WHERE division = $1 AND (closed_at IS NULL OR id IN (SELECT organisation FROM successor_of))
     ORDER BY path)";
constexpr std::string_view person_by_key = R"(
    SELECT id, organisation, name, sealed_phone, languages, skills, certificate, certificate_until, left_at,
           CASE WHEN ',' || serves_as || ',' LIKE '%,mediator,%' THEN 1 ELSE 0 END AS mediator
      FROM person WHERE id = $1)";
constexpr std::string_view serving_mediators = R"(
    SELECT id, organisation, name, sealed_phone, languages, skills, certificate, certificate_until, left_at,
           CASE WHEN ',' || serves_as || ',' LIKE '%,mediator,%' THEN 1 ELSE 0 END AS mediator
      FROM person
     WHERE organisation = $1 AND left_at IS NULL AND ',' || serves_as || ',' LIKE '%,mediator,%'
     ORDER BY id)";
constexpr std::string_view serving_people = R"(
    SELECT id, organisation, name, sealed_phone, languages, skills, certificate, certificate_until, left_at,
           CASE WHEN ',' || serves_as || ',' LIKE '%,mediator,%' THEN 1 ELSE 0 END AS mediator
      FROM person WHERE organisation = $1 AND left_at IS NULL ORDER BY id)";

constexpr std::string_view serving_advisers = R"(
    SELECT id, organisation, name, sealed_phone, languages, skills, certificate, certificate_until, left_at,
           CASE WHEN ',' || serves_as || ',' LIKE '%,mediator,%' THEN 1 ELSE 0 END AS mediator
      FROM person
     WHERE left_at IS NULL AND id IN (
           SELECT account.person
             FROM grant_of JOIN account ON account.id = grant_of.account
                           JOIN organisation ON organisation.id = grant_of.organisation
            WHERE grant_of.role = 'adviser' AND grant_of.ended_at IS NULL AND account.suspended_at IS NULL
              AND substr(CAST($1 AS TEXT), 1, length(organisation.path)) = organisation.path)
     ORDER BY id)";

// The first path after everything below `scope`: "/A/" -> "/A0", since '0' follows '/'.
std::string after(std::string_view scope)
{
    std::string end(scope);
    end.back() = '0';
    return end;
}

std::optional<Organisation> first_of_kind(std::vector<Organisation> const& some, std::initializer_list<OrganisationKind> wanted)
{
    for (auto const kind : wanted)
        for (auto const& one : some)
            if (one.kind == kind) return one;
    return std::nullopt;
}

[[noreturn]] void no_committee(Organisation const& organisation)
{
    throw Refused(refuse(Because::forbidden_by, "organisation.no_committee", {{"organisation", organisation.name}}));
}

}  // namespace

std::optional<Organisation> find_organisation(Desk& desk, Key id)
{
    return edition(desk).organisations.recall(id, [&] { return sql::one<Organisation>(desk.sql, by_key, id); });
}

Organisation organisation(Desk& desk, Key id)
{
    auto found = find_organisation(desk, id);
    if (!found) throw Refused(refuse(Because::not_found, "organisation.unknown"));
    return std::move(*found);
}

std::vector<Organisation> organisations(Desk& desk, std::vector<Key> const& ids)
{
    std::vector<Organisation> some;
    for (auto const id : ids)
        if (auto one = find_organisation(desk, id)) some.push_back(std::move(*one));
    return some;
}

std::vector<Organisation> all_organisations(Desk& desk, std::string_view below)
{
    if (below.empty()) return {};
    return sql::all<Organisation>(desk.sql, by_path, below, after(below));
}

std::vector<Organisation> organisations_of_division(Desk& desk, std::string_view code)
{
    return edition(desk).of_division.recall(std::string(code), [&] {
        std::vector<Organisation> open;
        for (auto& one : sql::all<Organisation>(desk.sql, by_division, code)) {
            if (one.closed_at) one = successor(desk, one.id);
            bool const there = std::any_of(open.begin(), open.end(), [&](auto const& other) { return other.id == one.id; });
            if (!one.closed_at && !there) open.push_back(std::move(one));
        }
        return open;
    });
}

std::optional<Person> find_person(Desk& desk, Key id)
{
    return edition(desk).people.recall(id, [&] { return sql::one<Person>(desk.sql, person_by_key, id); });
}

std::string person_name(Desk& desk, Key id)
{
    auto found = id ? find_person(desk, id) : std::nullopt;
    return found ? std::move(found->name) : "";
}

Person person(Desk& desk, Key id)
{
    auto found = find_person(desk, id);
    if (!found) throw Refused(refuse(Because::not_found, "person.unknown"));
    return std::move(*found);
}

std::vector<Person> people(Desk& desk, std::vector<Key> const& ids)
{
    std::vector<Person> some;
    for (auto const id : ids)
        if (auto one = find_person(desk, id)) some.push_back(std::move(*one));
    return some;
}

std::vector<Person> mediators_of(Desk& desk, Key organisation)
{
    auto serving = sql::all<Person>(desk.sql, serving_mediators, organisation);
    sort_by_name(serving, [](Person const& one) -> std::string const& { return one.name; });
    return serving;
}

std::vector<Person> advisers_of(Desk& desk, Key where)
{
    auto serving = sql::all<Person>(desk.sql, serving_advisers, organisation(desk, where).path);
    sort_by_name(serving, [](Person const& one) -> std::string const& { return one.name; });
    return serving;
}

std::vector<Person> people_of(Desk& desk, Key organisation)
{
    auto serving = sql::all<Person>(desk.sql, serving_people, organisation);
    sort_by_name(serving, [](Person const& one) -> std::string const& { return one.name; });
    return serving;
}

std::optional<Division> division(Desk& desk, std::string_view code)
{
    return edition(desk).divisions.recall(std::string(code), [&] {
        return sql::one<Division>(desk.sql, "SELECT code, parent, name, name_en FROM division WHERE code = $1", code);
    });
}

std::vector<Division> divisions(Desk& desk)
{
    return sql::all<Division>(desk.sql, "SELECT code, parent, name, name_en FROM division ORDER BY code");
}

std::string division_name(Desk& desk, std::string_view code)
{
    bool const english = desk.language == Language::en;
    return edition(desk).division_names.recall((english ? "en " : "zh ") + std::string(code), [&] {
        // Official codes contain those of what lies above: 6 digits district, 9 subdistrict, 12 community.
        std::set<std::string_view> const codes{code.substr(0, 6), code.substr(0, 9), code};
        std::string names;
        for (auto const above : codes) {
            auto const one = division(desk, above);
            if (!one) continue;
            if (english) names = (one->name_en.empty() ? one->name : one->name_en) + (names.empty() ? "" : ", " + names);
            else names += one->name;
        }
        return names;
    });
}

std::string called(Desk const& desk, Organisation const& organisation)
{
    return desk.language == Language::en && !organisation.name_en.empty() ? organisation.name_en : organisation.name;
}

Organisation committee_of(Desk& desk, Organisation const& organisation)
{
    if (stands_alone(organisation.kind)) return organisation;
    for (auto above = organisation.parent; above;) {
        auto one = find_organisation(desk, *above);
        if (!one) break;
        if (stands_alone(one->kind)) return std::move(*one);
        above = one->parent;
    }
    // A centre mediates with the committee of its own place.
    if (is_committee(organisation.kind)) {
        auto const near = organisations_of_division(desk, organisation.division);
        if (auto one = first_of_kind(near, {OrganisationKind::subdistrict_committee, OrganisationKind::township_committee,
                                            OrganisationKind::social_committee}))
            return std::move(*one);
    }
    no_committee(organisation);
}

Organisation acceptance_desk_for(Desk& desk, std::string_view place)
{
    if (place.size() >= 9)
        if (auto one = first_of_kind(organisations_of_division(desk, place.substr(0, 9)),
                                     {OrganisationKind::resolution_centre, OrganisationKind::judicial_office}))
            return std::move(*one);
    if (place.size() >= 6)
        if (auto one = first_of_kind(organisations_of_division(desk, place.substr(0, 6)),
                                     {OrganisationKind::legal_service_centre, OrganisationKind::justice_bureau}))
            return std::move(*one);
    throw Refused(refuse(Because::forbidden_by, "division.no_desk"));
}

std::optional<Organisation> committee_for(Desk& desk, std::string_view place)
{
    return first_of_kind(organisations_of_division(desk, place), {OrganisationKind::community_committee, OrganisationKind::village_committee});
}

std::int64_t next_number(Desk& desk, Key organisation, int year, std::string_view series)
{
    // The row stays locked until the transaction ends, so whoever is second waits and counts on.
    return sql::cell<std::int64_t>(desk.sql, R"(
        INSERT INTO counter (organisation, year, series, last) VALUES ($1, $2, $3, 1)
        ON CONFLICT (organisation, year, series) DO UPDATE SET last = counter.last + 1
        RETURNING last)", organisation, year, series).value();
}

}  // namespace maple::registry
