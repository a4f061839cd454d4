// From the cookie of a request to the caller: sessions are rows, only the hash of a token
// is kept, and a grant that has ended is gone at once. A session ends when it has not been
// used for a while, and after some hours whatever is done in it (pack.toml). That it is used is
// noted once a minute at most, behind the request's back (trail.hpp): it never ends later than
// the pack says, and a minute earlier at most.
#pragma once
#include "access/caller.hpp"
#include "law/book.hpp"
#include "storage/sql.hpp"

namespace maple::access {

inline constexpr std::string_view session_cookie = "maplebridge_session";  // "__Host-" is put before it over TLS

// So long nobody may have used a session before it ends.
std::int64_t idle_seconds(law::Book const&);

// Nobody when the token is empty, unknown, expired, signed out, left alone for too long, still
// waits for a second factor, or when its account is suspended or has expired.
Caller identify(sql::Session&, law::Book const&, std::string_view token, Instant real_now);

}  // namespace maple::access
