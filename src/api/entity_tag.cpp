#include "api/entity_tag.hpp"
#include "access/desk.hpp"

#include <charconv>

namespace maple::api {
namespace {

// The version in an entity tag of ours, "7" with its quotes.
std::optional<std::int64_t> version_of(std::string_view tag)
{
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') return std::nullopt;
    std::int64_t version = 0;
    auto const digits = tag.substr(1, tag.size() - 2);
    auto const [end, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
    if (bad != std::errc{} || end != digits.data() + digits.size() || version < 0) return std::nullopt;
    return version;
}

}  // namespace

std::string tag_of(std::int64_t version) { return "\"" + std::to_string(version) + "\""; }

std::optional<std::int64_t> version_in(std::string_view if_match)
{
    if (if_match.empty() || if_match == "*") return std::nullopt;
    auto const version = version_of(if_match);
    if (!version) throw Refused(refuse(Because::malformed, "malformed.if_match"));
    return version;
}

std::vector<std::int64_t> versions_in(std::string_view if_none_match)
{
    std::vector<std::int64_t> versions;
    while (!if_none_match.empty()) {
        auto const comma = if_none_match.find(',');
        auto const one = trimmed(if_none_match.substr(0, comma));
        if_none_match = comma == if_none_match.npos ? std::string_view{} : if_none_match.substr(comma + 1);
        if (one == "*") versions.push_back(Desk::any_version);
        else if (auto const version = version_of(one)) versions.push_back(*version);
    }
    return versions;
}

}  // namespace maple::api
