#include "foundation/text.hpp"

#include <array>

namespace maple {
namespace {

// Characters of more than one byte that leave no ink, as they are in UTF-8.
constexpr std::array<std::string_view, 20> blanks = {
    "\u3000", "\u00A0", "\uFEFF", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
    "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B", "\u2028", "\u2029", "\u202F", "\u205F"};

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t blank_at_front(std::string_view s)
{
    if (!s.empty() && blank(s.front())) return 1;
    for (auto const one : blanks)
        if (s.starts_with(one)) return one.size();
    return 0;
}

std::size_t blank_at_back(std::string_view s)
{
    if (!s.empty() && blank(s.back())) return 1;
    for (auto const one : blanks)
        if (s.ends_with(one)) return one.size();
    return 0;
}

bool is_control(unsigned char c) { return c < 0x20 || c == 0x7F; }

// U+0080 to U+009F, of which U+0085 is a line end.
bool is_late_control(std::string_view two) { return two[0] == '\xC2' && static_cast<unsigned char>(two[1]) < 0xA0; }

// U+202A to U+202E and U+2066 to U+2069 turn the direction of what follows: a name could be
// made to read as another. U+200E, U+200F and the joiners of Arabic script turn nothing.
bool is_turning(std::string_view three)
{
    return (three[0] == '\xE2' && three[1] == '\x80' && three[2] >= '\xAA' && three[2] <= '\xAE') ||
           (three[0] == '\xE2' && three[1] == '\x81' && three[2] >= '\xA6' && three[2] <= '\xA9');
}

bool is_separator(std::string_view three) { return three == "\u2028" || three == "\u2029"; }

}  // namespace

std::string_view trimmed(std::string_view s)
{
    while (auto const n = blank_at_front(s)) s.remove_prefix(n);
    while (auto const n = blank_at_back(s)) s.remove_suffix(n);
    return s;
}

bool has_control_characters(std::string_view s)
{
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (is_control(static_cast<unsigned char>(s[i])) && s[i] != '\t' && s[i] != '\n' && s[i] != '\r') return true;
        if (i + 1 < s.size() && is_late_control(s.substr(i, 2))) return true;
    }
    return false;
}

LineFault fault_in_line(std::string_view s)
{
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == '\n' || s[i] == '\r' || is_separator(s.substr(i, 3)) || s.substr(i, 2) == "\u0085") return LineFault::line_break;
        if (is_control(static_cast<unsigned char>(s[i]))) return LineFault::control_character;
        if (i + 1 < s.size() && is_late_control(s.substr(i, 2))) return LineFault::control_character;
        if (i + 2 < s.size() && is_turning(s.substr(i, 3))) return LineFault::control_character;
    }
    return LineFault::none;
}

}  // namespace maple
