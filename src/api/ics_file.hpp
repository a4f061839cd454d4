// An answer that is no JSON but a calendar for other programs (RFC 5545).
#pragma once
#include "api/route.hpp"

#include <stdexcept>

namespace maple::api {

struct IcsFile {
    SharedText told;  // the bytes
};

// To be kept under a name of ASCII letters.
inline IcsFile ics_file(Desk& desk, std::string bytes, std::string_view name)
{
    desk.answer_headers.emplace_back("Content-Type", "text/calendar; charset=utf-8");
    desk.answer_headers.emplace_back("Content-Disposition", "attachment; filename=\"" + std::string(name) + ".ics\"");
    return {std::make_shared<std::string const>(std::move(bytes))};
}

}  // namespace maple::api

namespace maple {

template <> struct Form<api::IcsFile> {
    static void write(api::IcsFile const&, std::string&) { throw std::logic_error("a file is told as it is"); }
    static json::object schema(Schemas&, Way) { return {{"type", "string"}, {"contentMediaType", "text/calendar"}}; }
};

}  // namespace maple
