// The desk on which one request is worked: who asks, what time it is, the open
// transaction, the book of law, and what is to be said besides the answer.
#pragma once
#include "access/caller.hpp"
#include "access/editions.hpp"
#include "access/rules.hpp"
#include "access/trail.hpp"
#include "foundation/contents.hpp"
#include "foundation/shelf.hpp"
#include "foundation/vault.hpp"
#include "law/book.hpp"
#include "storage/sql.hpp"

#include <algorithm>
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
    std::shared_ptr<Contents const> contents = {};  // what uploaded papers hold; none: nothing is taken in here
};

struct Desk {
    sql::Session& sql;
    House const& house;
    access::Caller caller;
    Instant now;       // the law's clock, moved in the demo
    Instant real_now;  // the machine's: sign-in, lock-out, idempotency
    Language language = Language::zh;
    std::optional<std::int64_t> if_match = {};  // the version that the asker has seen
    std::vector<std::int64_t> if_none_match = {};  // versions that the asker need not be told again
    std::string peer = {};
    std::string session_token = {};             // of the cookie, "" when there is none
    std::string request = {};                   // its id, in every error, in the log and in the audit journal
    std::string_view verb = {}, route = {};     // of the request: "GET", "/disputes/{dispute}"

    std::vector<std::pair<std::string, std::string>> answer_headers = {};
    std::optional<std::int64_t> etag = {};
    bool not_modified = false;
    std::optional<access::Editions> editions = {};  // that this snapshot shows, once they were asked for
    std::shared_ptr<void> roll = {};            // what the registry remembers for this snapshot
    // Where to put down what is done once a change is durable, and never when not; null: nowhere.
    std::vector<std::function<void()>>* when_durable = nullptr;

    law::Book const& book() const { return house.book; }

    // Whether the asker has this version already; then nothing needs to be put together, and
    // the answer is 304. To be asked once the policy has let the asker in, of things that change
    // with their version alone.
    static constexpr std::int64_t any_version = -1;
    bool knows(std::int64_t version)
    {
        etag = version;
        auto const same = [&](std::int64_t v) { return v == any_version || v == version; };
        return not_modified = std::any_of(if_none_match.begin(), if_none_match.end(), same);
    }
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
