// The token that opens a link to sign by. Whoever holds it is shown the text and no more; to sign
// also needs the last four digits of the phone on file.
#pragma once
#include "access/desk.hpp"

#include <optional>

namespace maple::dispute {

struct SigningRow {
    std::string token_blind;
    Key id{};
    Key dispute{};
    Key agreement{};
};
BOOST_DESCRIBE_STRUCT(SigningRow, (), (token_blind, id, dispute, agreement))

struct FreshToken {
    std::string token;  // 20 characters without look-alikes: 99 bits, and may be typed
    std::string blind;
};
FreshToken fresh_signing_token(Vault const&);
// Nothing for what no token can be.
std::optional<std::string> blind_of_token(Vault const&, std::string_view typed);

}  // namespace maple::dispute
