#include "registry/numbers.hpp"

namespace maple::registry {
namespace {

std::string padded(std::int64_t n, std::size_t width)
{
    auto text = std::to_string(n);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string value_of(std::string_view name, std::string_view short_name, int year, std::int64_t n)
{
    if (name == "short") return std::string(short_name);
    if (name == "year") return std::to_string(year);
    if (name == "n") return std::to_string(n);
    if (name.starts_with("n:0") && name.size() == 4) return padded(n, std::size_t(name[3] - '0'));
    return "{" + std::string(name) + "}";
}

}  // namespace

std::string filled_pattern(std::string_view pattern, std::string_view short_name, int year, std::int64_t n)
{
    std::string out;
    while (!pattern.empty()) {
        auto const open = pattern.find('{'), close = pattern.find('}', open == pattern.npos ? 0 : open);
        if (open == pattern.npos || close == pattern.npos) break;
        out += pattern.substr(0, open);
        out += value_of(pattern.substr(open + 1, close - open - 1), short_name, year, n);
        pattern.remove_prefix(close + 1);
    }
    return out + std::string(pattern);
}

std::string next_numbered(Desk& desk, Organisation const& organisation, std::string_view series, Instant at)
{
    auto const& patterns = desk.book().numbering;
    auto const year = year_of(date_in_beijing(at));
    auto const n = next_number(desk, organisation.id, year, series);
    auto const& pattern = series == "acceptance" ? patterns.acceptance : series == "agreement" ? patterns.agreement : patterns.dossier;
    return filled_pattern(pattern, organisation.short_name, year, n);
}

}  // namespace maple::registry
