// Pages on a PDF surface, tagged in the order of reading.
#pragma once
#include "documents/pdf/flow.hpp"
#include "documents/pdf/pdf.hpp"

namespace maple::documents::press {

// What stands around the words of a page.
struct Margins {
    std::string header, watermark, verification, digest;
    int page = 0, of = 0;  // no number when 0
};

void draw_page(cairo_t*, Flow const&, std::size_t page, std::string_view language, FontMap const&, Margins const&);

// A picture within the margins, as large as it fits, and not blown up beyond what it shows.
void draw_plate(cairo_t*, Plate const&);

}  // namespace maple::documents::press
