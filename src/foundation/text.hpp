// Text<1, 100> cannot hold an empty or over-long string: the type is the validation,
// and the same two numbers appear in the OpenAPI document. Characters are counted as
// people count them (code points), spaces at both ends do not count and are not kept.
#pragma once
#include <compare>
#include <string>
#include <string_view>

namespace maple {

// Code points of a UTF-8 text.
inline int length(std::string_view utf8)
{
    int n = 0;
    for (unsigned char c : utf8) n += (c & 0xC0) != 0x80;
    return n;
}

// Without the white space at both ends: whatever leaves no ink, U+3000 and U+FEFF among it.
std::string_view trimmed(std::string_view);

// U+0000 and control characters other than tab and line ends never enter the house.
bool has_control_characters(std::string_view);

// What stands in a text of one line and cannot stand there.
enum class LineFault { none, line_break, control_character };
LineFault fault_in_line(std::string_view);

// One line: names, titles, words for forms and lists, where a hidden line break would make one
// entry look like two. Many: what is told at length.
enum class Lines { one, many };

template <int Min, int Max, Lines L = Lines::one> class Text {
public:
    static constexpr int min = Min, max = Max;
    static constexpr Lines lines = L;

    Text() = default;
    explicit Text(std::string_view s) : text_(trimmed(s)) {}
    operator std::string const&() const { return text_; }
    std::string const& str() const { return text_; }
    bool empty() const { return text_.empty(); }
    auto operator<=>(Text const&) const = default;

private:
    std::string text_;
};

using Name = Text<1, 80>;         // a person or an organisation
using Line = Text<1, 200>;        // one line of a form
using OptionalLine = Text<0, 200>;
using Narrative = Text<1, 5000, Lines::many>;  // facts, records, reasons told at length
using OptionalNarrative = Text<0, 5000, Lines::many>;

}  // namespace maple
