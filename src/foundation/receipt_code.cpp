#include "foundation/receipt_code.hpp"
#include "foundation/typed_code.hpp"

namespace maple {
namespace {

// 31 is prime: a weighted sum modulo 31 with different weights finds every wrong character
// and every swap of two neighbours.
static_assert(typed_letters.size() == 31);

char check_of(std::string_view seven)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < 7; ++i) sum += (i + 2) * typed_letters.find(seven[i]);
    return typed_letters[sum % 31];
}

}  // namespace

std::string make_receipt_code()
{
    auto const code = make_typed_code(7);
    return code + check_of(code);
}

std::optional<std::string> normal_receipt_code(std::string_view text)
{
    auto code = normal_typed_code(text);
    if (!code || code->size() != 8 || check_of(*code) != code->at(7)) return std::nullopt;
    return code;
}

std::string shown_receipt_code(std::string_view code)
{
    if (code.size() != 8) return std::string(code);
    return std::string(code.substr(0, 4)) + "-" + std::string(code.substr(4));
}

}  // namespace maple
