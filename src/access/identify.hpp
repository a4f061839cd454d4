// From the cookie of a request to the caller: sessions are rows, only the hash of a token
// is kept, and a grant that has ended is gone at once.
#pragma once
#include "access/caller.hpp"
#include "storage/sql.hpp"

namespace maple::access {

inline constexpr std::string_view session_cookie = "maplebridge_session";  // "__Host-" is put before it over TLS

// Nobody when the token is empty, unknown, expired, signed out, still waits for a second factor,
// or when its account is suspended or has expired.
// Until the first security administrator has come in, a system administrator stands in for one.
Caller identify(sql::Session&, std::string_view token, Instant real_now);

// Whether an account with this role ever had a password: then somebody has taken the office up.
bool ever_taken_up(sql::Session&, Role);

}  // namespace maple::access
