// QR codes as SVG (libqrencode).
#pragma once
#include <string>
#include <string_view>

namespace maple {

// One path in a square with its quiet zone; black on white in any colour scheme. Any bytes
// may be the text, error correction is M. Throws std::length_error when the text is empty or
// longer than 2,331 bytes. The title is escaped, and replaced by nothing where it is not UTF-8.
std::string qr_svg(std::string_view text, std::string_view title);

}  // namespace maple
