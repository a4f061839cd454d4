#include "resolution/rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple::resolution {
namespace {

using namespace dispute::testing;
using dispute::Consent;
using dispute::Signing;
using dispute::Stage;

Date const today = day("2023-11-20");

std::string drafting(dispute::Agreement a, Dispute const& d = mediating()) { return said(draft(d, std::move(a), today)); }

// The draft with every name under it but the seal.
Dispute all_signed()
{
    auto d = drafted();
    d.agreements.front().signatures = {{applicant, Signing::signature, monday}, {respondent, Signing::fingerprint, monday}};
    d.agreements.front().mediator_signed_at = monday;
    return d;
}

TEST(resolution, article_29_an_agreement_binds_both_sides)
{
    EXPECT_EQ(drafting(written()), "");
    auto a = written();
    a.parties = {applicant};
    a.obligations.clear();
    EXPECT_EQ(drafting(a), "/parties both_sides_needed PML-29");
    a.parties = {applicant, respondent, stranger};
    EXPECT_EQ(drafting(a), "/parties/2 unknown_party");
    a.parties = {applicant, applicant, respondent};
    EXPECT_EQ(drafting(a), "/parties/1 party_twice");
    only_at({Stage::mediating}, [](auto const& x) { return draft(x, written(), today); });
}

TEST(resolution, article_29_every_promise_has_somebody_who_owes_and_a_day)
{
    auto const with = [](auto change) {
        auto a = written();
        change(a.obligations.front());
        return drafting(a);
    };
    EXPECT_EQ(with([](auto& o) { o.from = stranger; }), "/obligations/0/from not_of_the_agreement");
    EXPECT_EQ(with([](auto& o) { o.to = stranger; }), "/obligations/0/to not_of_the_agreement");
    EXPECT_EQ(with([](auto& o) { o.to = o.from; }), "/obligations/0/to owes_itself");
    EXPECT_EQ(with([](auto& o) { o.due = day("2023-11-19"); }), "/obligations/0/due in_the_past");
    EXPECT_EQ(with([](auto& o) { o.due = today; }), "");
    EXPECT_EQ(with([](auto& o) { o.amount.reset(); }), "/obligations/0/amount amount_needed");
    EXPECT_EQ(with([](auto& o) { o.amount = Fen{0}; }), "/obligations/0/amount amount_needed");
    EXPECT_EQ(with([](auto& o) { o.amount.reset(); o.manner = dispute::Manner::apology; }), "");
}

TEST(resolution, cc_517_a_share_belongs_to_a_member_who_is_there_and_is_told_once)
{
    auto d = mediating();
    auto& group = d.parties.front();
    group.kind = dispute::PartyKind::group;
    Key const worker{171}, other{172}, gone{173};
    for (auto const id : {worker, other, gone}) {
        dispute::Member one;
        one.id = id;
        one.left = id == gone;
        group.members.push_back(one);
    }
    auto const with = [&](std::vector<dispute::GroupShares> shares) {
        auto a = written();
        a.shares = std::move(shares);
        return drafting(a, d);
    };
    EXPECT_EQ(with({{applicant, {{worker, Fen{100}}, {other, Fen{200}}}, {}}}), "");
    EXPECT_EQ(with({{applicant, {{worker, Fen{100}}, {worker, Fen{200}}}, {}}}), "/shares/0/shares/1/member unknown_member");
    EXPECT_EQ(with({{applicant, {{gone, Fen{100}}}, {}}}), "/shares/0/shares/0/member unknown_member");
    EXPECT_EQ(with({{respondent, {{worker, Fen{100}}}, {}}}), "/shares/0/shares/0/member unknown_member");
    EXPECT_EQ(with({{stranger, {}, {}}}), "/shares/0/party not_of_the_agreement");
    EXPECT_EQ(with({{applicant, {}, {}}, {applicant, {}, {}}}), "/shares/1/party party_twice");
}

TEST(resolution, article_17_nobody_who_refuses_or_has_left_is_bound)
{
    auto d = mediating();
    d.parties.push_back(willing({103}, dispute::Side::respondent));
    auto a = written();
    a.parties.push_back({103});
    d.parties.back().consent = Consent::refused;
    EXPECT_EQ(drafting(a, d), "session.refused PML-17");
    d.parties.back().left = true;
    EXPECT_EQ(drafting(a, d), "/parties/2 party_left");
    EXPECT_EQ(drafting(written(), d), "");
}

TEST(resolution, article_26_who_is_left_out_is_not_mediated_to_an_end_by_the_others)
{
    Key const third{103};
    auto d = mediating();
    d.parties.push_back(willing(third, dispute::Side::respondent));
    auto part = written();
    part.ends_dispute = false;
    EXPECT_EQ(drafting(written(), d), "/partial party_left_out PML-26");
    EXPECT_EQ(said(agree_orally(d, book(), written(), today)), "/partial party_left_out PML-26");
    EXPECT_EQ(drafting(part, d), "");
    EXPECT_EQ(left_out(d, part)->id, third);
    for (auto const asked : {Consent::not_asked, Consent::unreachable}) {
        d.parties.back().consent = asked;
        EXPECT_EQ(drafting(written(), d), "/partial party_left_out PML-26") << "silence is no refusal";
    }
    d.parties.back().consent = Consent::refused;
    EXPECT_EQ(drafting(written(), d), "");
    d.parties.back().consent = Consent::agreed;
    auto with_third = written();
    with_third.id = {402};
    with_third.parties = {applicant, third};
    with_third.obligations.front().id = {502};
    with_third.obligations.front().from = third;
    d.agreements = {with_third};
    d.agreements.front().oral = true;
    d.agreements.front().effective_at = monday;
    EXPECT_EQ(drafting(written(), d), "") << "it has an agreement of its own";
}

TEST(resolution, article_26_no_seal_ends_the_dispute_for_a_party_that_joined_since)
{
    auto d = all_signed();
    EXPECT_EQ(said(seal(d, paper, committee, true, "n")), "");
    d.parties.push_back(willing({103}, dispute::Side::respondent));
    EXPECT_EQ(said(seal(d, paper, committee, true, "n")), "agreement.party_left_out PML-26");
    EXPECT_EQ(after(d, Sealed{paper, committee, "n"}).stage, Stage::agreed) << "what was sealed before this was asked is told again as it was";
    d.agreements.front().ends_dispute = false;
    EXPECT_EQ(said(seal(d, paper, committee, true, "n")), "");
    EXPECT_EQ(after(d, *seal(d, paper, committee, true, "n")).stage, Stage::mediating);
}

TEST(resolution, cc_19_a_child_is_bound_by_a_guardian_who_is_not_accused)
{
    auto d = mediating();
    d.parties.back().capacity = dispute::Capacity::limited;
    EXPECT_EQ(drafting(written(), d), "agreement.guardian_needed CC-19");
    d.parties.back().guardian.emplace();
    EXPECT_EQ(drafting(written(), d), "");
    d.parties.back().guardian->accused = true;
    EXPECT_EQ(drafting(written(), d), "agreement.guardian_needed CC-19");
}

TEST(resolution, one_draft_is_open_at_a_time_and_what_took_effect_is_not_redrafted)
{
    auto other = written();
    other.id = {402};
    EXPECT_EQ(drafting(other, drafted()), "agreement.another_open");
    EXPECT_EQ(drafting(written(), drafted()), "");
    auto d = drafted();
    d.agreements.front().effective_at = monday;
    EXPECT_EQ(drafting(written(), d), "agreement.effective");
    EXPECT_EQ(drafting(other, d), "");
}

TEST(resolution, article_29_what_was_paid_on_the_spot_is_due_the_day_it_was_agreed)
{
    auto const entered = [](char const* due, char const* agreed_on) { return said(draft(mediating(), written(day(due)), day(agreed_on))); };
    EXPECT_EQ(entered("2023-11-19", "2023-11-19"), "");
    EXPECT_EQ(entered("2023-11-18", "2023-11-19"), "/obligations/0/due in_the_past");
}

TEST(resolution, a_draft_changed_after_its_first_instalment_keeps_that_day_and_gains_no_other)
{
    auto const later = day("2023-12-05");
    auto const changed = [&](Dispute const& d, dispute::Agreement a) { return said(draft(d, std::move(a), later)); };
    EXPECT_EQ(changed(mediating(), written()), "/obligations/0/due in_the_past");
    EXPECT_EQ(changed(drafted(), written()), "");
    EXPECT_EQ(changed(drafted(), written(day("2023-12-02"))), "/obligations/0/due in_the_past");
    auto two = written();
    two.obligations.push_back(two.obligations.front());
    two.obligations.back().due = later;
    EXPECT_EQ(changed(drafted(), two), "");
    two.obligations.back().due = day("2023-12-04");
    EXPECT_EQ(changed(drafted(), two), "/obligations/1/due in_the_past");
}

TEST(resolution, a_changed_draft_loses_its_signatures)
{
    auto const again = after(all_signed(), *draft(all_signed(), written(), today));
    EXPECT_TRUE(again.agreements.front().signatures.empty());
    EXPECT_FALSE(again.agreements.front().mediator_signed_at);
}

TEST(resolution, article_29_a_party_signs_once_by_its_own_name)
{
    auto const signing = [](Dispute const& d, Key a, Key party) { return said(sign(d, book(), a, party, Signing::signature)); };
    EXPECT_EQ(signing(drafted(), paper, applicant), "");
    EXPECT_EQ(signing(drafted(), {9}, applicant), "agreement.unknown");
    EXPECT_EQ(signing(drafted(), paper, stranger), "/party not_of_the_agreement");
    EXPECT_EQ(signing(all_signed(), paper, applicant), "agreement.signed_already");
    auto d = drafted();
    d.agreements.front().effective_at = monday;
    EXPECT_EQ(signing(d, paper, applicant), "agreement.effective");
    d = drafted();
    d.parties.back().consent = Consent::refused;
    EXPECT_EQ(signing(d, paper, respondent), "session.refused PML-17");
    EXPECT_EQ(signing(agreed(), paper, applicant), "wrong_stage");
}

// One party has not been told its rights: whoever joined last, or was forgotten.
Dispute untold(Dispute d, Key party)
{
    dispute::party(d, party)->rights_told_at.reset();
    return d;
}

TEST(resolution, article_23_nobody_signs_in_any_manner_before_it_was_told_its_rights)
{
    auto const d = untold(drafted(), respondent);
    for (auto const manner : {Signing::signature, Signing::fingerprint, Signing::seal, Signing::electronic}) {
        EXPECT_EQ(said(sign(d, book(), paper, respondent, manner)), "session.rights_not_told PML-23");
        EXPECT_EQ(said(sign(d, book(), paper, applicant, manner)), "") << "the other one has been told";
        EXPECT_EQ(said(sign(drafted(), book(), paper, respondent, manner)), "");
    }
}

TEST(resolution, article_23_no_seal_comes_under_a_name_whose_party_was_not_told_its_rights)
{
    for (auto const party : {applicant, respondent})
        EXPECT_EQ(said(seal(untold(all_signed(), party), paper, committee, true, "n")), "session.rights_not_told PML-23");
    auto beside = all_signed();
    beside.parties.push_back(willing({103}, dispute::Side::respondent));
    beside.agreements.front().ends_dispute = false;
    EXPECT_EQ(said(seal(beside, paper, committee, true, "n")), "") << "whom the agreement does not bind holds up nothing";
}

TEST(resolution, article_23_who_joined_and_is_in_the_new_draft_is_told_before_it_signs)
{
    Key const joined{103};
    auto d = all_signed();
    d.parties.push_back(willing(joined, dispute::Side::respondent));
    auto both = written();
    both.parties.push_back(joined);
    d = after(d, draft(d, both, today).value());
    EXPECT_EQ(said(sign(d, book(), paper, joined, Signing::signature)), "session.rights_not_told PML-23");
    EXPECT_EQ(said(sign(d, book(), paper, applicant, Signing::signature)), "");
    dispute::party(d, joined)->rights_told_at = monday;
    EXPECT_EQ(said(sign(d, book(), paper, joined, Signing::signature)), "");
}

TEST(resolution, what_was_signed_before_this_was_asked_stays_signed)
{
    auto d = untold(drafted(), respondent);
    d = after(d, Signed{paper, applicant, Signing::signature}, hours_later(1));
    d = after(d, Signed{paper, respondent, Signing::fingerprint}, hours_later(1));
    d = after(d, MediatorSigned{paper}, hours_later(1));
    d = after(d, Sealed{paper, committee, "n"}, hours_later(2));
    EXPECT_EQ(d.agreements.front().effective_at, hours_later(2));
}

TEST(resolution, esl_3_no_electronic_signature_in_family_matters)
{
    auto d = drafted();
    EXPECT_EQ(said(sign(d, book(), paper, applicant, Signing::electronic)), "");
    d.kind = "marriage_family";
    EXPECT_EQ(said(sign(d, book(), paper, applicant, Signing::electronic)), "agreement.no_electronic_signature ESL-3");
    EXPECT_EQ(said(sign(d, book(), paper, applicant, Signing::fingerprint)), "");
}

TEST(resolution, article_29_the_mediator_signs_in_person)
{
    EXPECT_EQ(said(sign_as_mediator(drafted(), paper, chair)), "");
    EXPECT_EQ(said(sign_as_mediator(drafted(), paper, {77})), "agreement.not_the_mediator PML-29");
    auto child = drafted();
    child.parties.front().capacity = dispute::Capacity::limited;
    EXPECT_EQ(said(sign_as_mediator(child, paper, chair)), "agreement.guardian_needed CC-19");
    EXPECT_EQ(said(sign_as_mediator(drafted(), {9}, chair)), "agreement.unknown");
    EXPECT_EQ(said(sign_as_mediator(all_signed(), paper, chair)), "agreement.signed_already");
    EXPECT_EQ(said(sign_as_mediator(agreed(), paper, chair)), "wrong_stage");
}

TEST(resolution, spc16_15_whom_a_tie_bars_signs_nothing)
{
    auto d = drafted();
    d.conflicts.push_back(tie());
    EXPECT_EQ(said(sign_as_mediator(d, paper, chair)), "agreement.conflict_open SPC16-15");
    auto oral = mediating();
    oral.conflicts.push_back(tie());
    EXPECT_EQ(said(agree_orally(oral, book(), written(), day("2023-11-20"))), "agreement.conflict_open SPC16-15");
    d.conflicts.back().consented = oral.conflicts.back().consented = {applicant, respondent};
    EXPECT_EQ(said(sign_as_mediator(d, paper, chair)), "");
    EXPECT_EQ(said(agree_orally(oral, book(), written(), day("2023-11-20"))), "");
}

TEST(resolution, article_29_the_seal_comes_last)
{
    EXPECT_EQ(said(seal(all_signed(), paper, committee, true, "n")), "");
    EXPECT_EQ(said(seal(all_signed(), paper, committee, false, "n")), "agreement.no_seal PML-29");
    EXPECT_EQ(said(seal(all_signed(), {9}, committee, true, "n")), "agreement.unknown");
    auto d = all_signed();
    d.agreements.front().mediator_signed_at.reset();
    EXPECT_EQ(said(seal(d, paper, committee, true, "n")), "agreement.mediator_not_signed PML-29");
    d = all_signed();
    d.agreements.front().signatures.pop_back();
    EXPECT_EQ(said(seal(d, paper, committee, true, "n")), "agreement.party_not_signed PML-29");
    EXPECT_EQ(after(all_signed(), *seal(all_signed(), paper, committee, true, "n")).stage, Stage::agreed);
    EXPECT_EQ(said(seal(agreed(), paper, committee, true, "n")), "wrong_stage");
}

RC_GTEST_PROP(resolution, article_29_it_takes_effect_with_the_last_name_or_seal_in_whatever_order, ())
{
    // Four acts at four times, told in any order.
    auto const times = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(0, 1000));
    auto order = std::vector<int>{0, 1, 2, 3};
    auto const keys = *rc::gen::container<std::vector<int>>(4, rc::gen::arbitrary<int>());
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return keys[std::size_t(a)] < keys[std::size_t(b)]; });
    auto d = drafted();
    for (std::size_t i = 0; i < order.size(); ++i) {
        RC_ASSERT(!d.agreements.front().effective_at);
        auto const at = hours_later(times[std::size_t(order[i])]);
        switch (order[i]) {
        case 0: d = after(d, Signed{paper, applicant, Signing::signature}, at); break;
        case 1: d = after(d, Signed{paper, respondent, Signing::seal}, at); break;
        case 2: d = after(d, MediatorSigned{paper}, at); break;
        default: d = after(d, Sealed{paper, committee, "n"}, at);
        }
    }
    RC_ASSERT(d.agreements.front().effective_at == hours_later(*std::max_element(times.begin(), times.end())));
    RC_ASSERT(d.concluded_at == d.agreements.front().effective_at);
    RC_ASSERT(d.stage == Stage::agreed);
}

