// Telephone numbers as they are written in China, and how personal data is masked.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace maple {

// "+86 138-0000-2046" becomes "13800002046"; "0990 6123456" becomes "0990-6123456"; service
// numbers (110, 12348 …) stay. Nothing when it is no number that one could call in China.
std::optional<std::string> normal_phone(std::string_view);

// Made for shown numbers; any other text, long or short, shows at most what is promised here.
std::string masked_phone(std::string_view);  // "138****2046", "0990-***3456"; all stars when it is no phone
std::string masked_id(std::string_view);     // "6502**********0019"; all stars when it is short or not ASCII
std::string last_four(std::string_view);     // the last four digits; fewer when there are fewer

}  // namespace maple
