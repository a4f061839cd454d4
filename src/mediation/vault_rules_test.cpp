#include "mediation/vault_rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::mediation {
namespace {

using namespace dispute::testing;
using dispute::Stage;
using dispute::VaultKind;
using dispute::VaultSlip;

Key const repair{811}, told{821};

Dispute with_issue()
{
    auto d = mediating();
    d.room.issues = {{repair, {}}};
    return d;
}

VaultSlip slip(VaultKind kind, Key issue = repair)
{
    VaultSlip s;
    s.id = told;
    s.party = applicant;
    s.kind = kind;
    s.issue = issue;
    return s;
}

std::string noting(VaultSlip s, Dispute const& d = with_issue(), Key person = chair) { return said(note_in_vault(d, std::move(s), person)); }

Dispute holding(VaultKind kind, bool agreed = false)
{
    auto d = with_issue();
    d.room.vault = {slip(kind)};
    if (agreed) d.room.vault.front().owner_agreed_at = monday;
    return d;
}

TEST(vault, article_15_only_its_mediators_in_person_keep_what_was_said_alone)
{
    EXPECT_EQ(noting(slip(VaultKind::note)), "");
    EXPECT_EQ(noting(slip(VaultKind::note), with_issue(), stranger), "vault.not_the_mediator PML-15");
    EXPECT_EQ(said(agree_to_cross(holding(VaultKind::statement), told, dispute::By::phone, stranger)), "vault.not_the_mediator PML-15");
    EXPECT_EQ(said(release(holding(VaultKind::statement, true), told, {}, stranger)), "vault.not_the_mediator PML-15");
    only_at({Stage::inviting, Stage::diverted, Stage::mediating}, [](auto const& x) { return note_in_vault(x, slip(VaultKind::note, {}), chair); });
}

TEST(vault, a_compartment_belongs_to_a_party_that_is_here_and_willing)
{
    auto of = slip(VaultKind::note);
    of.party = stranger;
    EXPECT_EQ(noting(of), "/party unknown_party");
    auto d = with_issue();
    d.parties.front().left = true;
    EXPECT_EQ(noting(slip(VaultKind::note), d), "/party party_left");
    d.parties.front().left = false;
    d.parties.front().consent = dispute::Consent::refused;
    EXPECT_EQ(noting(slip(VaultKind::note), d), "session.refused PML-17");
}

TEST(vault, an_offer_is_about_an_issue_and_only_money_has_an_amount)
{
    EXPECT_EQ(noting(slip(VaultKind::offer, {})), "/issue missing");
    EXPECT_EQ(noting(slip(VaultKind::offer, Key{999})), "/issue unknown_issue");
    auto with_amount = [](VaultKind kind) {
        auto s = slip(kind);
        s.amount.id = Key{831};
        return s;
    };
    EXPECT_EQ(noting(with_amount(VaultKind::offer)), "");
    EXPECT_EQ(noting(with_amount(VaultKind::bottom_line)), "");
    EXPECT_EQ(noting(with_amount(VaultKind::note)), "/amount no_amount_here");
    EXPECT_EQ(noting(with_amount(VaultKind::statement)), "/amount no_amount_here");
}

TEST(vault, a_note_and_a_bottom_line_never_cross)
{
    for (auto const kind : {VaultKind::note, VaultKind::bottom_line})
        EXPECT_EQ(said(agree_to_cross(holding(kind), told, dispute::By::in_person, chair)), "vault.never_crosses PML-15");
    for (auto const kind : {VaultKind::statement, VaultKind::offer})
        EXPECT_EQ(said(agree_to_cross(holding(kind), told, dispute::By::in_person, chair)), "");
    EXPECT_EQ(said(agree_to_cross(holding(VaultKind::statement, true), told, dispute::By::in_person, chair)), "vault.agreed");
    EXPECT_EQ(said(agree_to_cross(holding(VaultKind::statement), Key{999}, dispute::By::in_person, chair)), "vault.unknown");
}

TEST(vault, a_sentence_crosses_when_its_owner_and_the_mediator_both_let_it)
{
    EXPECT_EQ(said(release(holding(VaultKind::statement), told, {}, chair)), "vault.owner_not_agreed PML-15");
    EXPECT_EQ(said(release(holding(VaultKind::statement, true), told, {}, chair)), "");
    auto const crossed = after(holding(VaultKind::statement, true), release(holding(VaultKind::statement, true), told, {}, chair).value());
    EXPECT_EQ(said(release(crossed, told, {}, chair)), "vault.released");
}

TEST(vault, its_owner_takes_the_agreement_back_until_the_sentence_has_crossed)
{
    auto const back = [](Dispute const& d, Key id = told, Key person = chair) { return said(withdraw_crossing(d, id, dispute::By::phone, person)); };
    auto const agreed = holding(VaultKind::statement, true);
    EXPECT_EQ(back(agreed), "");
    EXPECT_EQ(back(holding(VaultKind::statement)), "vault.not_agreed");
    EXPECT_EQ(back(agreed, Key{999}), "vault.unknown");
    EXPECT_EQ(back(agreed, told, stranger), "vault.not_the_mediator PML-15");
    EXPECT_EQ(back(after(agreed, release(agreed, told, {}, chair).value())), "vault.crossed_already");
    only_at({Stage::inviting, Stage::diverted, Stage::mediating}, [](auto const& x) {
        auto d = x;
        d.room.vault = {slip(VaultKind::statement)};
        d.room.vault.front().owner_agreed_at = monday;
        return withdraw_crossing(d, told, dispute::By::phone, chair);
    });
}

TEST(vault, after_that_the_sentence_is_where_it_was_before_it_was_asked)
{
    auto const agreed = after(holding(VaultKind::statement), agree_to_cross(holding(VaultKind::statement), told, dispute::By::video, chair).value());
    ASSERT_TRUE(agreed.room.vault.front().owner_agreed_at);
    auto const back = after(agreed, withdraw_crossing(agreed, told, dispute::By::phone, chair).value());
    EXPECT_FALSE(back.room.vault.front().owner_agreed_at);
    EXPECT_EQ(back.room.vault.front().agreed_by, dispute::By{});
    EXPECT_EQ(said(release(back, told, {}, chair)), "vault.owner_not_agreed PML-15");
    EXPECT_EQ(said(agree_to_cross(back, told, dispute::By::in_person, chair)), "") << "it can be asked again";
}

TEST(vault, there_is_an_end_to_issues)
{
    auto d = mediating();
    EXPECT_EQ(said(name_issue(d, {repair, {}})), "");
    d.room.issues.resize(most_issues);
    EXPECT_EQ(said(name_issue(d, {repair, {}})), "issue.too_many");
}

}  // namespace
}  // namespace maple::mediation
