// For tests: small files of every kind, made here, with what must not be left in them.
#pragma once
#include "papers/lens/shrink.hpp"

#include <zlib.h>

namespace maple::papers::samples {

using namespace std::string_literals;

// Lines of a hidden place and a hidden name, which cleaning must take out.
inline std::string const hidden = "canary-place 45.58N 84.87E", gps = "GPSLatitude";

// The left half black, the right half white, so that its direction can be seen.
inline lens::Picture half_black(int width = 60, int height = 40)
{
    lens::Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) picture.rows.append(3, x < width / 2 ? '\x00' : '\xFF');
    return picture;
}

inline std::string jpeg_segment(std::string marker, std::string const& body) { return "\xFF" + marker + lens::as_big(body.size() + 2, 2) + body; }

// With an Exif block that tells a direction and a place, a comment, and a film behind its end.
inline std::string jpeg(int turn = 1, int width = 60, int height = 40)
{
    auto const plain = lens::as_jpeg(half_black(width, height));
    auto const exif = "Exif\0\0"s + lens::exif_of(turn) + gps + hidden;
    return plain.substr(0, 2) + jpeg_segment("\xE1", exif) + jpeg_segment("\xE1", "http://ns.adobe.com/xap/1.0/" + hidden) +
           jpeg_segment("\xED", "Photoshop 3.0" + hidden) + jpeg_segment("\xFE", hidden) + plain.substr(2) + "MotionPhoto" + hidden;
}

inline std::string png_chunk(std::string const& type, std::string const& body)
{
    auto const text = type + body;
    return lens::as_big(body.size(), 4) + text + lens::as_big(crc32(0, reinterpret_cast<Bytef const*>(text.data()), uInt(text.size())), 4);
}

inline std::string deflated(std::string const& plain)
{
    uLongf size = compressBound(uLong(plain.size()));
    std::string out(size, '\0');
    compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<Bytef const*>(plain.data()), uLong(plain.size()));
    out.resize(size);
    return out;
}

// Said to be as large as told, whatever lies in it.
inline std::string png(int width = 30, int height = 20, int said_width = 0, int said_height = 0)
{
    std::string rows;
    for (int y = 0; y < height; ++y) rows += '\0' + std::string(std::size_t(width) * 3, '\x80');
    auto const head = lens::as_big(std::uint64_t(said_width ? said_width : width), 4) + lens::as_big(std::uint64_t(said_height ? said_height : height), 4) + "\x08\x02\0\0\0"s;
    return "\x89PNG\r\n\x1A\n"s + png_chunk("IHDR", head) + png_chunk("tEXt", "Author\0"s + hidden) + png_chunk("eXIf", lens::exif_of(1) + hidden) +
           png_chunk("IDAT", deflated(rows)) + png_chunk("IEND", "") + hidden;
}

// Two points, one black and one white.
inline std::string gif(bool moving = false)
{
    auto const picture = "\x2C\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0A\0"s;
    auto const comment = "\x21\xFE"s + static_cast<char>(hidden.size()) + hidden + '\0';
    return "GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF"s + comment + picture + (moving ? picture : "") + ";";
}

inline std::string pdf(std::string const& more = "")
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R" + more + ">>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents 4 0 R>>endobj\n"
           "4 0 obj<</Length 31>>stream\n0 0 0 rg 20 20 100 200 re f    \nendstream endobj\n"
           "trailer<</Root 1 0 R>>\n%%EOF\n";
}

inline std::string riff(std::string const& what, std::string const& chunks) { return "RIFF" + lens::as_little(chunks.size() + 4, 4) + what + chunks; }
inline std::string riff_chunk(std::string const& type, std::string const& body) { return type + lens::as_little(body.size(), 4) + body + (body.size() % 2 ? "\0"s : ""s); }

inline std::string wav(std::string const& sound = std::string(800, '\x40'))
{
    auto const form = "\x01\0\x01\0\x40\x1F\0\0\x40\x1F\0\0\x01\0\x08\0"s;
    return riff("WAVE", riff_chunk("fmt ", form) + riff_chunk("LIST", "INFOIART" + hidden) + riff_chunk("data", sound));
}

