#include "foundation/qr.hpp"
#include "foundation/chinese_text.hpp"

#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace maple {
namespace {

constexpr int quiet = 4;  // ISO/IEC 18004: four modules of white on every side

std::string escaped(std::string_view title)
{
    std::string out;
    if (!is_utf8(title)) return out;
    for (char c : title) {
        switch (c) {
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '&': out += "&amp;"; break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20) out += c;  // XML 1.0 knows no control characters
        }
    }
    return out;
}

// Dark modules, a run of neighbours at a time.
std::string path_of(QrModules const& code)
{
    std::string path;
    auto const dark = [&](int x, int y) { return x < code.width && code.dark(x, y); };
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width; ++x) {
            int const begin = x;
            while (dark(x, y)) ++x;
            if (x == begin) continue;
            auto const run = std::to_string(x - begin);
            path += "M" + std::to_string(begin + quiet) + "," + std::to_string(y + quiet) + "h" + run + "v1h-" + run + "z";
        }
    return path;
}

}  // namespace

QrModules qr_modules(std::string_view text)
{
    if (text.empty() || text.size() > 2331) throw std::length_error("a QR code cannot hold this text");
    std::unique_ptr<QRcode, void (*)(QRcode*)> const code(
        QRcode_encodeData(int(text.size()), reinterpret_cast<unsigned char const*>(text.data()), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw std::runtime_error("a QR code cannot be made");
    QrModules modules{code->width, {}};
    for (int i = 0; i < code->width * code->width; ++i) modules.all.push_back(code->data[i] & 1);
    return modules;
}

std::string qr_svg(std::string_view text, std::string_view title)
{
    auto const code = qr_modules(text);
    auto const size = std::to_string(code.width + 2 * quiet);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size +
           "\" role=\"img\" shape-rendering=\"crispEdges\"><title>" + escaped(title) + "</title><path fill=\"#fff\" d=\"M0,0h" + size + "v" +
           size + "h-" + size + "z\"/><path fill=\"#000\" d=\"" + path_of(code) + "\"/></svg>";
}

}  // namespace maple
