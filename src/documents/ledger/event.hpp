// A row of a ledger as the event it stands for.
#pragma once
#include "dispute/file.hpp"
#include "documents/ledger/imported.hpp"
#include "documents/ledger/offices.hpp"
#include "documents/ledger/parse.hpp"

namespace maple::documents::ledger {

// Texts are kept by the file. Days become instants at 00:00 Beijing time: the ledger knows no hours.
Imported event_of(dispute::File&, Row const&, registry::Organisation const&, Offices&, Layout const&);

// When it happened, as far as the row says: concluded, else accepted.
Instant happened_at(Row const&);

}  // namespace maple::documents::ledger
