// The code on a party's receipt: seven random characters and one that checks them, from an
// alphabet without look-alikes (no 0 O, 1 I L). Not guessable: 31^7 codes and a lock after a
// few tries.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace maple {

std::string make_receipt_code();                                       // "KQ7M2P8X"
std::optional<std::string> normal_receipt_code(std::string_view);      // case, width, spaces and dashes do not matter
std::string shown_receipt_code(std::string_view);                      // "KQ7M-2P8X"; what has no 8 characters stays

}  // namespace maple
