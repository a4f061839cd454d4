// A paper as pages that can be bound into a dossier: a picture is one page, a PDF file as many as it has.
// What strangers sent is drawn in the child that looks at it (lens/apart.hpp), under its limits; what comes
// back was made there, and nothing of the file itself.
#pragma once
#include "foundation/stream.hpp"
#include "papers/words.hpp"

namespace maple::papers {

struct PagePicture {
    int width = 0, height = 0;  // points
    std::string jpeg;
};

// Nothing for a recording, for what cannot be drawn, and for a file of more than `most` pages: a paper is
// bound whole or not at all.
std::vector<PagePicture> page_pictures(Media, std::string_view bytes, int most);

std::string bytes_in(Stream const&);

}  // namespace maple::papers
