// The types of a page: sizes and faces by language (ux.md 4.6; GB/T 9704-2012 for the order of
// Song, Hei and body), and how running words are spelled in them.
#pragma once
#include <string>
#include <string_view>

namespace maple::documents::press {

// In points.
inline constexpr double millimetre = 72 / 25.4;
inline constexpr double page_width = 210 * millimetre, page_height = 297 * millimetre;
inline constexpr double top_margin = 28 * millimetre, right_margin = 24 * millimetre, bottom_margin = 24 * millimetre,
                        left_margin = 26 * millimetre;
inline constexpr double text_width = page_width - left_margin - right_margin, text_height = page_height - top_margin - bottom_margin;

// A face in one size, set at a distance from line to line.
struct Type {
    char const* family;
    double size = 0;
    double pitch = 0;
    bool bold = false;
};

struct TypeCase {
    Type title, heading, subheading, body, table, table_head, small;
    bool rightward = true;   // false: written from right to left
    bool indents = false;    // the first line of a paragraph by two characters
    bool slants = false;     // has an italic
    double label = 0;        // the share of a table's width that the labels of two columns get at least
};

TypeCase const& type_case(std::string_view language);

// "第 2 页　共 5 页"
std::string page_number_text(std::string_view language, int page, int of);
// What stands before the beginning of the SHA-256: "校验码"
std::string digest_text(std::string_view language, std::string_view digest);

}  // namespace maple::documents::press
