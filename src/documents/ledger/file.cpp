#include "documents/ledger/parse.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/csv.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace maple::documents::ledger {
namespace {

// What a row is sorted by: numbers as numbers (2 before 10), everything else as text behind them.
using Order = std::tuple<std::string_view, std::string_view, bool, std::size_t, std::string_view, std::string_view>;

Order order_of(Cells const& cells)
{
    std::string_view const number = at(cells, Column::number);
    bool const figure = !number.empty() && number.find_first_not_of("0123456789") == number.npos;
    auto digits = figure ? number : std::string_view{};
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return {at(cells, Column::organisation), std::string_view(at(cells, Column::accepted_on)).substr(0, 4), !figure, digits.size(),
            digits, number};
}

}  // namespace

void sort_rows(std::vector<Cells>& rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](Cells const& a, Cells const& b) { return order_of(a) < order_of(b); });
}

std::string file_of(std::vector<Cells> rows, Layout const& layout, FileOptions options)
{
    sort_rows(rows);
    std::vector<std::string> line;
    for (auto const& heading : layout.headings) line.push_back(heading.name);
    auto text = csv_line(line, true);
    for (auto const& row : rows) {
        line.assign(row.begin(), row.end());
        text += csv_line(line, true);
    }
    if (!options.gb18030) return "\xEF\xBB\xBF" + text;
    auto bytes = to_gb18030(text);
    if (!bytes) throw std::runtime_error("the ledger cannot be written in GB 18030");
    return std::move(*bytes);
}

}  // namespace maple::documents::ledger
