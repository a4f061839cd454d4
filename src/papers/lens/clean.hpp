// Takes out of a file what it tells besides its picture or sound: where and when it was made, by
// which device, by whom, a smaller picture of before. What is left is told as pieces of the file
// itself and of what is written anew, so that nothing is copied. Pictures keep the direction in
// which they are to be looked at; PDF files stay as they are, because they may be signed.
#pragma once
#include "foundation/refusal.hpp"
#include "papers/lens/bytes.hpp"
#include "papers/words.hpp"

#include <deque>
#include <vector>

namespace maple::papers::lens {

// How a picture lies in its file, as Exif counts: 1 upright … 8 (JEITA CP-3451, 4.6.5).
using Turn = int;

class Clean {
public:
    Clean() = default;
    Clean(Clean const&) = delete;
    Clean& operator=(Clean const&) = delete;
    Clean(Clean&&) = default;
    Clean& operator=(Clean&&) = default;

    std::vector<Bytes> pieces;
    Turn turn = 1;

    void keep(Bytes piece)
    {
        if (piece.empty()) return;
        if (!pieces.empty() && pieces.back().data() + pieces.back().size() == piece.data()) pieces.back() = {pieces.back().data(), pieces.back().size() + piece.size()};
        else pieces.push_back(piece);
    }
    void write(std::string text)
    {
        written_.push_back(std::move(text));
        pieces.push_back(written_.back());
    }
    std::size_t size() const
    {
        std::size_t sum = 0;
        for (auto const& piece : pieces) sum += piece.size();
        return sum;
    }
    std::string all() const  // for small ones and for tests
    {
        std::string out;
        for (auto const& piece : pieces) out += piece;
        return out;
    }

private:
    std::deque<std::string> written_;  // does not move what pieces point to
};

// Refuses: papers.broken, papers.moving_picture.
Result<Clean> cleaned(Media, Bytes);

// Each format for itself.
Result<Clean> cleaned_jpeg(Bytes);
Result<Clean> cleaned_png(Bytes);
Result<Clean> cleaned_webp(Bytes);
Result<Clean> cleaned_gif(Bytes);
Result<Clean> cleaned_mp4(Bytes);
Result<Clean> cleaned_webm(Bytes);
Result<Clean> cleaned_ogg(Bytes);
Result<Clean> cleaned_wav(Bytes);
Result<Clean> cleaned_frames(Bytes);

// An Exif block that tells the turn and nothing else; and the turn that a whole one tells.
std::string exif_of(Turn);
Turn turn_in(Bytes tiff);

inline Refusal broken() { return refuse(Because::unsupported, "papers.broken"); }

}  // namespace maple::papers::lens
