// Writing JSON straight into a text, without a tree of values between.
#pragma once
#include <string>
#include <string_view>

namespace maple {

// Appends a text as a JSON string; the text is UTF-8 already.
void quote(std::string& out, std::string_view text);

}  // namespace maple
