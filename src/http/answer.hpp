// A Response as bytes. The socket layer alone decides how an answer is framed; nothing that
// the house puts into a header can add a second header or a second answer.
#pragma once
#include <string>
#include <string_view>

#include "http/server.hpp"

namespace maple::http {

// Whether a Response can be sent as it is: a real status, header names that are tokens,
// values without control characters.
bool sendable(Response const&);

// Status line and headers up to and with the empty line. `connection` is "", "close" or
// "keep-alive"; `date` is a text of http_date.
std::string head_of(Response const&, std::string_view connection, std::string_view date);

// The body, wherever the Response keeps it; none of a stream, which is told piece by piece.
std::string_view body_of(Response const&);
std::int64_t end_of(Response const&);  // the place in its stream behind the last byte that is told

// Whether the Response itself asks for the end of the connection.
bool asks_to_close(Response const&);

// RFC 9110, 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(std::chrono::sys_seconds);

}  // namespace maple::http
