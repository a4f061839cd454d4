#include "api/range.hpp"

#include <charconv>

namespace maple::api {

void take_range(http::Response& answer, std::string_view range)
{
    answer.headers.emplace_back("Accept-Ranges", "bytes");
    constexpr std::string_view unit = "bytes=";
    auto const dash = range.find('-');
    if (answer.status != 200 || !range.starts_with(unit) || dash == range.npos || range.find(',') != range.npos) return;
    auto const number = [](std::string_view digits) -> std::optional<std::int64_t> {
        std::int64_t n = 0;
        auto const [end, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
        return bad == std::errc{} && end == digits.data() + digits.size() && n >= 0 ? std::optional(n) : std::nullopt;
    };
    auto const size = answer.stream->size;
    auto const first = number(range.substr(unit.size(), dash - unit.size()));
    auto const last = number(range.substr(dash + 1));
    bool const open = dash + 1 == range.size(), from_behind = dash == unit.size();
    if ((!first && !from_behind) || (!last && !open) || (from_behind && open) || (first && last && *first > *last)) return;
    auto const from = from_behind ? std::max<std::int64_t>(0, size - *last) : *first;
    auto const to = from_behind || open ? size : std::min(size, *last + 1);
    if (from >= size || (from_behind && *last == 0)) {
        answer.status = 416;
        answer.stream.reset();
        answer.headers.emplace_back("Content-Range", "bytes */" + std::to_string(size));
        return;
    }
    answer.status = 206;
    answer.from = from;
    answer.to = to;
    answer.headers.emplace_back("Content-Range", "bytes " + std::to_string(from) + "-" + std::to_string(to - 1) + "/" + std::to_string(size));
}

}  // namespace maple::api
