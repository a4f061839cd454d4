#include "dispute/signing_token.hpp"
#include "foundation/narrow.hpp"
#include "foundation/random_token.hpp"

namespace maple::dispute {
namespace {

constexpr std::string_view letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";  // 31, as on receipts
constexpr std::size_t token_length = 20;

std::string blind(Vault const& vault, std::string const& token) { return vault.blind("signing/" + token); }

}  // namespace

FreshToken fresh_signing_token(Vault const& vault)
{
    std::string token;
    while (token.size() < token_length)
        for (unsigned char const byte : random_bytes(32))
            if (byte < letters.size() * 8 && token.size() < token_length) token += letters[byte % letters.size()];  // 248 of 256: even
    auto const kept = blind(vault, token);
    return {std::move(token), kept};
}

std::optional<std::string> blind_of_token(Vault const& vault, std::string_view typed)
{
    std::string token;
    for (char c : narrow(typed)) {
        if (c == ' ' || c == '-') continue;
        if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
        if (letters.find(c) == letters.npos) return std::nullopt;
        token += c;
    }
    if (token.size() != token_length) return std::nullopt;
    return blind(vault, token);
}

}  // namespace maple::dispute
