// Papers for what is alive in the demo, drawn by the program: invented, small, and the same every time.
#pragma once
#include "app/demo/tale.hpp"
#include "foundation/time.hpp"

namespace maple::app::demo {

// A wall with the stain that a leak left, as a phone would take it. JPEG.
std::string photo_of_a_stain(std::uint64_t seed);

// One page that says what was paid. PDF.
std::string receipt(Tale const&, FilledPromise const&, Date on);

// The agreement on paper, with names written by hand and a round seal, as a scanner sees it. JPEG.
std::string scanned_agreement(Tale const&, Date on, std::uint64_t seed);

}  // namespace maple::app::demo