TEST(resolution, article_30_an_oral_agreement_takes_effect_when_it_is_reached)
{
    auto const event = agree_orally(mediating(), book(), written(), today);
    ASSERT_TRUE(event);
    auto const d = after(mediating(), *event, hours_later(3));
    EXPECT_EQ(d.agreements.front().effective_at, hours_later(3));
    EXPECT_EQ(d.stage, Stage::agreed);
    only_at({Stage::mediating}, [](auto const& x) { return agree_orally(x, book(), written(), today); });
}

TEST(resolution, article_28_an_oral_agreement_needs_rights_told_and_no_open_draft)
{
    auto d = mediating();
    d.parties.back().rights_told_at.reset();
    EXPECT_EQ(said(agree_orally(d, book(), written(), today)), "session.rights_not_told PML-23");
    EXPECT_EQ(said(agree_orally(drafted(), book(), written(), today)), "agreement.another_open");
    auto one_sided = written();
    one_sided.parties = {applicant};
    EXPECT_EQ(said(agree_orally(mediating(), book(), one_sided, today)), "/parties both_sides_needed PML-29");
}

TEST(resolution, lab_14_writing_is_needed)
{
    auto d = mediating();
    for (auto const* kind : {"other_labour", "migrant_wage_arrears"}) {
        d.kind = kind;
        EXPECT_EQ(said(agree_orally(d, book(), written(), today)), "agreement.writing_needed LAB-14");
    }
}

