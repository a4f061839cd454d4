// What happens to a team after it was formed (registry/keep.hpp): it tells its story, people join
// and leave, and it radiates to organisations.
#pragma once
#include "foundation/record.hpp"
#include "registry/team.hpp"

namespace maple::teams {

struct Told {
    static constexpr std::string_view deed = "teams.told";
    Kept story;
    std::optional<Date> founded_on;
};
BOOST_DESCRIBE_STRUCT(Told, (), (story, founded_on))

struct Joined {
    static constexpr std::string_view deed = "teams.joined";
    Key person{};
    bool leader = false;  // takes the lead from who had it
};
BOOST_DESCRIBE_STRUCT(Joined, (), (person, leader))

struct Left {
    static constexpr std::string_view deed = "teams.left";
    Key person{};
};
BOOST_DESCRIBE_STRUCT(Left, (), (person))

struct Reached {
    static constexpr std::string_view deed = "teams.reached";
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(Reached, (), (organisation))

struct Withdrew {
    static constexpr std::string_view deed = "teams.withdrew";
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(Withdrew, (), (organisation))

}  // namespace maple::teams
