// A ledger file as typed rows. Pure: bytes in; rows that are right, and every fault of every
// row that is not, at once.
#pragma once
#include "documents/ledger/cell.hpp"
#include "documents/ledger/layout.hpp"
#include "documents/ledger/table.hpp"

namespace maple::documents::ledger {

struct Row {
    std::int64_t row = 0, line = 0;
    std::string number;
    Date accepted_on;
    std::vector<std::string> applicants, respondents;
    std::string kind;                     // key
    std::string facts;
    std::string source;                   // key of the word, "" when the cell is empty
    std::optional<Fen> amount;
    std::vector<std::string> mediators;   // names
    std::string organisation;             // name as written
    std::vector<std::string> methods;     // keys; a method that nobody knows is in the cells alone
    std::string result;                   // key of the word, "" while the dispute is open
    std::optional<AgreementForm> form;
    std::string agreement_number;
    std::optional<Performed> performance;
    std::optional<Date> visited_on;
    std::optional<dispute::Satisfaction> satisfaction;
    std::optional<Date> concluded_on;
    Cells cells;                          // canonical: what `export` writes
};

struct Parsed {
    Encoding encoding{};
    std::int64_t rows_read = 0;   // good and bad
    std::vector<Row> rows;        // the good ones
    std::vector<Fault> faults;    // in the order of rows, then of columns
    std::vector<Fault> warnings;  // headers and methods that nobody knows
    std::string number_header, organisation_header;  // as the file spells them
};

struct ParseOptions {
    Date today{};          // later dates are faults
    std::string office{};  // the committee of rows that name none
};

Parsed parse(std::string_view bytes, Layout const&, ParseOptions const&);

// Rows in the order of an exported ledger: committee, year of acceptance, number.
void sort_rows(std::vector<Cells>&);

struct FileOptions {
    bool gb18030 = false;  // else UTF-8 with the mark that spreadsheets look for
};
// The file: header, rows in order, CRLF, formulas disarmed.
std::string file_of(std::vector<Cells> rows, Layout const&, FileOptions = {});

}  // namespace maple::documents::ledger
