#include "papers/lens/pictures.hpp"

#include <algorithm>
#include <cstring>
#include <gif_lib.h>
#include <memory>
#include <optional>
#include <stdexcept>
#include <webp/decode.h>

namespace maple::papers::lens {
namespace {

constexpr int white = 255;

void on_white(std::uint8_t const* rgba, std::uint8_t* rgb)
{
    for (int c = 0; c < 3; ++c) rgb[c] = std::uint8_t((rgba[c] * rgba[3] + white * (255 - rgba[3])) / 255);
}

int give(GifFileType* gif, GifByteType* into, int n)
{
    auto& rest = *static_cast<Bytes*>(gif->UserData);
    auto const there = std::min(rest.size(), std::size_t(n));
    std::memcpy(into, rest.data(), there);
    rest.remove_prefix(there);
    return int(there);
}

struct CloseGif {
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};

// All rows of the first picture in their order; false when it is cut off.
bool rows_of(GifFileType* gif, std::vector<GifByteType>& rows, int width, int height)
{
    static constexpr int starts[] = {0, 4, 2, 1}, steps[] = {8, 8, 4, 2};
    auto const read = [&](int y) { return DGifGetLine(gif, rows.data() + std::size_t(y) * std::size_t(width), width) == GIF_OK; };
    if (!gif->Image.Interlace) {
        for (int y = 0; y < height; ++y)
            if (!read(y)) return false;
        return true;
    }
    for (int pass = 0; pass < 4; ++pass)
        for (int y = starts[pass]; y < height; y += steps[pass])
            if (!read(y)) return false;
    return true;
}

// To the first picture; the colour that is transparent, or -1. Nothing when there is no picture.
std::optional<int> to_picture(GifFileType* gif)
{
    int clear = -1;
    for (GifRecordType kind{}; DGifGetRecordType(gif, &kind) == GIF_OK && kind != TERMINATE_RECORD_TYPE;) {
        if (kind == IMAGE_DESC_RECORD_TYPE) return DGifGetImageDesc(gif) == GIF_OK ? std::optional(clear) : std::nullopt;
        if (kind != EXTENSION_RECORD_TYPE) continue;
        int code = 0;
        GifByteType* body = nullptr;
        if (DGifGetExtension(gif, &code, &body) != GIF_OK) return std::nullopt;
        while (body) {
            if (code == GRAPHICS_EXT_FUNC_CODE && body[0] >= 4 && (body[1] & 1)) clear = body[4];
            if (DGifGetExtensionNext(gif, &body) != GIF_OK) return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace

Result<void> checked_size(std::int64_t width, std::int64_t height, bool at_once)
{
    if (width <= 0 || height <= 0) return broken();
    if (width > longest_side || height > longest_side || width * height > (at_once ? most_points_at_once : most_points))
        return refuse(Because::too_large, "papers.too_many_points");
    return {};
}

Result<Picture> small_webp(Bytes bytes, int most)
{
    auto const* data = reinterpret_cast<std::uint8_t const*>(bytes.data());
    WebPDecoderConfig how;
    if (!WebPInitDecoderConfig(&how) || WebPGetFeatures(data, bytes.size(), &how.input) != VP8_STATUS_OK) return broken();
    int const width = how.input.width, height = how.input.height;
    if (auto const size = checked_size(width, height, true); !size) return size.error();
    auto const larger = std::max(width, height);
    how.output.colorspace = MODE_RGBA;
    if (larger > most) {
        how.options.use_scaling = 1;
        how.options.scaled_width = std::max(1, int(std::int64_t(width) * most / larger));
        how.options.scaled_height = std::max(1, int(std::int64_t(height) * most / larger));
    }
    auto const status = WebPDecode(data, bytes.size(), &how);
    if (status != VP8_STATUS_OK) {
        WebPFreeDecBuffer(&how.output);
        return broken();
    }
    Picture small{how.output.width, how.output.height, {}};
    small.rows.resize(std::size_t(small.width) * std::size_t(small.height) * 3);
    for (int y = 0; y < small.height; ++y)
        for (int x = 0; x < small.width; ++x)
            on_white(how.output.u.RGBA.rgba + y * how.output.u.RGBA.stride + x * 4,
                     reinterpret_cast<std::uint8_t*>(small.rows.data()) + (std::size_t(y) * std::size_t(small.width) + std::size_t(x)) * 3);
    WebPFreeDecBuffer(&how.output);
    return small;
}

Result<Picture> small_gif(Bytes bytes, int most)
{
    int trouble = 0;
    std::unique_ptr<GifFileType, CloseGif> const gif(DGifOpen(&bytes, give, &trouble));
    if (!gif) return broken();
    auto const clear = to_picture(gif.get());
    if (!clear) return broken();
    int const width = gif->Image.Width, height = gif->Image.Height;
    if (auto const size = checked_size(width, height, true); !size) return size.error();
    auto const* colours = gif->Image.ColorMap ? gif->Image.ColorMap : gif->SColorMap;
    std::vector<GifByteType> rows(std::size_t(width) * std::size_t(height));
    if (!colours || !rows_of(gif.get(), rows, width, height)) return broken();
    Shrinker shrinker(width, height, most);
    std::vector<std::uint8_t> points(std::size_t(width) * 3);
    for (std::size_t y = 0; y < std::size_t(height); ++y) {
        for (std::size_t x = 0; x < std::size_t(width); ++x) {
            int const index = rows[y * std::size_t(width) + x];
            GifColorType const colour = index == *clear || index >= colours->ColorCount ? GifColorType{white, white, white} : colours->Colors[index];
            points[x * 3] = colour.Red;
            points[x * 3 + 1] = colour.Green;
            points[x * 3 + 2] = colour.Blue;
        }
        shrinker.row(points.data());
    }
    return shrinker.take();
}

Result<Picture> small_picture(Media media, Bytes bytes, int most)
{
    switch (media) {
    case Media::jpeg: return small_jpeg(bytes, most);
    case Media::png: return small_png(bytes, most);
    case Media::webp: return small_webp(bytes, most);
    case Media::gif: return small_gif(bytes, most);
    default: throw std::logic_error("this is no picture");
    }
}

}  // namespace maple::papers::lens
