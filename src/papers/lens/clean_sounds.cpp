#include "papers/lens/boxes.hpp"
#include "papers/lens/clean.hpp"
#include "papers/lens/frames.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace maple::papers::lens {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

// --- MP4 ---------------------------------------------------------------------------------------

// What is written over stays as long as it was: other boxes tell places in the file.
struct Patch {
    std::size_t from;
    std::string text;
};

void forget_box(Box const& box, std::vector<Patch>& patches)
{
    patches.push_back({box.from + 4, "free"});
    patches.push_back({box.from + box.head, std::string(box.size - box.head, '\0')});
}

// When it was made and changed, in the heads of film, track and medium.
void forget_times(Bytes bytes, Box const& box, std::vector<Patch>& patches)
{
    auto const body = box.from + box.head;
    auto const length = part(bytes, body, 1) == "\x01"sv ? 16u : 8u;
    if (body + 4 + length <= box.from + box.size) patches.push_back({body + 4, std::string(length, '\0')});
}

void look_into(Bytes bytes, std::size_t from, std::size_t to, std::vector<Patch>& patches, int depth)
{
    if (depth > 6) return;
    each_box(bytes, from, to, [&](Box const& box) {
        if (box.type == "udta" || box.type == "meta" || box.type == "uuid") forget_box(box, patches);
        else if (box.type == "mvhd" || box.type == "tkhd" || box.type == "mdhd") forget_times(bytes, box, patches);
        else if (box.type == "moov" || box.type == "trak" || box.type == "mdia" || box.type == "moof" || box.type == "traf")
            look_into(bytes, box.from + box.head, box.from + box.size, patches, depth + 1);
    });
}

// --- Ogg ---------------------------------------------------------------------------------------

// RFC 3533: the polynomial 0x04c11db7, nothing turned round.
std::uint32_t ogg_sum(Bytes page)
{
    static auto const table = [] {
        std::array<std::uint32_t, 256> t{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            auto r = i << 24;
            for (int bit = 0; bit < 8; ++bit) r = r & 0x80000000u ? r << 1 ^ 0x04c11db7u : r << 1;
            t[i] = r;
        }
        return t;
    }();
    std::uint32_t sum = 0;
    for (unsigned char const c : page) sum = sum << 8 ^ table[(sum >> 24 & 0xFF) ^ c];
    return sum;
}

struct OggPage {
    std::size_t head = 0, size = 0;
    std::size_t first = 0;  // segments of its first packet; 0: that one goes on, on another page
};

std::optional<OggPage> ogg_page(Bytes bytes)
{
    if (!bytes.starts_with("OggS") || bytes.size() < 27) return std::nullopt;
    std::size_t const segments = at(bytes, 26);
    OggPage page{27 + segments, 27 + segments, 0};
    if (page.head > bytes.size()) return std::nullopt;
    for (std::size_t i = 0; i < segments; ++i) {
        page.size += at(bytes, 27 + i);
        if (page.first == 0 && at(bytes, 27 + i) < 255) page.first = i + 1;
    }
    return page.size <= bytes.size() ? std::optional(page) : std::nullopt;
}

// Comments without any: vendor and list are empty (RFC 7845, 5.2; Vorbis I, 5; Speex has the same).
// Nothing where the page holds none.
std::string empty_comments(Bytes packet, bool of_speex)
{
    std::string const none(8, '\0');
    if (packet.starts_with("OpusTags")) return "OpusTags" + none;
    if (packet.starts_with("\x03vorbis"sv)) return "\x03vorbis"s + none + "\x01";
    return of_speex ? none : std::string();
}

