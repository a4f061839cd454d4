// The words of a team.
#pragma once
#include "registry/words.hpp"

namespace maple::registry {

struct TeamMember {
    Key person{};
    bool leader = false;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (), (person, leader))

struct Team {
    Key id{};
    Key organisation{};  // at home there
    std::string name, name_en;
    std::vector<TeamMember> members;
    std::vector<Key> reach;  // organisations that it radiates to
};

bool is_member(Team const&, Key person);
bool reaches(Team const&, Key organisation);  // its home counts, too

}  // namespace maple::registry
