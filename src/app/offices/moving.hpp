// What becomes of an organisation: it moves in the tree, is merged into another, or closes.
// Each reaches through all rooms, in one transaction: disputes, leads and referrals keep the
// paths of those who answer for them, and with the path goes who may see them.
#pragma once
#include "registry/standing.hpp"

namespace maple::app {

// What an organisation still has in hand.
struct InHand {
    std::int64_t disputes = 0, leads = 0, referrals = 0, people = 0, below = 0;
};
InHand in_hand(Desk&, registry::Organisation const&);

// Refuses what registry/placing.hpp refuses.
void move(Desk&, registry::Organisation const& what, registry::Organisation const& to, std::string_view reason);

// Closes `what` for good: its open disputes, its people and their roles, and what lies below
// it go on at `into`; what was done stays where it was done, and is seen from `into`.
void merge(Desk&, registry::Organisation const& what, registry::Organisation const& into, std::string_view reason);

// Refuses: organisation.closed, organisation.top_stays, and while there is work, people or
// something below: organisation.still_at_work, organisation.people_serve, organisation.not_the_lowest.
void close(Desk&, registry::Organisation const& what, std::string_view reason);

}  // namespace maple::app