// The page with another packet in the place of its first one.
std::string page_with(std::string const& packet, Bytes page, OggPage const& shape)
{
    std::size_t old = 0;
    for (std::size_t i = 0; i < shape.first; ++i) old += at(page, 27 + i);
    auto const others = page.substr(27 + shape.first, shape.head - 27 - shape.first);
    std::string out(page.substr(0, 22));
    out += std::string(4, '\0') + static_cast<char>(others.size() + 1) + static_cast<char>(packet.size());
    out += others;
    out += packet;
    out += page.substr(shape.head + old, shape.size - shape.head - old);
    auto const sum = ogg_sum(out);
    for (int i = 0; i < 4; ++i) out[std::size_t(22 + i)] = static_cast<char>(sum >> 8 * i & 0xFF);
    return out;
}

// --- WebM --------------------------------------------------------------------------------------

struct Element {
    std::uint64_t id = 0;
    std::size_t head = 0, size = 0;  // of the body
    bool endless = false;
};

std::optional<Element> element(Bytes bytes)
{
    if (bytes.size() < 2) return std::nullopt;
    auto const length_of = [](std::uint8_t first) {
        std::size_t n = 1;
        while (n <= 8 && !(first & 0x80 >> (n - 1))) ++n;
        return n;
    };
    auto const id_length = length_of(at(bytes, 0));
    if (id_length > 4 || id_length >= bytes.size()) return std::nullopt;
    auto const size_length = length_of(at(bytes, id_length));
    if (size_length > 8 || id_length + size_length > bytes.size()) return std::nullopt;
    auto const all_ones = (std::uint64_t(1) << 7 * size_length) - 1;
    auto const size = big(bytes, id_length, size_length) & all_ones;
    return Element{big(bytes, 0, id_length), id_length + size_length, std::size_t(size), size == all_ones};
}

// As long as what it stands for (RFC 8794, 11.3.2).
std::string void_of(std::size_t whole)
{
    if (whole < 9) return "\xEC"s + static_cast<char>(0x80 | (whole - 2)) + std::string(whole - 2, '\0');
    return "\xEC\x01"s + as_big(whole - 9, 7) + std::string(whole - 9, '\0');
}

// RFC 9559, 5.1.2: day and minute, title and names of files, the programs that wrote it; and the sum
// over all of it.
bool tells(std::uint64_t id)
{
    constexpr std::uint64_t telling[] = {0x4461, 0x7BA9, 0x4D80, 0x5741, 0x7384, 0x3C83AB, 0x3E83BB, 0xBF};
    return std::find(std::begin(telling), std::end(telling), id) != std::end(telling);
}

}  // namespace

Result<Clean> cleaned_mp4(Bytes bytes)
{
    if (!tracks_of(bytes).sound) return broken();
    std::vector<Patch> patches;
    look_into(bytes, 0, bytes.size(), patches, 0);
    Clean out;
    std::size_t place = 0;
    for (auto& patch : patches) {
        if (patch.text.empty()) continue;
        out.keep(bytes.substr(place, patch.from - place));
        place = patch.from + patch.text.size();
        out.write(std::move(patch.text));
    }
    out.keep(part(bytes, place));
    return out;
}

Result<Clean> cleaned_ogg(Bytes bytes)
{
    constexpr std::uint8_t goes_on = 1, begins = 2;
    Clean out;
    if (!ogg_page(bytes)) return broken();
    std::set<Bytes> speex;  // streams whose comments come next: they do not say what they are
    std::size_t place = 0;
    while (auto const shape = ogg_page(part(bytes, place))) {
        auto const page = bytes.substr(place, shape->size);
        auto const packet = page.substr(shape->head), stream = page.substr(14, 4);
        auto const flags = at(page, 5);
        if (flags & begins && packet.starts_with("Speex   ")) speex.insert(stream);
        bool const of_speex = !(flags & begins) && speex.erase(stream) > 0;
        auto const empty = flags & goes_on ? std::string() : empty_comments(packet, of_speex);
        if (empty.empty()) out.keep(page);
        else if (shape->first == 0) return broken();  // as long as several pages: more than words
        else out.write(page_with(empty, page, *shape));
        place += shape->size;
    }
    out.keep(part(bytes, place));
    return out;
}

