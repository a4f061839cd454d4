// An office's ledger in and out. The order of work:
//
//     auto const layout = ledger::open_layout(book);
//     auto const parsed = ledger::parse(bytes, layout, {today});
//     auto const preview = ledger::preview(desk, parsed, layout);
//     say(ledger::preview_text(preview, language));
//     auto const report = ledger::import_ledger(store, house, caller, now, parsed, layout, {.skip_bad = true});
//     say(ledger::report_text(report, preview, language));      // report.written tells whether anything changed
//     write(ledger::export_ledger(desk, layout, {.organisation = committee}));
#pragma once
#include "documents/ledger/export.hpp"
#include "documents/ledger/import.hpp"
#include "documents/ledger/text.hpp"
