// The files that the binary carries: "migrations/…", "words/…", "rules/…", "forms/…", "web/…".
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace maple {

struct EmbeddedFile {
    std::string_view name;
    std::string_view body;
};

std::optional<std::string_view> embedded(std::string_view name);
std::vector<EmbeddedFile> embedded_under(std::string_view prefix);  // in the order of names

}  // namespace maple
