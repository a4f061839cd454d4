// Passwords: what may become one, and how it is kept (argon2id by libsodium).
#pragma once
#include <boost/describe/enum.hpp>
#include <string>
#include <string_view>

namespace maple {

enum class PasswordFault { none, too_short, too_long, too_common };
BOOST_DESCRIBE_ENUM(PasswordFault, none, too_short, too_long, too_common)

inline constexpr int shortest_password = 10, longest_password = 128;  // characters

// Too common: in a short list, a run or a repetition ("abcabcabcabc"), or little more than the user's own name.
PasswordFault fault_in_password(std::string_view password, std::string_view username = {});

// About 30 ms and 19 MiB each: never on a request thread. Throws std::bad_alloc without memory.
std::string hash_password(std::string_view password);
bool password_matches(std::string_view password, std::string_view hash);  // false for what is no hash

}  // namespace maple
