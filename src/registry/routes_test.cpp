#include "registry/routes.hpp"
#include "api/prose.hpp"

#include <gtest/gtest.h>

namespace maple::registry {
namespace {

TEST(registry_room, tells_about_every_field)
{
    EXPECT_EQ(api::fields_without_prose({registry_room()}), std::vector<std::string>{});
}

TEST(registry_room, keeps_every_door_that_changes_the_roll_for_administrators)
{
    for (auto const& route : roll_routes())
        if (route.verb != api::Verb::get) {
            EXPECT_EQ(route.needs, access::Right::administer) << route.path;
        }
    for (auto const& route : account_routes()) EXPECT_EQ(route.needs, access::Right::administer) << route.path;
}

}  // namespace
}  // namespace maple::registry
