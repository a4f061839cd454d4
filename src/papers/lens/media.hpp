// What a file is, by what it holds. Its name is not asked.
#pragma once
#include "foundation/refusal.hpp"
#include "papers/lens/bytes.hpp"
#include "papers/words.hpp"

namespace maple::papers::lens {

// Refuses: papers.empty, papers.heic, papers.moving_picture, papers.film, papers.unknown_type.
Result<Media> media_of(Bytes);

}  // namespace maple::papers::lens
