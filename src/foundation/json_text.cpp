#include "foundation/json_text.hpp"

#include <cstdint>
#include <cstring>

namespace maple {
namespace {

// What stands for a byte that may not stand for itself; nothing for all others.
std::string_view escape_of(char c)
{
    switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return {};
    }
}

void put_code(std::string& out, unsigned char c)
{
    constexpr char digits[] = "0123456789abcdef";
    out += "\\u00";
    out += digits[c >> 4];
    out += digits[c & 15];
}

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

// Whether each of eight bytes may stand for itself (bits of Hacker's Delight, 6-1: a byte is
// nought, or below 32, exactly where the subtraction borrows and its own high bit is not set).
bool are_plain(char const* eight)
{
    constexpr std::uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;
    std::uint64_t bytes;
    std::memcpy(&bytes, eight, sizeof bytes);
    auto const holds = [&](std::uint64_t c) {
        auto const x = bytes ^ (ones * c);
        return (x - ones) & ~x;
    };
    auto const control = (bytes - ones * 0x20) & ~bytes;
    return ((control | holds('"') | holds('\\')) & high) == 0;
}

}  // namespace

void quote(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t plain = 0;  // from here on nothing is written yet
    for (std::size_t i = 0; i < text.size();) {
        if (i + 8 <= text.size() && are_plain(text.data() + i)) {
            i += 8;
            continue;
        }
        auto const c = text[i++];
        if (is_plain(c)) continue;
        out.append(text, plain, i - 1 - plain);
        plain = i;
        if (auto const escape = escape_of(c); !escape.empty()) out += escape;
        else put_code(out, static_cast<unsigned char>(c));
    }
    out.append(text, plain, text.npos);
    out += '"';
}

std::string pointer_step(std::string_view name)
{
    constexpr std::size_t longest = 80;
    bool const cut = name.size() > longest;
    if (cut) {
        auto end = longest;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
        name = name.substr(0, end);
    }
    std::string out;
    for (char c : name) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    if (cut) out += "…";
    return out;
}

}  // namespace maple
