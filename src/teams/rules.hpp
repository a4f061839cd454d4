// Who may belong to a team, and whom it may reach. Pure.
#pragma once
#include "teams/events.hpp"

namespace maple::teams {

// A mediator who serves now (PML art. 13). One who is a member already may take the lead.
// Refuses: not a mediator, member already.
Result<Joined> join(registry::Team const&, registry::Person const&, bool leader);
// A team is led by somebody. Refuses: no member; the leader, as long as others are there.
Result<Left> leave(registry::Team const&, Key person);
// Committees, rooms and centres. Refuses: other organisations, closed ones, one reached already.
Result<Reached> reach(registry::Team const&, registry::Organisation const&);
Result<Withdrew> withdraw(registry::Team const&, Key organisation);

}  // namespace maple::teams
