// A signature drawn with a finger or a mouse, as whole numbers: each stroke a line of points in a
// frame 600 wide and 200 high, "12,40 13,44 20,51;88,30 90,31". Nothing else gets in, so that what
// a stranger sent can be drawn anywhere.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maple {

struct Dot {
    int x = 0, y = 0;
};
using Stroke = std::vector<Dot>;

inline constexpr int strokes_wide = 600, strokes_high = 200;
inline constexpr std::size_t most_dots = 4000;

// Nothing for a text that is none, that draws outside of the frame, or that draws hardly anything:
// a dot where somebody touched the glass is no signature.
std::optional<std::vector<Stroke>> strokes_in(std::string_view text);

// One black drawing, as high as a line of writing; "" for a text that is none.
std::string strokes_svg(std::string_view text);

}  // namespace maple
