// Pages on a PDF surface, tagged in the order of reading.
#pragma once
#include "documents/pdf/flow.hpp"

namespace maple::documents::press {

// What stands around the words of a page.
struct Margins {
    std::string header, watermark, verification, digest;
    int page = 0, of = 0;  // no number when 0
};

void draw_page(cairo_t*, Flow const&, std::size_t page, std::string_view language, FontMap const&, Margins const&);

}  // namespace maple::documents::press