TEST(resolution, med_39_writing_is_needed)
{
    auto d = mediating();
    d.kind = "medical";
    EXPECT_EQ(said(agree_orally(d, book(), written(), today)), "agreement.writing_needed MED-39");
}

TEST(resolution, a_partial_agreement_leaves_the_other_issues_open)
{
    auto part = written();
    part.ends_dispute = false;
    auto const d = after(mediating(), *agree_orally(mediating(), book(), part, today));
    EXPECT_EQ(d.stage, Stage::mediating);
    EXPECT_FALSE(d.concluded_at);
    EXPECT_EQ(said(perform(d, promise, Fen{1}, false, {})), "");
}

TEST(resolution, article_31_a_promise_is_kept_in_parts_until_the_sum_is_reached)
{
    auto const pay = [](Dispute const& d, std::int64_t fen) { return perform(d, promise, Fen{fen}, false, {}); };
    auto d = agreed();
    d = after(d, *pay(d, 40000));
    EXPECT_EQ(d.stage, Stage::agreed);
    EXPECT_EQ(said(pay(d, 60001)), "/amount more_than_promised");
    EXPECT_EQ(said(perform(d, promise, {}, false, {})), "/amount amount_or_in_full");
    EXPECT_EQ(said(perform(d, promise, Fen{0}, false, {})), "/amount amount_above_zero");
    EXPECT_EQ(said(perform(d, promise, Fen{1}, true, {})), "/in_full less_than_promised");
    d = after(d, *pay(d, 60000));
    EXPECT_EQ(d.stage, Stage::visiting);
    EXPECT_EQ(d.agreements.front().obligations.front().state, dispute::Promise::performed);
    EXPECT_EQ(said(perform(agreed(), {9}, {}, true, {})), "obligation.unknown");
    EXPECT_EQ(said(pay(drafted(), 1)), "obligation.not_effective PML-29");
    auto settled = agreed();
    settled.agreements.front().obligations.front().settled_at = monday;
    EXPECT_EQ(said(pay(settled, 1)), "obligation.settled");
    only_at({Stage::mediating, Stage::agreed, Stage::visiting}, [](auto const& x) { return perform(x, promise, {}, true, {}); });
}

