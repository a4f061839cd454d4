#include "foundation/form.hpp"

namespace maple {

std::size_t chosen(std::span<std::string_view const> names, std::string_view word)
{
    auto const at = std::find(names.begin(), names.end(), word);
    return at == names.end() ? no_choice : std::size_t(at - names.begin());
}

std::string listed(std::span<std::string_view const> names)
{
    std::string out;
    for (auto const name : names) out.append(out.empty() ? "" : ", ").append(name);
    return out;
}

}  // namespace maple
