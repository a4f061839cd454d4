// Looks at a picture to its last row, and gives a small one of it. What cannot be looked at is
// refused; so is what is small as a file and huge as a picture.
#pragma once
#include "papers/lens/shrink.hpp"

namespace maple::papers::lens {

inline constexpr int thumbnail_side = 480;               // points
inline constexpr int page_side = 1754;                   // of one that fills a page: A4 at 150 points an inch
inline constexpr std::int64_t most_points = 120'000'000;  // of a picture that is read row by row
inline constexpr std::int64_t most_points_at_once = 50'000'000;  // of one that must be there as a whole
inline constexpr int longest_side = 30'000;

// To fit into a square of `most` points. Refuses: papers.broken, papers.too_many_points.
Result<Picture> small_picture(Media, Bytes, int most = thumbnail_side);

Result<Picture> small_jpeg(Bytes, int most);
Result<Picture> small_png(Bytes, int most);
Result<Picture> small_webp(Bytes, int most);
Result<Picture> small_gif(Bytes, int most);

// Whether a picture of this size is looked at; `at_once`: as a whole.
Result<void> checked_size(std::int64_t width, std::int64_t height, bool at_once);

}  // namespace maple::papers::lens
