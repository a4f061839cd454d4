#include "acceptance/rules.hpp"
#include "dispute/request.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::acceptance {
namespace {

using namespace dispute::testing;
using dispute::Consent;
using dispute::Dispute;
using dispute::SaidBy;
using dispute::Stage;

TEST(acceptance, a_request_is_accepted_once)
{
    auto const event = accept(requested(), "n1");
    ASSERT_TRUE(event);
    auto const d = after(requested(), *event);
    EXPECT_EQ(d.stage, Stage::accepted);
    EXPECT_EQ(d.number, "n1");
    EXPECT_EQ(said(accept(d, "n2")), "wrong_stage");
    only_at({Stage::requested}, [](auto const& x) { return accept(x, "n"); });
}

TEST(acceptance, article_17_nothing_is_accepted_that_one_side_has_clearly_refused)
{
    for (std::size_t const side : {0u, 1u}) {
        auto d = requested();
        d.parties.at(side).consent = Consent::refused;
        EXPECT_EQ(said(accept(d, "n")), "acceptance.refused_by_party PML-17");
        EXPECT_EQ(dispute::next_step(d, book(), hours_later(1))->deed, "acceptance.refused");
    }
}

TEST(acceptance, article_17_who_was_not_asked_or_not_reached_may_be_asked_afterwards)
{
    for (auto const said_so_far : {Consent::not_asked, Consent::unreachable, Consent::agreed}) {
        auto d = requested();
        d.parties.back().consent = said_so_far;
        EXPECT_EQ(said(accept(d, "n")), "");
        EXPECT_EQ(dispute::next_step(d, book(), hours_later(1))->deed, "acceptance.accepted");
    }
}

TEST(acceptance, with_no_party_there_is_nobody_to_ask)
{
    auto d = requested();
    d.parties.clear();
    EXPECT_EQ(said(accept(d, "n")), "acceptance.nobody_asked");
}

TEST(acceptance, a_request_without_a_kind_gets_one_when_it_is_accepted)
{
    auto open = requested();
    open.kind.clear();
    EXPECT_EQ(said(accept(open, "n")), "/kind kind_needed");
    EXPECT_EQ(after(open, accept(open, "n", "other").value()).kind, "other");
    EXPECT_EQ(said(accept(requested(), "n", "other")), "/kind kind_named");
    EXPECT_EQ(after(requested(), accept(requested(), "n").value()).kind, requested().kind);
}

TEST(acceptance, article_3_a_refusal_names_a_reason_and_another_road)
{
    auto const ask = [](std::string reason, std::vector<std::string> roads) {
        return said(refuse_request(book(), requested(), std::move(reason), std::move(roads), {}));
    };
    EXPECT_EQ(ask("sham", {"court_suit"}), "");
    EXPECT_EQ(ask("no_such", {"court_suit"}), "/reason not_in_the_book");
    EXPECT_EQ(ask("sham", {}), "/remedies remedies_needed PML-3");
    EXPECT_EQ(ask("sham", {"court_suit", "no_such"}), "/remedies/1 not_in_the_book");
    only_at({Stage::requested}, [](auto const& x) { return refuse_request(book(), x, "sham", {"court_suit"}, {}); });
    auto const d = after(requested(), *refuse_request(book(), requested(), "sham", {"court_suit"}, {}));
    EXPECT_EQ(d.stage, Stage::refused);
    EXPECT_EQ(d.remedies, std::vector<std::string>{"court_suit"});
}

TEST(acceptance, a_request_may_end_as_advice)
{
    EXPECT_EQ(after(requested(), *advise(book(), requested(), "listened", {})).stage, Stage::advised);
    EXPECT_EQ(said(advise(book(), requested(), "no_such", {})), "/reason not_in_the_book");
    only_at({Stage::requested}, [](auto const& x) { return advise(book(), x, "listened", {}); });
}

TEST(acceptance, a_transfer_is_possible_before_the_room_and_names_its_reason)
{
    EXPECT_EQ(after(requested(), *transfer(book(), requested(), "place", {7}, {})).stage, Stage::transferred);
    EXPECT_EQ(said(transfer(book(), requested(), "no_such", {7}, {})), "/reason not_in_the_book");
    only_at({Stage::requested, Stage::accepted, Stage::inviting, Stage::diverted},
            [](auto const& x) { return transfer(book(), x, "place", {7}, {}); });
}

TEST(acceptance, article_17_consent_is_each_partys_own_and_revocable)
{
    auto d = requested();
    d.parties.back().consent = Consent::not_asked;
    auto const yes = record_consent(d, respondent, Consent::agreed, SaidBy::phone, false);
    ASSERT_TRUE(yes);
    d = after(d, *yes);
    EXPECT_EQ(dispute::party(d, respondent)->consent, Consent::agreed);
    EXPECT_EQ(said(record_consent(d, respondent, Consent::agreed, SaidBy::phone, false)), "consent.same");
    EXPECT_EQ(said(record_consent(d, respondent, Consent::refused, SaidBy::phone, false)), "");
    EXPECT_EQ(said(record_consent(d, stranger, Consent::agreed, SaidBy::phone, false)), "party.unknown");
    EXPECT_EQ(said(record_consent(d, respondent, Consent::not_asked, SaidBy::phone, false)), "/consent not_a_consent");
    d.parties.back().left = true;
    EXPECT_EQ(said(record_consent(d, respondent, Consent::refused, SaidBy::phone, false)), "party.left");
    only_at({Stage::requested, Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating},
            [](auto const& x) { return record_consent(x, applicant, Consent::refused, SaidBy::phone, false); });
}

TEST(acceptance, article_17_silence_is_not_refusal)
{
    auto const d = after(inviting(), *record_consent(inviting(), respondent, Consent::unreachable, SaidBy::phone, false));
    EXPECT_FALSE(dispute::anyone_refuses(d));
    EXPECT_EQ(dispute::next_step(d, book(), hours_later(6))->action, dispute::Action::ask_consent);
}

TEST(acceptance, cc_19_and_20_a_child_agrees_through_its_guardian)
{
    auto d = inviting();
    auto& child = d.parties.back();
    child.capacity = dispute::Capacity::limited;
    EXPECT_EQ(said(record_consent(d, respondent, Consent::agreed, SaidBy::phone, false)), "consent.guardian_needed CC-19");
    child.capacity = dispute::Capacity::none;
    EXPECT_EQ(said(record_consent(d, respondent, Consent::agreed, SaidBy::phone, false)), "consent.guardian_needed CC-20");
    for (auto const other : {Consent::refused, Consent::unreachable}) EXPECT_EQ(said(record_consent(d, respondent, other, SaidBy::phone, false)), "");
    child.guardian.emplace();
    EXPECT_EQ(said(record_consent(d, respondent, Consent::agreed, SaidBy::phone, false)), "");
}

TEST(acceptance, an_accused_guardian_cannot_act)
{
    auto d = inviting();
    auto& child = d.parties.back();
    child.capacity = dispute::Capacity::limited;
    child.guardian.emplace();
    EXPECT_EQ(said(record_consent(d, respondent, Consent::agreed, SaidBy::phone, false)), "");
    child.guardian->accused = true;
    EXPECT_EQ(said(record_consent(d, respondent, Consent::agreed, SaidBy::phone, false)), "consent.guardian_accused MIN-11");
    EXPECT_EQ(said(record_consent(d, respondent, Consent::refused, SaidBy::phone, false)), "");
}

TEST(acceptance, lim_12_the_day_of_the_request_never_changes)
{
    auto d = requested();
    ConsentRecorded const again{applicant, Consent::agreed, SaidBy::phone, true};
    d = after(d, again, hours_later(50));
    EXPECT_EQ(dispute::party(d, applicant)->requested_at, monday);
    dispute::party(d, applicant)->requested_at.reset();
    d = after(d, again, hours_later(50));
    EXPECT_EQ(dispute::party(d, applicant)->requested_at, hours_later(50));
}

PartyAmended mended(Key party = respondent)
{
    PartyAmended e;
    e.party = party;
    return e;
}

Kept text(std::int64_t id) { return {Key{id}, "hash", {}}; }

TEST(acceptance, an_entry_of_a_party_is_mended_by_a_further_one_until_the_dossier_is_closed)
{
    auto e = mended();
    EXPECT_EQ(said(amend_party(mediating(), e, monday)), "party.nothing_amended");
    e.phone = text(801);
    auto d = mediating();
    d.parties.back().address = text(802);
    d = after(d, amend_party(d, e, monday).value());
    EXPECT_EQ(d.parties.back().phone.id, Key{801});
    EXPECT_EQ(d.parties.back().address.id, Key{802}) << "what is not told stays";
    EXPECT_EQ(d.stage, Stage::mediating);
    e.party = stranger;
    EXPECT_EQ(said(amend_party(d, e, monday)), "party.unknown");
    d.parties.back().left = true;
    e.party = respondent;
    EXPECT_EQ(said(amend_party(d, e, monday)), "party.left");
    only_at({Stage::requested, Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating, Stage::agreed, Stage::visiting, Stage::terminated},
            [&](auto const& x) { return amend_party(x, e, monday); });
}

TEST(acceptance, a_number_says_who_a_party_is_and_is_entered_once)
{
    auto e = mended();
    e.id_number = text(801);
    EXPECT_EQ(said(amend_party(requested(), e, monday)), "");
    auto d = requested();
    d.parties.back().id_number = text(802);
    EXPECT_EQ(said(amend_party(d, e, monday)), "/id_number id_number_known");
    e = mended();
    e.credit_code = text(803);
    EXPECT_EQ(said(amend_party(d, e, monday)), "");
    d.parties.back().credit_code = text(804);
    EXPECT_EQ(said(amend_party(d, e, monday)), "/credit_code credit_code_known");

    e.id_number = text(801);
    e.capacity = dispute::Capacity::none;
    auto const no = amend_party(d, e, monday).error();
    ASSERT_EQ(no.problems.size(), 3u) << "all at once";
    EXPECT_EQ(no.problems[0].at, "/id_number");
    EXPECT_EQ(no.problems[1].at, "/credit_code");
    EXPECT_EQ(no.problems[2].at, "/guardian");
    EXPECT_EQ(no.article, "CC-20");
}

TEST(acceptance, cc_19_who_turns_out_to_be_a_child_needs_a_guardian_unless_harm_is_suspected)
{
    auto e = mended();
    e.birth_year = 2012;
    e.capacity = dispute::Capacity::limited;
    EXPECT_EQ(said(amend_party(requested(), e, monday)), "/guardian guardian_needed CC-19");
    auto harmed = requested();
    harmed.risks = {dispute::suspected_harm(monday)};
    EXPECT_EQ(said(amend_party(harmed, e, monday)), "");
    harmed.risks.front().cleared_at = monday;
    EXPECT_EQ(said(amend_party(harmed, e, monday)), "/guardian guardian_needed CC-19") << "it was cleared up";
    e.guardian.emplace();
    EXPECT_EQ(said(amend_party(requested(), e, monday)), "");
}

TEST(acceptance, min_11_a_guardian_who_is_accused_later_is_reported_at_once_and_another_may_act)
{
    auto d = inviting();
    d.parties.back().capacity = dispute::Capacity::limited;
    d.parties.back().guardian.emplace();
    auto e = mended();
    e.guardian.emplace();
    e.guardian->accused = true;
    d = after(d, amend_party(d, e, monday).value());
    EXPECT_EQ(dispute::next_step(d, book(), monday)->statute, "MIN-11");
    EXPECT_EQ(said(record_consent(d, respondent, Consent::agreed, SaidBy::phone, false)), "consent.guardian_accused MIN-11");
    EXPECT_TRUE(amend_party(d, e, monday)->risks.empty()) << "it is told already";
    e.guardian->accused = false;
    d = after(d, amend_party(d, e, monday).value());
    EXPECT_EQ(said(record_consent(d, respondent, Consent::agreed, SaidBy::phone, false)), "");
    EXPECT_EQ(d.risks.size(), 1u) << "the report is owed all the same";
}

TEST(acceptance, article_29_an_agreement_keeps_the_names_that_it_bears)
{
    auto e = mended();
    e.name = text(801);
    auto const borne = [&](Dispute d) {
        d.parties.back().name = text(701);
        d.parties.back().represented_by = text(702);
        auto then = after(d, amend_party(d, e, monday).value());
        EXPECT_EQ(then.parties.back().name.id, Key{801});
        dispute::bear_names_of(then, then.agreements.front());
        EXPECT_EQ(then.parties.back().name.id, Key{701});
        return then.agreements.front().names.front();
    };
    EXPECT_TRUE(borne(agreed()).whole);
    EXPECT_EQ(borne(agreed()).represented_by.id, Key{702});
    EXPECT_FALSE(borne(drafted()).whole) << "nobody has signed: whoever acts for it by now signs";
}

TEST(acceptance, the_same_dispute_from_another_channel_is_merged_and_unmerged)
{
    auto into = accepted();
    into.id = {1001};
    EXPECT_EQ(said(merge(requested(), requested())), "merge.itself");
    auto over = archived();
    over.id = {1002};
    EXPECT_EQ(said(merge(requested(), over)), "merge.over");
    auto const d = after(requested(), *merge(requested(), into));
    EXPECT_EQ(d.stage, Stage::advised);
    EXPECT_EQ(after(d, *unmerge(d, "")).stage, Stage::requested);
    EXPECT_EQ(said(unmerge(at_stage(Stage::advised), "")), "merge.none");
    only_at({Stage::requested}, [&](auto const& x) { return merge(x, into); });
    only_at({Stage::advised}, [](auto const& x) { return unmerge(x, ""); });
}

// Suspected harm was spoken of and nobody has been told of it yet; and then somebody was.
Dispute in_danger(Dispute d)
{
    d.risks = {dispute::suspected_harm(monday)};
    return d;
}

Dispute reported(Dispute d)
{
    d.risks.front().reported_at = hours_later(1);
    return d;
}

// What a deed that ends a request says of it while the danger is unreported; "" once it was reported.
template <class Deed> std::string before_the_report(Deed deed)
{
    EXPECT_EQ(said(deed(reported(in_danger(requested())))), "");
    return said(deed(in_danger(requested())));
}

TEST(acceptance, min_11_no_request_is_refused_while_suspected_harm_is_unreported)
{
    EXPECT_EQ(before_the_report([](auto const& d) { return refuse_request(book(), d, "sham", {"court_suit"}, {}); }), "risk.unreported MIN-11");
}

TEST(acceptance, min_11_no_request_ends_as_advice_while_suspected_harm_is_unreported)
{
    EXPECT_EQ(before_the_report([](auto const& d) { return advise(book(), d, "listened", {}); }), "risk.unreported MIN-11");
}

TEST(acceptance, min_11_nothing_is_transferred_while_suspected_harm_is_unreported)
{
    auto const away = [](Dispute const& d) { return transfer(book(), d, "place", {7}, {}); };
    EXPECT_EQ(before_the_report(away), "risk.unreported MIN-11");
    for (auto const& d : {accepted(), inviting(), diverted()}) EXPECT_EQ(said(away(in_danger(d))), "risk.unreported MIN-11");
}

TEST(acceptance, min_11_no_request_is_merged_while_suspected_harm_is_unreported)
{
    auto into = accepted();
    into.id = {1001};
    EXPECT_EQ(before_the_report([&](auto const& d) { return merge(d, into); }), "risk.unreported MIN-11");
    EXPECT_EQ(said(merge(in_danger(requested()), in_danger(into))), "risk.unreported MIN-11") << "the other one may be another child";
    EXPECT_EQ(said(merge(requested(), in_danger(into))), "") << "what goes on is reported there";
}

TEST(acceptance, article_25_every_red_risk_is_reported_before_a_request_ends)
{
    auto d = in_danger(requested());
    d.risks.front().kind = dispute::RiskKind::violence;
    EXPECT_EQ(said(advise(book(), d, "listened", {})), "risk.unreported PML-25");
    d.risks.front().level = dispute::RiskLevel::orange;
    EXPECT_EQ(said(advise(book(), d, "listened", {})), "");
}

// --- What the form of a request is checked for ---------------------------------------------

dispute::PartyForm born(char const* day_of_birth)
{
    dispute::PartyForm form;
    form.kind = dispute::PartyKind::person;
    form.birth_date = day(day_of_birth);
    return form;
}

TEST(request, cc_17_to_20_age_yields_capacity)
{
    auto const today = day("2023-11-20");
    using enum dispute::Capacity;
    EXPECT_EQ(dispute::capacity_of(born("2005-11-20"), today), full);     // 18 today
    EXPECT_EQ(dispute::capacity_of(born("2005-11-21"), today), limited);  // tomorrow
    EXPECT_EQ(dispute::capacity_of(born("2015-11-20"), today), limited);  // 8 today
    EXPECT_EQ(dispute::capacity_of(born("2015-11-21"), today), none);
    auto worker = born("2007-11-20");
    EXPECT_EQ(dispute::capacity_of(worker, today), limited);
    worker.lives_on_own_labour = true;
    EXPECT_EQ(dispute::capacity_of(worker, today), full);
    auto too_young = born("2007-11-21");
    too_young.lives_on_own_labour = true;
    EXPECT_EQ(dispute::capacity_of(too_young, today), limited);
}

std::vector<std::string> faults(dispute::PartyForm const& form)
{
    std::vector<std::string> out;
    for (auto const& fault : dispute::faults_in(form, "/party", day("2023-11-20"))) out.push_back(fault.at + " " + fault.code);
    return out;
}

TEST(request, a_child_needs_a_guardian_and_an_accused_guardian_cannot_act)
{
    auto child = born("2014-01-01");
    EXPECT_EQ(faults(child), std::vector<std::string>{"/party/guardian guardian_needed"});
    child.guardian.emplace();
    EXPECT_TRUE(faults(child).empty());
    child.guardian->accused = true;
    EXPECT_EQ(faults(child), std::vector<std::string>{"/party/guardian/accused guardian_accused"});
}

TEST(request, min_11_where_harm_is_suspected_a_child_comes_in_without_anybody_who_may_act)
{
    auto child = born("2014-01-01");
    auto const told = [&](bool harm) { return dispute::faults_in(child, "/party", day("2023-11-20"), harm).size(); };
    EXPECT_EQ(told(false), 1u);
    EXPECT_EQ(told(true), 0u);
    child.guardian.emplace();
    child.guardian->accused = true;
    EXPECT_EQ(told(false), 1u);
    EXPECT_EQ(told(true), 0u);
    child.guardian->phone = "12";
    EXPECT_EQ(told(true), 1u) << "everything else is looked at as before";
}

TEST(request, cc_17_to_20_of_who_is_known_by_the_year_alone_the_certain_years_count)
{
    using enum dispute::Capacity;
    auto const grown = [](std::int64_t year, dispute::Capacity before) {
        dispute::PartyForm form;
        form.kind = dispute::PartyKind::person;
        form.known = dispute::KnownAge{year, before};
        return dispute::capacity_of(form, day("2023-11-20"));
    };
    EXPECT_EQ(grown(2012, limited), limited);
    EXPECT_EQ(grown(2005, limited), limited) << "it may turn eighteen in December";
    EXPECT_EQ(grown(2004, limited), full);
    EXPECT_EQ(grown(2015, none), none);
    EXPECT_EQ(grown(2015, limited), limited) << "it was eight before";
    EXPECT_EQ(grown(2014, none), limited);
    EXPECT_EQ(grown(2007, full), full) << "of its own labour";
}

TEST(request, a_group_names_one_to_five_representatives)
{
    dispute::PartyForm group;
    group.kind = dispute::PartyKind::group;
    group.members.resize(7);
    EXPECT_EQ(faults(group), std::vector<std::string>{"/party/members representative_needed"});
    group.members[0].representative = true;
    EXPECT_TRUE(faults(group).empty());
    for (auto& member : group.members) member.representative = true;
    EXPECT_EQ(faults(group), std::vector<std::string>{"/party/members too_many_representatives"});
    group.members.resize(1);
    EXPECT_EQ(faults(group), std::vector<std::string>{"/party/members group_too_small"});
}

TEST(request, check_digits_are_checked)
{
    dispute::PartyForm person = born("1990-01-01");
    person.id_number = "650203199001010019";
    EXPECT_TRUE(faults(person).empty());
    person.id_number = "650203199001010018";
    EXPECT_EQ(faults(person).size(), 1u);
    person.id_number = "650205201002290019";  // there was no 29 February 2010
    EXPECT_EQ(faults(person).size(), 1u);
    person.phone = "12";
    EXPECT_EQ(faults(person).size(), 2u);
}

}  // namespace
}  // namespace maple::acceptance
