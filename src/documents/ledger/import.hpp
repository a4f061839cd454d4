// A parsed ledger into the database: first looked at (`preview`), then written, all rows in
// one transaction. A row is known by committee, year of acceptance and the office's number;
// a known row is passed over, so an import can be repeated.
#pragma once
#include "access/desk.hpp"
#include "documents/ledger/parse.hpp"
#include "storage/store.hpp"

#include <functional>

namespace maple::documents::ledger {

struct ImportOptions {
    bool skip_bad = false;              // write the good rows although others are bad
    bool create_organisations = false;  // enter committees that nobody knows below the root
    std::function<void(std::int64_t done, std::int64_t all)> progress{};
};

// A committee that the registry does not know, with its rows: said once.
struct UnknownOrganisation {
    std::string name;
    std::vector<std::int64_t> rows;
};

struct Count {
    std::string name;
    std::int64_t rows = 0;
};

struct Preview {
    Encoding encoding{};
    std::int64_t rows_read = 0;
    std::int64_t good = 0;                // that would be written
    std::int64_t known = 0;               // good, and there already
    std::int64_t open = 0;                // good ones without a result: they become live disputes
    std::int64_t bad = 0;                 // rows with a fault
    std::vector<Count> by_kind, by_result, by_organisation;  // of all rows that can be read, most first
    std::vector<Cells> first_rows;        // five at most, canonical
    std::vector<Fault> faults, warnings;
    std::vector<UnknownOrganisation> unknown_organisations;
    std::vector<std::string> organisations_to_create;  // with `create_organisations`
};

struct ImportReport {
    bool written = false;                 // false: there were faults and nothing was changed
    std::int64_t imported = 0, open = 0, known = 0, bad = 0;
    std::int64_t organisations_created = 0;
    std::vector<Fault> faults, warnings;
    std::vector<UnknownOrganisation> unknown_organisations;
};

Preview preview(Desk&, Parsed const&, Layout const&, ImportOptions const& = {});

// In the open transaction of the desk.
ImportReport import_ledger(Desk&, Parsed const&, Layout const&, ImportOptions const& = {});

// In a transaction of its own, as the caller, at `now`. Throws what the store throws; then
// nothing has been written.
ImportReport import_ledger(sql::Store&, House const&, access::Caller const&, Instant now, Parsed const&, Layout const&,
                    ImportOptions const& = {});

}  // namespace maple::documents::ledger
