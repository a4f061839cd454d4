// Answering a referral. Pure.
#pragma once
#include "law/book.hpp"
#include "linkage/referral.hpp"

namespace maple::linkage {

Result<Taken> take(Referral const&, Key dispute);                     // refuses: referral.answered
Result<Declined> decline(Referral const&, law::Book const&, std::string reason, Kept note);  // and an unknown reason

// The clock of mediation that the sending court sets; "" for everybody else.
std::string clock_of(Referral const&);

}  // namespace maple::linkage
