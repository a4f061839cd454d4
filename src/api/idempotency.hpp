// A POST with an Idempotency-Key: within 24 hours the same key gets the same answer again
// and nothing happens twice. The key is kept in the transaction of the deed itself.
#pragma once
#include "access/desk.hpp"
#include "http/server.hpp"

namespace maple::api {

struct Once {
    std::string key_hash;      // of key, asker and route
    std::string request_hash;  // of what was asked; never kept as it is
};

// Refuses malformed keys (empty is none at all).
std::optional<Once> once_of(http::Request const&, access::Caller const&, std::string_view route);

// The answer that was given to this key before. Refuses: the key was used for another request.
std::optional<http::Response> answered_before(Desk&, Once const&);
// Bytes of a file are not: such a POST reads, and reads again; that it did is noted once more.
bool is_kept(http::Response const&);
void remember(Desk&, Once const&, http::Response const&);

}  // namespace maple::api
