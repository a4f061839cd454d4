// An answer that is no JSON but the bytes of a ZIP file.
#pragma once
#include "api/route.hpp"

#include <stdexcept>

namespace maple::api {

struct ZipFile {
    SharedText told;  // the bytes
};

// To be kept under a name of ASCII letters.
inline ZipFile zip_file(Desk& desk, std::string bytes, std::string_view name)
{
    desk.answer_headers.emplace_back("Content-Type", "application/zip");
    desk.answer_headers.emplace_back("Content-Disposition", "attachment; filename=\"" + std::string(name) + ".zip\"");
    return {std::make_shared<std::string const>(std::move(bytes))};
}

}  // namespace maple::api

namespace maple {

template <> struct Form<api::ZipFile> {
    static void write(api::ZipFile const&, std::string&) { throw std::logic_error("a file is told as it is"); }
    static json::object schema(Schemas&, Way) { return {{"type", "string"}, {"contentMediaType", "application/zip"}}; }
};

}  // namespace maple
