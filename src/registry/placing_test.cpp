#include "registry/placing.hpp"

#include <gtest/gtest.h>

namespace maple::registry {
namespace {

using enum OrganisationKind;

Organisation office(OrganisationKind kind, std::string path, std::int64_t id = 1, std::int64_t parent = 99)
{
    Organisation o;
    o.id = Key{id};
    o.kind = kind;
    o.path = std::move(path);
    if (parent) o.parent = Key{parent};
    return o;
}

template <class T> std::string refusal(Result<T> const& result)
{
    if (result) return "";
    return result.error().problems.empty() ? result.error().code : result.error().problems.front().code;
}

TEST(placing, article_8_and_34_give_each_kind_its_basis)
{
    EXPECT_EQ(usual_basis(village_committee), Basis::grassroots);
    EXPECT_EQ(usual_basis(community_committee), Basis::grassroots);
    EXPECT_EQ(usual_basis(enterprise_committee), Basis::enterprise);
    for (auto const kind : {township_committee, subdistrict_committee, social_committee}) EXPECT_EQ(usual_basis(kind), Basis::by_reference);
    for (auto const kind : {personal_room, stationed_room, mediation_group, justice_bureau, judicial_office, governance_centre, court, department})
        EXPECT_EQ(usual_basis(kind), Basis::none);
    EXPECT_EQ(article_of(Basis::grassroots), "PML-8");
    EXPECT_EQ(article_of(Basis::enterprise), "PML-8");
    EXPECT_EQ(article_of(Basis::by_reference), "PML-34");
    EXPECT_EQ(article_of(Basis::none), "");
}

TEST(placing, article_8_no_other_basis_is_taken)
{
    EXPECT_TRUE(may_rest_on(community_committee, Basis::grassroots));
    auto const no = may_rest_on(community_committee, Basis::by_reference);
    EXPECT_EQ(refusal(no), "basis_not_of_this_kind");
    EXPECT_EQ(no.error().article, "PML-8");
    EXPECT_EQ(may_rest_on(subdistrict_committee, Basis::grassroots).error().article, "PML-34");
    EXPECT_TRUE(may_rest_on(resolution_centre, Basis::none));
    EXPECT_TRUE(may_rest_on(resolution_centre, Basis::by_reference));  // set up as a committee of its own
    EXPECT_EQ(refusal(may_rest_on(personal_room, Basis::by_reference)), "basis_not_of_this_kind");
    EXPECT_EQ(refusal(may_rest_on(justice_bureau, Basis::by_reference)), "basis_not_of_this_kind");
}

TEST(placing, a_room_or_group_belongs_to_one_committee)
{
    for (auto const kind : {personal_room, stationed_room, mediation_group}) {
        EXPECT_EQ(refusal(may_stand_below(kind, office(community_committee, "/1/"))), "");
        EXPECT_EQ(refusal(may_stand_below(kind, office(judicial_office, "/1/"))), "organisation.part_needs_committee");
        EXPECT_EQ(refusal(may_stand_below(kind, office(personal_room, "/1/"))), "organisation.part_needs_committee");
    }
}

TEST(placing, committees_have_no_rank_over_one_another)
{
    EXPECT_EQ(refusal(may_stand_below(community_committee, office(judicial_office, "/1/"))), "");
    EXPECT_EQ(refusal(may_stand_below(community_committee, office(subdistrict_committee, "/1/"))), "organisation.committees_are_peers");
    EXPECT_EQ(refusal(may_stand_below(social_committee, office(stationed_room, "/1/"))), "organisation.committees_are_peers");
    EXPECT_EQ(refusal(may_stand_below(legal_service_centre, office(social_committee, "/1/"))), "");
}

TEST(placing, nothing_stands_below_what_is_closed)
{
    auto closed = office(judicial_office, "/1/");
    closed.closed_at = Instant{1};
    EXPECT_EQ(refusal(may_stand_below(community_committee, closed)), "organisation.closed_above");
}

TEST(placing, article_29_one_committee_one_seal)
{
    for (auto const kind : {personal_room, stationed_room, mediation_group}) {
        EXPECT_EQ(refusal(may_have_seal(kind, true)), "part_has_no_seal");
        EXPECT_EQ(may_have_seal(kind, true).error().article, "PML-29");
        EXPECT_TRUE(may_have_seal(kind, false));
    }
    EXPECT_TRUE(may_have_seal(community_committee, true));
}

TEST(placing, an_organisation_moves_where_it_may_stand)
{
    auto const room = office(personal_room, "/1/2/3/", 3, 2);
    EXPECT_EQ(refusal(may_move(room, office(community_committee, "/1/4/", 4))), "");
    EXPECT_EQ(refusal(may_move(room, office(community_committee, "/1/2/", 2))), "organisation.moved_already");
    EXPECT_EQ(refusal(may_move(room, office(judicial_office, "/1/5/", 5))), "organisation.part_needs_committee");
    auto const bureau = office(justice_bureau, "/1/", 1, 0);
    EXPECT_EQ(refusal(may_move(bureau, office(justice_bureau, "/9/", 9))), "organisation.top_stays");
    auto const desk = office(judicial_office, "/1/5/", 5, 1);
    EXPECT_EQ(refusal(may_move(desk, desk)), "organisation.below_itself");
    EXPECT_EQ(refusal(may_move(desk, office(department, "/1/5/6/", 6))), "organisation.below_itself");
    auto closed = room;
    closed.closed_at = Instant{1};
    EXPECT_EQ(refusal(may_move(closed, office(community_committee, "/1/4/", 4))), "organisation.closed");
}

TEST(placing, work_goes_on_only_where_it_may_be_done)
{
    auto const merges = [](OrganisationKind what, OrganisationKind into) { return refusal(may_merge(office(what, "/1/2/", 2), office(into, "/1/3/", 3))); };
    EXPECT_EQ(merges(village_committee, community_committee), "");
    EXPECT_EQ(merges(personal_room, community_committee), "");
    EXPECT_EQ(merges(personal_room, personal_room), "");
    EXPECT_EQ(merges(judicial_office, resolution_centre), "");
    EXPECT_EQ(merges(police, police), "");
    EXPECT_EQ(merges(community_committee, personal_room), "organisation.unlike");
    EXPECT_EQ(merges(community_committee, judicial_office), "organisation.unlike");
    EXPECT_EQ(merges(judicial_office, community_committee), "organisation.unlike");
    EXPECT_EQ(merges(police, court), "organisation.unlike");
}

TEST(placing, nothing_is_merged_into_itself_or_into_what_is_closed)
{
    auto const committee = office(community_committee, "/1/2/", 2);
    EXPECT_EQ(refusal(may_merge(committee, committee)), "organisation.into_itself");
    EXPECT_EQ(refusal(may_merge(committee, office(community_committee, "/1/2/5/", 5))), "organisation.into_itself");
    auto closed = office(community_committee, "/1/3/", 3);
    closed.closed_at = Instant{1};
    EXPECT_EQ(refusal(may_merge(committee, closed)), "organisation.closed_above");
    EXPECT_EQ(refusal(may_merge(closed, committee)), "organisation.closed");
    EXPECT_EQ(refusal(may_merge(office(justice_bureau, "/1/", 1, 0), office(justice_bureau, "/7/", 7))), "organisation.top_stays");
}

}  // namespace
}  // namespace maple::registry
