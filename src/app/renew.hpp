// When a newer program opens a house: what lists and reminders read of each dispute is worked out anew.
#pragma once
#include "foundation/progress.hpp"
#include "foundation/vault.hpp"
#include "law/book.hpp"
#include "storage/store.hpp"

namespace maple::app {

// The next step of every dispute that goes on, with its day and its person, and what its running calls for joint
// mediation owe and by when: by this program's rules and this rule pack, as they are told from the pages; the
// ledger is not touched. Returns of how many disputes it was otherwise. One whose pages cannot be told is left as
// it is, for `verify` to name.
std::int64_t renew_next_steps(sql::Store&, law::Book const&, Vault const&, HowFar const& = {});

// The same where the newest migration of this house still asks for it: whoever was interrupted after a migration
// gets it at the next start, from the beginning. Returns whether it was owed.
bool renew_where_owed(sql::Store&, law::Book const&, Vault const&, HowFar const& = {});

}  // namespace maple::app
