#include "dispute/testing.hpp"
#include "papers/rules.hpp"

#include <gtest/gtest.h>

namespace maple::papers {
namespace {

using access::Role;
using dispute::testing::applicant;
using dispute::testing::chair;
using dispute::testing::respondent;
using dispute::testing::said;
using dispute::testing::stranger;

constexpr std::string_view bureau = "/A/", house = "/A/B/", other = "/A/C/";

access::Caller somebody(Role role, std::string_view scope, Key person = Key{900})
{
    access::Caller caller;
    caller.account = Key{1};
    caller.person = person;
    caller.grants.push_back({role, {}, std::string(scope)});
    return caller;
}

access::Matter matter()
{
    access::Matter m;
    m.scopes = {std::string(house)};
    m.persons = {chair};
    m.apprentices = {Key{21}};
    m.participants = {Key{22}};
    m.called = {"/A/P/"};
    return m;
}

// Of file, side and internal, a letter each: nothing, shape, whole.
std::string eyes(access::Caller const& caller, access::Matter const& m = matter())
{
    std::string out;
    for (auto const one : {Visibility::file, Visibility::side, Visibility::internal}) out += "nsw"[int(eye_of(caller, m, one))];
    return out;
}

TEST(PaperRules, a_side_is_for_the_disputes_own_mediators_and_the_house_for_those_who_work_on_it)
{
    EXPECT_EQ(eyes(somebody(Role::mediator, house, chair)), "www");
    EXPECT_EQ(eyes(somebody(Role::director, house)), "wnw");
    EXPECT_EQ(eyes(somebody(Role::desk_clerk, house)), "wnw");
    EXPECT_EQ(eyes(somebody(Role::mediator, house, Key{21})), "wnn") << "an apprentice";
    EXPECT_EQ(eyes(somebody(Role::adviser, house, Key{22})), "wnn") << "an invited adviser";
    EXPECT_EQ(eyes(somebody(Role::supervisor, bureau)), "snn");
    EXPECT_EQ(eyes(somebody(Role::agency_officer, "/A/P/")), "wnn") << "but through the page of its call alone, and what it was shown";
    EXPECT_EQ(eyes(somebody(Role::director, other)), "nnn");
    EXPECT_EQ(eyes(somebody(Role::mediator, house, Key{33})), "nnn") << "a mediator of the house who was not appointed";
    EXPECT_EQ(eyes(access::Caller{}), "nnn");
    EXPECT_EQ(eyes(somebody(Role::auditor, bureau)), "nnn");
}

TEST(PaperRules, broken_glass_opens_the_file_and_neither_a_side_nor_the_house)
{
    auto m = matter();
    m.glass = {Key{900}};
    EXPECT_EQ(eyes(somebody(Role::supervisor, bureau), m), "wnn");
}

TEST(PaperRules, what_is_locked_away_from_use_shows_no_more_than_that_it_is_there)
{
    auto m = matter();
    m.restricted = true;
    EXPECT_EQ(eyes(somebody(Role::director, house), m), "sns");
    EXPECT_EQ(eyes(somebody(Role::mediator, house, chair), m), "sns");
}

dispute::Dispute a_dispute()
{
    dispute::Dispute d;
    d.id = Key{1};
    d.parties = {dispute::testing::willing(applicant, dispute::Side::applicant), dispute::testing::willing(respondent, dispute::Side::respondent)};
    d.sessions.emplace_back().id = Key{301};
    d.agreements.emplace_back().id = Key{401};
    d.agreements.back().obligations.emplace_back().id = Key{501};
    return d;
}

TEST(PaperRules, a_paper_hangs_on_what_is_of_its_dispute)
{
    auto const d = a_dispute();
    EXPECT_EQ(said(may_add(d, {Kind::evidence, Visibility::file, applicant, Key{301}, Key{501}, {}})), "");
    EXPECT_EQ(said(may_add(d, {Kind::evidence, Visibility::file, stranger})), "/party unknown_party");
    EXPECT_EQ(said(may_add(d, {Kind::evidence, Visibility::file, {}, Key{302}})), "/session unknown_session");
    EXPECT_EQ(said(may_add(d, {Kind::evidence, Visibility::file, {}, {}, Key{502}})), "/obligation unknown_obligation");
    EXPECT_EQ(said(may_add(d, {Kind::evidence, Visibility::file, {}, {}, {}, Key{402}})), "/agreement unknown_agreement");
}

TEST(PaperRules, a_paper_of_a_side_names_the_side)
{
    EXPECT_EQ(said(may_add(a_dispute(), {Kind::evidence, Visibility::side})), "/party side_needs_party PML-15");
    EXPECT_EQ(said(may_add(a_dispute(), {Kind::evidence, Visibility::side, respondent})), "");
}

TEST(PaperRules, a_signed_paper_is_kept_from_nobody_who_may_see_the_file)
{
    EXPECT_EQ(said(may_add(a_dispute(), {Kind::signed_paper, Visibility::internal})), "papers.signed_is_open PML-29");
    EXPECT_EQ(said(may_add(a_dispute(), {Kind::other, Visibility::side, applicant, {}, {}, Key{401}})), "papers.signed_is_open PML-29");
    EXPECT_EQ(said(may_add(a_dispute(), {Kind::signed_paper, Visibility::file, {}, {}, {}, Key{401}})), "");
}

TEST(PaperRules, nothing_is_added_to_a_closed_dossier)
{
    auto d = a_dispute();
    d.archived_at = dispute::testing::monday;
    EXPECT_EQ(said(may_add(d, {Kind::evidence, Visibility::file})), "papers.archived");
}

TEST(PaperRules, a_paper_is_what_it_is_called)
{
    EXPECT_EQ(said(fits(Kind::place_photo, Media::jpeg)), "");
    EXPECT_EQ(said(fits(Kind::place_photo, Media::pdf)), "/file not_a_picture");
    EXPECT_EQ(said(fits(Kind::voice_note, Media::webm)), "");
    EXPECT_EQ(said(fits(Kind::voice_note, Media::png)), "/file not_a_sound");
    EXPECT_EQ(said(fits(Kind::signed_paper, Media::pdf)), "");
    EXPECT_EQ(said(fits(Kind::signed_paper, Media::mp3)), "/file not_on_paper");
    EXPECT_EQ(said(fits(Kind::identity_proof, Media::amr)), "/file not_on_paper");
    EXPECT_EQ(said(fits(Kind::evidence, Media::wav)), "");
}

TEST(PaperRules, who_may_write_in_a_compartment)
{
    EXPECT_EQ(said(may_write_in(somebody(Role::mediator, house, chair), matter(), Visibility::side)), "");
    EXPECT_EQ(said(may_write_in(somebody(Role::director, house), matter(), Visibility::side)), "not_the_mediator PML-15");
    EXPECT_EQ(said(may_write_in(somebody(Role::director, house), matter(), Visibility::internal)), "");
}

TEST(PaperRules, a_paper_is_withdrawn_once_and_erased_after_that)
{
    Paper paper;
    EXPECT_EQ(said(may_withdraw(paper)), "");
    EXPECT_EQ(said(may_erase(paper)), "papers.not_withdrawn");
    paper.withdrawn_at = dispute::testing::monday;
    EXPECT_EQ(said(may_withdraw(paper)), "papers.withdrawn");
    EXPECT_EQ(said(may_erase(paper)), "");
    paper.erased_at = dispute::testing::monday;
    EXPECT_EQ(said(may_erase(paper)), "papers.erased");
}

TEST(PaperRules, an_erasure_is_ordered_by_the_archive_and_of_one_side_by_its_mediators)
{
    EXPECT_EQ(said(may_order_erasure(somebody(Role::director, house), matter(), Visibility::file)), "");
    EXPECT_EQ(said(may_order_erasure(somebody(Role::mediator, house, chair), matter(), Visibility::file)), "not_allowed PIPL-47");
    EXPECT_EQ(said(may_order_erasure(somebody(Role::mediator, house, chair), matter(), Visibility::side)), "");
    EXPECT_EQ(said(may_order_erasure(somebody(Role::director, house), matter(), Visibility::side)), "not_the_mediator PML-15");
}

TEST(PaperRules, a_department_sees_what_it_was_shown_while_its_call_runs)
{
    auto d = a_dispute();
    d.room.calls.emplace_back().id = Key{601};
    Paper paper;
    EXPECT_EQ(said(may_show(d, paper, Key{601})), "");
    EXPECT_EQ(said(may_show(d, paper, Key{602})), "call.unknown");
    EXPECT_FALSE(shown_to(paper, d, Key{601}));
    paper.shown = {Key{601}};
    EXPECT_TRUE(shown_to(paper, d, Key{601}));
    paper.visibility = Visibility::internal;
    EXPECT_FALSE(shown_to(paper, d, Key{601}));
    EXPECT_EQ(said(may_show(d, paper, Key{601})), "papers.not_open PML-15");
    paper.visibility = Visibility::file;
    d.room.calls.back().ended_at = dispute::testing::monday;
    EXPECT_FALSE(shown_to(paper, d, Key{601}));
    EXPECT_EQ(said(may_show(d, paper, Key{601})), "call.over");
    d.room.calls.back().ended_at.reset();
    paper.withdrawn_at = dispute::testing::monday;
    EXPECT_EQ(said(may_show(d, paper, Key{601})), "papers.withdrawn");
    EXPECT_FALSE(shown_to(paper, d, Key{601}));
}

TEST(PaperRules, a_party_sees_what_it_brought_itself)
{
    Paper paper;
    paper.party = applicant;
    EXPECT_FALSE(own_paper(paper, applicant)) << "what the mediator put in its compartment is the mediator's note";
    paper.by_party = true;
    EXPECT_TRUE(own_paper(paper, applicant));
    EXPECT_FALSE(own_paper(paper, respondent));
}

}  // namespace
}  // namespace maple::papers
