#include "workforce/standing.hpp"
#include "registry/roll.hpp"
#include "workforce/rules.hpp"

namespace maple::workforce {
namespace {

// "$1, $2 …" for so many keys. Statements are prepared once and kept, so lists are filled up
// with keys that nobody bears to one of a few lengths.
std::vector<sql::Value> padded(std::vector<Key> const& keys, std::size_t from, std::size_t n)
{
    std::size_t wanted = 1;
    while (wanted < n) wanted *= 4;
    std::vector<sql::Value> values;
    for (std::size_t i = 0; i < wanted; ++i) values.push_back(sql::to_sql(i < n ? keys[from + i] : Key{}));
    return values;
}

std::string places(std::size_t n)
{
    std::string out;
    for (std::size_t i = 1; i <= n; ++i) out += (i > 1 ? ", $" : "$") + std::to_string(i);
    return out;
}

// Rows of a table that belong to these people, by the order of their keys.
template <class Row, class Take> void each_row(Desk& desk, std::string_view table, std::string_view order, std::vector<sql::Value> const& whose, Take take)
{
    auto const text = "SELECT * FROM " + std::string(table) + " WHERE person IN (" + places(whose.size()) + ") ORDER BY " + std::string(order);
    for (auto& row : sql::all<Row>(desk.sql, text, std::span<sql::Value const>(whose))) take(row);
}

std::set<Key> informants(Desk& desk, std::vector<sql::Value> const& whose)
{
    std::set<Key> some;
    auto const text = "SELECT id FROM person WHERE ',' || serves_as || ',' LIKE '%,informant,%' AND id IN (" + places(whose.size()) + ")";
    for (auto const& id : sql::column<Key>(desk.sql, text, std::span<sql::Value const>(whose))) some.insert(id);
    return some;
}

constexpr std::size_t at_a_time = 256;

template <class F> void in_parts(std::vector<Key> const& keys, F f)
{
    for (std::size_t from = 0; from < keys.size(); from += at_a_time) f(padded(keys, from, std::min(at_a_time, keys.size() - from)));
}

}  // namespace

std::map<Key, Service> services_of(Desk& desk, std::vector<Key> const& people)
{
    std::map<Key, Service> all;
    in_parts(people, [&](std::vector<sql::Value> const& whose) {
        each_row<Profile>(desk, "profile", "person", whose, [&](Profile& row) { all[row.person].profile = row; });
        each_row<Engagement>(desk, "engagement", "id", whose, [&](Engagement& row) { all[row.person].engagements.push_back(row); });
        each_row<Certificate>(desk, "certificate", "id", whose, [&](Certificate& row) { all[row.person].certificates.push_back(row); });
        each_row<Absence>(desk, "absence", "id", whose, [&](Absence& row) { all[row.person].absences.push_back(row); });
    });
    return all;
}

Service service_of(Desk& desk, Key person) { return services_of(desk, {person})[person]; }

std::map<Key, Standing> standings(Desk& desk, std::vector<Key> const& people, Date on)
{
    auto services = services_of(desk, people);
    std::set<Key> informing;
    in_parts(people, [&](std::vector<sql::Value> const& whose) { informing.merge(informants(desk, whose)); });
    auto const soon = desk.book().policy("certificate_reminder_days");
    std::map<Key, Standing> all;
    for (auto const& person : registry::people(desk, people))
        all.emplace(person.id, standing_of(person, informing.contains(person.id), services[person.id], on, soon));
    return all;
}

Standing standing(Desk& desk, Key person, Date on)
{
    registry::person(desk, person);
    return standings(desk, {person}, on).at(person);
}

void may_write_records(Desk& desk)
{
    if (!expired_stops(desk.book(), "recording") || !desk.caller.person) return;
    if (standing(desk, desk.caller.person, date_in_beijing(desk.now)).certificate.state == CertificateState::expired)
        throw Refused(refuse(Because::forbidden_by, "certificate.stops_recording"));
}

}  // namespace maple::workforce
