#include "foundation/record.hpp"
#include "foundation/chinese_text.hpp"

namespace maple {

void check_canonical(std::string_view text)
{
    auto const ascii = [](unsigned char c) { return c < 0x80; };
    if (!std::all_of(text.begin(), text.end(), ascii) && !is_utf8(text)) throw std::invalid_argument("a page of the ledger holds UTF-8 only");
}

void check_canonical(std::int64_t number)
{
    // Beyond these bounds a double, which is what JSON numbers are to others, is not exact.
    constexpr std::int64_t most = (std::int64_t(1) << 53) - 1;
    if (number > most || number < -most) throw std::invalid_argument("a page of the ledger holds no such large number");
}

}  // namespace maple
