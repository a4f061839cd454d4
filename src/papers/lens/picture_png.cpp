#include "papers/lens/pictures.hpp"

#include <csetjmp>
#include <cstring>
#include <optional>
#include <png.h>

namespace maple::papers::lens {
namespace {

struct Taking {
    Bytes rest;
    png_structp png = nullptr;
    png_infop about = nullptr;
    std::optional<Refusal> refusal;
    std::optional<Shrinker> shrinker;
    std::vector<std::uint8_t> points;  // a row, or all of an interlaced picture
    std::vector<png_bytep> rows;
    png_color_16 white{};
};

void give(png_structp png, png_bytep into, std::size_t n)
{
    auto& take = *static_cast<Taking*>(png_get_io_ptr(png));
    if (n > take.rest.size()) png_error(png, "cut off");
    std::memcpy(into, take.rest.data(), n);
    take.rest.remove_prefix(n);
}

void say_nothing(png_structp, png_const_charp) {}
[[noreturn]] void give_up(png_structp png, png_const_charp) { png_longjmp(png, 1); }

// The library jumps out of here: nothing with a destructor is made in it, but what `take` holds.
bool decompress(Taking& take, int most)
{
    if (setjmp(png_jmpbuf(take.png))) return false;
    png_set_read_fn(take.png, &take, give);
    png_set_user_limits(take.png, longest_side, longest_side);
    png_set_chunk_malloc_max(take.png, 16 * 1024 * 1024);
    png_read_info(take.png, take.about);
    auto const width = png_get_image_width(take.png, take.about), height = png_get_image_height(take.png, take.about);
    bool const interlaced = png_get_interlace_type(take.png, take.about) != PNG_INTERLACE_NONE;
    if (auto const size = checked_size(width, height, interlaced); !size) {
        take.refusal = size.error();
        return false;
    }
    png_set_expand(take.png);
    png_set_strip_16(take.png);
    png_set_gray_to_rgb(take.png);
    take.white.red = take.white.green = take.white.blue = take.white.gray = 255;
    png_set_background(take.png, &take.white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
    int const passes = png_set_interlace_handling(take.png);
    png_read_update_info(take.png, take.about);
    auto const length = png_get_rowbytes(take.png, take.about);
    if (length != std::size_t(width) * 3) return false;
    take.shrinker.emplace(int(width), int(height), most);
    take.points.resize(passes > 1 ? length * height : length);
    if (passes > 1) {
        for (std::size_t y = 0; y < height; ++y) take.rows.push_back(take.points.data() + y * length);
        png_read_image(take.png, take.rows.data());
        for (auto* row : take.rows) take.shrinker->row(row);
    } else {
        for (png_uint_32 y = 0; y < height; ++y) {
            png_read_row(take.png, take.points.data(), nullptr);
            take.shrinker->row(take.points.data());
        }
    }
    png_read_end(take.png, nullptr);
    return true;
}

}  // namespace

Result<Picture> small_png(Bytes bytes, int most)
{
    Taking take{bytes};
    take.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, give_up, say_nothing);
    if (take.png) take.about = png_create_info_struct(take.png);
    bool const whole = take.about && decompress(take, most);
    png_destroy_read_struct(&take.png, &take.about, nullptr);
    if (take.refusal) return *take.refusal;
    if (!whole) return broken();
    return take.shrinker->take();
}

}  // namespace maple::papers::lens
