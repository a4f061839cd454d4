#include "registry/rules.hpp"

#include <gtest/gtest.h>

namespace maple::registry {
namespace {

using access::Role;

Instant const opened = instant_from_iso("2023-11-01T09:00:00+08:00").value();

std::string refusal(Result<Role> const& answer) { return answer ? "" : answer.error().code; }
std::string article(Result<Role> const& answer) { return answer ? "" : answer.error().article; }

access::Caller holding(Role role) { return {Key{1}, Key{2}, {{role, Key{3}, "/3/"}}}; }

TEST(registry_rules, csl_21_nobody_is_two_of_the_three_administrators)
{
    Role const three[] = {Role::system_administrator, Role::security_administrator, Role::auditor};
    for (auto const held : three)
        for (auto const wanted : three) {
            auto const answer = role_to_hold({}, {held}, wanted);
            EXPECT_EQ(refusal(answer), held == wanted ? "" : "grant.two_administrators");
            if (held != wanted) {
                EXPECT_EQ(article(answer), "CSL-21");
            }
        }
}

TEST(registry_rules, an_administrator_works_in_no_dispute_and_who_works_in_one_administers_nothing)
{
    EXPECT_EQ(refusal(role_to_hold({}, {Role::auditor}, Role::mediator)), "grant.administrator_works");
    EXPECT_EQ(refusal(role_to_hold({}, {Role::mediator}, Role::auditor)), "grant.worker_administers");
    EXPECT_EQ(refusal(role_to_hold({}, {Role::mediator}, Role::director)), "");
    EXPECT_EQ(refusal(role_to_hold({}, {}, Role::auditor)), "");
}

TEST(registry_rules, a_small_office_may_let_an_administrator_work_but_never_hold_two_offices)
{
    DoorRules const small{{}, true};
    EXPECT_EQ(refusal(role_to_hold(small, {Role::system_administrator}, Role::desk_clerk)), "");
    EXPECT_EQ(refusal(role_to_hold(small, {Role::desk_clerk}, Role::system_administrator)), "");
    EXPECT_EQ(refusal(role_to_hold(small, {Role::system_administrator}, Role::auditor)), "grant.two_administrators");
}

TEST(registry_rules, roles_are_the_security_administrators_and_the_first_auditor_is_named_with_the_account)
{
    EXPECT_TRUE(may_grant(holding(Role::security_administrator), Role::mediator, true));
    EXPECT_TRUE(may_grant(holding(Role::system_administrator), Role::auditor, false));
    EXPECT_FALSE(may_grant(holding(Role::system_administrator), Role::auditor, true));
    EXPECT_FALSE(may_grant(holding(Role::system_administrator), Role::mediator, false));
    EXPECT_FALSE(may_grant(holding(Role::director), Role::auditor, false));
}

TEST(registry_rules, a_second_factor_is_needed_from_the_strictest_of_the_roles_on)
{
    DoorRules const rules{{{Role::auditor, 0}, {Role::mediator, 30}, {Role::director, 7}}, false};
    EXPECT_EQ(factor_needed_from(rules, {Role::auditor}, opened), opened);
    EXPECT_EQ(factor_needed_from(rules, {Role::mediator}, opened), plus_seconds(opened, 30 * 86'400));
    EXPECT_EQ(factor_needed_from(rules, {Role::mediator, Role::director}, opened), plus_seconds(opened, 7 * 86'400));
    EXPECT_FALSE(factor_needed_from(rules, {Role::informant}, opened));
    EXPECT_FALSE(factor_needed_from(rules, {}, opened));
}

TEST(registry_rules, behind_a_right_password_stands_the_door_that_fits)
{
    EXPECT_EQ(next_door(true, {}, opened), NextDoor::code);
    EXPECT_EQ(next_door(false, {}, opened), NextDoor::open);
    EXPECT_EQ(next_door(false, plus_seconds(opened, 1), opened), NextDoor::open);
    EXPECT_EQ(next_door(false, opened, opened), NextDoor::enrolment);
}

TEST(registry_rules, the_strongest_reason_names_the_state_of_an_account)
{
    auto const later = plus_seconds(opened, 60), earlier = plus_seconds(opened, -60);
    EXPECT_EQ(account_state({.person_left = true, .suspended = true, .expires_at = earlier}, opened), AccountState::left);
    EXPECT_EQ(account_state({.suspended = true, .expires_at = earlier}, opened), AccountState::suspended);
    EXPECT_EQ(account_state({.has_password = true, .expires_at = opened, .locked_until = later}, opened), AccountState::expired);
    EXPECT_EQ(account_state({.has_password = true, .expires_at = later, .locked_until = later}, opened), AccountState::locked);
    EXPECT_EQ(account_state({.has_password = true, .locked_until = opened}, opened), AccountState::active);
    EXPECT_EQ(account_state({}, opened), AccountState::waiting);
}

}  // namespace
}  // namespace maple::registry
