#include "foundation/qr.hpp"

#include <gtest/gtest.h>
#include <cstdio>
#include <memory>
#include <qrencode.h>
#include <stdexcept>
#include <vector>

namespace maple {
namespace {

// The picture again, from the runs of the black path.
std::vector<std::string> picture(std::string const& svg)
{
    int size = 0;
    std::sscanf(svg.c_str() + svg.find("viewBox"), "viewBox=\"0 0 %d", &size);
    std::vector<std::string> rows(std::size_t(size), std::string(std::size_t(size), ' '));
    auto path = svg.substr(svg.find("#000"));
    for (auto at = path.find('M'); at != path.npos; at = path.find('M', at + 1)) {
        int x = 0, y = 0, run = 0, back = 0;
        if (std::sscanf(path.c_str() + at, "M%d,%dh%dv1h-%dz", &x, &y, &run, &back) != 4 || run != back) return {};
        rows.at(std::size_t(y)).replace(std::size_t(x), std::size_t(run), std::size_t(run), '#');
    }
    return rows;
}

}  // namespace

TEST(Qr, the_picture_is_the_code_within_four_modules_of_quiet)
{
    std::string const text = "https://maple.example/my/KQ7M2P8X";
    auto const rows = picture(qr_svg(text, "KQ7M-2P8X"));
    std::unique_ptr<QRcode, void (*)(QRcode*)> const code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    ASSERT_EQ(rows.size(), std::size_t(code->width) + 8);
    for (int y = 0; y < int(rows.size()); ++y)
        for (int x = 0; x < int(rows.size()); ++x) {
            bool const inside = x >= 4 && y >= 4 && x < code->width + 4 && y < code->width + 4;
            bool const dark = inside && (code->data[(y - 4) * code->width + x - 4] & 1);
            ASSERT_EQ(rows[std::size_t(y)][std::size_t(x)] == '#', dark) << x << " " << y;
        }
}

TEST(Qr, a_title_cannot_leave_its_element)
{
    EXPECT_NE(qr_svg("x", "<b>&\"克拉玛依\x01").find("<title>&lt;b&gt;&amp;\"克拉玛依</title>"), std::string::npos);
    EXPECT_NE(qr_svg("x", "\xFF").find("<title></title>"), std::string::npos);
}

TEST(Qr, bytes_after_a_zero_count)
{
    EXPECT_NE(picture(qr_svg(std::string_view("a\0b", 3), "")), picture(qr_svg("a", "")));
}

TEST(Qr, what_it_cannot_hold_is_refused)
{
    EXPECT_THROW(qr_svg("", "x"), std::length_error);
    EXPECT_NO_THROW(qr_svg(std::string(2331, 'a'), "x"));
    EXPECT_THROW(qr_svg(std::string(2332, 'a'), "x"), std::length_error);
}

}  // namespace maple
