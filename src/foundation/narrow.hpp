// Full-width forms (１２，Ａ) are what a Chinese keyboard gives when nobody switched it over.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace maple {

// U+FF01–U+FF5E as ASCII, U+3000 as a space, ￥ as ¥; everything else, broken UTF-8 too, as it is.
std::string narrow(std::string_view);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool all_digits(std::string_view s) { return std::all_of(s.begin(), s.end(), is_digit); }  // of nothing, too

}  // namespace maple
