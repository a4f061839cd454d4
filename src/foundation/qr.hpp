// QR codes (libqrencode), as modules and as SVG.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace maple {

// The modules of a code without its quiet zone, for whoever draws elsewhere than on a screen.
struct QrModules {
    int width = 0;
    std::vector<bool> all;  // row by row

    bool dark(int x, int y) const { return all[std::size_t(y * width + x)]; }
};
QrModules qr_modules(std::string_view text);

// One path in a square with its quiet zone; black on white in any colour scheme. Any bytes
// may be the text, error correction is M. Both throw std::length_error when the text is empty or
// longer than 2,331 bytes. The title is escaped, and replaced by nothing where it is not UTF-8.
std::string qr_svg(std::string_view text, std::string_view title);

}  // namespace maple
