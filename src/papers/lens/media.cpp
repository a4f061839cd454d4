#include "papers/lens/media.hpp"
#include "papers/lens/boxes.hpp"
#include "papers/lens/frames.hpp"

#include <array>

namespace maple::papers::lens {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t near_the_start = 64 * 1024;

Refusal no(std::string code) { return refuse(Because::unsupported, "papers." + std::move(code)); }

bool among(Bytes one, std::initializer_list<Bytes> many)
{
    for (auto const& other : many)
        if (one == other) return true;
    return false;
}

Result<Media> of_boxes(Bytes bytes)
{
    auto const brand = bytes.substr(8, 4);
    if (among(brand, {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis"})) return no("heic");
    return tracks_of(bytes).film ? Result<Media>(no("film")) : Media::mp4;
}

Result<Media> of_ebml(Bytes bytes)
{
    auto const start = part(bytes, 0, near_the_start);
    if (start.find("webm") == start.npos) return no("unknown_type");
    for (auto const codec : {"V_VP8"sv, "V_VP9"sv, "V_AV1"sv, "V_MPEG"sv})
        if (start.find(codec) != start.npos) return no("film");
    return Media::webm;
}

Result<Media> of_ogg(Bytes bytes)
{
    auto const start = part(bytes, 0, 4096);
    if (start.find("\x80theora"sv) != start.npos) return no("film");
    bool const sound = start.find("OpusHead") != start.npos || start.find("\x01vorbis"sv) != start.npos || start.find("Speex   ") != start.npos;
    return sound ? Result<Media>(Media::ogg) : no("unknown_type");
}

Result<Media> of_riff(Bytes bytes)
{
    auto const what = part(bytes, 8, 4);
    if (what == "WAVE") return Media::wav;
    if (what == "AVI ") return no("film");
    return what == "WEBP" ? Result<Media>(Media::webp) : no("unknown_type");
}

// A PDF may begin with what an old mail program put before it.
bool is_pdf(Bytes bytes)
{
    auto const at = part(bytes, 0, 64).find("%PDF-");
    if (at == bytes.npos) return false;
    return bytes.substr(0, at).find_first_not_of("\xEF\xBB\xBF \t\r\n") == bytes.npos;
}

}  // namespace

Result<Media> media_of(Bytes bytes)
{
    if (bytes.empty()) return no("empty");
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return Media::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return Media::png;
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return Media::gif;
    if (bytes.starts_with("RIFF")) return of_riff(bytes);
    if (is_pdf(bytes)) return Media::pdf;
    if (bytes.starts_with("OggS")) return of_ogg(bytes);
    if (bytes.starts_with("\x1A\x45\xDF\xA3"sv)) return of_ebml(bytes);
    if (part(bytes, 4, 4) == "ftyp" && bytes.size() >= 12) return of_boxes(bytes);
    if (bytes.starts_with("#!AMR\n") || bytes.starts_with("#!AMR-WB\n")) return Media::amr;
    auto const sound = part(bytes, id3_size(bytes));
    if (is_adts(sound)) return Media::aac;
    if (is_mp3(sound)) return Media::mp3;
    return no("unknown_type");
}

}  // namespace maple::papers::lens
