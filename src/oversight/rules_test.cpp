#include "oversight/rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::oversight {
namespace {

using namespace dispute::testing;
using dispute::Stage;

access::Sight const of_the_bureau{true, false, false, false};

access::Caller supervisor(Key person = chair)
{
    return {{10}, person, {{access::Role::supervisor, desk_office, "/" + shown(desk_office) + "/"}}};
}

TEST(glass, opens_names_and_words_for_the_hours_of_the_rule_pack_and_closes_by_itself)
{
    auto d = after(mediating(), *break_glass(mediating(), book(), of_the_bureau, {}, hours_later(5)), hours_later(5));
    auto const hours = int(book().policy("glass_hours"));
    auto const seen = [&](Instant when) { return access::sight(supervisor(), dispute::matter_of(d, when)); };
    EXPECT_EQ(seen(hours_later(5)), (access::Sight{true, true, false, true}));
    EXPECT_EQ(seen(hours_later(4 + hours)).personal, true);
    EXPECT_EQ(seen(hours_later(5 + hours)), of_the_bureau);
    EXPECT_FALSE(access::sight(supervisor(stranger), dispute::matter_of(d, hours_later(5))).personal) << "it is open for one person";
}

TEST(glass, never_opens_what_one_side_said_alone)
{
    auto const d = after(mediating(), *break_glass(mediating(), book(), of_the_bureau, {}, hours_later(5)), hours_later(5));
    EXPECT_FALSE(access::sight(supervisor(), dispute::matter_of(d, hours_later(6))).sealed);
}

TEST(glass, is_not_broken_by_who_sees_it_all)
{
    EXPECT_EQ(said(break_glass(mediating(), book(), {true, true, false, true}, {}, monday)), "glass.not_needed");
}

TEST(glass, may_be_broken_at_every_stage)
{
    EXPECT_EQ(said(break_glass(visiting(), book(), of_the_bureau, {}, monday)), "");
    EXPECT_EQ(said(break_glass(mediating(), book(), of_the_bureau, {}, monday)), "");
}

}  // namespace
}  // namespace maple::oversight
