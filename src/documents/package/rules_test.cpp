// By what right papers go to another body, and what the court's packet may not lack.
#include "documents/package/rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::documents {
namespace {

using namespace dispute::testing;
using registry::OrganisationKind;

std::string sent(std::string basis, OrganisationKind to, std::vector<Key> consented = {applicant, respondent}, Dispute const& d = mediating())
{
    return dispute::testing::said(may_send(d, book(), {std::move(basis), to, std::move(consented), 1}));
}

// Goes to this body, with the consent of all and not of one alone.
void goes_with_consent(std::string const& basis, OrganisationKind to, std::string const& article)
{
    EXPECT_EQ(sent(basis, to), "");
    EXPECT_EQ(sent(basis, to, {applicant}), "package.no_consent " + article);
    EXPECT_EQ(sent(basis, to, {}), "package.no_consent " + article);
}

std::string elsewhere(std::string const& article) { return "/basis not_for_this_body " + article; }

TEST(package, says_by_what_right_and_holds_something)
{
    EXPECT_EQ(sent("good_will", OrganisationKind::court), "/basis not_in_the_book");
    EXPECT_EQ(sent("parties_agree", OrganisationKind::court, {applicant, respondent, stranger}), "/consented/2 unknown_party");
    EXPECT_EQ(dispute::testing::said(may_send(mediating(), book(), {"parties_agree", OrganisationKind::court, {applicant, respondent}, 0})), "/forms nothing_chosen");
}

TEST(package, spc16_26_a_report_goes_to_the_court_and_to_nobody_else)
{
    EXPECT_EQ(sent("court_report", OrganisationKind::court, {}), "") << "the law asks for it, not the parties";
    EXPECT_EQ(sent("court_report", OrganisationKind::police), elsewhere("SPC16-26"));
}

TEST(package, spc16_19_an_agreement_is_filed_with_the_court_and_with_nobody_else)
{
    EXPECT_EQ(sent("agreement_filed", OrganisationKind::court, {}), "");
    EXPECT_EQ(sent("agreement_filed", OrganisationKind::procuratorate), elsewhere("SPC16-19"));
}

TEST(package, article_33_confirmation_is_the_courts)
{
    EXPECT_EQ(sent("confirmation", OrganisationKind::court, {}), "");
    EXPECT_EQ(sent("confirmation", OrganisationKind::department), elsewhere("PML-33"));
}

TEST(package, psl_9_the_police_are_told_what_came_of_it_when_all_agree)
{
    goes_with_consent("police_result", OrganisationKind::police, "PSL-9");
    EXPECT_EQ(sent("police_result", OrganisationKind::court), elsewhere("PSL-9"));
}

TEST(package, xf22_33_the_petition_office_is_told_what_came_of_it_when_all_agree)
{
    goes_with_consent("petition_result", OrganisationKind::petition_office, "XF22-33");
    EXPECT_EQ(sent("petition_result", OrganisationKind::police), elsewhere("XF22-33"));
}

TEST(package, crpl_288_a_settlement_goes_to_those_who_prosecute_when_all_agree)
{
    for (auto const to : {OrganisationKind::procuratorate, OrganisationKind::police, OrganisationKind::court}) goes_with_consent("settlement", to, "CRPL-288");
    EXPECT_EQ(sent("settlement", OrganisationKind::department), elsewhere("CRPL-288"));
}

TEST(package, pipl_13_without_another_right_it_takes_the_consent_of_everybody_present)
{
    goes_with_consent("parties_agree", OrganisationKind::department, "PIPL-13");
    EXPECT_EQ(sent("parties_agree", OrganisationKind::community_committee), elsewhere("PIPL-13"));
    auto d = mediating();
    d.parties.back().left = true;
    EXPECT_EQ(sent("parties_agree", OrganisationKind::police, {applicant}, d), "") << "who has left is not asked";
}

TEST(package, pipl_47_nothing_goes_out_of_a_dossier_that_is_locked_away)
{
    auto d = archived();
    EXPECT_EQ(sent("parties_agree", OrganisationKind::court, {applicant, respondent}, d), "");
    d.restricted_at = monday;
    EXPECT_EQ(sent("parties_agree", OrganisationKind::court, {applicant, respondent}, d), "package.restricted PIPL-47");
}

// --- The packet for the court --------------------------------------------------------------------

// What the court's packet is refused for when every paper of this form is lacking that it needs.
std::string without(std::string_view form, Dispute const& d = agreed())
{
    std::vector<PacketLine> lacking;
    for (auto const& line : packet_of(d, d.agreements.front()))
        if (line.required && line.form == form) lacking.push_back(line);
    return dispute::testing::said(may_send_packet(d, written().id, lacking));
}

TEST(packet, article_33_only_what_has_taken_effect_is_confirmed)
{
    EXPECT_EQ(dispute::testing::said(may_send_packet(agreed(), written().id, {})), "");
    EXPECT_EQ(dispute::testing::said(may_send_packet(drafted(), written().id, {})), "confirmation.not_effective PML-33");
    EXPECT_EQ(dispute::testing::said(may_send_packet(agreed(), stranger, {})), "agreement.unknown");
}

TEST(packet, spc16_20_after_filing_no_packet_for_confirmation_is_sent)
{
    auto d = agreed();
    d.handover = dispute::Handover{{900}, {40}, "court_after", 0};
    EXPECT_EQ(dispute::testing::said(may_send_packet(d, written().id, {})), "confirmation.barred SPC16-20");
    d.handover->clock = "court_before";
    EXPECT_EQ(dispute::testing::said(may_send_packet(d, written().id, {})), "");
}

TEST(packet, ji22_353_the_court_is_asked_by_an_application) { EXPECT_EQ(without("confirmation_application"), "packet.lacks JI22-353"); }

TEST(packet, ji22_354_the_agreement_its_proof_and_who_they_are_go_with_it)
{
    for (auto const form : {"agreement", "mediation_proof", "identity_papers"}) EXPECT_EQ(without(form), "packet.lacks JI22-354") << form;
    auto d = agreed();
    d.agreements.front().oral = true;
    EXPECT_EQ(dispute::testing::said(may_send_packet(d, written().id, {})), "confirmation.oral JI22-354") << "there is no text to confirm";
}

TEST(packet, ji22_351_whoever_is_represented_shows_the_power_of_attorney)
{
    EXPECT_EQ(without("power_of_attorney"), "") << "both come themselves";
    auto d = agreed();
    d.parties.front().represented_by = Kept{{301}, "", "an agent"};
    EXPECT_EQ(without("power_of_attorney", d), "packet.lacks JI22-351");
    d.parties.front().kind = dispute::PartyKind::organisation;
    EXPECT_EQ(without("power_of_attorney", d), "") << "a firm is represented by its seal";
}

TEST(packet, cpl_90_each_party_says_where_the_court_reaches_it)
{
    EXPECT_EQ(without("delivery_address"), "packet.lacks CPL-90");
    auto const d = agreed();
    auto const lines = packet_of(d, d.agreements.front());
    for (auto const party : {applicant, respondent})
        EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [&](auto const& one) { return one.form == "delivery_address" && one.subject == party; }), 1);
}

TEST(packet, ji22_358_the_parties_promise_that_nobody_is_harmed) { EXPECT_EQ(without("confirmation_commitment"), "packet.lacks JI22-358"); }

}  // namespace
}  // namespace maple::documents
