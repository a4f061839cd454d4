// Which piece stands on which page. Pure: heights in, pages out.
#pragma once
#include <optional>
#include <vector>

namespace maple::documents::press {

// How firmly a piece holds to the one before it. A page ends before a free piece; where there
// is none, inside what should stay together (a page of signatures that is longer than a page);
// where there is not even that, anywhere.
enum class Hold { free, together, firm };

struct Extent {
    double height = 0;
    double before = 0;  // white above it, none at the top of a page
    Hold hold = Hold::free;
    std::optional<std::size_t> head;  // the piece that stands above it again at the top of a page
};

struct Place {
    std::size_t piece = 0;
    double top = 0;
    bool again = false;  // a table's head that is repeated
};
using Page = std::vector<Place>;

// At least one page; none of them empty when there is anything to place. A piece that is higher
// than a page gets one for itself.
std::vector<Page> pages_of(std::vector<Extent> const&, double height);

}  // namespace maple::documents::press
