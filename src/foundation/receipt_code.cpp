#include "foundation/receipt_code.hpp"
#include "foundation/narrow.hpp"
#include "foundation/random_token.hpp"

namespace maple {
namespace {

// 31 is prime: a weighted sum modulo 31 with different weights finds every wrong character
// and every swap of two neighbours.
constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
static_assert(alphabet.size() == 31);

char check_of(std::string_view seven)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < 7; ++i) sum += (i + 2) * alphabet.find(seven[i]);
    return alphabet[sum % 31];
}

}  // namespace

std::string make_receipt_code()
{
    std::string code;
    while (code.size() < 7)
        for (unsigned char byte : random_bytes(16))
            if (byte < 248 && code.size() < 7) code += alphabet[byte % 31];  // 248 = 8 · 31: every character alike
    return code + check_of(code);
}

std::optional<std::string> normal_receipt_code(std::string_view text)
{
    std::string code;
    for (char c : narrow(text)) {
        if (c == ' ' || c == '-') continue;
        if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
        if (alphabet.find(c) == alphabet.npos) return std::nullopt;
        code += c;
    }
    if (code.size() != 8 || check_of(code) != code[7]) return std::nullopt;
    return code;
}

std::string shown_receipt_code(std::string_view code)
{
    if (code.size() != 8) return std::string(code);
    return std::string(code.substr(0, 4)) + "-" + std::string(code.substr(4));
}

}  // namespace maple
