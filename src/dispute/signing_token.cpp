#include "dispute/signing_token.hpp"
#include "foundation/typed_code.hpp"

namespace maple::dispute {
namespace {

constexpr std::size_t token_length = 20;

std::string blind(Vault const& vault, std::string const& token) { return vault.blind("signing/" + token); }

}  // namespace

FreshToken fresh_signing_token(Vault const& vault)
{
    auto token = make_typed_code(token_length);
    auto const kept = blind(vault, token);
    return {std::move(token), kept};
}

std::optional<std::string> blind_of_token(Vault const& vault, std::string_view typed)
{
    auto const token = normal_typed_code(typed);
    if (!token || token->size() != token_length) return std::nullopt;
    return blind(vault, *token);
}

}  // namespace maple::dispute
