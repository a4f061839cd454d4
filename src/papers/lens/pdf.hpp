// The first page of a PDF file, and whether the file does more than show pages.
#pragma once
#include "papers/lens/pictures.hpp"

#include <optional>

namespace maple::papers::lens {

// Nothing that a file holds is run here; a file that could run something, or holds other files, or
// of which nobody can say, is only ever handed out to be saved.
bool is_active_pdf(Bytes);

// Refuses: papers.broken, papers.locked_pdf. A page that cannot be drawn is no picture.
Result<std::optional<Picture>> first_page(Bytes);

// How many pages it has. Refuses the same.
Result<int> count_pages(Bytes);
// One of them, counted from 0, as large as it is bound into a dossier. Refuses the same, and a page that
// cannot be drawn.
Result<Picture> whole_page(Bytes, int page);

}  // namespace maple::papers::lens
