#include "diversion/conflicts.hpp"
#include "diversion/rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::diversion {
namespace {

using namespace dispute::testing;
using dispute::Action;
using dispute::ConflictEnd;
using dispute::Stage;

std::optional<workforce::Standing> mediator(Key id = {12})
{
    workforce::Standing one;
    one.person = id;
    one.mediator = true;
    one.certificate.state = workforce::CertificateState::valid;
    return one;
}

Dispute disclosed_tie()
{
    auto d = mediating();
    d.conflicts = {tie()};
    return d;
}

Dispute objected()
{
    auto d = mediating();
    d.conflicts.push_back(tie(chair, applicant));
    return d;
}

Key const objection{702};
auto decided(Dispute const& d, ConflictEnd end, std::string reason = "", Key by = {9}) { return decide(d, book(), objection, end, std::move(reason), {}, by); }
auto challenged(Dispute const& d, Key party = applicant, Key person = chair, std::string ground = "relative")
{
    return challenge(d, book(), party, person, std::move(ground), {});
}
Action next(Dispute const& d) { return dispute::next_step(d, book(), hours_later(6))->action; }

// --- Wishes ------------------------------------------------------------------------------

TEST(conflicts, articles_19_and_23_a_party_asks_for_a_mediator_and_takes_it_back)
{
    auto const event = wish(received(), applicant, mediator());
    ASSERT_TRUE(event);
    auto d = after(received(), *event);
    EXPECT_EQ(d.parties.front().wishes, Key{12});
    EXPECT_EQ(said(wish(d, applicant, mediator())), "wish.already");
    EXPECT_EQ(after(d, *wish(d, applicant, {})).parties.front().wishes, Key{});
    EXPECT_EQ(said(wish(d, respondent, {})), "wish.none");
    EXPECT_EQ(said(wish(d, stranger, mediator())), "/party unknown_party");
    auto who = mediator();
    who->mediator = false;
    EXPECT_EQ(said(wish(d, respondent, who)), "/person not_a_mediator PML-13");
    who = mediator();
    who->removed = true;
    EXPECT_EQ(said(wish(d, respondent, who)), "/person not_a_mediator PML-13");
    d.parties.front().left = true;
    EXPECT_EQ(said(wish(d, applicant, mediator({13}))), "/party party_left");
    only_at({Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating}, [](auto const& x) { return wish(x, applicant, mediator()); });
}

// --- Disclosures -----------------------------------------------------------------------------

TEST(conflicts, spc16_15_a_mediator_discloses_be_it_that_there_is_nothing)
{
    auto d = mediating();
    d.conflicts.clear();
    EXPECT_FALSE(dispute::disclosed(d, chair));
    EXPECT_EQ(next(d), Action::disclose);
    auto const nothing = dispute::disclose(d, book(), chair, "", {});
    ASSERT_TRUE(nothing);
    auto const clear = after(d, *nothing);
    EXPECT_TRUE(dispute::disclosed(clear, chair));
    EXPECT_EQ(dispute::open_conflict_in_the_room(clear), nullptr);
    EXPECT_EQ(next(clear), Action::plan_session);
    EXPECT_EQ(said(dispute::disclose(clear, book(), chair, "", {})), "disclosure.already");
    auto const tied = after(clear, *dispute::disclose(clear, book(), chair, "same_unit", {}));
    ASSERT_NE(dispute::open_conflict_in_the_room(tied), nullptr) << "what comes up later is disclosed later";
    EXPECT_EQ(next(tied), Action::decide_conflict);
    EXPECT_EQ(said(dispute::disclose(d, book(), chair, "no_such", {})), "/ground not_in_the_book");
    EXPECT_EQ(said(dispute::disclose(d, book(), chair, "party_objects", {})), "/ground not_in_the_book") << "that is a party's to say";
    EXPECT_EQ(said(dispute::disclose(received(), book(), {}, "", {})), "disclosure.nobody_appointed PML-19");
    only_at({Stage::inviting, Stage::diverted, Stage::mediating}, [](auto const& x) { return dispute::disclose(x, book(), {12}, "relative", {}); });
}

TEST(conflicts, what_was_disclosed_does_not_cover_a_party_that_joins_later)
{
    auto d = mediating();
    EXPECT_TRUE(dispute::disclosed(d, chair));
    d.parties.push_back(willing(stranger, dispute::Side::respondent));
    EXPECT_FALSE(dispute::disclosed(d, chair));
    auto const event = dispute::disclose(d, book(), chair, "", {});
    ASSERT_TRUE(event);
    EXPECT_TRUE(dispute::disclosed(after(d, *event), chair));
}

TEST(conflicts, whoever_is_appointed_speaks_for_himself_and_for_others_the_chair)
{
    auto d = mediating();
    d.appointments.push_back({{12}, false, false, monday, {}, {}});
    EXPECT_EQ(dispute::discloser(d, {12}), Key{12});
    EXPECT_EQ(dispute::discloser(d, {99}), chair);
    EXPECT_EQ(dispute::discloser(received(), {99}), Key{});
}

// --- Objections -----------------------------------------------------------------------------

TEST(conflicts, a_party_objects_to_whoever_is_appointed_and_the_director_has_to_decide)
{
    auto const event = challenged(mediating());
    ASSERT_TRUE(event);
    auto const d = after(mediating(), *event);
    EXPECT_EQ(d.stage, Stage::mediating);
    EXPECT_EQ(next(d), Action::decide_conflict);
    auto const step = *dispute::next_step(d, book(), hours_later(6));
    EXPECT_EQ(step.statute, "SPC16-15");
    EXPECT_EQ(step.person, Key{}) << "the mediator does not decide it";
    EXPECT_TRUE(step.due);
    EXPECT_EQ(said(challenged(d)), "objection.open");
    EXPECT_EQ(said(challenged(d, respondent)), "") << "the other side may object, too";
    EXPECT_EQ(said(challenged(d, stranger)), "/party unknown_party");
    EXPECT_EQ(said(challenged(d, applicant, {12})), "/person not_appointed_here");
    EXPECT_EQ(said(challenged(mediating(), applicant, chair, "no_such")), "/ground not_in_the_book");
    EXPECT_EQ(said(challenged(mediating(), applicant, chair, "party_objects")), "") << "article 23 asks for no ground";
    only_at({Stage::inviting, Stage::diverted, Stage::mediating}, [](auto const& x) { return challenged(x); });
}

TEST(conflicts, an_objection_without_ground_is_answered_with_a_reason_and_not_by_oneself)
{
    EXPECT_EQ(said(decided(objected(), ConflictEnd::unfounded)), "/reason not_in_the_book");
    EXPECT_EQ(said(decided(objected(), ConflictEnd::unfounded, "too_remote", chair)), "conflict.own_matter");
    auto const event = decided(objected(), ConflictEnd::unfounded, "too_remote");
    ASSERT_TRUE(event);
    auto const d = after(objected(), *event);
    EXPECT_EQ(dispute::open_conflict_in_the_room(d), nullptr);
    EXPECT_EQ(next(d), Action::plan_session);
    EXPECT_EQ(said(challenged(d)), "objection.answered");
    EXPECT_EQ(said(challenged(d, applicant, chair, "interest")), "") << "another ground is another objection";
    EXPECT_EQ(said(decided(d, ConflictEnd::replaced)), "conflict.settled");
    EXPECT_EQ(said(decided(disclosed_tie(), ConflictEnd::unfounded, "too_remote")), "conflict.disclosed SPC16-15");
}

TEST(conflicts, another_mediator_ends_the_appointment_and_who_had_it_does_not_come_back)
{
    auto const event = decided(objected(), ConflictEnd::replaced);
    ASSERT_TRUE(event);
    auto const d = after(objected(), *event);
    EXPECT_EQ(d.stage, Stage::diverted) << "nobody presides";
    EXPECT_EQ(next(d), Action::appoint_mediator);
    EXPECT_EQ(d.appointments.front().reason, "relative");
    EXPECT_EQ(said(appoint(d, book(), *mediator(chair), {})), "/person conflict_of_interest SPC16-15");
    auto const again = after(d, *appoint(d, book(), *mediator({12}), {}));
    EXPECT_EQ(again.stage, Stage::mediating);
    EXPECT_EQ(next(again), Action::disclose) << "the successor has said nothing yet";
}

TEST(conflicts, an_ordinary_replacement_answers_the_objection_as_well)
{
    auto const d = after(objected(), *appoint(objected(), book(), *mediator({12}), {true, false, "party_wish", {}}));
    EXPECT_EQ(d.conflicts.back().end, ConflictEnd::replaced);
    EXPECT_EQ(dispute::open_conflict_in_the_room(d), nullptr);
}

TEST(conflicts, to_go_on_every_party_has_to_wish_it)
{
    for (auto const& before : {objected(), disclosed_tie()}) {
        EXPECT_EQ(said(decided(before, ConflictEnd::continued)), "conflict.not_all_consented SPC16-15");
        auto const one = go_on(before, objection, {applicant});
        ASSERT_TRUE(one);
        auto d = after(before, *one);
        EXPECT_NE(dispute::open_conflict_in_the_room(d), nullptr);
        EXPECT_EQ(said(decided(d, ConflictEnd::continued)), "conflict.not_all_consented SPC16-15");
        EXPECT_EQ(said(go_on(d, objection, {applicant})), "/parties/0 party_consented");
        d = after(d, *go_on(d, objection, {respondent}));
        EXPECT_EQ(dispute::open_conflict_in_the_room(d), nullptr);
        EXPECT_EQ(d.conflicts.back().end, ConflictEnd::continued);
        EXPECT_EQ(said(go_on(d, objection, {respondent})), "conflict.settled");
        d.parties.push_back(willing(stranger, dispute::Side::respondent));
        EXPECT_NE(dispute::open_conflict_in_the_room(d), nullptr) << "who joins later is asked as well";
        EXPECT_EQ(said(go_on(d, objection, {stranger})), "");
    }
    EXPECT_EQ(said(go_on(objected(), objection, {})), "/parties party_needed");
    EXPECT_EQ(said(go_on(objected(), objection, {stranger})), "/parties/0 unknown_party");
    EXPECT_EQ(said(go_on(objected(), objection, {applicant, applicant})), "/parties/0 party_twice");
    EXPECT_EQ(said(go_on(objected(), {7}, {applicant})), "conflict.unknown");
    EXPECT_EQ(said(go_on(mediating(), {701}, {applicant})), "conflict.unknown") << "that there is nothing needs no consent";
    EXPECT_EQ(said(decided(mediating(), ConflictEnd::replaced)), "conflict.unknown");
}

TEST(conflicts, nothing_is_decided_when_all_is_over)
{
    auto const at = [](Stage stage) {
        auto d = at_stage(stage);
        d.conflicts.push_back(tie(chair, applicant));
        return d;
    };
    for (auto const stage : every_stage()) {
        bool const open = stage == Stage::inviting || stage == Stage::diverted || stage == Stage::mediating;
        EXPECT_EQ(said(decided(at(stage), ConflictEnd::replaced)), open ? "" : "wrong_stage") << boost::describe::enum_to_string(stage, "?");
        EXPECT_EQ(said(go_on(at(stage), objection, {applicant})), open ? "" : "wrong_stage");
    }
}

}  // namespace
}  // namespace maple::diversion
