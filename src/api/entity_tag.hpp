// Entity tags: the version of a thing in quotes (RFC 9110, 8.8.3).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maple::api {

std::string tag_of(std::int64_t version);

// The version of an If-Match; nothing for none and for "*". Refuses what is no tag of ours (400).
std::optional<std::int64_t> version_in(std::string_view if_match);

// Those of an If-None-Match, compared weakly (13.1.2); a tag that is none of ours matches nothing.
std::vector<std::int64_t> versions_in(std::string_view if_none_match);

}  // namespace maple::api
