// An office's ledger in and out. The order of work:
//
//     auto const layout = ledger::open_layout(book);
//     auto const parsed = ledger::parse(bytes, layout, {today});
//     say(ledger::preview_text(ledger::preview(desk, parsed, layout), language));
//     auto const report = ledger::import_ledger(store, house, caller, now, parsed, layout, {.skip_bad = true});
//     say(ledger::report_text(report, language));      // report.written tells whether anything changed
//     write(ledger::export_ledger(desk, layout, {.organisation = committee}));
#pragma once
#include "documents/ledger/export.hpp"
#include "documents/ledger/import.hpp"
#include "documents/ledger/text.hpp"
