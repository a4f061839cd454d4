// Randomness that nobody can guess (libsodium), and comparing without telling.
#pragma once
#include <string>
#include <string_view>

namespace maple {

std::string random_bytes(std::size_t n);
std::string random_token(std::size_t bytes = 32);  // url-safe base64 without padding
bool same_secret(std::string_view a, std::string_view b);  // in constant time for equal lengths

}  // namespace maple
