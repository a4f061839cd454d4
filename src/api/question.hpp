// What a request asks: path parameters, query and body gathered into one JSON object, and
// the route that answers it.
#pragma once
#include "api/route.hpp"
#include "http/server.hpp"

namespace maple::api {

struct Found {
    Route const* route = nullptr;      // null: no such door
    json::object named;                // path parameters
    std::vector<std::string_view> other_verbs;  // the path exists, with these
};

// Routes by their segments, built once.
class Router {
public:
    explicit Router(Catalogue const&);
    Found find(std::string_view verb, std::string_view path) const;

private:
    struct Entry {
        std::vector<std::string_view> segments;  // of the route's own path
        Route const* route;
    };
    std::multimap<std::pair<std::size_t, std::string_view>, Entry> entries_;  // by length and first segment
};

// Refuses: malformed (not JSON, not UTF-8, not an object, a field given twice, a body where none
// is read, a query where none is read); unsupported (another type, a compressed body).
json::value question_in(http::Request const&, json::object named);

// "%E8%BF%8E" decoded; nothing when it is broken.
std::optional<std::string> percent_decoded(std::string_view, bool plus_is_space);

}  // namespace maple::api
