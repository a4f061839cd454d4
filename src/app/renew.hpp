// When a newer program, or a newer rule pack, opens a house: what lists and reminders read of it is worked out anew.
#pragma once
#include "foundation/progress.hpp"
#include "foundation/vault.hpp"
#include "law/book.hpp"
#include "storage/store.hpp"

namespace maple::app {

// The next step of every dispute that goes on, with its day and its person, what its running calls for joint
// mediation owe, and by when open referrals, leads and complaints are to be answered: by this program's rules and
// this rule pack, as they are told from the pages; the ledger is not touched. Returns of how many it was otherwise.
// A dispute whose pages cannot be told is left as it is, for `verify` to name.
std::int64_t renew_what_is_due(sql::Store&, law::Book const&, Vault const&, HowFar const& = {});

// The same where this house still asks for it: after its newest migration, and under a rule pack that is not the one
// by which it was done last (a year's holidays, a term). Whoever was interrupted gets it at the next start, from the
// beginning. Returns whether it was owed.
bool renew_where_owed(sql::Store&, law::Book const&, Vault const&, HowFar const& = {});

}  // namespace maple::app
