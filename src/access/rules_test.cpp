#include "access/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple::access {
namespace {

Key const city{1}, yingbin{2}, huifu{3}, kunlun{4};
std::string const city_path = "/1/", yingbin_path = "/1/2/", huifu_path = "/1/2/3/", kunlun_path = "/1/4/";

Caller somebody(Role role, std::string scope) { return {{10}, {11}, {{role, {}, std::move(scope)}}}; }

template <class E> std::vector<E> every()
{
    std::vector<E> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) { all.push_back(one.value); });
    return all;
}

// Written out once more, on purpose: whoever widens the policy must do it in two places.
std::map<Role, std::set<Right>> const expected{
    {Role::informant, {Right::report_lead}},
    {Role::desk_clerk, {Right::take_in, Right::divert, Right::receive, Right::seal, Right::follow_up, Right::archive, Right::read_dispute,
                        Right::read_figures, Right::answer_referral, Right::triage_lead, Right::see_people}},
    {Role::mediator, {Right::take_in, Right::mediate, Right::follow_up, Right::read_dispute, Right::report_lead, Right::see_people}},
    {Role::director, {Right::take_in, Right::divert, Right::receive, Right::mediate, Right::seal, Right::follow_up, Right::archive,
                      Right::read_dispute, Right::read_figures, Right::answer_referral, Right::triage_lead,
                      Right::see_people, Right::lead_people}},
    {Role::supervisor, {Right::read_dispute, Right::read_figures, Right::see_people, Right::keep_people, Right::break_glass}},
    {Role::agency_officer, {Right::refer}},
    {Role::system_administrator, {Right::administer, Right::see_people}},
    {Role::security_administrator, {Right::secure, Right::see_people}},
    {Role::auditor, {Right::audit}},
};

TEST(policy, denies_every_right_that_the_table_does_not_give)
{
    for (auto const role : every<Role>())
        for (auto const right : every<Right>())
            EXPECT_EQ(gives(role, right), expected.at(role).contains(right))
                << boost::describe::enum_to_string(role, "?") << " " << boost::describe::enum_to_string(right, "?");
}

TEST(policy, gives_nobody_the_demo_by_role)
{
    for (auto const role : every<Role>()) EXPECT_FALSE(may(somebody(role, city_path), Right::demonstrate));
}

TEST(policy, lets_a_stranger_do_what_anyone_may_and_nothing_else)
{
    for (auto const right : every<Right>()) EXPECT_EQ(may(Caller{}, right), right == Right::anyone);
}

TEST(policy, lets_an_account_without_roles_see_its_own_things_only)
{
    Caller const bare{{10}, {11}, {}};
    for (auto const right : every<Right>()) EXPECT_EQ(may(bare, right), right == Right::anyone || right == Right::signed_in);
}

TEST(policy, covers_what_lies_below_a_grant_and_nothing_beside_it)
{
    auto const clerk = somebody(Role::desk_clerk, yingbin_path);
    EXPECT_TRUE(may_in(clerk, Right::take_in, yingbin_path));
    EXPECT_TRUE(may_in(clerk, Right::take_in, huifu_path));
    EXPECT_FALSE(may_in(clerk, Right::take_in, city_path));
    EXPECT_FALSE(may_in(clerk, Right::take_in, kunlun_path));
    EXPECT_FALSE(may_in(clerk, Right::take_in, "/1/22/"));
    EXPECT_TRUE(may(clerk, Right::read_dispute, Matter{{kunlun_path, huifu_path}, {}}));
    EXPECT_FALSE(may(clerk, Right::read_dispute, Matter{{kunlun_path}, {}}));
    EXPECT_FALSE(may(clerk, Right::read_dispute, Matter{}));
}

TEST(policy, covers_nothing_by_an_empty_scope)
{
    EXPECT_FALSE(may_in(somebody(Role::director, ""), Right::mediate, huifu_path));
}

TEST(policy, gives_a_mediator_the_disputes_of_his_own_appointment_only)
{
    auto const mediator = somebody(Role::mediator, huifu_path);
    EXPECT_TRUE(may(mediator, Right::mediate, Matter{{kunlun_path}, {{11}}}));
    EXPECT_FALSE(may(mediator, Right::mediate, Matter{{huifu_path}, {{12}}}));
    EXPECT_FALSE(may(mediator, Right::read_dispute, Matter{{huifu_path}, {}}));
    EXPECT_TRUE(scopes_of(mediator, Right::read_dispute).empty());
    EXPECT_TRUE(may(mediator, Right::take_in, Matter{{huifu_path}, {}}));
}

TEST(policy, keeps_an_administrator_out_of_every_dispute)
{
    auto const admin = somebody(Role::system_administrator, city_path);
    for (auto const right : every<Right>())
        EXPECT_EQ(may(admin, right, Matter{{huifu_path}, {{11}}}), right == Right::administer || right == Right::see_people) << boost::describe::enum_to_string(right, "?");
}

RC_GTEST_PROP(policy, never_reaches_outside_the_scope_of_a_grant, ())
{
    auto const path = [](std::vector<int> const& steps) {
        std::string p = "/";
        for (auto const one : steps) p += std::to_string(one) + "/";
        return p;
    };
    auto const step = rc::gen::inRange(1, 4);
    auto const held = path(*rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(step)));
    auto const asked = path(*rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(step)));
    auto const role = *rc::gen::elementOf(every<Role>());
    auto const right = *rc::gen::elementOf(every<Right>());
    if (may_in(somebody(role, held), right, asked)) RC_ASSERT(asked.substr(0, held.size()) == held && gives(role, right));
}

}  // namespace
}  // namespace maple::access
