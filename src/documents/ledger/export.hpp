// The ledger back from the database, in the canonical form: ISO dates, yuan, names joined by
// 、, in the order of committees, years and numbers. What has been imported comes back as it
// was; disputes that began in the program stand beside it from their acceptance on.
#pragma once
#include "access/desk.hpp"
#include "documents/ledger/parse.hpp"

#include <functional>

namespace maple::documents::ledger {

struct ExportOptions {
    Key organisation{};   // and what lies below it; none: the whole house
    bool gb18030 = false;
    std::function<void(std::int64_t done, std::int64_t all)> progress{};  // in disputes
};

// The rows, unsorted. Asks no policy: whoever calls has done so.
std::vector<Cells> rows_to_export(Desk&, Layout const&, ExportOptions const&);
// The whole file. Refuses: organisation.unknown.
std::string export_ledger(Desk&, Layout const&, ExportOptions const& = {});

}  // namespace maple::documents::ledger
