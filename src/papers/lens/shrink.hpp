// Makes a picture small while its rows are read, so that the large one is never there as a whole.
#pragma once
#include "papers/lens/clean.hpp"

#include <cstdint>

namespace maple::papers::lens {

// Three bytes a point, row by row.
struct Picture {
    int width = 0, height = 0;
    std::string rows;
};

class Shrinker {
public:
    // To fit into a square of `most` points; what is smaller stays as it is.
    Shrinker(int width, int height, int most);
    void row(std::uint8_t const* points);  // `width` points of three bytes, from the top
    Picture take();

private:
    void end_of_row();
    int width_, height_;
    Picture small_;
    int read_ = 0, made_ = 0;
    std::vector<std::uint32_t> sums_, counts_;
};

// As it is to be looked at.
Picture turned(Picture const&, Turn);
std::string as_jpeg(Picture const&);

}  // namespace maple::papers::lens
