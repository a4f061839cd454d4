// The links by which parties sign: how one stands, and the token that opens it. Whoever holds the
// token is shown the text and no more; to sign also needs the last four digits of the phone on file.
#pragma once
#include "foundation/vault.hpp"
#include "dispute/dispute.hpp"

namespace maple::dispute {

enum class LinkState {
    open,
    used,     // signed or sent back by it
    revoked,  // by the mediator
    expired,
    changed,  // the text is another one by now
    settled,  // the name is under the agreement already, by another way
};
BOOST_DESCRIBE_ENUM(LinkState, open, used, revoked, expired, changed, settled)

LinkState link_state(Dispute const&, Agreement const&, SigningLink const&, Instant now);

// The party's own link by which it may sign now: whoever comes by the code of a receipt needs no
// other way. Null: there is none.
SigningLink const* open_link(Dispute const&, Key party, Instant now);
Agreement const* agreement_of_link(Dispute const&, Key link);

// --- Parts ------------------------------------------------------------------------------

// A part is agreed and in effect, and the rest is still talked about.
bool agreed_in_part(Dispute const&);
// The issues on the table that no agreement in effect settles.
std::vector<Issue const*> open_issues(Dispute const&);

// --- Tokens -----------------------------------------------------------------------------

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
