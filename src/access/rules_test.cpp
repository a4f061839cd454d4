#include "access/rules.hpp"

#include <array>
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
    {Role::desk_clerk, {Right::take_in, Right::divert, Right::receive, Right::plan_sessions, Right::end_mediation, Right::seal, Right::follow_up, Right::archive, Right::read_dispute, Right::add_paper, Right::see_papers,
                        Right::read_figures, Right::answer_referral, Right::triage_lead, Right::see_people, Right::give_advice}},
    {Role::mediator, {Right::take_in, Right::mediate, Right::plan_sessions, Right::end_mediation, Right::follow_up, Right::read_dispute, Right::add_paper, Right::see_papers, Right::report_lead, Right::see_people, Right::give_advice}},
    {Role::director, {Right::take_in, Right::divert, Right::receive, Right::mediate, Right::plan_sessions, Right::end_mediation, Right::seal, Right::follow_up, Right::archive,
                      Right::read_dispute, Right::add_paper, Right::see_papers, Right::read_figures, Right::answer_referral, Right::triage_lead,
                      Right::see_people, Right::lead_people, Right::keep_places, Right::give_advice, Right::review_quality}},
    {Role::supervisor, {Right::read_dispute, Right::see_papers, Right::read_figures, Right::see_people, Right::keep_organisations,
                        Right::keep_people, Right::review_quality, Right::break_glass}},
    {Role::agency_officer, {Right::refer, Right::answer_call, Right::give_advice}},
    {Role::adviser, {Right::read_dispute, Right::see_papers, Right::give_advice}},
    {Role::system_administrator, {Right::administer, Right::see_accounts, Right::see_people, Right::keep_organisations}},
    {Role::security_administrator, {Right::secure, Right::see_accounts, Right::see_people}},
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

TEST(policy, lets_the_desk_that_answers_for_a_dispute_plan_its_sessions_and_not_hold_them)
{
    Matter const matter{.scopes = {kunlun_path, huifu_path}, .persons = {{12}}, .answering = huifu_path};
    auto const clerk = somebody(Role::desk_clerk, yingbin_path);
    EXPECT_TRUE(may(clerk, Right::plan_sessions, matter));
    EXPECT_FALSE(may(clerk, Right::mediate, matter));
    EXPECT_FALSE(sight(clerk, matter).sealed);
    EXPECT_FALSE(may(somebody(Role::desk_clerk, kunlun_path), Right::plan_sessions, matter)) << "it answered once, and no longer";
    EXPECT_TRUE(may(somebody(Role::desk_clerk, kunlun_path), Right::read_dispute, matter));
    EXPECT_FALSE(may(clerk, Right::plan_sessions, Matter{.scopes = {huifu_path}})) << "nobody answers for it";
    EXPECT_FALSE(may(somebody(Role::mediator, huifu_path), Right::plan_sessions, matter)) << "a mediator plans in person";
    EXPECT_TRUE(may(somebody(Role::mediator, kunlun_path), Right::plan_sessions, Matter{.scopes = {huifu_path}, .persons = {{11}}}));
}

TEST(policy, lets_the_answerable_desk_end_what_nobody_presides_over_and_nothing_else)
{
    Matter const open{.scopes = {kunlun_path, huifu_path}, .answering = huifu_path};
    auto presided = open;
    presided.persons = {{12}};
    presided.presided = true;
    auto const clerk = somebody(Role::desk_clerk, yingbin_path);
    EXPECT_TRUE(may(clerk, Right::end_mediation, open));
    EXPECT_FALSE(may(clerk, Right::mediate, open));
    EXPECT_FALSE(may(clerk, Right::end_mediation, presided)) << "the mediator ends it";
    EXPECT_FALSE(may(somebody(Role::desk_clerk, kunlun_path), Right::end_mediation, open)) << "it answered once, and no longer";
    EXPECT_TRUE(may(somebody(Role::director, kunlun_path), Right::end_mediation, presided));
    EXPECT_FALSE(may(somebody(Role::mediator, huifu_path), Right::end_mediation, open)) << "a mediator ends what he mediates";
    EXPECT_TRUE(may(Caller{{10}, {12}, {{Role::mediator, {}, kunlun_path}}}, Right::end_mediation, presided));
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
    EXPECT_TRUE(may_in(mediator, Right::take_in, huifu_path)) << "he may write a request down at his place";
    EXPECT_FALSE(may(mediator, Right::take_in, Matter{{huifu_path}, {}})) << "but not go on with another's";
    EXPECT_TRUE(may(mediator, Right::take_in, Matter{{huifu_path}, {}, {11}}));
}

TEST(policy, keeps_an_administrator_out_of_every_dispute)
{
    auto const admin = somebody(Role::system_administrator, city_path);
    for (auto const right : every<Right>())
        EXPECT_EQ(may(admin, right, Matter{{huifu_path}, {{11}}}), gives(Role::system_administrator, right)) << boost::describe::enum_to_string(right, "?");
}

