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
    using access::Right;
    for (auto const& route : roll_routes())
        if (route.verb != api::Verb::get) {
            EXPECT_TRUE(route.needs == Right::administer || route.needs == Right::keep_organisations) << route.path;
        }
    for (auto const& route : account_routes()) {
        bool const looks = route.verb == api::Verb::get;
        EXPECT_TRUE(looks ? route.needs == Right::see_accounts : route.needs == Right::see_accounts || route.needs == Right::secure || route.needs == Right::administer)
            << route.path;
    }
}

}  // namespace
}  // namespace maple::registry
