// How a link stands by which a party signs (dispute/signing_token.hpp opens it), and what is
// agreed so far where only a part is.
#pragma once
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

}  // namespace maple::dispute
