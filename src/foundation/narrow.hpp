// Full-width forms (１２，Ａ) are what a Chinese keyboard gives when nobody switched it over.
#pragma once
#include <string>
#include <string_view>

namespace maple {

// U+FF01–U+FF5E as ASCII, U+3000 as a space, ￥ as ¥; everything else, broken UTF-8 too, as it is.
std::string narrow(std::string_view);

}  // namespace maple
