#include "foundation/text.hpp"

namespace maple {

std::string_view trimmed(std::string_view s)
{
    constexpr std::string_view wide_space = "\u3000";
    auto const blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (;;) {
        if (!s.empty() && blank(s.front())) s.remove_prefix(1);
        else if (s.starts_with(wide_space)) s.remove_prefix(wide_space.size());
        else break;
    }
    for (;;) {
        if (!s.empty() && blank(s.back())) s.remove_suffix(1);
        else if (s.ends_with(wide_space)) s.remove_suffix(wide_space.size());
        else break;
    }
    return s;
}

bool has_control_characters(std::string_view s)
{
    for (unsigned char c : s)
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return true;
    return false;
}

}  // namespace maple
