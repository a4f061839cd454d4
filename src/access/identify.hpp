// From the cookie of a request to the caller: sessions are rows, only the hash of a token
// is kept, and a grant that has ended is gone at once. A session ends when it has not been
// used for a while, and after some hours whatever is done in it (pack.toml).
#pragma once
#include "access/caller.hpp"
#include "foundation/keyed_digest.hpp"
#include "law/book.hpp"
#include "storage/sql.hpp"

#include <mutex>
#include <unordered_map>

namespace maple::access {

inline constexpr std::string_view session_cookie = "maplebridge_session";  // "__Host-" is put before it over TLS

// Nobody when the token is empty, unknown, expired, signed out, still waits for a second factor,
// or when its account is suspended or has expired.
// Until the first security administrator has come in, a system administrator stands in for one.
Caller identify(sql::Session&, std::string_view token, Instant real_now);

// The same, remembered as long as the edition of access is the same that was read in this
// snapshot (storage/editions.hpp): whatever ends a session or a grant makes a new one in its own
// transaction. Time alone may end access, too (a session also by being idle for so many seconds),
// so nobody is remembered longer than a moment. By hashes of tokens; for any number of threads.
class Callers {
public:
    Caller identify(sql::Session&, std::string_view token, Instant real_now, std::int64_t edition, std::int64_t idle);

private:
    struct Known {
        Caller caller;
        Instant since, until;
    };
    std::mutex mutex_;
    std::int64_t edition_ = 0;
    KeyedDigest const digest_;
    std::unordered_map<KeyedDigest::Digest, Known, KeyedDigest::Hash> known_;  // by the token
};

// Whether nobody has used the caller's session for longer than the rules let it be; then whoever
// comes back signs in again. The last use is known to the minute.
bool left_alone(Caller const&, law::Book const&, Instant real_now);
std::int64_t idle_seconds(law::Book const&);

// Whether an account with this role ever had a password: then somebody has taken the office up.
bool ever_taken_up(sql::Session&, Role);

}  // namespace maple::access
