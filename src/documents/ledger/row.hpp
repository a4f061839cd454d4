// One row of a ledger, read cell by cell and then as a whole. Pure.
#pragma once
#include "documents/ledger/parse.hpp"

namespace maple::documents::ledger {

// Where the columns are in this file, and how it spells their headers.
struct Header {
    std::int64_t line = 0;
    std::array<std::optional<std::size_t>, column_count> places{};
    std::vector<std::string> spelt;

    std::string name(Column, Layout const&) const;  // as the file spells it, else as we do
};

struct RowRead {
    std::optional<Row> row;  // nothing when there are faults
    std::vector<Fault> faults;
    std::int64_t unknown_methods = 0;
};

RowRead read_row(std::vector<std::string> const& cells, std::int64_t row, std::int64_t line, Header const&, Layout const&,
                 ParseOptions const&);

}  // namespace maple::documents::ledger
