// A hand-over, before the desk takes it: is the dispute here already, by whatever door it came?
#include "app/handed_over.hpp"
#include "acceptance/twins.hpp"
#include "linkage/offered.hpp"

namespace maple::app {
namespace {

using access::Right;

struct One {
    Key referral{};
};
BOOST_DESCRIBE_STRUCT(One, (), (referral))

acceptance::TwinsAnswer look_for_twins(Desk& desk, One const& ask)
{
    auto const offered = linkage::offered(desk, ask.referral);
    auto const& request = offered.request;
    return {acceptance::twins(desk, acceptance::Likeness{request.kind, request.place, request.facts.str(), offered.agency, offered.reference, offered.dispute})};
}

}  // namespace

api::Room handed_over_room()
{
    using enum api::Verb;
    return {"handed over",
            {
                {get, "/referrals/{referral}/twins", Right::answer_referral, look_for_twins, "Open disputes of this desk that a hand-over may be the same as, before it is taken."},
            }};
}

}  // namespace maple::app
