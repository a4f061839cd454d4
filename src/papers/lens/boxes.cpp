#include "papers/lens/boxes.hpp"

namespace maple::papers::lens {

void each_box(Bytes bytes, std::size_t from, std::size_t to, std::function<void(Box const&)> const& see)
{
    to = std::min(to, bytes.size());
    while (from + 8 <= to) {
        Box box{from, 8, std::size_t(big(bytes, from, 4)), bytes.substr(from + 4, 4)};
        if (box.size == 1) {
            box.head = 16;
            box.size = std::size_t(big(bytes, from + 8, 8));
        } else if (box.size == 0) {
            box.size = to - from;
        }
        if (box.size < box.head || box.size > to - from) return;
        see(box);
        from += box.size;
    }
}

Tracks tracks_of(Bytes bytes)
{
    Tracks tracks;
    auto const inside = [&](Box const& box, auto const& see) { each_box(bytes, box.from + box.head, box.from + box.size, see); };
    each_box(bytes, 0, bytes.size(), [&](Box const& top) {
        if (top.type != "moov") return;
        inside(top, [&](Box const& track) {
            if (track.type != "trak") return;
            inside(track, [&](Box const& media) {
                if (media.type != "mdia") return;
                inside(media, [&](Box const& one) {
                    if (one.type != "hdlr") return;
                    auto const handles = part(bytes, one.from + one.head + 8, 4);
                    tracks.sound = tracks.sound || handles == "soun";
                    tracks.film = tracks.film || handles == "vide";
                });
            });
        });
    });
    return tracks;
}

}  // namespace maple::papers::lens
