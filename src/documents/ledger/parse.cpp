#include "documents/ledger/parse.hpp"
#include "documents/ledger/row.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/csv.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace maple::documents::ledger {
namespace {

Header read_header(CsvRow const& row, Layout const& layout, ParseOptions const& options, Parsed& parsed)
{
    Header header;
    header.line = row.line;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        auto const& spelt = header.spelt.emplace_back(tidy(row.cells[i]));
        if (spelt.empty()) continue;
        auto const column = layout.column(spelt);
        if (!column) parsed.warnings.push_back(of_file("unknown_header", spelt));
        else if (header.places[std::size_t(*column)]) parsed.faults.push_back(of_file("header_twice", spelt));
        else header.places[std::size_t(*column)] = i;
    }
    while (!header.spelt.empty() && header.spelt.back().empty()) header.spelt.pop_back();
    for (auto const& heading : layout.headings) {
        bool const excused = heading.column == Column::organisation && !options.office.empty();
        if (heading.required && !excused && !header.places[std::size_t(heading.column)])
            parsed.faults.push_back(of_file("header_missing", heading.name));
    }
    return header;
}

void read_one(CsvRow const& row, Header const& header, Layout const& layout, ParseOptions const& options, Parsed& parsed,
              std::int64_t& unknown_methods)
{
    auto const n = ++parsed.rows_read;
    if (is_ragged(row, header.spelt.size())) {
        parsed.faults.push_back({n, row.line, {}, {}, "ragged",
                                 {{"cells", std::to_string(row.cells.size())}, {"expected", std::to_string(header.spelt.size())}}});
        return;
    }
    auto read = read_row(row.cells, n, row.line, header, layout, options);
    parsed.faults.insert(parsed.faults.end(), read.faults.begin(), read.faults.end());
    unknown_methods += read.unknown_methods;
    if (read.row) parsed.rows.push_back(std::move(*read.row));
}

// The same committee, year and number twice: the second row is at fault.
void take_out_doubles(Parsed& parsed, Layout const& layout)
{
    std::map<std::string, std::int64_t> first;
    std::erase_if(parsed.rows, [&](Row const& row) {
        auto const key = layout.committee(row.organisation) + "/" + std::to_string(year_of(row.accepted_on)) + "/" + row.number;
        auto const [place, fresh] = first.emplace(key, row.row);
        if (!fresh)
            parsed.faults.push_back({row.row, row.line, row.number, parsed.number_header, "number_twice",
                                     {{"row", std::to_string(place->second)}}});
        return !fresh;
    });
    std::stable_sort(parsed.faults.begin(), parsed.faults.end(), [](Fault const& a, Fault const& b) { return a.row < b.row; });
}

}  // namespace

Parsed parse(std::string_view bytes, Layout const& layout, ParseOptions const& options)
{
    Parsed parsed;
    auto const wrong = [&](Fault fault) {
        parsed.faults.push_back(std::move(fault));
        return std::move(parsed);
    };
    auto const table = read_table(bytes);
    parsed.encoding = table.encoding;
    if (table.fault) return wrong(*table.fault);
    auto const& rows = table.rows;
    auto const* top = header_line(rows, [&](std::string_view header) { return layout.column(header).has_value(); });
    if (!top) return wrong(of_file("no_header"));
    auto const header = read_header(*top, layout, options, parsed);
    parsed.number_header = header.name(Column::number, layout);
    parsed.organisation_header = header.name(Column::organisation, layout);
    if (!parsed.faults.empty()) return parsed;
    std::int64_t unknown_methods = 0;
    for (auto const* row = top + 1; row != rows.data() + rows.size(); ++row)
        read_one(*row, header, layout, options, parsed, unknown_methods);
    if (unknown_methods) parsed.warnings.push_back(of_file("unknown_methods", header.name(Column::methods, layout),
                                                           {{"n", std::to_string(unknown_methods)}}));
    take_out_doubles(parsed, layout);
    return parsed;
}

}  // namespace maple::documents::ledger
