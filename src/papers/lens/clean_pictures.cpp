#include "papers/lens/clean.hpp"

#include <algorithm>
#include <zlib.h>

namespace maple::papers::lens {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr auto exif_mark = "Exif\0\0"sv;

// A JPEG marker that stands for itself: no length follows.
bool stands_alone(std::uint8_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }

bool is_needed(std::uint8_t marker, Bytes body)
{
    if (marker == 0xE0) return body.starts_with("JFIF\0"sv);
    if (marker == 0xE2) return body.starts_with("ICC_PROFILE\0"sv);  // its colours
    if (marker == 0xEE) return body.starts_with("Adobe");             // how its colours are written
    return !(marker >= 0xE0 && marker <= 0xEF) && marker != 0xFE;
}

// A JFIF head may hold a small picture of how it looked before it was cut.
std::string jfif_without_picture(Bytes body)
{
    std::string head(part(body, 0, 12));
    head.resize(14, '\0');
    return "\xFF\xE0"s + as_big(head.size() + 2, 2) + head;
}

std::string png_chunk(std::string const& type, Bytes body)
{
    auto const text = type + std::string(body);
    auto const sum = crc32(0, reinterpret_cast<Bytef const*>(text.data()), uInt(text.size()));
    return as_big(body.size(), 4) + text + as_big(sum, 4);
}

std::string riff_chunk(Bytes type, Bytes body) { return std::string(type) + as_little(body.size(), 4) + std::string(body) + (body.size() % 2 ? "\0"s : ""s); }

}  // namespace

std::string exif_of(Turn turn)
{
    return "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"s + as_big(std::uint64_t(turn), 2) + std::string(6, '\0');
}

Turn turn_in(Bytes tiff)
{
    bool const is_big = tiff.starts_with("MM");
    if (!is_big && !tiff.starts_with("II")) return 1;
    auto const number = [&](std::size_t from, std::size_t n) { return is_big ? big(tiff, from, n) : little(tiff, from, n); };
    auto const directory = std::size_t(number(4, 4));
    auto const entries = std::size_t(number(directory, 2));
    for (std::size_t i = 0; i < std::min<std::size_t>(entries, 200); ++i) {
        auto const entry = directory + 2 + i * 12;
        if (entry + 12 > tiff.size()) break;
        if (number(entry, 2) != 0x0112) continue;
        auto const turn = int(number(entry + 8, 2));
        return turn >= 1 && turn <= 8 ? turn : 1;
    }
    return 1;
}

Result<Clean> cleaned_jpeg(Bytes bytes)
{
    Clean out;
    out.keep(bytes.substr(0, 2));
    std::size_t place = 2;
    bool direction_told = false, scan = false;
    auto const tell_direction = [&] {
        if (std::exchange(direction_told, true) || out.turn == 1) return;
        auto const exif = std::string(exif_mark) + exif_of(out.turn);
        out.write("\xFF\xE1"s + as_big(exif.size() + 2, 2) + exif);
    };
    while (place + 1 < bytes.size()) {
        if (scan) {  // what is compressed runs until the next marker
            auto next = bytes.find('\xFF', place);
            while (next != bytes.npos && next + 1 < bytes.size() && (at(bytes, next + 1) == 0 || (at(bytes, next + 1) >= 0xD0 && at(bytes, next + 1) <= 0xD7) || at(bytes, next + 1) == 0xFF))
                next = bytes.find('\xFF', next + (at(bytes, next + 1) == 0xFF ? 1 : 2));
            if (next == bytes.npos || next + 1 >= bytes.size()) return broken();
            out.keep(bytes.substr(place, next - place));
            place = next;
            scan = false;
        }
        if (at(bytes, place) != 0xFF) return broken();
        while (place + 1 < bytes.size() && at(bytes, place + 1) == 0xFF) ++place;  // fill bytes
        if (place + 1 >= bytes.size()) return broken();
        auto const marker = at(bytes, place + 1);
        if (marker == 0xD9) {  // what comes after the end is no picture
            out.keep(bytes.substr(place, 2));
            return out;
        }
        if (stands_alone(marker)) {
            out.keep(bytes.substr(place, 2));
            place += 2;
            continue;
        }
        auto const length = std::size_t(big(bytes, place + 2, 2));
        if (length < 2 || place + 2 + length > bytes.size()) return broken();
        auto const body = bytes.substr(place + 4, length - 2);
        if (marker == 0xE1 && body.starts_with(exif_mark)) out.turn = turn_in(body.substr(exif_mark.size()));
        bool const has_picture = marker == 0xE0 && body.size() > 14;
        // The direction is told before the picture begins, and after the first JFIF head.
        if (!(marker >= 0xE0 && marker <= 0xEF) && marker != 0xFE) tell_direction();
        if (is_needed(marker, body)) {
            if (has_picture) out.write(jfif_without_picture(body));
            else out.keep(bytes.substr(place, length + 2));
        }
        place += 2 + length;
        scan = marker == 0xDA;
    }
    return broken();
}

