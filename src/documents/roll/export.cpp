#include "access/rules.hpp"
#include "documents/ledger/cell.hpp"
#include "documents/roll/import.hpp"
#include "registry/phone.hpp"
#include "registry/roll.hpp"
#include "registry/standing.hpp"
#include "workforce/standing.hpp"

#include <algorithm>

namespace maple::documents::roll {
namespace {

template <class E> std::string name_of(E value) { return boost::describe::enum_to_string(value, "?"); }

// Words of a list for keys joined by commas.
std::string worded(Words const& words, std::string_view commas)
{
    std::vector<std::string> names;
    for (auto const& key : workforce::split(commas)) names.push_back(words.written(key));
    return ledger::joined(names);
}

bool lies_in_any(std::string_view path, std::vector<std::string> const& scopes)
{
    return std::any_of(scopes.begin(), scopes.end(), [&](auto const& scope) { return access::lies_in(path, scope); });
}

struct ServiceRow {
    Key id{};
    std::string serves_as;
};
BOOST_DESCRIBE_STRUCT(ServiceRow, (), (id, serves_as))

std::vector<Cells> people(Desk& desk, Layout const& layout, std::vector<std::string> const& scopes)
{
    std::vector<Cells> rows;
    std::map<Key, std::string> serves;
    for (auto& row : sql::all<ServiceRow>(desk.sql, "SELECT id, serves_as FROM person WHERE left_at IS NULL")) serves.emplace(row.id, std::move(row.serves_as));
    for (auto const& office : registry::all_organisations(desk)) {
        if (!lies_in_any(office.path, scopes)) continue;
        auto const serving = registry::people_of(desk, office.id);
        std::vector<Key> keys;
        for (auto const& one : serving) keys.push_back(one.id);
        auto const standings = workforce::standings(desk, keys, date_in_beijing(desk.now));
        for (auto const& one : serving) {
            auto const known = standings.find(one.id);
            auto const certificate = known == standings.end() ? workforce::CertificateFacts{} : known->second.certificate;
            auto const staffing = known == standings.end() ? std::nullopt : known->second.staffing;
            rows.push_back({one.name, office.name, worded(layout.list("service"), serves[one.id]),
                            staffing ? layout.list("how_staffed").written(name_of(*staffing)) : "", registry::phone_of(desk, one),
                            worded(layout.list("tongue"), one.languages), worded(layout.list("kind"), one.skills), one.certificate,
                            certificate.issuer, certificate.valid_from ? iso(*certificate.valid_from) : "",
                            one.certificate_until ? iso(*one.certificate_until) : ""});
        }
    }
    // By organisation, then by certificate and name, as bytes: the same list in the same order each time.
    std::stable_sort(rows.begin(), rows.end(), [](Cells const& a, Cells const& b) { return std::tie(a[1], a[7], a[0]) < std::tie(b[1], b[7], b[0]); });
    return rows;
}

std::vector<Cells> organisations(Desk& desk, Layout const& layout, std::vector<std::string> const& scopes)
{
    std::vector<Cells> rows;
    auto const entered = registry::all_standings(desk);
    for (auto const& one : registry::all_organisations(desk)) {
        if (!lies_in_any(one.path, scopes)) continue;
        auto const above = one.parent ? registry::find_organisation(desk, *one.parent) : std::nullopt;
        auto const known = entered.find(one.id);
        registry::Standing standing;
        if (known != entered.end()) standing = known->second;
        else standing.basis = registry::usual_basis(one.kind);
        auto const division = registry::division(desk, one.division);
        rows.push_back({one.name, one.name_en, layout.list("organisation_kind").written(name_of(one.kind)),
                        layout.list("level").written(name_of(one.level)), above ? above->name : "", division ? one.division : "", one.short_name,
                        layout.list("yes").written(one.has_seal ? "yes" : "no"), layout.list("basis").written(name_of(standing.basis)),
                        standing.host, standing.sector.empty() ? "" : layout.list("sector").written(standing.sector), one.phone, one.address,
                        one.hours, standing.contact, standing.set_up_on ? iso(*standing.set_up_on) : ""});
    }
    std::stable_sort(rows.begin(), rows.end(), [](Cells const& a, Cells const& b) { return std::tie(a[5], a[0]) < std::tie(b[5], b[0]); });
    return rows;
}

}  // namespace

std::string export_list(Desk& desk, Subject subject, Layout const& layout, std::vector<std::string> const& scopes, bool gb18030)
{
    auto const rows = subject == Subject::people ? people(desk, layout, scopes) : organisations(desk, layout, scopes);
    return file_of(rows, subject, layout, gb18030);
}

}  // namespace maple::documents::roll
