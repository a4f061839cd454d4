// Planned sessions at the party's own door, by the code of its receipt.
#pragma once
#include "api/route.hpp"
#include "calendar/words.hpp"

namespace maple::mediation {

struct SlotView {
    Instant from, to;
    std::optional<Key> place;
    std::optional<std::string> place_name;
};
BOOST_DESCRIBE_STRUCT(SlotView, (), (from, to, place, place_name))
std::vector<SlotView> seen(Desk&, std::vector<calendar::Slot> const&);

std::vector<api::Route> meeting_routes();

}  // namespace maple::mediation
