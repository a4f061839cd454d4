// CSV (RFC 4180) as Excel and offices write it: quotes, CRLF or LF or CR, a byte order mark.
#pragma once
#include <boost/describe/enum.hpp>
#include <cstddef>
#include <istream>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace maple {

enum class CsvFault {
    stray_quote,      // a quote inside a cell that is not quoted, or words behind a closing quote; kept as they are
    unclosed_quote,   // the text ends inside quotes
    too_few_cells,    // against the first row
    too_many_cells,
    too_large,        // the row exceeds the limit; reading ends
};
BOOST_DESCRIBE_ENUM(CsvFault, stray_quote, unclosed_quote, too_few_cells, too_many_cells, too_large)

struct CsvComplaint {
    CsvFault fault;
    int column;  // from 1; of missing or surplus cells the first
    bool operator==(CsvComplaint const&) const = default;
};

struct CsvRow {
    int line = 0;  // where the row begins, from 1
    std::vector<std::string> cells;
    std::vector<CsvComplaint> complaints = {};
};

struct CsvLimits {
    std::size_t row_bytes = 1 << 20;
    std::size_t columns = 1000;
};

// Row by row, so that a ledger of any length needs the memory of one row. Empty lines are
// passed over. The text is taken as bytes: make it UTF-8 first (chinese_text.hpp).
class CsvReader {
public:
    explicit CsvReader(std::istream& in, CsvLimits limits = {});
    std::optional<CsvRow> next();  // nothing at the end

private:
    enum class After { cell, row, end };
    After read_cell(CsvRow& row, std::string& cell);
    void read_quoted(CsvRow& row, std::string& cell);
    bool keep(CsvRow& row, std::string& cell, char c);
    void end_line(int c);
    int peek();
    int take();
    int column(CsvRow const& row) const { return int(row.cells.size()) + 1; }
    void compare_with_first(CsvRow& row);

    std::streambuf& in_;
    std::string ahead_;  // read already, in search of the byte order mark
    CsvLimits limits_;
    int line_ = 1;
    std::size_t row_bytes_ = 0;
    std::optional<std::size_t> columns_;  // of the first row
    bool ended_ = false;
};

// A whole text. Throws std::invalid_argument with the line of a quote that never ends or of
// a row that is too large.
std::vector<CsvRow> read_csv(std::string_view text);

// One row, ended by CRLF, quoted only where needed. With `guarded`, a cell that a table
// program would take for a formula (= + - @ tab, full width too) gets an apostrophe in front;
// `unguarded` takes it away again, and changes no cell that `guarded` left alone.
std::string csv_line(std::vector<std::string> const& cells, bool guarded);
std::string guarded(std::string_view cell);
std::string unguarded(std::string_view cell);

}  // namespace maple
