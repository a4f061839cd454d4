#include "foundation/csv.hpp"

#include <stdexcept>

namespace maple {
namespace {

bool looks_like_a_formula(std::string_view cell)
{
    return !cell.empty() && (cell[0] == '=' || cell[0] == '+' || cell[0] == '-' || cell[0] == '@' || cell[0] == '\t' || cell[0] == '\r');
}

}  // namespace

std::vector<CsvRow> read_csv(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<CsvRow> rows;
    int line = 1;
    for (std::size_t i = 0; i < text.size();) {
        CsvRow row{line, {}};
        for (bool more = true; more;) {
            std::string cell;
            if (i < text.size() && text[i] == '"') {
                int const began = line;
                for (++i;; ++i) {
                    if (i >= text.size()) throw std::invalid_argument("line " + std::to_string(began) + ": a quote never ends");
                    if (text[i] == '"') {
                        if (i + 1 >= text.size() || text[i + 1] != '"') break;
                        ++i;
                    }
                    line += text[i] == '\n';
                    cell += text[i];
                }
                ++i;
            }
            while (i < text.size() && text[i] != ',' && text[i] != '\n' && text[i] != '\r') cell += text[i++];
            row.cells.push_back(std::move(cell));
            more = i < text.size() && text[i] == ',';
            if (more) ++i;
        }
        if (i < text.size() && text[i] == '\r') ++i;
        if (i < text.size() && text[i] == '\n') ++i;
        ++line;
        if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
    }
    return rows;
}

std::string guarded(std::string_view cell)
{
    bool const guard = looks_like_a_formula(cell) || (cell.starts_with("'") && cell.size() > 1 && looks_like_a_formula(cell.substr(1)));
    return guard ? "'" + std::string(cell) : std::string(cell);
}

std::string unguarded(std::string_view cell)
{
    if (!cell.starts_with("'") || cell.size() < 2) return std::string(cell);
    auto const rest = cell.substr(1);
    return looks_like_a_formula(rest) || rest.starts_with("'") ? std::string(rest) : std::string(cell);
}

std::string csv_line(std::vector<std::string> const& cells, bool guard)
{
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i) out += ',';
        auto const cell = guard ? guarded(cells[i]) : cells[i];
        if (cell.find_first_of("\",\r\n") == cell.npos) {
            out += cell;
            continue;
        }
        out += '"';
        for (char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
        out += '"';
    }
    return out + "\r\n";
}

}  // namespace maple
