// What a team's work shows: settled by month, kind and method; who learned from whom; and how far
// it reaches: the point, its lines, its surface. Counts of disputes and places, never a score of
// a person.
#pragma once
#include "access/desk.hpp"
#include "registry/teams.hpp"

namespace maple::teams {

struct Count {
    std::string key, name;
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(Count, (), (key, name, n))

// Settled in the team's own name: concluded with an agreement, oral or written, the mediator
// appointed for the team (diversion).
struct Figures {
    std::int64_t settled = 0;          // since it was founded
    std::int64_t in_hand = 0;
    std::vector<Count> by_month, by_kind, by_method;
};
BOOST_DESCRIBE_STRUCT(Figures, (), (settled, in_hand, by_month, by_kind, by_method))
Figures figures_of(Desk&, registry::Team const&, std::optional<Date> founded_on);

// Solo into chorus: an apprentice, whom it sat in with, and what it has settled alone since.
struct Learned {
    Key person{};
    std::string name, organisation_name;
    std::vector<std::string> from;     // names of mediators
    std::int64_t sat_in = 0;
    Instant since;                     // of the first time
    std::int64_t alone = 0;            // settled since then as presiding mediator
    std::vector<Count> kinds;          // of those
};
BOOST_DESCRIBE_STRUCT(Learned, (), (person, name, organisation_name, from, sat_in, since, alone, kinds))
std::vector<Learned> chorus_of(Desk&, registry::Team const&);

struct Place {
    Key organisation{};
    std::string name;
    std::int64_t settled = 0;          // by it, this year
    std::int64_t of_team = 0;          // of these in the team's name
};
BOOST_DESCRIBE_STRUCT(Place, (), (organisation, name, settled, of_team))

// Point (the team), lines (hand-overs of the linked agencies to whom it reaches), surface (the
// organisations it reaches), and the city around it; settled this year.
struct Surface {
    std::int64_t point = 0;
    std::vector<Count> lines;
    std::vector<Place> surface;
    std::int64_t surface_total = 0;
    std::int64_t city = 0;
};
BOOST_DESCRIBE_STRUCT(Surface, (), (point, lines, surface, surface_total, city))
Surface surface_of(Desk&, registry::Team const&);

}  // namespace maple::teams
