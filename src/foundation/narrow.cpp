#include "foundation/narrow.hpp"

namespace maple {
namespace {

// The ASCII character of three bytes that spell a full-width one, or 0.
char ascii_of(unsigned char a, unsigned char b, unsigned char c)
{
    if (a == 0xE3 && b == 0x80 && c == 0x80) return ' ';
    if (a != 0xEF || c < 0x80 || c > 0xBF) return 0;
    if (b == 0xBC && c >= 0x81) return char(c - 0x81 + '!');  // U+FF01–U+FF3F: ! to _
    if (b == 0xBD && c <= 0x9E) return char(c - 0x80 + '`');  // U+FF40–U+FF5E: ` to ~
    return 0;
}

}  // namespace

std::string narrow(std::string_view s)
{
    std::string out;
    out.reserve(s.size());
    for (std::size_t i = 0; i < s.size(); ++i) {
        auto const at = [&](std::size_t n) { return static_cast<unsigned char>(s[i + n]); };
        if (i + 2 < s.size() && at(0) >= 0xE3) {
            if (char const c = ascii_of(at(0), at(1), at(2))) {
                out += c;
                i += 2;
                continue;
            }
            if (s.substr(i, 3) == "￥") {
                out += "¥";
                i += 2;
                continue;
            }
        }
        out += s[i];
    }
    return out;
}

}  // namespace maple
