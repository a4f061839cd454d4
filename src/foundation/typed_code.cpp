#include "foundation/typed_code.hpp"
#include "foundation/narrow.hpp"
#include "foundation/random_token.hpp"

namespace maple {

std::string make_typed_code(std::size_t length)
{
    constexpr std::size_t even = 256 / typed_letters.size() * typed_letters.size();  // bytes above it would favour some
    std::string code;
    while (code.size() < length)
        for (unsigned char const byte : random_bytes(32))
            if (byte < even && code.size() < length) code += typed_letters[byte % typed_letters.size()];
    return code;
}

std::optional<std::string> normal_typed_code(std::string_view text)
{
    std::string code;
    for (char c : narrow(text)) {
        if (c == ' ' || c == '-') continue;
        if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
        if (typed_letters.find(c) == typed_letters.npos) return std::nullopt;
        code += c;
    }
    return code;
}

}  // namespace maple
