#include "foundation/qr.hpp"

#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace maple {

std::string qr_svg(std::string_view text, std::string_view title)
{
    std::unique_ptr<QRcode, void (*)(QRcode*)> const code(
        QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
    if (!code) throw std::runtime_error("a QR code cannot hold this text");
    constexpr int quiet = 4;
    std::string path;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                path += "M" + std::to_string(x + quiet) + "," + std::to_string(y + quiet) + "h1v1h-1z";
    auto const size = std::to_string(code->width + 2 * quiet);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size + "\" role=\"img\"><title>" +
           std::string(title) + "</title><path fill=\"#fff\" d=\"M0,0h" + size + "v" + size + "h-" + size + "z\"/><path fill=\"#000\" d=\"" +
           path + "\"/></svg>";
}

}  // namespace maple
