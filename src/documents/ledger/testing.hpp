// For the tests of the ledger: the office's sample, and a house with the rules of Karamay.
#pragma once
#include "documents/ledger/ledger.hpp"
#include "registry/testing.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace maple::documents::ledger {

inline law::Book const& test_book()
{
    static law::Book const book = law::open_book();
    return book;
}

inline Layout const& test_layout()
{
    static Layout const layout = open_layout(test_book());
    return layout;
}

inline ParseOptions const test_day{date_from_iso("2024-06-01").value(), {}};

inline std::string sample()
{
    auto const root = std::filesystem::path(__FILE__).parent_path().parent_path().parent_path().parent_path();
    std::ifstream in(root / "tests/data/ledger-sample.csv", std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

inline std::string const ledger_header =
    "序号,受理日期,申请人,被申请人,纠纷类型,案情简介,纠纷来源,涉及金额,调解员,调解组织,调解方法,调解结果,协议形式,协议编号,"
    "履行情况,回访日期,回访结果,结案日期\r\n";

// One row that is right, with some cells changed.
inline Cells right_row(std::map<Column, std::string> const& changes = {})
{
    Cells cells{"1", "2023-03-13", "李秀兰", "张建国", "邻里纠纷", "楼上漏水。", "依申请调解", "1700", "马晓燕", "汇福社区人民调解委员会",
                "背靠背", "调解成功", "书面", "克迎人调字〔2023〕第001号", "已履行", "2023-04-13", "满意", "2023-03-20"};
    for (auto const& [column, text] : changes) at(cells, column) = text;
    return cells;
}

// An open one: accepted, nothing more.
inline Cells open_row(std::map<Column, std::string> const& changes = {})
{
    auto cells = right_row({{Column::mediators, ""}, {Column::methods, ""}, {Column::result, ""}, {Column::form, ""},
                            {Column::agreement_number, ""}, {Column::performance, ""}, {Column::visited_on, ""},
                            {Column::satisfaction, ""}, {Column::concluded_on, ""}});
    for (auto const& [column, text] : changes) at(cells, column) = text;
    return cells;
}

inline Parsed parsed_rows(std::vector<Cells> const& rows, ParseOptions const& options = test_day)
{
    return parse(file_of(rows, test_layout()), test_layout(), options);
}

// "3 纠纷类型 unknown_kind": a fault as a line.
inline std::vector<std::string> lines_of(std::vector<Fault> const& faults)
{
    std::vector<std::string> lines;
    for (auto const& f : faults) lines.push_back(std::to_string(f.row) + " " + f.column + " " + f.code);
    return lines;
}

// The judicial bureau alone; committees are entered as a test needs them.
struct LedgerHouse : registry::TestHouse {
    registry::Organisation bureau;

    explicit LedgerHouse(sql::Engine engine = sql::Engine::sqlite) : TestHouse(engine)
    {
        book = test_book();
        work([&](Desk& desk) {
            registry::Registrar registrar(desk);
            bureau = registrar.add(registry::NewOrganisation{{}, {}, registry::OrganisationKind::justice_bureau, registry::Level::city,
                                                             "克拉玛依市司法局", "Bureau", "克", "6502", "", "", "", false});
            registrar.write();
        });
    }

    registry::Organisation committee(std::string const& name)
    {
        return work([&](Desk& desk) {
            registry::Registrar registrar(desk);
            auto const made = registrar.add(registry::NewOrganisation{{}, bureau.id, registry::OrganisationKind::community_committee,
                                                                      registry::Level::community, name, name, "克迎", "650203007001",
                                                                      "", "", "", true});
            registrar.write();
            return made;
        });
    }

    Key mediator(Key organisation, std::string const& name)
    {
        return work([&](Desk& desk) {
            registry::Registrar registrar(desk);
            auto const person = registrar.add(registry::NewPerson{{}, organisation, name, "", "zh", "", {registry::Service::mediator}, "", {}});
            registrar.write();
            return person.id;
        });
    }

    ImportReport import(Parsed const& parsed, ImportOptions const& options = {})
    {
        return import_ledger(*store, house, caller, now, parsed, test_layout(), options);
    }
    std::string exported(ExportOptions const& options = {})
    {
        return work([&](Desk& desk) { return export_ledger(desk, test_layout(), options); });
    }
    std::int64_t count(std::string const& table)
    {
        return work([&](Desk& desk) { return *sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM " + table); });
    }
};

}  // namespace maple::documents::ledger