inline std::string amr(std::string const& sound) { return "#!AMR\n" + sound; }

// Two frames of silence at 128 kbit/s, 44,100 Hz, behind an ID3 tag and before an old one.
inline std::string mp3()
{
    auto const frame = "\xFF\xFB\x90\x64"s + std::string(413, '\0');
    auto const tag = "TIT2" + hidden;
    return "ID3\x04\0\0\0\0\0"s + static_cast<char>(tag.size()) + tag + frame + frame + "TAG" + hidden + std::string(125 - hidden.size(), ' ');
}

inline std::string box(std::string const& type, std::string const& body) { return lens::as_big(body.size() + 8, 4) + type + body; }

inline std::string m4a(std::string const& handles = "soun")
{
    auto const times = std::string(4, '\0') + "\xDE\xAD\xBE\xEF\xDE\xAD\xBE\xEF"s + std::string(80, '\0');
    auto const media = box("mdia", box("mdhd", times) + box("hdlr", std::string(8, '\0') + handles + std::string(12, '\0')));
    auto const user = box("udta", box("\xA9xyz", hidden));
    return box("ftyp", "M4A \0\0\0\0M4A mp42"s) + box("moov", box("mvhd", times) + box("trak", media) + user) + box("mdat", std::string(64, '\x55'));
}

inline std::string ogg_page(int sequence, std::string const& packet)
{
    std::string page = "OggS\0"s + (sequence == 0 ? "\x02"s : "\0"s) + std::string(8, '\0') + "mapl" + lens::as_little(std::uint64_t(sequence), 4) + std::string(4, '\0');
    std::string table;
    auto left = packet.size();
    for (; left >= 255; left -= 255) table += '\xFF';
    table += static_cast<char>(left);
    return page + static_cast<char>(table.size()) + table + packet;
}

inline std::string comments(std::string const& told = hidden)
{
    return lens::as_little(5, 4) + "maple" + lens::as_little(1, 4) + lens::as_little(told.size(), 4) + told;
}

inline std::string opus(std::string const& told = hidden)
{
    return ogg_page(0, "OpusHead\x01\x01\0\0\x80\xBB\0\0\0\0\0"s) + ogg_page(1, "OpusTags" + comments(told)) + ogg_page(2, std::string(300, '\x11'));
}

// Vorbis sets up on the page of its comments.
inline std::string const set_up = "\x05vorbis" + std::string(300, '\x33');
inline std::string vorbis()
{
    auto const told = "\x03vorbis" + comments() + "\x01";
    auto page = ogg_page(1, told + set_up);
    auto const table = std::string{static_cast<char>(told.size()), '\xFF', static_cast<char>(set_up.size() - 255)};
    page = page.substr(0, 26) + static_cast<char>(table.size()) + table + told + set_up;
    return ogg_page(0, "\x01vorbis" + std::string(23, '\x01')) + page + ogg_page(2, std::string(300, '\x11'));
}

inline std::string speex() { return ogg_page(0, "Speex   " + std::string(72, '\x01')) + ogg_page(1, comments()) + ogg_page(2, std::string(300, '\x11')); }

// One element; lengths are written in eight bytes.
inline std::string element(std::string const& id, std::string const& body) { return id + "\x01" + lens::as_big(body.size(), 7) + body; }

inline std::string webm(std::string const& codec = "A_OPUS")
{
    auto const about = "\x2A\xD7\xB1\x83\x0F\x42\x40"s + element("\x44\x61", "\xDE\xAD\xBE\xEF\xDE\xAD\xBE\xEF") + element("\x7B\xA9", hidden) + element("\x4D\x80", hidden) +
                       "\x57\x41\x84" + "phon";
    return element("\x1A\x45\xDF\xA3", element("\x42\x82", "webm")) +
           element("\x18\x53\x80\x67", element("\x15\x49\xA9\x66", about) + element("\x16\x54\xAE\x6B", element("\x86", codec)) + element("\x12\x54\xC3\x67", element("\x44\x87", hidden)) +
                                           element("\x1F\x43\xB6\x75", std::string(120, '\x22')));
}

}  // namespace maple::papers::samples
