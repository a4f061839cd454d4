// Answering a referral. Pure.
#pragma once
#include "law/book.hpp"
#include "linkage/referral.hpp"

namespace maple::linkage {

// Of the first hand-over that bears this number of this agency: nothing comes twice unless it was sent
// back. Refuses: referral.sent_already, which says when it came and where it stands.
Result<void> may_send_again(Status first, Instant sent_at);
Result<Taken> take(Referral const&, Key dispute);                     // refuses: referral.answered
Result<Declined> decline(Referral const&, law::Book const&, std::string reason, Kept note);  // and an unknown reason

// The clock of mediation that the sending court sets; "" for everybody else.
std::string clock_of(Referral const&);

}  // namespace maple::linkage
