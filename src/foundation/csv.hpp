// CSV (RFC 4180) as Excel writes it: quotes, CRLF or LF, a byte order mark.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maple {

struct CsvRow {
    int line = 0;  // where the row begins, from 1
    std::vector<std::string> cells;
};

// Throws std::invalid_argument with the line of a quote that never ends.
std::vector<CsvRow> read_csv(std::string_view text);

// Quoted only where needed. With `guarded`, a cell that a table program would take for a
// formula (= + - @ tab) gets an apostrophe in front; `unguarded` takes it away again.
std::string csv_line(std::vector<std::string> const& cells, bool guarded);
std::string guarded(std::string_view cell);
std::string unguarded(std::string_view cell);

}  // namespace maple
