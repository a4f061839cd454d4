// The desk on which one request is worked: who asks, what time it is, the open
// transaction, the book of law, and what is to be said besides the answer.
#pragma once
#include "access/caller.hpp"
#include "access/editions.hpp"
#include "access/rules.hpp"
#include "access/trail.hpp"
#include "foundation/shelf.hpp"
#include "foundation/vault.hpp"
#include "law/book.hpp"
#include "storage/sql.hpp"

#include <functional>
#include <memory>

namespace maple {

enum class Language { zh, en, ug };

// What the program was started with and shares with every request; outlives them all.
struct House {
    law::Book const& book;
    Vault const& vault;
    bool demo = false;
    std::string public_url;      // what QR codes print
    bool closed = false;         // the disk failed: reads only
    std::shared_ptr<access::Trail> trail = std::make_shared<access::Trail>();  // of readers, on its way into the audit journal
    std::shared_ptr<Shelf> shelf = std::make_shared<Shelf>();  // what was put together from this database before
};

struct Desk {
    sql::Session& sql;
    House const& house;
    access::Caller caller;
    Instant now;       // the law's clock, moved in the demo
    Instant real_now;  // the machine's: sign-in, lock-out, idempotency
    Language language = Language::zh;
    std::optional<std::int64_t> if_match = {};  // the version that the asker has seen
    std::string peer = {};
    std::string session_token = {};             // of the cookie, "" when there is none
    std::string request = {};                   // its id, in every error, in the log and in the audit journal
    std::string_view verb = {}, route = {};     // of the request: "GET", "/disputes/{dispute}"

    std::vector<std::pair<std::string, std::string>> answer_headers = {};
    std::optional<std::int64_t> etag = {};
    std::optional<access::Editions> editions = {};  // that this snapshot shows, once they were asked for
    std::shared_ptr<void> roll = {};            // what the registry remembers for this snapshot
    // Where to put down what may be remembered of a change once it is durable; null: nowhere.
    std::vector<std::function<void()>>* when_durable = nullptr;

    law::Book const& book() const { return house.book; }
};

namespace access {

// Of this desk's snapshot, asked for once.
inline Editions const& editions(Desk& desk)
{
    if (!desk.editions) desk.editions = editions_of(desk.sql);
    return *desk.editions;
}

}  // namespace access

}  // namespace maple
