// An answer that is no JSON but a file, told piece by piece; a part of it, where Range asks for one.
#pragma once
#include "api/route.hpp"

#include <stdexcept>

namespace maple::api {

struct FileAnswer {
    SharedStream streamed;
};

}  // namespace maple::api

namespace maple {

template <> struct Form<api::FileAnswer> {
    static void write(api::FileAnswer const&, std::string&) { throw std::logic_error("a file is told as it is"); }
    static json::object schema(Schemas&, Way) { return {{"type", "string"}, {"contentMediaType", "application/octet-stream"}}; }
};

}  // namespace maple
