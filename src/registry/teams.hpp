// Teams as the roll knows them: who belongs to them and whom they reach. The room of their own
// (src/teams) keeps them.
#pragma once
#include "access/desk.hpp"
#include "registry/team.hpp"

namespace maple::registry {

std::optional<Team> find_team(Desk&, Key);
std::vector<Team> all_teams(Desk&);

}  // namespace maple::registry
