#include "papers/lens/pictures.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <jerror.h>
#include <jpeglib.h>
#include <optional>

namespace maple::papers::lens {
namespace {

struct Taking {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr trouble{};
    std::jmp_buf back{};
    bool cut_off = false;
    std::optional<Refusal> refusal;
    std::optional<Shrinker> shrinker;
    std::vector<std::uint8_t> row, other;
};

Taking& taking(j_common_ptr jpeg) { return *static_cast<Taking*>(jpeg->client_data); }

void give_up(j_common_ptr jpeg) { std::longjmp(taking(jpeg).back, 1); }

// A picture whose end is missing is filled up with grey, and only a warning says so.
void hear(j_common_ptr jpeg, int level)
{
    if (level >= 0) return;
    ++jpeg->err->num_warnings;
    auto const code = jpeg->err->msg_code;
    if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER) taking(jpeg).cut_off = true;
}

void say_nothing(j_common_ptr) {}

void points_of(Taking& take)
{
    if (take.jpeg.output_components == 3) return void(take.other.assign(take.row.begin(), take.row.end()));
    // CMYK, as printers write it: turned round.
    for (std::size_t x = 0; x < take.jpeg.output_width; ++x)
        for (std::size_t c = 0; c < 3; ++c) take.other[x * 3 + c] = std::uint8_t(take.row[x * 4 + c] * take.row[x * 4 + 3] / 255);
}

// The library jumps out of here: nothing with a destructor is made in it, but what `take` holds.
bool decompress(Taking& take, Bytes bytes, int most)
{
    if (setjmp(take.back)) return false;
    jpeg_create_decompress(&take.jpeg);
    jpeg_mem_src(&take.jpeg, reinterpret_cast<unsigned char const*>(bytes.data()), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&take.jpeg, TRUE);
    if (auto const size = checked_size(take.jpeg.image_width, take.jpeg.image_height, take.jpeg.progressive_mode); !size) {
        take.refusal = size.error();
        return false;
    }
    bool const four = take.jpeg.jpeg_color_space == JCS_CMYK || take.jpeg.jpeg_color_space == JCS_YCCK;
    take.jpeg.out_color_space = four ? JCS_CMYK : JCS_RGB;
    take.jpeg.scale_num = 1;
    take.jpeg.scale_denom = 1;
    while (take.jpeg.scale_denom < 8 && std::max(take.jpeg.image_width, take.jpeg.image_height) / (take.jpeg.scale_denom * 2) >= unsigned(most))
        take.jpeg.scale_denom *= 2;
    jpeg_start_decompress(&take.jpeg);
    take.shrinker.emplace(int(take.jpeg.output_width), int(take.jpeg.output_height), most);
    take.row.resize(std::size_t(take.jpeg.output_width) * std::size_t(take.jpeg.output_components));
    take.other.resize(std::size_t(take.jpeg.output_width) * 3);
    while (take.jpeg.output_scanline < take.jpeg.output_height) {
        auto* row = take.row.data();
        if (jpeg_read_scanlines(&take.jpeg, &row, 1) != 1 || take.cut_off) return false;
        points_of(take);
        take.shrinker->row(take.other.data());
    }
    jpeg_finish_decompress(&take.jpeg);
    return !take.cut_off;
}

}  // namespace

Result<Picture> small_jpeg(Bytes bytes, int most)
{
    Taking take;
    take.jpeg.err = jpeg_std_error(&take.trouble);
    take.jpeg.client_data = &take;
    take.trouble.error_exit = give_up;
    take.trouble.emit_message = hear;
    take.trouble.output_message = say_nothing;
    bool const whole = decompress(take, bytes, most);
    jpeg_destroy_decompress(&take.jpeg);
    if (take.refusal) return *take.refusal;
    if (!whole) return broken();
    return take.shrinker->take();
}

}  // namespace maple::papers::lens
