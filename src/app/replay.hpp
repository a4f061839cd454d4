// `verify`: replays the journal against the tables, checks the leaves of the tree, the texts
// beside the pages, receipts, and the numbers for gaps, and names what differs. What is no part
// of the ledger is not looked at: sessions, links, tries, answers kept for their Idempotency-Key.
#pragma once
#include "law/book.hpp"
#include "foundation/contents.hpp"
#include "foundation/vault.hpp"
#include "storage/store.hpp"

namespace maple::app {

struct Difference {
    std::string what;   // "leaf", "page", "words", "dispute", "number", "lead", "referral", "receipt", "account", "grant" …
    std::string which;  // a key, never a name
    std::string says;   // an English sentence
};

struct Verified {
    std::int64_t pages = 0, leaves = 0, unplaced = 0, texts = 0, erased = 0, disputes = 0, leads = 0, referrals = 0,
                 own_requests = 0, terms = 0, receipts = 0, papers = 0, contents = 0, samples = 0, reviews = 0, places = 0, bookings = 0;
    std::int64_t registered = 0;  // organisations, people, accounts, grants, teams
    std::int64_t audited = 0;     // entries of the audit journal
    std::string tree_head;  // hex
    std::vector<Difference> differences;
};

using Progress = std::function<void(std::int64_t done, std::int64_t all)>;

// `contents`: the folder of papers; without one, nothing that a paper tells of can be found.
Verified verify(sql::Store&, law::Book const&, Vault const&, Progress const& = {}, Contents const* contents = nullptr);

}  // namespace maple::app
