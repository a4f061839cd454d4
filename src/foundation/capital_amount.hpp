// Amounts of money as they stand in a running text: in figures ("480,000.00元", "¥11500",
// "1.2万元"), in formal numerals (壹万贰仟元整) and in plain ones (一万四千元).
#pragma once
#include "foundation/money.hpp"

#include <cstddef>
#include <vector>

namespace maple {

// "壹仟捌佰元整", "贰拾万", "三千五百元二角": fen. Nothing when the numerals make no number,
// or one above most_fen. What capital_yuan writes is read back.
std::optional<std::int64_t> fen_from_numerals(std::string_view);

struct AmountInText {
    std::size_t at = 0, end = 0;      // bytes of the text
    std::optional<std::int64_t> fen;  // nothing when the numerals make no number
    bool in_words = false;
    bool formal = false;              // 壹贰叁, as on a cheque
};

// In the order of the text, which must be narrow() already (foundation/narrow.hpp). A number
// without 元, 圆 or 块 behind it or ¥ before it is no amount, formal numerals always are.
std::vector<AmountInText> amounts_in(std::string_view narrow_text);

}  // namespace maple
