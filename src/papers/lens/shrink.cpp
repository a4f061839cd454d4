#include "papers/lens/shrink.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>

namespace maple::papers::lens {

Shrinker::Shrinker(int width, int height, int most) : width_(width), height_(height)
{
    auto const larger = std::max({width, height, 1});
    auto const fit = [&](int side) { return larger <= most ? side : std::max(1, int(std::int64_t(side) * most / larger)); };
    small_.width = fit(width);
    small_.height = fit(height);
    small_.rows.resize(std::size_t(small_.width) * std::size_t(small_.height) * 3);
    sums_.resize(std::size_t(small_.width) * 3);
    counts_.resize(std::size_t(small_.width));
}

// Every point of the large picture counts in the one small point that it falls on.
void Shrinker::row(std::uint8_t const* points)
{
    if (read_ >= height_) return;
    for (int x = 0; x < width_; ++x) {
        auto const to = std::size_t(std::int64_t(x) * small_.width / width_);
        for (std::size_t c = 0; c < 3; ++c) sums_[to * 3 + c] += points[std::size_t(x) * 3 + c];
        ++counts_[to];
    }
    ++read_;
    if (read_ == height_ || std::int64_t(read_) * small_.height / height_ > made_) end_of_row();
}

void Shrinker::end_of_row()
{
    auto* out = small_.rows.data() + std::size_t(made_) * std::size_t(small_.width) * 3;
    for (std::size_t x = 0; x < counts_.size(); ++x)
        for (std::size_t c = 0; c < 3; ++c) out[x * 3 + c] = static_cast<char>(sums_[x * 3 + c] / std::max<std::uint32_t>(1, counts_[x]));
    std::fill(sums_.begin(), sums_.end(), 0);
    std::fill(counts_.begin(), counts_.end(), 0);
    ++made_;
}

Picture Shrinker::take() { return std::move(small_); }

Picture turned(Picture const& from, Turn turn)
{
    if (turn <= 1 || turn > 8) return from;
    bool const lying = turn >= 5;
    Picture to{lying ? from.height : from.width, lying ? from.width : from.height, std::string(from.rows.size(), '\0')};
    for (int y = 0; y < to.height; ++y)
        for (int x = 0; x < to.width; ++x) {
            int u = lying ? y : x, v = lying ? x : y;
            if (turn == 2 || turn == 3 || turn == 7 || turn == 8) u = from.width - 1 - u;
            if (turn == 3 || turn == 4 || turn == 6 || turn == 7) v = from.height - 1 - v;
            auto const source = (std::size_t(v) * std::size_t(from.width) + std::size_t(u)) * 3;
            auto const target = (std::size_t(y) * std::size_t(to.width) + std::size_t(x)) * 3;
            std::copy_n(from.rows.data() + source, 3, to.rows.data() + target);
        }
    return to;
}

namespace {

struct Giving {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr trouble{};
    std::jmp_buf back{};
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
};

void give_up(j_common_ptr jpeg) { std::longjmp(static_cast<Giving*>(jpeg->client_data)->back, 1); }

// Nothing in here has a destructor: the library jumps out of it.
bool compress(Giving& give, Picture const& picture)
{
    if (setjmp(give.back)) return false;
    jpeg_create_compress(&give.jpeg);
    jpeg_mem_dest(&give.jpeg, &give.bytes, &give.size);
    give.jpeg.image_width = JDIMENSION(picture.width);
    give.jpeg.image_height = JDIMENSION(picture.height);
    give.jpeg.input_components = 3;
    give.jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&give.jpeg);
    jpeg_set_quality(&give.jpeg, 82, TRUE);
    jpeg_start_compress(&give.jpeg, TRUE);
    while (give.jpeg.next_scanline < give.jpeg.image_height) {
        auto* row = reinterpret_cast<JSAMPROW>(const_cast<char*>(picture.rows.data()) + std::size_t(give.jpeg.next_scanline) * std::size_t(picture.width) * 3);
        jpeg_write_scanlines(&give.jpeg, &row, 1);
    }
    jpeg_finish_compress(&give.jpeg);
    return true;
}

}  // namespace

std::string as_jpeg(Picture const& picture)
{
    Giving give;
    give.jpeg.err = jpeg_std_error(&give.trouble);
    give.jpeg.client_data = &give;
    give.trouble.error_exit = give_up;
    std::string out;
    if (compress(give, picture)) out.assign(reinterpret_cast<char const*>(give.bytes), give.size);
    jpeg_destroy_compress(&give.jpeg);
    std::free(give.bytes);
    return out;
}

}  // namespace maple::papers::lens
