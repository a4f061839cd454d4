// Telephone numbers as they are written in China, and how personal data is masked.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace maple {

// "+86 138-0000-2046" becomes "13800002046"; "0990 6123456" becomes "0990-6123456"; service
// numbers stay. Nothing when it is no number that one could call.
std::optional<std::string> normal_phone(std::string_view);

std::string masked_phone(std::string_view);  // "138****2046"
std::string masked_id(std::string_view);     // "6502**********0019"
std::string last_four(std::string_view);

}  // namespace maple
