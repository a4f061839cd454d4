#include "diversion/rules.hpp"
#include "dispute/next.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::diversion {
namespace {

using namespace dispute::testing;
using dispute::Stage;

registry::Organisation office(Key id = committee, registry::OrganisationKind kind = registry::OrganisationKind::community_committee)
{
    registry::Organisation one;
    one.id = id;
    one.kind = kind;
    one.path = "/" + shown(id) + "/";
    return one;
}

workforce::Standing somebody(Key id = chair)
{
    workforce::Standing one;
    one.person = id;
    one.mediator = true;
    one.certificate.state = workforce::CertificateState::valid;
    one.certificate.valid_until = day("2025-01-01");
    return one;
}

auto appointed(Dispute const& d, workforce::Standing const& who, bool presiding = true, std::string reason = "")
{
    return appoint(d, book(), who, {presiding, false, std::move(reason), {}});
}

TEST(diversion, the_table_grades_by_the_worst_line_that_holds)
{
    auto d = accepted();
    EXPECT_EQ(propose_grade(d, book()).grade, dispute::Grade::general);
    d.amount = Fen{5'000'000};
    EXPECT_EQ(propose_grade(d, book()).grade, dispute::Grade::complex);
    d.amount = Fen{4'999'999};
    EXPECT_EQ(propose_grade(d, book()).grade, dispute::Grade::general);
    d.marks = {"death", "violence"};
    auto const worst = propose_grade(d, book());
    EXPECT_EQ(worst.grade, dispute::Grade::major);
    EXPECT_EQ(worst.reasons, (std::vector<std::string>{"death", "violence"}));
}

TEST(diversion, another_grade_than_the_tables_needs_a_reason)
{
    EXPECT_EQ(said(grade(accepted(), book(), dispute::Grade::general, "")), "");
    EXPECT_EQ(said(grade(accepted(), book(), dispute::Grade::major, "")), "/override_reason reason_for_other_grade");
    EXPECT_EQ(said(grade(accepted(), book(), dispute::Grade::major, "it will grow")), "");
    only_at({Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating},
            [](auto const& x) { return grade(x, book(), dispute::Grade::general, ""); });
}

TEST(diversion, a_graded_dispute_goes_to_an_organisation_that_may_handle_it)
{
    auto const send = [](Dispute const& d, registry::Organisation const& to, bool proposed = true, std::string why = "") {
        return divert(d, to, proposed, std::move(why), monday);
    };
    EXPECT_EQ(after(accepted(), *send(accepted(), office())).stage, Stage::diverted);
    auto ungraded = accepted();
    ungraded.grade.reset();
    EXPECT_EQ(said(send(ungraded, office())), "divert.not_graded");
    EXPECT_EQ(said(send(accepted(), office({9}, registry::OrganisationKind::police))), "/organisation cannot_handle");
    auto gone = office();
    gone.closed_at = monday;
    EXPECT_EQ(said(send(accepted(), gone)), "/organisation cannot_handle");
    EXPECT_EQ(said(send(diverted(), office({9}))), "divert.on_its_way");
    EXPECT_EQ(said(send(received(), office())), "divert.already_there");
    EXPECT_EQ(said(send(accepted(), office(), false)), "/change_reason reason_for_change");
    EXPECT_EQ(said(send(accepted(), office(), false, "language")), "");
    only_at({Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating}, [&](auto const& x) { return send(x, office({9})); });
}

TEST(diversion, the_sender_stays_answerable_until_the_receiver_has_signed)
{
    auto d = diverted();
    EXPECT_EQ(dispute::answerable(d).organisation, desk_office);
    auto const event = receive(d, "7");
    ASSERT_TRUE(event);
    d = after(d, *event);
    EXPECT_EQ(dispute::answerable(d).organisation, committee);
    EXPECT_EQ(said(receive(d, "8")), "receipt.already");
    EXPECT_EQ(said(receive(accepted(), "8")), "wrong_stage");
}

TEST(diversion, what_does_not_belong_here_is_given_back_with_a_reason)
{
    EXPECT_EQ(said(give_back(diverted(), book(), "no_such", {})), "/reason not_in_the_book");
    EXPECT_EQ(said(give_back(received(), book(), "wrong_place", {})), "receipt.already");
    EXPECT_EQ(said(give_back(accepted(), book(), "wrong_place", {})), "wrong_stage");
    auto const d = after(diverted(), *give_back(diverted(), book(), "wrong_place", {}));
    EXPECT_EQ(d.stage, Stage::accepted);
    EXPECT_EQ(dispute::answerable(d).organisation, desk_office);
}

TEST(diversion, articles_13_and_19_a_mediator_with_a_certificate_in_force_is_appointed)
{
    EXPECT_EQ(after(received(), *appointed(received(), somebody())).stage, Stage::mediating);
    auto who = somebody();
    who.mediator = false;
    EXPECT_EQ(said(appointed(received(), who)), "/person not_a_mediator PML-13") << "an informant has a certificate, too";
    using workforce::CertificateState;
    who = somebody();
    who.certificate.state = CertificateState::none;
    EXPECT_EQ(said(appointed(received(), who)), "/person not_a_mediator PML-13");
    who = somebody();
    who.left = true;
    EXPECT_EQ(said(appointed(received(), who)), "/person not_a_mediator PML-13");
    who = somebody();
    who.certificate.state = CertificateState::expired;
    EXPECT_EQ(said(appointed(received(), who)), "/person certificate_expired");
    EXPECT_EQ(said(appointed(received(), who, true, "renewal_under_way")), "");
    who = somebody();
    who.away = true;
    who.away_until = day("2023-12-01");
    EXPECT_EQ(said(appointed(received(), who)), "/person on_leave");
    EXPECT_EQ(said(appointed(received(), who, true, "knows_the_people")), "");
    EXPECT_EQ(said(appointed(diverted(), somebody())), "appoint.not_received");
    EXPECT_EQ(said(appointed(accepted(), somebody())), "wrong_stage");
}

TEST(diversion, a_replacement_needs_a_reason_and_nobody_is_appointed_twice)
{
    auto const d = mediating();
    EXPECT_EQ(said(appointed(d, somebody())), "appoint.already");
    EXPECT_EQ(said(appointed(d, somebody(), false)), "appoint.already");
    EXPECT_EQ(said(appointed(d, somebody({12}))), "/reason reason_for_replacement");
    auto const replaced = after(d, *appointed(d, somebody({12}), true, "party_objects"));
    EXPECT_EQ(dispute::presiding(replaced)->person, Key{12});
    EXPECT_FALSE(dispute::is_mediator(replaced, chair));
    EXPECT_EQ(said(appointed(d, somebody({12}), false)), "");
}

TEST(diversion, article_15_who_was_removed_is_gone_at_once_and_the_time_to_appoint_begins_anew)
{
    auto const d = mediating();
    EXPECT_EQ(said(end_appointment(d, {12}, "dismissed")), "appoint.not_appointed");
    EXPECT_EQ(said(end_appointment(accepted(), chair, "dismissed")), "wrong_stage");
    auto const later = plus_seconds(monday, 30 * 86'400);
    auto const alone = after(d, *end_appointment(d, chair, "dismissed"), later);
    EXPECT_FALSE(dispute::is_mediator(alone, chair));
    EXPECT_EQ(alone.stage, Stage::diverted);
    auto const next = dispute::next_step(alone, book(), later);
    EXPECT_EQ(next->action, dispute::Action::appoint_mediator);
    EXPECT_GT(*next->due, later);
    EXPECT_EQ(after(alone, *appointed(alone, somebody({12}))).stage, Stage::mediating);
}

TEST(diversion, another_than_the_proposed_one_needs_a_reason_unless_the_parties_chose)
{
    auto const asked = [](Appointing how, Key who = {12}) { return appoint(received(), book(), somebody(who), std::move(how)); };
    EXPECT_EQ(said(asked({true, false, "", chair})), "/reason reason_for_change");
    auto const changed = asked({true, false, "language", chair});
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->reason, "language");
    EXPECT_EQ(changed->instead_of, chair) << "the page tells whom the program proposed";
    EXPECT_EQ(said(asked({true, true, "", chair})), "") << "the parties chose (article 19)";
    EXPECT_EQ(said(asked({false, false, "", chair})), "") << "who assists was not proposed";
    auto const as_proposed = asked({true, false, "", {12}});
    ASSERT_TRUE(as_proposed);
    EXPECT_EQ(as_proposed->instead_of, Key{});
    EXPECT_EQ(said(asked({})), "") << "nobody was shown a proposal";
}

TEST(diversion, spc16_15_whom_a_tie_bars_is_not_appointed)
{
    auto d = received();
    d.conflicts = {tie({12})};
    EXPECT_EQ(said(appointed(d, somebody({12}))), "/person conflict_of_interest SPC16-15");
    EXPECT_EQ(said(appointed(d, somebody())), "");
    d.conflicts[0].consented = {applicant, respondent};
    EXPECT_EQ(said(appointed(d, somebody({12}))), "") << "all wish to go on";
    d.parties.push_back(willing(stranger, dispute::Side::respondent));
    EXPECT_EQ(said(appointed(d, somebody({12}))), "/person conflict_of_interest SPC16-15") << "who joined later was not asked";
    d.conflicts[0].end = dispute::ConflictEnd::unfounded;
    EXPECT_EQ(said(appointed(d, somebody({12}))), "");
    d.conflicts[0].end = dispute::ConflictEnd::replaced;
    EXPECT_EQ(said(appointed(d, somebody({12}))), "/person conflict_of_interest SPC16-15") << "and does not come back";
}

}  // namespace
}  // namespace maple::diversion
