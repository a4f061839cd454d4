// A file of an office as a table, whatever it holds: its encoding, its header, its rows, and
// how a fault is told. Pure.
#pragma once
#include "api/words.hpp"
#include "foundation/csv.hpp"

#include <functional>

namespace maple::documents::ledger {

enum class Encoding { utf8, utf8_with_mark, gb18030 };
BOOST_DESCRIBE_ENUM(Encoding, utf8, utf8_with_mark, gb18030)

// One thing wrong. `row` counts the rows below the header, from 1; 0 is the file itself.
struct Fault {
    std::int64_t row = 0;
    std::int64_t line = 0;     // of the file, as a text editor counts
    std::string number;        // the row's own 序号, when it has one
    std::string column;        // the header as the file spells it, "" for the whole row
    std::string code;          // a key below "ledger.fault." in the catalogue
    Params params = {};
};

// The rows of the file that are not blank, or the one fault for which it cannot be read.
struct Table {
    Encoding encoding{};
    std::vector<CsvRow> rows;
    std::optional<Fault> fault;
};
Table read_table(std::string_view bytes);

// The header is the one of the first lines that has the most known headers in it; null when
// none has three.
CsvRow const* header_line(std::vector<CsvRow> const& rows, std::function<bool(std::string_view)> const& known);

// Too few cells, or some beyond the `expected` ones that are not empty.
bool is_ragged(CsvRow const& row, std::size_t expected);

Fault of_file(std::string code, std::string column = {}, Params params = {});

// "Row 6 (line 7 of the file, No. 6), 受理日期: 2023-02-30 is not a day of the calendar."
std::string fault_text(Fault const&, Language);

}  // namespace maple::documents::ledger
