#include "foundation/strokes.hpp"

#include <charconv>
#include <cstdlib>

namespace maple {
namespace {

constexpr int least_way = 60;  // in all, in units of the frame

struct Reader {
    std::string_view left;

    bool take(char c)
    {
        if (left.empty() || left.front() != c) return false;
        left.remove_prefix(1);
        return true;
    }

    std::optional<int> number(int most)
    {
        int n = 0;
        auto const [at, fault] = std::from_chars(left.data(), left.data() + left.size(), n);
        if (fault != std::errc{} || n < 0 || n > most || left.front() == '-') return std::nullopt;
        left.remove_prefix(std::size_t(at - left.data()));
        return n;
    }
};

}  // namespace

std::optional<std::vector<Stroke>> strokes_in(std::string_view text)
{
    std::vector<Stroke> all(1);
    Reader in{text};
    std::size_t dots = 0;
    int way = 0;
    for (;;) {
        auto const x = in.number(strokes_wide);
        if (!x || !in.take(',')) return std::nullopt;
        auto const y = in.number(strokes_high);
        if (!y || ++dots > most_dots) return std::nullopt;
        auto& stroke = all.back();
        if (!stroke.empty()) way += std::abs(*x - stroke.back().x) + std::abs(*y - stroke.back().y);
        stroke.push_back({*x, *y});
        if (in.left.empty()) break;
        if (in.take(';')) all.emplace_back();
        else if (!in.take(' ')) return std::nullopt;
    }
    if (way < least_way) return std::nullopt;
    return all;
}

std::string strokes_svg(std::string_view text)
{
    auto const all = strokes_in(text);
    if (!all) return {};
    std::string path;
    for (auto const& stroke : *all) {
        char verb = 'M';
        for (auto const& dot : stroke) {
            path += verb + std::to_string(dot.x) + " " + std::to_string(dot.y);
            verb = 'L';
        }
        if (stroke.size() == 1) path += "h1";
    }
    auto const frame = std::to_string(strokes_wide) + " " + std::to_string(strokes_high);
    return "<svg class=\"strokes\" viewBox=\"0 0 " + frame + "\" width=\"150\" height=\"50\" aria-hidden=\"true\"><path d=\"" + path +
           "\" fill=\"none\" stroke=\"#000\" stroke-width=\"5\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>";
}

}  // namespace maple
