// An answer that is no JSON but the bytes of a PDF file.
#pragma once
#include "api/route.hpp"

#include <stdexcept>

namespace maple::api {

struct PdfFile {
    SharedText told;  // the bytes
};

// To be shown by a browser, and kept under a name of ASCII letters.
inline PdfFile pdf_file(Desk& desk, std::string bytes, std::string_view name)
{
    desk.answer_headers.emplace_back("Content-Type", "application/pdf");
    desk.answer_headers.emplace_back("Content-Disposition", "inline; filename=\"" + std::string(name) + ".pdf\"");
    return {std::make_shared<std::string const>(std::move(bytes))};
}

}  // namespace maple::api

namespace maple {

template <> struct Form<api::PdfFile> {
    static void write(api::PdfFile const&, std::string&) { throw std::logic_error("a file is told as it is"); }
    static json::object schema(Schemas&, Way) { return {{"type", "string"}, {"contentMediaType", "application/pdf"}}; }
};

}  // namespace maple
