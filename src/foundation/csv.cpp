#include "foundation/csv.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace maple {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int end_of_text = std::char_traits<char>::eof();

bool ends_cell(int c) { return c == ',' || c == '\n' || c == '\r' || c == end_of_text; }

// What table programs take for the beginning of a formula (OWASP, "CSV injection").
bool looks_like_a_formula(std::string_view cell)
{
    constexpr std::string_view beginnings[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    return std::any_of(std::begin(beginnings), std::end(beginnings), [&](auto b) { return cell.starts_with(b); });
}

// Apostrophes and then a formula: one more apostrophe on writing, one less on reading.
bool may_be_guarded(std::string_view cell)
{
    return looks_like_a_formula(cell.substr(std::min(cell.size(), cell.find_first_not_of('\''))));
}

}  // namespace

CsvReader::CsvReader(std::istream& in, CsvLimits limits) : in_(*in.rdbuf()), limits_(limits)
{
    while (ahead_.size() < byte_order_mark.size() && in_.sgetc() != end_of_text) ahead_ += char(in_.sbumpc());
    if (ahead_ == byte_order_mark) ahead_.clear();
}

int CsvReader::peek() { return ahead_.empty() ? in_.sgetc() : std::char_traits<char>::to_int_type(ahead_.front()); }

int CsvReader::take()
{
    int const c = peek();
    if (ahead_.empty()) in_.sbumpc();
    else ahead_.erase(0, 1);
    return c;
}

// False when the row has grown too large.
bool CsvReader::keep(CsvRow& row, std::string& cell, char c)
{
    if (++row_bytes_ > limits_.row_bytes) {
        row.complaints.push_back({CsvFault::too_large, column(row)});
        ended_ = true;
        return false;
    }
    cell += c;
    return true;
}

void CsvReader::end_line(int c)
{
    ++line_;
    if (c == '\r' && peek() == '\n') take();
}

void CsvReader::read_quoted(CsvRow& row, std::string& cell)
{
    for (;;) {
        int const c = take();
        if (c == end_of_text) {
            row.complaints.push_back({CsvFault::unclosed_quote, column(row)});
            return;
        }
        if (c == '"') {
            if (peek() != '"') return;
            take();
        }
        line_ += c == '\n' || (c == '\r' && peek() != '\n');
        if (!keep(row, cell, char(c))) return;
    }
}

CsvReader::After CsvReader::read_cell(CsvRow& row, std::string& cell)
{
    bool quoted = peek() == '"', stray = false;
    if (quoted) {
        take();
        read_quoted(row, cell);
        if (ended_) return After::end;
    }
    for (;;) {
        int const c = take();
        if (ends_cell(c)) {
            if (stray) row.complaints.push_back({CsvFault::stray_quote, column(row)});
            if (c == ',') return After::cell;
            if (c == end_of_text) return After::end;
            end_line(c);
            return After::row;
        }
        stray = stray || quoted || c == '"';
        if (!keep(row, cell, char(c))) return After::end;
    }
}

void CsvReader::compare_with_first(CsvRow& row)
{
    if (!columns_) columns_ = row.cells.size();
    else if (row.cells.size() < *columns_) row.complaints.push_back({CsvFault::too_few_cells, int(row.cells.size()) + 1});
    else if (row.cells.size() > *columns_) row.complaints.push_back({CsvFault::too_many_cells, int(*columns_) + 1});
}

std::optional<CsvRow> CsvReader::next()
{
    if (ended_) return std::nullopt;
    while (peek() == '\n' || peek() == '\r') end_line(take());
    if (peek() == end_of_text) return std::nullopt;

    CsvRow row{line_, {}, {}};
    row_bytes_ = 0;
    for (auto after = After::cell; after == After::cell && !ended_;) {
        if (row.cells.size() == limits_.columns) {
            row.complaints.push_back({CsvFault::too_large, column(row)});
            ended_ = true;
            break;
        }
        std::string cell;
        after = read_cell(row, cell);
        row.cells.push_back(std::move(cell));
    }
    if (!ended_) compare_with_first(row);
    return row;
}

std::vector<CsvRow> read_csv(std::string_view text)
{
    std::istringstream in{std::string(text)};
    CsvReader reader(in);
    std::vector<CsvRow> rows;
    while (auto row = reader.next()) {
        for (auto const& complaint : row->complaints) {
            auto const where = "line " + std::to_string(row->line) + ": ";
            if (complaint.fault == CsvFault::unclosed_quote) throw std::invalid_argument(where + "a quote never ends");
            if (complaint.fault == CsvFault::too_large) throw std::invalid_argument(where + "the row is too large");
        }
        rows.push_back(std::move(*row));
    }
    return rows;
}

std::string guarded(std::string_view cell) { return may_be_guarded(cell) ? "'" + std::string(cell) : std::string(cell); }

std::string unguarded(std::string_view cell)
{
    return std::string(cell.starts_with('\'') && may_be_guarded(cell) ? cell.substr(1) : cell);
}

std::string csv_line(std::vector<std::string> const& cells, bool guard)
{
    // A lone empty cell would be an empty line, and those are passed over.
    if (cells.size() == 1 && cells.front().empty()) return "\"\"\r\n";
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i) out += ',';
        auto const cell = guard ? guarded(cells[i]) : cells[i];
        if (cell.find_first_of("\",\r\n") == cell.npos && !cell.starts_with(byte_order_mark)) {
            out += cell;
            continue;
        }
        out += '"';
        for (char c : cell) out.append(c == '"' ? 2 : 1, c);
        out += '"';
    }
    return out + "\r\n";
}

}  // namespace maple
