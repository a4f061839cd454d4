#include "teams/rules.hpp"

#include <gtest/gtest.h>

namespace maple::teams {
namespace {

template <class T> std::string said(Result<T> const& result)
{
    if (result) return "";
    auto const& no = result.error();
    return no.problems.empty() ? no.code : no.problems.front().at + " " + no.problems.front().code;
}

registry::Person mediator(std::int64_t key)
{
    registry::Person p;
    p.id = {key};
    p.mediator = true;
    return p;
}

registry::Team team() { return {{1}, {10}, "石榴花", "Pomegranate Flower", {{{21}, true}, {{22}, false}}, {{11}}}; }

TEST(team, article_13_its_members_are_mediators_who_serve)
{
    EXPECT_EQ(said(join(team(), mediator(23), false)), "");
    auto informant = mediator(23);
    informant.mediator = false;
    EXPECT_EQ(said(join(team(), informant, false)), "/person not_a_mediator");
    auto gone = mediator(23);
    gone.left_at = Instant{1};
    EXPECT_EQ(said(join(team(), gone, false)), "/person not_a_mediator");
    EXPECT_EQ(said(join(team(), mediator(22), false)), "/person member_already");
    EXPECT_EQ(said(join(team(), mediator(21), true)), "/person member_already");
}

TEST(team, is_led_by_somebody)
{
    EXPECT_TRUE(join(team(), mediator(22), true)->leader) << "a member may take the lead";
    EXPECT_EQ(said(leave(team(), {21})), "team.leader_first");
    EXPECT_EQ(said(leave(team(), {22})), "");
    EXPECT_EQ(said(leave(team(), {29})), "team.no_member");
    registry::Team alone{{1}, {10}, "", "", {{{21}, true}}, {}};
    EXPECT_EQ(said(leave(alone, {21})), "");
    registry::Team empty{{1}, {10}, "", "", {}, {}};
    EXPECT_TRUE(join(empty, mediator(23), false)->leader) << "the first one leads";
}

TEST(team, radiates_to_who_settles_disputes)
{
    registry::Organisation community;
    community.id = {12};
    community.kind = registry::OrganisationKind::community_committee;
    EXPECT_EQ(said(reach(team(), community)), "");
    community.id = {11};
    EXPECT_EQ(said(reach(team(), community)), "/organisation reached_already");
    community.id = {10};
    EXPECT_EQ(said(reach(team(), community)), "/organisation reached_already") << "it is at home there";
    registry::Organisation police;
    police.id = {13};
    police.kind = registry::OrganisationKind::police;
    EXPECT_EQ(said(reach(team(), police)), "/organisation cannot_be_reached");
    EXPECT_EQ(said(withdraw(team(), {11})), "");
    EXPECT_EQ(said(withdraw(team(), {10})), "team.not_reached");
}

}  // namespace
}  // namespace maple::teams
