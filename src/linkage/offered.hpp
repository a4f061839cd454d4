// What a desk is offered by a hand-over, before it takes or declines it: by this the roof looks for
// the dispute that it may be already.
#pragma once
#include "dispute/request.hpp"

namespace maple::linkage {

struct Offered {
    Key agency{};
    std::string reference;         // the agency's own number
    Key dispute{};                 // that it became, once it was taken
    dispute::RequestForm request;  // empty when its text was lawfully erased
};

// For the desk that answers it. Refuses: referral.unknown; not_allowed, to the officer who sent it.
Offered offered(Desk&, Key referral);

}  // namespace maple::linkage
