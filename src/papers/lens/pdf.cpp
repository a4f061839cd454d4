#include "papers/lens/pdf.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <zlib.h>

namespace maple::papers::lens {
namespace {

constexpr std::size_t most_inflated = 64 * 1024 * 1024;  // of all object streams together

// ISO 32000-1, 12.6.4 and 7.11.4: names of what acts or carries.
constexpr std::array<Bytes, 9> acting = {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData", "/GoToE"};

bool names_action(Bytes text)
{
    for (auto const name : acting)
        for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
            auto const next = part(text, at + name.size(), 1);
            if (next.empty() || next.find_first_of(" \t\r\n\f/<>[]()%{}") == 0 || name == "/EmbeddedFile") return true;
        }
    return false;
}

// A name may be written with #xx for a letter, and nobody does so who has nothing to hide.
bool hides_names(Bytes text)
{
    constexpr std::size_t longest = 16;  // before the mark, with its slash: no name that acts is longer
    for (auto at = text.find('#'); at != text.npos; at = text.find('#', at + 1)) {
        auto const before = text.substr(at - std::min(at, longest), std::min(at, longest));
        auto const slash = before.rfind('/');
        auto const name = slash == before.npos ? Bytes{} : before.substr(slash);
        auto const code = part(text, at + 1, 2);
        bool const hexadecimal = code.size() == 2 && code.find_first_not_of("0123456789abcdefABCDEF") == code.npos;
        if (!hexadecimal || name.empty() || name.find_first_of(" \t\r\n<>[]()") != name.npos) continue;
        auto const letter = char(std::stoi(std::string(code), nullptr, 16));
        if ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')) return true;
    }
    return false;
}

// What is packed tells letters by chance.
std::string outside_streams(Bytes bytes)
{
    std::string out;
    while (!bytes.empty()) {
        auto const start = bytes.find("stream");
        out += bytes.substr(0, start);
        if (start == bytes.npos) break;
        auto const end = bytes.find("endstream", start);
        bytes = end == bytes.npos ? Bytes{} : bytes.substr(end + 9);
    }
    return out;
}

// What a stream holds, as far as it can be unpacked; nothing when there is too much of it.
std::optional<std::string> inflated(Bytes bytes, std::size_t most)
{
    z_stream z{};
    if (inflateInit(&z) != Z_OK) return std::nullopt;
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = uInt(bytes.size());
    std::string out;
    std::array<char, 64 * 1024> piece;
    int status = Z_OK;
    while (status == Z_OK && out.size() <= most) {
        z.next_out = reinterpret_cast<Bytef*>(piece.data());
        z.avail_out = uInt(piece.size());
        status = inflate(&z, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END) break;
        out.append(piece.data(), piece.size() - z.avail_out);
    }
    inflateEnd(&z);
    return status == Z_STREAM_END && out.size() <= most ? std::optional(std::move(out)) : std::nullopt;
}

Picture picture_of(poppler::image const& image)
{
    Picture out{image.width(), image.height(), {}};
    out.rows.resize(std::size_t(out.width) * std::size_t(out.height) * 3);
    for (int y = 0; y < out.height; ++y) {
        auto const* row = reinterpret_cast<unsigned char const*>(image.const_data()) + std::ptrdiff_t(y) * image.bytes_per_row();
        for (int x = 0; x < out.width; ++x)
            for (int c = 0; c < 3; ++c) out.rows[(std::size_t(y) * std::size_t(out.width) + std::size_t(x)) * 3 + std::size_t(c)] = char(row[x * 4 + 2 - c]);
    }
    return out;
}

void say_nothing(std::string const&, void*) {}

using Document = std::unique_ptr<poppler::document>;

Result<Document> opened_pdf(Bytes bytes)
{
    poppler::set_debug_error_function(say_nothing, nullptr);
    Document document(poppler::document::load_from_raw_data(bytes.data(), int(bytes.size())));
    if (!document) return broken();
    if (document->is_locked()) return refuse(Because::unsupported, "papers.locked_pdf");
    if (document->pages() < 1) return broken();
    return document;
}

// To fit into a square of `most` points.
std::optional<Picture> drawn(poppler::document& document, int number, int most)
{
    std::unique_ptr<poppler::page> const page(document.create_page(number));
    if (!page) return std::nullopt;
    auto const size = page->page_rect();
    auto const larger = std::max(size.width(), size.height());
    if (larger <= 0) return std::nullopt;
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_argb32);
    auto const resolution = 72.0 * most / larger;
    auto const image = renderer.render_page(page.get(), resolution, resolution);
    if (!image.is_valid() || image.width() > 2 * most || image.height() > 2 * most) return std::nullopt;
    return picture_of(image);
}

}  // namespace

bool is_active_pdf(Bytes bytes)
{
    if (names_action(bytes) || hides_names(outside_streams(bytes))) return true;
    // Objects may lie packed in streams of their own (ISO 32000-1, 7.5.7).
    std::size_t left = most_inflated, seen = 0;
    for (auto at = bytes.find("/ObjStm"); at != bytes.npos; at = bytes.find("/ObjStm", at + 1)) {
        if (at < seen) continue;  // another word for the stream that was looked into
        auto start = bytes.find("stream", at);
        if (start == bytes.npos) return true;
        start += 6;
        seen = start;
        if (part(bytes, start, 1) == "\r") ++start;
        if (part(bytes, start, 1) == "\n") ++start;
        auto const objects = inflated(part(bytes, start), left);
        if (!objects || names_action(*objects) || hides_names(*objects)) return true;
        left -= objects->size();
    }
    return false;
}

Result<std::optional<Picture>> first_page(Bytes bytes)
{
    auto const document = opened_pdf(bytes);
    if (!document) return document.error();
    return drawn(*document.value(), 0, thumbnail_side);
}

Result<int> count_pages(Bytes bytes)
{
    auto const document = opened_pdf(bytes);
    if (!document) return document.error();
    return document.value()->pages();
}

Result<Picture> whole_page(Bytes bytes, int page)
{
    auto const document = opened_pdf(bytes);
    if (!document) return document.error();
    auto picture = page < document.value()->pages() ? drawn(*document.value(), page, page_side) : std::nullopt;
    if (!picture) return broken();
    return std::move(*picture);
}

}  // namespace maple::papers::lens
