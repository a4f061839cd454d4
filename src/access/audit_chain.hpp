// The chain of the audit journal: where it stands, whether it holds, and what a sweep leaves.
#pragma once
#include "access/audit.hpp"
#include "foundation/sha256.hpp"

namespace maple::access {

struct ChainHead {
    std::int64_t n = 0;   // 0: nothing was ever written
    Digest hash{};
};
ChainHead chain_head(sql::Session&);
Digest next_hash(Digest const& before, AuditEntry const&);

// What is wrong with one place of the chain.
enum class ChainFault { gap, changed, missing, cut_off };
BOOST_DESCRIBE_ENUM(ChainFault, gap, changed, missing, cut_off)
struct ChainBreak {
    ChainFault fault{};
    std::int64_t n = 0;
};

struct ChainFound {
    std::int64_t first = 0, last = 0;  // numbers that are there; 0: none
    std::int64_t checked = 0;
    std::int64_t unplaced = 0;         // PostgreSQL: committed, not yet in the chain
    Digest head{};
    std::vector<ChainBreak> breaks;    // at most 100 of them
};
// The newest entries (0: all) against their hashes, and the seals that lie in the ledger.
ChainFound check_chain(sql::Session&, std::int64_t newest = 0);

// Writes number and hash of the newest entry on a page of the ledger: what is cut off behind
// it is missed later.
struct JournalSealed {
    std::int64_t n = 0;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(JournalSealed, (), (n, hash))
void seal_journal(Desk&);

// Removes the oldest whole day (Beijing time) that is older than `days`, with a page that
// anchors the chain. Returns whether there was one.
bool sweep_journal(Desk&, std::int64_t days);

}  // namespace maple::access
