// For the tests of lists: a bureau with its divisions, and lists made up for it.
#pragma once
#include "documents/ledger/testing.hpp"
#include "documents/roll/import.hpp"
#include "registry/roll.hpp"
#include "registry/testing.hpp"

namespace maple::documents::roll {

using ledger::lines_of;
using ledger::test_book;

inline Layout const& test_layout()
{
    static Layout const layout = open_layout(test_book());
    return layout;
}

inline Date const test_day = date_from_iso("2023-11-20").value();

inline Parsed of_people(std::string_view text) { return parse(text, Subject::people, test_layout(), test_day); }
inline Parsed of_organisations(std::string_view text) { return parse(text, Subject::organisations, test_layout(), test_day); }

// A bureau, a judicial office and so many communities with nothing in them yet.
struct RollHouse : registry::TestHouse {
    registry::Organisation bureau, office;

    explicit RollHouse(sql::Engine engine, int communities = 12) : TestHouse(engine)
    {
        book = test_book();
        work([&](Desk& desk) {
            std::vector<registry::Division> divisions{{"6502", "", "克拉玛依市", "Karamay"}, {"650203", "6502", "克拉玛依区", "Karamay District"},
                                                      {"650203007", "650203", "迎宾街道", "Yingbin"}};
            for (int n = 1; n <= communities; ++n) divisions.push_back({community(n), "650203007", "第" + std::to_string(n) + "社区", ""});
            registry::keep_divisions(desk, divisions);
            registry::Registrar registrar(desk);
            bureau = registrar.add(registry::NewOrganisation{{}, {}, registry::OrganisationKind::justice_bureau, registry::Level::city, "克拉玛依市司法局",
                                                             "Bureau", "", "6502", "", "", "", false});
            office = registrar.add(registry::NewOrganisation{{}, bureau.id, registry::OrganisationKind::judicial_office, registry::Level::subdistrict,
                                                             "迎宾司法所", "", "", "650203007", "", "", "", false});
            registrar.write();
        });
    }

    static std::string community(int n)
    {
        auto const tail = std::to_string(n);
        return "650203007" + std::string(3 - tail.size(), '0') + tail;
    }
    static std::string committee(int n) { return "迎宾街道第" + std::to_string(n) + "社区人民调解委员会"; }

    // The list of the committees of the first communities, canonical.
    static std::string committees(int communities)
    {
        std::vector<Cells> rows;
        for (int n = 1; n <= communities; ++n)
            rows.push_back({committee(n), "", "社区调委会", "社区", "迎宾司法所", community(n), "迎" + std::to_string(n), "是", written_basis(),
                            "第" + std::to_string(n) + "社区居民委员会", "", "0990-6000000", "", "", "", "2015-05-01"});
        for (auto& row : rows) {
            row[2] = test_layout().list("organisation_kind").written("community_committee");
            row[3] = test_layout().list("level").written("community");
        }
        return file_of(rows, Subject::organisations, test_layout());
    }
    static std::string written_basis() { return test_layout().list("basis").written("grassroots"); }

    // So many mediators with certificates, in the order of an export.
    static std::string mediators(int wanted, int communities)
    {
        std::vector<Cells> rows;
        static constexpr char const* given[] = {"玉", "兰", "青", "禾", "川", "岚", "宁", "舟"};
        for (int n = 1; n <= wanted; ++n) {
            auto number = std::to_string(n);
            number = std::string(5 - number.size(), '0') + number;
            rows.push_back({std::string("试") + given[n % 8] + given[n / 8 % 8] + std::to_string(n), committee(n % communities + 1),
                            test_layout().list("service").written("mediator"), "", "0990-6000001", test_layout().list("tongue").written("zh"),
                            test_layout().list("kind").written("neighbour"), "调证" + number, "", "", "2026-12-31"});
        }
        std::stable_sort(rows.begin(), rows.end(), [](Cells const& a, Cells const& b) { return std::tie(a[1], a[7], a[0]) < std::tie(b[1], b[7], b[0]); });
        return file_of(rows, Subject::people, test_layout());
    }

    Report bring(Parsed const& parsed, Options const& options = {})
    {
        return work([&](Desk& desk) { return import(desk, parsed, test_layout(), options); });
    }
    Preview look(Parsed const& parsed, Options const& options = {})
    {
        return work([&](Desk& desk) { return preview(desk, parsed, test_layout(), options); });
    }
    std::string given(Subject subject, std::vector<std::string> const& scopes = {"/"})
    {
        return work([&](Desk& desk) { return export_list(desk, subject, test_layout(), scopes); });
    }
    std::int64_t count(std::string const& table)
    {
        return work([&](Desk& desk) { return *sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM " + table); });
    }
};

}  // namespace maple::documents::roll
