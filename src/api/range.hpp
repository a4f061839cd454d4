#pragma once
#include "http/server.hpp"

namespace maple::api {

// Cuts an answer that streams a file to the one range that was asked for (RFC 9110, 14.2); 416 for one
// that lies outside. Several, or one that nobody understands, get everything.
void take_range(http::Response&, std::string_view range);

}  // namespace maple::api
