// MP4 and its kin: boxes in boxes (ISO/IEC 14496-12).
#pragma once
#include "papers/lens/bytes.hpp"

#include <algorithm>
#include <functional>

namespace maple::papers::lens {

struct Box {
    std::size_t from = 0;     // in the bytes
    std::size_t head = 8;     // bytes of size and type
    std::size_t size = 0;     // with its head
    Bytes type;
};
// The boxes of a stretch, in their order; stops at one that does not fit.
void each_box(Bytes bytes, std::size_t from, std::size_t to, std::function<void(Box const&)> const& see);

struct Tracks {
    bool sound = false, film = false;
};
Tracks tracks_of(Bytes);

}  // namespace maple::papers::lens
