// When a newer program opens a house: what lists and reminders read of each dispute is worked out anew.
#pragma once
#include "foundation/progress.hpp"
#include "foundation/vault.hpp"
#include "law/book.hpp"
#include "storage/store.hpp"

namespace maple::app {

// The next step of every dispute that goes on, with its day and its person, by this program's rules and this
// rule pack, as `verify` will tell them from the pages; the ledger is not touched. Returns how many were
// otherwise. A dispute whose pages cannot be told is left as it is, for `verify` to name.
std::int64_t renew_next_steps(sql::Store&, law::Book const&, Vault const&, HowFar const& = {});

}  // namespace maple::app