Result<Clean> cleaned_png(Bytes bytes)
{
    constexpr Bytes needed[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"};
    Clean out;
    out.keep(bytes.substr(0, 8));
    for (std::size_t place = 8; place + 12 <= bytes.size();) {
        auto const length = std::size_t(big(bytes, place, 4));
        if (length > bytes.size() - place - 12) return broken();
        auto const type = bytes.substr(place + 4, 4);
        if (type == "acTL") return refuse(Because::unsupported, "papers.moving_picture");
        if (type == "eXIf") {
            out.turn = turn_in(bytes.substr(place + 8, length));
            if (out.turn != 1) out.write(png_chunk("eXIf", exif_of(out.turn)));
        }
        if (std::find(std::begin(needed), std::end(needed), type) != std::end(needed)) out.keep(bytes.substr(place, length + 12));
        place += length + 12;
        if (type == "IEND") return out;
    }
    return broken();
}

Result<Clean> cleaned_webp(Bytes bytes)
{
    struct Chunk {
        Bytes type, whole, body;
    };
    std::vector<Chunk> kept;
    Turn turn = 1;
    auto const end = std::min<std::size_t>(bytes.size(), std::size_t(little(bytes, 4, 4)) + 8);
    for (std::size_t place = 12; place + 8 <= end;) {
        auto const length = std::size_t(little(bytes, place + 4, 4));
        if (length > end - place - 8) return broken();
        auto const type = bytes.substr(place, 4);
        auto const body = bytes.substr(place + 8, length);
        if (type == "ANIM" || type == "ANMF") return refuse(Because::unsupported, "papers.moving_picture");
        if (type == "EXIF") turn = turn_in(body.starts_with(exif_mark) ? body.substr(exif_mark.size()) : body);
        auto const padded = std::min(length + length % 2, end - place - 8);
        if (type == "VP8 " || type == "VP8L" || type == "VP8X" || type == "ALPH" || type == "ICCP") kept.push_back({type, bytes.substr(place, 8 + padded), body});
        place += 8 + padded;
    }
    if (kept.empty()) return broken();
    bool const extended = kept.front().type == "VP8X" && kept.front().body.size() >= 10;
    bool const tell = turn != 1 && extended;
    auto const exif = tell ? riff_chunk("EXIF", exif_of(turn)) : std::string();
    std::size_t size = 4 + exif.size();
    for (auto const& one : kept) size += one.whole.size();
    Clean out;
    out.turn = turn;
    out.write("RIFF"s + as_little(size, 4) + "WEBP");
    for (auto const& one : kept) {
        if (one.type != "VP8X" || !extended) {
            out.keep(one.whole);
            continue;
        }
        std::string head(one.body);
        constexpr int has_xmp = 0x04, has_exif = 0x08;
        head[0] = static_cast<char>((at(head, 0) & ~(has_xmp | has_exif)) | (tell ? has_exif : 0));
        out.write(riff_chunk("VP8X", head));
    }
    if (tell) out.write(exif);
    return out;
}

Result<Clean> cleaned_gif(Bytes bytes)
{
    auto const table = [&](std::size_t flags_at) { return at(bytes, flags_at) & 0x80 ? std::size_t(3) << ((at(bytes, flags_at) & 7) + 1) : 0; };
    // Behind a row of blocks that tell their own lengths; npos when it does not end.
    auto const behind_blocks = [&](std::size_t from) {
        while (from < bytes.size() && at(bytes, from) != 0) from += 1 + at(bytes, from);
        return from < bytes.size() ? from + 1 : bytes.npos;
    };
    if (bytes.size() < 13) return broken();
    Clean out;
    std::size_t place = 13 + table(10);
    if (place > bytes.size()) return broken();
    out.keep(bytes.substr(0, place));
    int pictures = 0;
    while (place < bytes.size()) {
        auto const kind = at(bytes, place);
        if (kind == 0x3B) {
            if (pictures == 0) return broken();
            out.keep(bytes.substr(place, 1));
            return out;
        }
        std::size_t end = bytes.npos;
        bool needed = false;
        if (kind == 0x21 && place + 2 < bytes.size()) {
            end = behind_blocks(place + 2);
            needed = at(bytes, place + 1) == 0xF9;  // what is transparent
        } else if (kind == 0x2C && place + 10 < bytes.size()) {
            if (++pictures > 1) return refuse(Because::unsupported, "papers.moving_picture");
            end = behind_blocks(place + 10 + table(place + 9) + 1);
            needed = true;
        }
        if (end == bytes.npos) return broken();
        if (needed) out.keep(bytes.substr(place, end - place));
        place = end;
    }
    return broken();
}

}  // namespace maple::papers::lens
