// Sound that comes in frames without a container: MP3 and AAC (ADTS), perhaps behind an ID3 tag.
#pragma once
#include "papers/lens/bytes.hpp"

namespace maple::papers::lens {

std::size_t id3_size(Bytes);  // of the tags at the front, 0 when there are none
bool is_mp3(Bytes);           // two frames in a row, or one that is all there is
bool is_adts(Bytes);

}  // namespace maple::papers::lens
