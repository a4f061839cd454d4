// What the command line says before and after an import: plain text in the reader's language.
#pragma once
#include "documents/ledger/import.hpp"

namespace maple::documents::ledger {

// "Row 6 (line 7 of the file, No. 6), 受理日期: 2023-02-30 is not a day of the calendar."
std::string fault_text(Fault const&, Language);
// What is in the file, and what would happen; lines end with \n. Names of parties are not in it.
std::string preview_text(Preview const&, Language);
// What has become of it. What the preview has named already is counted and not named again.
std::string report_text(ImportReport const&, Preview const& seen_before, Language);

}  // namespace maple::documents::ledger
