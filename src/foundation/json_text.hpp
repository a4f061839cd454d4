// Writing JSON straight into a text, without a tree of values between.
#pragma once
#include <string>
#include <string_view>

namespace maple {

// Appends a text as a JSON string; the text is UTF-8 already.
void quote(std::string& out, std::string_view text);

// A name as one step of a JSON pointer (RFC 6901). A name that nobody knows may be as long as a
// request: it is cut after eighty bytes.
std::string pointer_step(std::string_view name);

}  // namespace maple
