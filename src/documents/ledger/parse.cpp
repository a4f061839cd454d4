#include "documents/ledger/parse.hpp"
#include "documents/ledger/row.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/csv.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace maple::documents::ledger {
namespace {

constexpr std::size_t lines_before_header = 5;  // a title, a remark, who has filled it in
constexpr std::string_view mark = "\xEF\xBB\xBF";

Fault of_file(std::string code, std::string column = {}, Params params = {})
{
    return {0, 0, {}, std::move(column), std::move(code), std::move(params)};
}

// The text of the file in UTF-8; nothing when it is in no encoding that we know.
std::optional<std::string> decoded(std::string_view bytes, Encoding& encoding)
{
    if (bytes.find('\0') != bytes.npos) return std::nullopt;  // UTF-16, or no text at all
    if (is_utf8(bytes)) {
        encoding = bytes.starts_with(mark) ? Encoding::utf8_with_mark : Encoding::utf8;
        if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
        return std::string(bytes);
    }
    encoding = Encoding::gb18030;
    return from_gb18030(bytes);
}

bool is_blank(CsvRow const& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](std::string const& cell) { return trimmed(cell).empty(); });
}

// "line 7: a quote never ends" names the line.
std::string line_named_by(std::invalid_argument const& wrong)
{
    std::string_view const text = wrong.what();
    auto const from = text.find_first_of("0123456789");
    if (from == text.npos) return "?";
    return std::string(text.substr(from, text.find_first_not_of("0123456789", from) - from));
}

std::size_t headers_known(CsvRow const& row, Layout const& layout)
{
    return std::size_t(std::count_if(row.cells.begin(), row.cells.end(),
                                     [&](std::string const& cell) { return layout.column(cell).has_value(); }));
}

// The header is the one of the first lines that has the most headers in it; null when none has three.
CsvRow const* header_line(std::vector<CsvRow> const& rows, Layout const& layout)
{
    CsvRow const* best = nullptr;
    std::size_t most = 2;
    for (std::size_t i = 0; i < rows.size() && i < lines_before_header; ++i)
        if (auto const known = headers_known(rows[i], layout); known > most) {
            most = known;
            best = &rows[i];
        }
    return best;
}

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

// Too few cells, or some beyond the header that are not empty.
bool is_ragged(CsvRow const& row, Header const& header)
{
    if (row.cells.size() < header.spelt.size()) return true;
    return std::any_of(row.cells.begin() + std::ptrdiff_t(header.spelt.size()), row.cells.end(),
                       [](std::string const& cell) { return !trimmed(cell).empty(); });
}

void read_one(CsvRow const& row, Header const& header, Layout const& layout, ParseOptions const& options, Parsed& parsed,
              std::int64_t& unknown_methods)
{
    auto const n = ++parsed.rows_read;
    if (is_ragged(row, header)) {
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
    auto const text = decoded(bytes, parsed.encoding);
    if (!text) return wrong(of_file("unknown_encoding"));
    std::vector<CsvRow> rows;
    try {
        rows = read_csv(*text);
    } catch (std::invalid_argument const& broken) {
        return wrong(of_file("not_a_table", {}, {{"line", line_named_by(broken)}}));
    }
    std::erase_if(rows, is_blank);
    if (rows.empty()) return wrong(of_file("empty_file"));
    for (auto& row : rows)
        for (auto& cell : row.cells) cell = unguarded(cell);
    auto const* top = header_line(rows, layout);
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
