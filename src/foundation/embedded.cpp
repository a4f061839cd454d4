#include "foundation/embedded.hpp"

#include <cstdint>

namespace {
struct Raw {
    char const* name;
    char const* body;
    std::uint64_t size;
};
}  // namespace

extern "C" Raw const maple_embedded_files[];  // made by tools/embed.py, sorted by name

namespace maple {

std::optional<std::string_view> embedded(std::string_view name)
{
    for (auto const* file = maple_embedded_files; file->name; ++file)
        if (name == file->name) return std::string_view(file->body, file->size);
    return std::nullopt;
}

std::vector<EmbeddedFile> embedded_under(std::string_view prefix)
{
    std::vector<EmbeddedFile> found;
    for (auto const* file = maple_embedded_files; file->name; ++file)
        if (std::string_view(file->name).starts_with(prefix)) found.push_back({file->name, {file->body, file->size}});
    return found;
}

}  // namespace maple
