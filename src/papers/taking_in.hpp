// A file that was sent, on its way in: looked at by what it holds, cleaned of what it tells besides,
// encrypted and on the disk, before anything speaks of it.
#pragma once
#include "api/route.hpp"
#include "papers/words.hpp"

namespace maple::papers {

struct Written {
    Content content;
    std::string name;  // by which the same content is found again
};

struct TakenIn {
    Media media{};
    std::int64_t size = 0;
    std::string sha256;    // hex, of what is kept
    std::string original;  // hex, of what was sent; "" when nothing was taken out of it
    bool active = false;
    Written bytes;
    std::optional<Written> thumbnail;
    std::string file_name;
};

// `party`: in whose compartment it will lie; none: in the house's. Refuses: papers.empty,
// papers.too_large, papers.unknown_type, papers.film, papers.heic, papers.moving_picture,
// papers.broken, papers.too_many_points, papers.locked_pdf; and a kind that does not fit.
TakenIn taken_in(House const&, api::Incoming const&, Kind, Key party);

}  // namespace maple::papers
