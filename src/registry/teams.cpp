#include "registry/teams.hpp"
#include "storage/sql.hpp"

#include <algorithm>

namespace maple::registry {
namespace {

struct Row {
    Key id{};
    Key organisation{};
    std::string name, name_en;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, organisation, name, name_en))

Team whole(Desk& desk, Row const& row)
{
    Team team{row.id, row.organisation, row.name, row.name_en,
              sql::all<TeamMember>(desk.sql, "SELECT person, leader FROM team_member WHERE team = $1 ORDER BY leader DESC, person", row.id), {}};
    for (auto const& organisation : sql::column<Key>(desk.sql, "SELECT organisation FROM team_reach WHERE team = $1 ORDER BY organisation", row.id))
        team.reach.push_back(organisation);
    return team;
}

}  // namespace

std::optional<Team> find_team(Desk& desk, Key id)
{
    auto const row = sql::one<Row>(desk.sql, "SELECT id, organisation, name, name_en FROM team WHERE id = $1", id);
    if (!row) return std::nullopt;
    return whole(desk, *row);
}

std::vector<Team> all_teams(Desk& desk)
{
    std::vector<Team> teams;
    for (auto const& row : sql::all<Row>(desk.sql, "SELECT id, organisation, name, name_en FROM team ORDER BY id")) teams.push_back(whole(desk, row));
    return teams;
}

bool is_member(Team const& team, Key person)
{
    return std::any_of(team.members.begin(), team.members.end(), [&](TeamMember const& one) { return one.person == person; });
}

bool reaches(Team const& team, Key organisation)
{
    return team.organisation == organisation || std::find(team.reach.begin(), team.reach.end(), organisation) != team.reach.end();
}

}  // namespace maple::registry