TEST(resolution, article_31_late_is_late)
{
    auto const d = after(agreed(), *perform(agreed(), promise, {}, true, {}), instant_from_iso("2023-12-02T00:00:00+08:00").value());
    EXPECT_EQ(d.agreements.front().obligations.front().state, dispute::Promise::late);
    auto const in_time = after(agreed(), *perform(agreed(), promise, {}, true, {}), instant_from_iso("2023-12-01T23:59:59+08:00").value());
    EXPECT_EQ(in_time.agreements.front().obligations.front().state, dispute::Promise::performed);
}

// The promise is owed by the respondent to the applicant.
Result<Waived> given_up(Dispute const& d, Key by = applicant, Key id = promise, Date on = today) { return waive(d, book(), id, {by, dispute::By::phone, {}}, on); }

TEST(resolution, cc_575_a_promise_is_given_up_by_whom_it_is_owed_and_by_nobody_else)
{
    EXPECT_EQ(said(given_up(agreed())), "");
    EXPECT_EQ(said(given_up(agreed(), respondent)), "obligation.of_another CC-575");
    EXPECT_EQ(said(given_up(agreed(), stranger)), "/by unknown_party");
}

TEST(resolution, cc_35_a_guardian_gives_nothing_of_its_ward_away)
{
    auto d = agreed();
    d.parties.front().capacity = dispute::Capacity::limited;
    EXPECT_EQ(said(given_up(d)), "obligation.of_a_ward CC-35");
}