Result<Clean> cleaned_webm(Bytes bytes)
{
    constexpr std::uint64_t segment = 0x18538067, tags = 0x1254C367, attachments = 0x1941A469, about = 0x1549A966;
    Clean out;
    auto const head = element(bytes);
    if (!head || head->size > bytes.size() - head->head) return broken();
    std::size_t place = head->head + head->size;
    auto const body = element(part(bytes, place));
    if (!body || body->id != segment) return broken();
    place += body->head;
    std::size_t kept = 0;
    auto const forget = [&](std::size_t from, std::size_t whole) {
        out.keep(bytes.substr(kept, from - kept));
        out.write(void_of(whole));
        kept = from + whole;
    };
    while (auto const one = element(part(bytes, place))) {
        auto const whole = one->head + one->size;
        if (one->endless || whole > bytes.size() - place) break;  // a recording that was streamed: sound to the end
        if (one->id == tags || one->id == attachments) forget(place, whole);
        auto const end = place + whole;
        for (auto inside = one->id == about ? place + one->head : end; inside < end;) {
            auto const child = element(bytes.substr(inside, end - inside));
            if (!child || child->endless || child->size > end - inside - child->head) return broken();
            if (tells(child->id)) forget(inside, child->head + child->size);
            inside += child->head + child->size;
        }
        place += whole;
    }
    out.keep(part(bytes, kept));
    return out;
}

Result<Clean> cleaned_wav(Bytes bytes)
{
    std::vector<Bytes> kept;
    std::string last;  // the sound, when its length was never filled in
    bool form = false, sound = false;
    for (std::size_t place = 12; place + 8 <= bytes.size();) {
        auto const type = bytes.substr(place, 4);
        auto const told = std::size_t(little(bytes, place + 4, 4));
        auto const there = bytes.size() - place - 8;
        auto const length = std::min(told, there);
        if (type == "data" && told > there) {
            last = "data"s + as_little(there, 4);
            kept.push_back(bytes.substr(place + 8));
            sound = true;
            break;
        }
        auto const whole = std::min(length + length % 2, there) + 8;
        form = form || (type == "fmt " && length >= 16);
        sound = sound || type == "data";
        if (type == "fmt " || type == "data" || type == "fact") kept.push_back(bytes.substr(place, whole));
        place += whole;
    }
    if (!form || !sound) return broken();
    std::size_t size = 4 + last.size();
    for (auto const& one : kept) size += one.size();
    Clean out;
    out.write("RIFF"s + as_little(size, 4) + "WAVE");
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!last.empty() && i + 1 == kept.size()) out.write(last);
        out.keep(kept[i]);
    }
    return out;
}

Result<Clean> cleaned_frames(Bytes bytes)
{
    Clean out;
    auto rest = part(bytes, id3_size(bytes));
    constexpr std::size_t old_tag = 128;
    if (rest.size() > old_tag && part(rest, rest.size() - old_tag).starts_with("TAG")) rest.remove_suffix(old_tag);
    out.keep(rest);
    return out;
}

Result<Clean> cleaned(Media media, Bytes bytes)
{
    switch (media) {
    case Media::jpeg: return cleaned_jpeg(bytes);
    case Media::png: return cleaned_png(bytes);
    case Media::webp: return cleaned_webp(bytes);
    case Media::gif: return cleaned_gif(bytes);
    case Media::mp4: return cleaned_mp4(bytes);
    case Media::webm: return cleaned_webm(bytes);
    case Media::ogg: return cleaned_ogg(bytes);
    case Media::wav: return cleaned_wav(bytes);
    case Media::mp3:
    case Media::aac: return cleaned_frames(bytes);
    case Media::pdf:
    case Media::amr: break;
    }
    Clean out;
    out.keep(bytes);
    return out;
}

}  // namespace maple::papers::lens
