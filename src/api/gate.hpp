// Who may come in at all, before anything of a request is looked at.
#pragma once
#include "access/desk.hpp"
#include "http/server.hpp"

namespace maple::api {

// A page of another site cannot make a signed-in browser change anything here (403).
void refuse_other_sites(http::Request const&);

// Refuses with 401, 403, or 404 for what only the demo city has.
void check_right(access::Caller const&, access::Right needs, House const&);

}  // namespace maple::api
