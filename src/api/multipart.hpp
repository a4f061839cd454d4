// A form with a file in it, as browsers send it (multipart/form-data, RFC 7578).
#pragma once
#include "api/route.hpp"
#include "http/spool.hpp"

namespace maple::api {

struct Parts {
    json::object fields;
    std::optional<Incoming> file;  // the part of that name; a piece of the spool
};

// Refuses: malformed.multipart, malformed.doubled, unsupported.not_multipart.
Parts parts_of(http::Spool const&, std::string_view content_type);

}  // namespace maple::api