TEST(resolution, cc_165_a_group_gives_up_what_every_member_let_it)
{
    auto d = agreed();
    d.parties.front().kind = dispute::PartyKind::group;
    d.parties.front().members = {{{1}, {}, {}, {}, true, false, false}, {{2}, {}, {}, {}, false, false, false}};
    EXPECT_EQ(said(given_up(d)), "obligation.of_a_group CC-165");
    d.parties.front().members[1].authorised = true;
    EXPECT_EQ(said(given_up(d)), "");
    d.parties.front().members[1] = {{2}, {}, {}, {}, false, false, true};
    EXPECT_EQ(said(given_up(d)), "") << "who has left is not asked";
}

TEST(resolution, cc_1067_support_of_a_child_is_not_given_up_and_that_of_a_parent_once_it_is_due)
{
    auto d = agreed();
    auto& owed = d.agreements.front().obligations.front();
    owed.nature = "child_support";
    EXPECT_EQ(said(given_up(d, applicant, promise, day("2024-01-01"))), "obligation.never_waived CC-1067");
    owed.nature = "parent_support";
    EXPECT_EQ(said(given_up(d, applicant, promise, day("2023-11-30"))), "obligation.waived_when_due CC-1067");
    EXPECT_EQ(said(given_up(d, applicant, promise, day("2023-12-01"))), "");
    owed.nature = "wages";
    EXPECT_EQ(said(given_up(d)), "");
}

