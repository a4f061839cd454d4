#include "papers/pages.hpp"
#include "papers/lens/apart.hpp"
#include "papers/lens/clean.hpp"
#include "papers/lens/pdf.hpp"
#include "papers/lens/pictures.hpp"
#include "papers/rules.hpp"

#include <ctime>

namespace maple::papers {
namespace {

constexpr std::size_t enough_for_one_answer = 4 * 1024 * 1024;  // the next child draws what comes after
constexpr double enough_seconds = 8;                            // of the processor, for the same
constexpr std::size_t a_number = 4;

void put(std::string& out, std::uint32_t n)
{
    for (std::size_t i = 0; i < a_number; ++i) out += char(n >> (8 * i) & 0xFF);
}

// What a child says, read with as little trust as what it was given.
class Heard {
public:
    explicit Heard(std::string_view told) : left_(told) {}
    bool empty() const { return left_.empty(); }
    std::optional<std::uint32_t> number()
    {
        if (left_.size() < a_number) return std::nullopt;
        std::uint32_t n = 0;
        for (std::size_t i = 0; i < a_number; ++i) n |= std::uint32_t(static_cast<unsigned char>(left_[i])) << (8 * i);
        left_.remove_prefix(a_number);
        return n;
    }
    std::optional<std::string> words(std::size_t size)
    {
        if (left_.size() < size) return std::nullopt;
        std::string out(left_.substr(0, size));
        left_.remove_prefix(size);
        return out;
    }

private:
    std::string_view left_;
};

void put_page(std::string& out, lens::Picture const& picture)
{
    auto const jpeg = lens::as_jpeg(picture);
    put(out, std::uint32_t(picture.width));
    put(out, std::uint32_t(picture.height));
    put(out, std::uint32_t(jpeg.size()));
    out += jpeg;
}

// False when it is not what a child of ours says.
bool take_pages(std::string_view told, std::vector<PagePicture>& into)
{
    Heard heard(told);
    while (!heard.empty()) {
        auto const width = heard.number(), height = heard.number(), size = heard.number();
        if (!width || !height || !size || *width < 1 || *height < 1 || *width > 2 * lens::page_side || *height > 2 * lens::page_side) return false;
        auto jpeg = heard.words(*size);
        if (!jpeg || !jpeg->starts_with("\xFF\xD8")) return false;
        into.push_back({int(*width), int(*height), std::move(*jpeg)});
    }
    return true;
}

std::string draw_picture(Media media, std::string_view bytes)
{
    std::string out;
    auto const clean = lens::cleaned(media, bytes);
    auto const picture = lens::small_picture(media, bytes, lens::page_side);
    if (picture) put_page(out, lens::turned(picture.value(), clean ? clean.value().turn : 1));
    return out;
}

std::string draw_pages(std::string_view bytes, int from, int to)
{
    std::string out;
    for (int n = from; n < to; ++n) {
        auto const page = lens::whole_page(bytes, n);
        if (!page) return {};
        put_page(out, page.value());
        if (out.size() > enough_for_one_answer || double(std::clock()) / CLOCKS_PER_SEC > enough_seconds) break;
    }
    return out;
}

std::string count(std::string_view bytes)
{
    std::string out;
    auto const pages = lens::count_pages(bytes);
    put(out, pages ? std::uint32_t(pages.value()) : 0);
    return out;
}

std::vector<PagePicture> pages_of_pdf(std::string_view bytes, int most)
{
    auto const told = lens::apart([&] { return count(bytes); });
    auto const pages = told ? Heard(*told).number() : std::nullopt;
    if (!pages || *pages < 1 || *pages > std::uint32_t(most)) return {};
    std::vector<PagePicture> all;
    while (all.size() < *pages) {
        auto const before = all.size();
        auto const drawn = lens::apart([&] { return draw_pages(bytes, int(before), int(*pages)); });
        if (!drawn || !take_pages(*drawn, all) || all.size() == before || all.size() > *pages) return {};
    }
    return all;
}

}  // namespace

std::vector<PagePicture> page_pictures(Media media, std::string_view bytes, int most)
{
    if (most < 1) return {};
    if (media == Media::pdf) return pages_of_pdf(bytes, most);
    if (!is_picture(media)) return {};
    std::vector<PagePicture> one;
    auto const drawn = lens::apart([&] { return draw_picture(media, bytes); });
    if (!drawn || !take_pages(*drawn, one) || one.size() != 1) return {};
    return one;
}

std::string bytes_in(Stream const& stream)
{
    std::string bytes;
    auto const next = stream.all();
    for (auto piece = next(); !piece.empty(); piece = next()) bytes += piece;
    return bytes;
}

}  // namespace maple::papers
