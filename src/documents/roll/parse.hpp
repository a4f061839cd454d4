// A list of people or of organisations as typed rows. Pure: bytes in; rows that are right, and
// every fault of every row that is not, at once.
#pragma once
#include "documents/ledger/table.hpp"
#include "documents/roll/layout.hpp"
#include "registry/keep.hpp"
#include "registry/placing.hpp"
#include "workforce/words.hpp"

namespace maple::documents::roll {

using ledger::Encoding;
using ledger::Fault;
using Cells = std::vector<std::string>;  // canonical, in the order of our own columns: what `export` writes

struct PersonRow {
    std::int64_t row = 0, line = 0;
    std::string name, organisation, phone;
    std::vector<registry::Service> serves_as;
    std::optional<workforce::Staffing> staffing;
    std::string languages, skills;  // "zh,ug"
    std::string certificate, issuer;
    std::optional<Date> valid_from, valid_until;
    Cells cells;
};

struct OrganisationRow {
    std::int64_t row = 0, line = 0;
    std::string name, name_en, parent, division, short_name, phone, address, hours;
    registry::OrganisationKind kind{};
    registry::Level level{};
    bool has_seal = false;
    registry::Basis basis{};
    std::string host, sector, contact;
    std::optional<Date> set_up_on;
    Cells cells;
};

struct Parsed {
    Subject subject{};
    Encoding encoding{};
    std::int64_t rows_read = 0;
    std::vector<PersonRow> people;                // the good ones
    std::vector<OrganisationRow> organisations;
    std::vector<Fault> faults;                    // in the order of rows, then of columns
    std::vector<Fault> warnings;                  // headers that nobody knows
    std::vector<std::string> headers;             // of our own columns, as the file spells them, else as we do

    std::string const& header(Layout const& layout, std::string_view key) const { return headers[layout.columns(subject).keyed(key)]; }
};

Parsed parse(std::string_view bytes, Subject, Layout const&, Date today);

// The file: our own headers, rows in the order given, CRLF, formulas disarmed.
std::string file_of(std::vector<Cells> const& rows, Subject, Layout const&, bool gb18030 = false);

}  // namespace maple::documents::roll