TEST(resolution, article_31_a_broken_promise_may_still_be_kept_late)
{
    auto d = after(agreed(), *breach(agreed(), promise, {}, day("2023-12-02")));
    d = after(d, *perform(d, promise, Fen{40000}, false, {}), instant_from_iso("2023-12-10T10:00:00+08:00").value());
    EXPECT_EQ(d.agreements.front().obligations.front().state, dispute::Promise::breached) << "a part is not the whole";
    d = after(d, *perform(d, promise, Fen{60000}, false, {}), instant_from_iso("2023-12-20T10:00:00+08:00").value());
    EXPECT_EQ(d.agreements.front().obligations.front().state, dispute::Promise::late);
    EXPECT_EQ(said(perform(d, promise, Fen{1}, false, {})), "obligation.settled");
}

TEST(resolution, article_31_a_promise_may_be_waived_and_is_broken_only_after_its_day)
{
    EXPECT_EQ(after(agreed(), *given_up(agreed())).stage, Stage::visiting);
    EXPECT_EQ(said(given_up(agreed(), applicant, {9})), "obligation.unknown");
    only_at({Stage::mediating, Stage::agreed}, [](auto const& x) { return given_up(x); });
    EXPECT_EQ(said(breach(agreed(), promise, {}, day("2023-12-01"))), "obligation.not_due PML-31");
    auto const event = breach(agreed(), promise, {}, day("2023-12-02"));
    ASSERT_TRUE(event);
    EXPECT_TRUE(dispute::any_breach(after(agreed(), *event)));
    only_at({Stage::mediating, Stage::agreed}, [](auto const& x) { return breach(x, promise, {}, day("2023-12-02")); });
}

}  // namespace
}  // namespace maple::resolution
