// What the command line says before and after an import: plain text in the reader's language.
#pragma once
#include "documents/ledger/import.hpp"

namespace maple::documents::ledger {

// What is in the file, and what would happen; lines end with \n. Names of parties are not in it.
std::string preview_text(Preview const&, Language);
// What is said in place of a report where the faults of the preview forbid writing.
std::string nothing_written_text(Preview const&, Language);
// What has become of it. What the preview has named already is counted and not named again.
std::string report_text(ImportReport const&, Preview const& seen_before, Language);

}  // namespace maple::documents::ledger
