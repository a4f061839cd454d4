// Codes that people read off paper and type again: in capitals and digits without look-alikes
// (no 0 O, 1 I L).
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace maple {

constexpr std::string_view typed_letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";  // 31, a prime

// So many characters, each of the 31 as likely as the others: 4.95 bits apiece.
std::string make_typed_code(std::size_t length);
// As it was made, however it was typed: case, width, spaces and dashes do not matter. None
// where there is a character that no code has; the length is the asker's to look at.
std::optional<std::string> normal_typed_code(std::string_view);

}  // namespace maple
