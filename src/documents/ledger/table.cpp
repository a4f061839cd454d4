#include "documents/ledger/table.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/text.hpp"

#include <algorithm>
#include <stdexcept>

namespace maple::documents::ledger {
namespace {

constexpr std::size_t lines_before_header = 5;  // a title, a remark, who has filled it in
constexpr std::string_view mark = "\xEF\xBB\xBF";

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

std::string said(Language language, std::string_view key, Params const& params = {})
{
    return api::say(language, "ledger." + std::string(key), params);
}

}  // namespace

Fault of_file(std::string code, std::string column, Params params)
{
    return {0, 0, {}, std::move(column), std::move(code), std::move(params)};
}

Table read_table(std::string_view bytes)
{
    Table table;
    auto const text = decoded(bytes, table.encoding);
    if (!text) {
        table.fault = of_file("unknown_encoding");
        return table;
    }
    try {
        table.rows = read_csv(*text);
    } catch (std::invalid_argument const& broken) {
        table.fault = of_file("not_a_table", {}, {{"line", line_named_by(broken)}});
        return table;
    }
    std::erase_if(table.rows, is_blank);
    if (table.rows.empty()) table.fault = of_file("empty_file");
    for (auto& row : table.rows)
        for (auto& cell : row.cells) cell = unguarded(cell);
    return table;
}

CsvRow const* header_line(std::vector<CsvRow> const& rows, std::function<bool(std::string_view)> const& known)
{
    CsvRow const* best = nullptr;
    std::ptrdiff_t most = 2;
    for (std::size_t i = 0; i < rows.size() && i < lines_before_header; ++i)
        if (auto const n = std::count_if(rows[i].cells.begin(), rows[i].cells.end(), known); n > most) {
            most = n;
            best = &rows[i];
        }
    return best;
}

bool is_ragged(CsvRow const& row, std::size_t expected)
{
    if (row.cells.size() < expected) return true;
    return std::any_of(row.cells.begin() + std::ptrdiff_t(expected), row.cells.end(),
                       [](std::string const& cell) { return !trimmed(cell).empty(); });
}

std::string fault_text(Fault const& fault, Language language)
{
    auto const reason = said(language, "fault." + fault.code, fault.params);
    if (fault.row == 0 && fault.column.empty()) return reason;
    if (fault.row == 0) return said(language, "in_column", {{"column", fault.column}, {"reason", reason}});
    auto const where = said(language, fault.number.empty() ? "row" : "row_numbered",
                            {{"row", std::to_string(fault.row)}, {"line", std::to_string(fault.line)}, {"number", fault.number}});
    if (fault.column.empty()) return said(language, "in_row", {{"where", where}, {"reason", reason}});
    return said(language, "in_cell", {{"where", where}, {"column", fault.column}, {"reason", reason}});
}

}  // namespace maple::documents::ledger
