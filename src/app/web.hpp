// The web app as the binary carries it: two entries (residents at /, staff at /desk/) and the
// API's page at /api-docs/. Hashed assets are kept by browsers for a year, pages never; a
// page gets a fresh nonce for its style elements.
#pragma once
#include "http/server.hpp"

namespace maple::app {

// An answer for any path outside /api; 404 for a missing asset, never a page instead of it.
http::Response web_page(http::Request const&, std::string const& web_folder = {});

}  // namespace maple::app
