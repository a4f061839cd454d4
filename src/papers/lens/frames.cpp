#include "papers/lens/frames.hpp"

#include <algorithm>
#include <array>

namespace maple::papers::lens {
namespace {

// ISO/IEC 11172-3 and 13818-3, layer III; 0 for what is no header.
std::size_t mp3_frame(Bytes bytes)
{
    static constexpr std::array<int, 16> first{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    static constexpr std::array<int, 16> second{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    static constexpr std::array<int, 3> rates{44100, 48000, 32000};
    if (bytes.size() < 4 || at(bytes, 0) != 0xFF || (at(bytes, 1) & 0xE0) != 0xE0) return 0;
    int const version = at(bytes, 1) >> 3 & 3, layer = at(bytes, 1) >> 1 & 3;  // version 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5; layer 1: III
    int const rate = at(bytes, 2) >> 2 & 3;
    if (version == 1 || layer != 1 || rate == 3) return 0;
    int const kilobits = (version == 3 ? first : second)[at(bytes, 2) >> 4];
    if (kilobits == 0) return 0;
    int const samples_a_second = rates[std::size_t(rate)] / (version == 3 ? 1 : version == 2 ? 2 : 4);
    int const bytes_a_unit = version == 3 ? 144 : 72;
    return std::size_t(bytes_a_unit * kilobits * 1000 / samples_a_second + (at(bytes, 2) >> 1 & 1));
}

std::size_t adts_frame(Bytes bytes)
{
    if (bytes.size() < 7 || at(bytes, 0) != 0xFF || (at(bytes, 1) & 0xF6) != 0xF0) return 0;
    if ((at(bytes, 2) >> 2 & 15) > 12) return 0;  // a rate that does not exist
    auto const size = std::size_t((at(bytes, 3) & 3) << 11 | at(bytes, 4) << 3 | at(bytes, 5) >> 5);
    return size >= 7 ? size : 0;
}

bool in_a_row(Bytes bytes, std::size_t (*frame)(Bytes))
{
    auto const size = frame(bytes);
    if (size == 0 || size > bytes.size()) return false;
    return size == bytes.size() || frame(bytes.substr(size)) != 0;
}

}  // namespace

std::size_t id3_size(Bytes bytes)
{
    std::size_t size = 0;
    while (part(bytes, size).starts_with("ID3") && size + 10 <= bytes.size()) {
        std::size_t tag = 0;
        for (std::size_t i = 6; i < 10; ++i) tag = tag << 7 | (at(bytes, size + i) & 0x7F);
        bool const footer = at(bytes, size + 5) & 0x10;
        size += 10 + tag + (footer ? 10 : 0);
    }
    size = std::min(size, bytes.size());
    // Some leave zeros between the tag and the sound.
    if (size > 0)
        while (size < bytes.size() && bytes[size] == '\0') ++size;
    return size;
}

bool is_mp3(Bytes bytes) { return in_a_row(bytes, mp3_frame); }
bool is_adts(Bytes bytes) { return in_a_row(bytes, adts_frame); }

}  // namespace maple::papers::lens