// Written out once more, on purpose: what each relation sees.
TEST(policy, shows_each_relation_its_classes_and_nobody_but_mediators_what_is_sealed)
{
    std::map<Relation, std::array<bool, 5>> const seen{
        // open, personal, sealed, contacts, counsel
        {Relation::desk, {true, true, false, true, true}},
        {Relation::director, {true, true, false, true, true}},
        {Relation::registrar, {true, true, false, true, false}},
        {Relation::mediator, {true, true, true, true, true}},
        {Relation::apprentice, {true, true, false, false, false}},
        {Relation::participant, {true, true, false, false, false}},
        {Relation::called_department, {true, true, false, false, false}},
        {Relation::consulted, {true, true, false, false, false}},
        {Relation::supervisor, {true, false, false, false, false}},
        {Relation::glass_breaker, {true, true, false, true, false}},
        {Relation::agency, {true, true, false, false, false}},
        {Relation::party, {true, true, false, false, false}},
    };
    for (auto const relation : every<Relation>()) {
        auto const& expect = seen.at(relation);
        EXPECT_EQ(sees(relation, FieldClass::open), expect[0]);
        EXPECT_EQ(sees(relation, FieldClass::personal), expect[1]);
        EXPECT_EQ(sees(relation, FieldClass::sealed), expect[2]);
        EXPECT_EQ(may_ask_for_contacts(relation), expect[3]);
        EXPECT_EQ(sees(relation, FieldClass::counsel), expect[4]);
    }
}

TEST(policy, shows_an_apprentice_the_file_and_lets_him_do_nothing)
{
    auto const apprentice = somebody(Role::mediator, kunlun_path);
    Matter const matter{{huifu_path}, {{12}}, {}, {{11}}};
    EXPECT_EQ(sight(apprentice, matter), (Sight{true, true, false, false}));
    EXPECT_TRUE(may(apprentice, Right::read_dispute, matter));
    for (auto const right : {Right::mediate, Right::follow_up, Right::take_in, Right::seal}) EXPECT_FALSE(may(apprentice, right, matter));
}

TEST(policy, lets_whom_the_parties_invited_read_and_do_nothing)
{
    Matter const matter{{huifu_path}, {{12}}, {}, {}, {{11}}};
    auto const adviser = somebody(Role::adviser, kunlun_path);
    EXPECT_EQ(sight(adviser, matter), (Sight{true, true, false, false}));
    EXPECT_TRUE(may(adviser, Right::read_dispute, matter));
    EXPECT_EQ(sight(somebody(Role::mediator, kunlun_path), matter), (Sight{true, true, false, false})) << "a mediator of elsewhere, for his trade";
    for (auto const right : every<Right>())
        if (right != Right::anyone && right != Right::signed_in && right != Right::read_dispute && right != Right::see_papers) {
            EXPECT_FALSE(may(adviser, right, matter));
        }
    EXPECT_EQ(sight(adviser, Matter{{kunlun_path}, {{12}}}), Sight{}) << "nothing where nobody invited him, whatever his place";
    EXPECT_FALSE(may(adviser, Right::read_dispute, Matter{{kunlun_path}, {{12}}}));
    EXPECT_EQ(sight(somebody(Role::informant, huifu_path), matter), Sight{}) << "an informant sees no file by being invited";
}

TEST(policy, lets_a_called_department_answer_and_read_no_file)
{
    Matter const matter{{huifu_path}, {{12}}, {}, {}, {}, {kunlun_path}};
    auto const called = somebody(Role::agency_officer, kunlun_path);
    EXPECT_TRUE(may(called, Right::answer_call, matter));
    EXPECT_EQ(sight(called, matter), (Sight{true, true, false, false}));
    EXPECT_FALSE(may(called, Right::read_dispute, matter)) << "it has a page of its own";
    EXPECT_FALSE(may(somebody(Role::agency_officer, huifu_path), Right::answer_call, matter)) << "whoever holds the dispute was not called";
    EXPECT_EQ(sight(somebody(Role::agency_officer, yingbin_path), matter), Sight{});
    EXPECT_FALSE(may(called, Right::answer_call, Matter{{kunlun_path}})) << "nobody called it";
}

TEST(policy, shows_the_bureau_no_name_unless_its_glass_is_broken)
{
    auto const supervisor = somebody(Role::supervisor, city_path);
    EXPECT_EQ(sight(supervisor, Matter{{huifu_path}}), (Sight{true, false, false, false}));
    EXPECT_EQ(sight(supervisor, Matter{.scopes = {huifu_path}, .glass = {{11}}}), (Sight{true, true, false, true}));
    EXPECT_EQ(sight(somebody(Role::supervisor, kunlun_path), Matter{.scopes = {huifu_path}, .glass = {{11}}}), Sight{}) << "not of another district";
}

RC_GTEST_PROP(policy, shows_what_is_sealed_to_appointed_mediators_only, ())
{
    auto const role = *rc::gen::elementOf(every<Role>());
    auto const flag = rc::gen::arbitrary<bool>();
    auto const maybe_me = [&] { return *flag ? std::vector<Key>{{11}} : std::vector<Key>{{12}}; };
    auto const maybe_here = [&] { return *flag ? std::vector<std::string>{huifu_path} : std::vector<std::string>{}; };
    Matter const matter{{huifu_path}, maybe_me(), *flag ? Key{11} : Key{}, maybe_me(), maybe_me(), maybe_here(), maybe_me()};
    auto const seen = sight(somebody(role, city_path), matter);
    if (seen.sealed) RC_ASSERT(matter.persons.front() == Key{11});
    if (seen.contacts) RC_ASSERT(seen.personal);
    if (seen.personal) RC_ASSERT(seen.open);
    // A department reads on a page of its own.
    if (seen.open) RC_ASSERT(may(somebody(role, city_path), role == Role::agency_officer ? Right::answer_call : Right::read_dispute, matter));
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
