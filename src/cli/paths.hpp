// The paths that a command was given: looked at before anything is done, and said in words that tell
// what to do. What cannot be used throws such a sentence.
#pragma once
#include "cli/house.hpp"

namespace maple::cli {

bool is_sqlite(std::filesystem::path const& file);  // by its first letters
// The copy can be written there: tried, for only the disk knows. It is no folder, and nothing of the house itself.
void demand_place(Where const&, std::filesystem::path const& file);
// The same for what may be a device or a pipe as well, or (no name) standard output.
void demand_outlet(Where const&, std::filesystem::path const& file);
// What leaves the house: whole in its place or not at all, and in the journal before anybody can see it.
void hand_over(Premises&, std::string_view command, std::string const& text, std::filesystem::path const& file);

}  // namespace maple::cli
