// QR codes as SVG (libqrencode).
#pragma once
#include <string>
#include <string_view>

namespace maple {

// One path in a square with its quiet zone; black on white in any colour scheme.
std::string qr_svg(std::string_view text, std::string_view title);

}  // namespace maple
