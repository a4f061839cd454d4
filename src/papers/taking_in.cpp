#include "papers/taking_in.hpp"
#include "papers/lens/apart.hpp"
#include "papers/lens/clean.hpp"
#include "papers/lens/media.hpp"
#include "papers/lens/pdf.hpp"
#include "papers/lens/pictures.hpp"
#include "papers/rules.hpp"
#include "papers/shelf.hpp"

#include <sys/mman.h>

namespace maple::papers {
namespace {

constexpr std::int64_t largest = 50 * 1024 * 1024;

// The file as the system keeps it: nothing is copied.
class Seen {
public:
    explicit Seen(api::Incoming const& file)
    {
        auto const page = std::int64_t(::sysconf(_SC_PAGESIZE));
        auto const from = file.from / page * page;
        length_ = std::size_t(file.from - from + file.size);
        at_ = ::mmap(nullptr, length_, PROT_READ, MAP_PRIVATE, file.file, from);
        if (at_ == MAP_FAILED) throw std::runtime_error("a file that was sent cannot be read");
        bytes_ = {static_cast<char const*>(at_) + (file.from - from), std::size_t(file.size)};
    }
    Seen(Seen const&) = delete;
    Seen& operator=(Seen const&) = delete;
    ~Seen() { ::munmap(at_, length_); }
    std::string_view bytes() const { return bytes_; }

private:
    void* at_ = nullptr;
    std::size_t length_ = 0;
    std::string_view bytes_;
};

// What the child that looks at a file says: a letter, whether the file acts, and a small picture or
// the code of a refusal.
constexpr char picture_follows = 'p', nothing_to_show = '-', refused = 'n', too_large = 'l', acts = 'a', shows = '-';

std::string refusal_told(Refusal const& no) { return std::string{no.because == Because::too_large ? too_large : refused, shows} + no.code; }

std::string look_at_picture(Media media, std::string_view bytes, lens::Turn turn)
{
    auto const small = lens::small_picture(media, bytes);
    if (!small) return refusal_told(small.error());
    return std::string{picture_follows, shows} + lens::as_jpeg(lens::turned(small.value(), turn));
}

std::string look_at_pdf(std::string_view bytes)
{
    auto const page = lens::first_page(bytes);
    if (!page) return refusal_told(page.error());
    auto const active = lens::is_active_pdf(bytes) ? acts : shows;
    if (!page.value()) return {nothing_to_show, active};
    return std::string{picture_follows, active} + lens::as_jpeg(*page.value());
}

struct Looked {
    std::string thumbnail;  // JPEG, or ""
    bool in_time = true;
    bool active = false;    // or nobody can say
};

Looked heard(std::optional<std::string> const& told)
{
    if (!told || told->size() < 2) return {{}, false, true};
    auto const rest = told->substr(2);
    bool const active = told->at(1) == acts;
    switch (told->front()) {
    case picture_follows: return {rest, true, active};
    case nothing_to_show: return {{}, true, active};
    default: throw Refused(refuse(told->front() == too_large ? Because::too_large : Because::unsupported, rest));
    }
}

Looked looked_at(Media media, std::string_view bytes, lens::Turn turn)
{
    if (is_picture(media)) {
        auto const looked = heard(lens::apart([&] { return look_at_picture(media, bytes, turn); }));
        if (!looked.in_time) throw Refused(lens::broken());
        return looked;
    }
    if (media == Media::pdf) return heard(lens::apart([&] { return look_at_pdf(bytes); }));
    return {};
}

Digest hash_of(lens::Clean const& clean)
{
    Sha256 hash;
    for (auto const& piece : clean.pieces) hash.add(piece);
    return hash.digest();
}

Written write(House const& house, Key party, Digest const& hash, std::vector<std::string_view> const& pieces)
{
    Contents::Writing writing(*house.contents);
    for (auto const& piece : pieces) writing.add(piece);
    auto const name = name_of(house.vault, party, hash);
    return {writing.keep(name), name};
}

}  // namespace

TakenIn taken_in(House const& house, api::Incoming const& file, Kind kind, Key party)
{
    if (file.size == 0) throw Refused(refuse(Because::unsupported, "papers.empty"));
    if (file.size > largest) throw Refused(refuse(Because::too_large, "papers.too_large"));
    Seen const seen(file);
    auto const bytes = seen.bytes();
    auto const media = lens::media_of(bytes).value();
    fits(kind, media).value();
    auto const clean = lens::cleaned(media, bytes).value();
    auto const looked = looked_at(media, bytes, clean.turn);
    auto const hash = hash_of(clean);
    auto const sent = sha256(bytes);
    TakenIn taken{.bytes = write(house, party, hash, clean.pieces)};
    taken.media = media;
    taken.size = std::int64_t(clean.size());
    taken.sha256 = hex(hash);
    if (sent != hash) taken.original = hex(sent);
    taken.active = looked.active;
    if (!looked.thumbnail.empty()) taken.thumbnail = write(house, party, sha256(looked.thumbnail), {looked.thumbnail});
    taken.file_name = file.name;
    return taken;
}

}  // namespace maple::papers
