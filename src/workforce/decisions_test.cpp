#include "workforce/complaint.hpp"
#include "workforce/grades.hpp"
#include "workforce/testing.hpp"
#include "workforce/training.hpp"

#include <gtest/gtest.h>

namespace maple::workforce {
namespace {

law::Book const& book()
{
    static law::Book const open = law::open_book();
    return open;
}

// What was refused: the code, or the field's own code where fields are at fault.
template <class T> std::string no(Result<T> const& r)
{
    if (r) return "";
    return r.error().problems.empty() ? r.error().code : r.error().problems.front().code;
}
template <class T> std::string article(Result<T> const& r) { return r ? "" : r.error().article; }

registry::Person somebody()
{
    registry::Person p;
    p.id = {7};
    p.organisation = {1};
    p.mediator = true;
    p.certificate = "C-1";
    return p;
}

registry::Organisation committee(registry::OrganisationKind kind = registry::OrganisationKind::community_committee)
{
    registry::Organisation o;
    o.id = {1};
    o.kind = kind;
    return o;
}

Engaging wanted(Manner manner = Manner::engaged, std::optional<Body> body = {}) { return {manner, body, on("2023-12-01"), {}, on("1980-01-01")}; }

Result<PersonEngaged> engaging(Engaging const& e, Service const& s = {}, registry::Person const& p = somebody(), registry::Organisation const& o = committee())
{
    return engage(p, s, o, e, book(), {9});
}

Service bound(Manner manner, std::optional<Date> until = {})
{
    Service s;
    s.engagements = {{{11}, {7}, {1}, manner, manner == Manner::elected ? Body::residents_meeting : Body::committee, on("2021-01-01"), until, {}, {}}};
    return s;
}

Standing standing_with(Service const& s) { return standing_of(somebody(), false, s, today, 60); }

// --- Engaging ------------------------------------------------------------------------------------

TEST(article_9, members_are_elected_by_the_body_that_the_committee_stands_for)
{
    using registry::OrganisationKind;
    EXPECT_EQ(no(engaging(wanted(Manner::elected, Body::residents_meeting))), "");
    EXPECT_EQ(no(engaging(wanted(Manner::elected, Body::villagers_meeting))), "does_not_elect");
    EXPECT_EQ(article(engaging(wanted(Manner::elected, Body::villagers_meeting))), "PML-9");
    EXPECT_EQ(no(engaging(wanted(Manner::elected))), "does_not_elect") << "somebody must have elected";
    EXPECT_EQ(no(engaging(wanted(Manner::elected, Body::villagers_meeting), {}, somebody(), committee(OrganisationKind::village_committee))), "");
    EXPECT_EQ(no(engaging(wanted(Manner::elected, Body::staff_congress), {}, somebody(), committee(OrganisationKind::enterprise_committee))), "");
    EXPECT_EQ(no(engaging(wanted(Manner::elected, Body::union_recommendation), {}, somebody(), committee(OrganisationKind::enterprise_committee))), "");
    for (auto const kind : {OrganisationKind::township_committee, OrganisationKind::subdistrict_committee, OrganisationKind::social_committee})
        EXPECT_EQ(no(engaging(wanted(Manner::elected, Body::founding_organisation), {}, somebody(), committee(kind))), "");
}

TEST(article_13, a_committee_engages_and_nobody_else)
{
    auto const made = engaging(wanted());
    ASSERT_TRUE(made);
    EXPECT_EQ(made->engagement.body, Body::committee);
    for (auto const kind : {registry::OrganisationKind::judicial_office, registry::OrganisationKind::personal_room, registry::OrganisationKind::court}) {
        EXPECT_EQ(no(engaging(wanted(), {}, somebody(), committee(kind))), "no_committee");
        EXPECT_EQ(article(engaging(wanted(), {}, somebody(), committee(kind))), "PML-13");
    }
    auto closed = committee();
    closed.closed_at = start_of(today);
    EXPECT_EQ(no(engaging(wanted(), {}, somebody(), closed)), "no_committee");
}

TEST(article_13, nobody_is_engaged_twice_at_once_and_nobody_who_has_left)
{
    EXPECT_EQ(no(engaging(wanted(), bound(Manner::engaged))), "engagement.already");
    EXPECT_EQ(no(engaging(wanted(), bound(Manner::engaged, on("2023-11-30")))), "") << "the earlier one is over by then";
    auto ended = bound(Manner::engaged);
    ended.engagements.front().ended_on = today;
    EXPECT_EQ(no(engaging(wanted(), ended)), "");
    auto gone = somebody();
    gone.left_at = start_of(today);
    EXPECT_EQ(no(engaging(wanted(), {}, gone)), "person.left");
    auto backwards = wanted();
    backwards.until = on("2023-11-30");
    EXPECT_EQ(no(engaging(backwards)), "before_the_beginning");
}

TEST(article_14, a_mediator_is_an_adult_on_the_first_day)
{
    auto young = wanted();
    young.born = on("2005-12-02");
    EXPECT_EQ(no(engaging(young)), "not_adult");
    EXPECT_EQ(article(engaging(young)), "PML-14");
    young.born = on("2005-12-01");
    EXPECT_EQ(no(engaging(young)), "") << "eighteen that very day";
}

TEST(article_13, an_engagement_ends_once_and_not_before_it_began)
{
    auto s = bound(Manner::engaged);
    EXPECT_EQ(no(end_engagement(s, {11}, today, Ending::resigned)), "");
    EXPECT_EQ(no(end_engagement(s, {12}, today, Ending::resigned)), "engagement.unknown");
    EXPECT_EQ(no(end_engagement(s, {11}, on("2020-12-31"), Ending::resigned)), "before_the_beginning");
    s.engagements.front().ended_on = today;
    EXPECT_EQ(no(end_engagement(s, {11}, today, Ending::resigned)), "engagement.ended");
}

TEST(article_13, whoever_is_engaged_by_nobody_any_more_is_no_mediator_of_the_roll)
{
    Papers p;
    p.roll.serves_as = {registry::Service::informant};
    evolve(p, PersonEngaged{bound(Manner::engaged).engagements.front()});
    EXPECT_EQ(p.roll.serves_as, (std::vector{registry::Service::mediator, registry::Service::informant}));
    evolve(p, EngagementEnded{{11}, today, Ending::resigned});
    EXPECT_EQ(p.roll.serves_as, std::vector{registry::Service::informant});
}

TEST(article_16, the_subsidy_is_for_lost_work_and_not_for_who_is_paid_for_it)
{
    Profile profile{{7}, Staffing::part_time, "", "", true};
    EXPECT_EQ(no(describe(profile, {"lawyer"}, "zh", "", book())), "");
    EXPECT_EQ(no(describe(profile, {"lawyer", "public_official"}, "zh", "", book())), "paid_for_it_already");
    EXPECT_EQ(article(describe(profile, {"public_official"}, "zh", "", book())), "PML-16");
    profile.subsidy_eligible = false;
    auto const told = describe(profile, {"lawyer", "public_official"}, "zh,ug", "neighbour", book());
    ASSERT_TRUE(told);
    EXPECT_EQ(told->profile.labels, "lawyer,public_official");
    EXPECT_EQ(no(describe(profile, {"wizard"}, "zh", "", book())), "not_in_the_book");
}

// --- Certificates --------------------------------------------------------------------------------

Issuing issuing() { return {today, on("2026-11-19"), false, 8, false}; }
RollLine roll_of(registry::Service service)
{
    RollLine line;
    line.serves_as = {service};
    return line;
}
std::string certifying(Issuing const& i, registry::Service as = registry::Service::mediator, registry::Person const& p = somebody())
{
    return no(may_be_certified(p, roll_of(as), i, today, book()));
}

TEST(article_14, who_was_not_trained_is_certified_with_a_reason_only)
{
    auto i = issuing();
    EXPECT_EQ(certifying(i), "");
    i.training_hours = book().policy("certificate_training_hours") - 1;
    EXPECT_EQ(certifying(i), "training_first");
    EXPECT_EQ(article(may_be_certified(somebody(), roll_of(registry::Service::mediator), i, today, book())), "PML-14");
    i.reason = true;
    EXPECT_EQ(certifying(i), "");
    i = issuing();
    i.training_hours = 0;
    EXPECT_EQ(certifying(i, registry::Service::informant), "") << "the article is about mediators";
}

TEST(certificates, are_for_those_who_serve_and_for_days_that_make_sense)
{
    EXPECT_EQ(certifying(issuing(), registry::Service::staff), "certificate.no_service");
    auto gone = somebody();
    gone.left_at = start_of(today);
    EXPECT_EQ(certifying(issuing(), registry::Service::mediator, gone), "person.left");
    auto i = issuing();
    i.valid_from = on("2023-11-21");
    EXPECT_EQ(certifying(i), "in_the_future");
    i = issuing();
    i.valid_from = on("2023-01-01");
    i.valid_until = on("2022-12-31");
    EXPECT_EQ(certifying(i), "before_the_beginning");
    i.valid_until = on("2023-11-19");
    EXPECT_EQ(certifying(i), "in_the_past");
    i = issuing();
    i.number_taken = true;
    EXPECT_EQ(certifying(i), "number_taken");
}

TEST(certificates, are_revoked_once)
{
    Service s;
    EXPECT_EQ(no(may_be_revoked(s, somebody())), "") << "one of the roll";
    auto bare = somebody();
    bare.certificate.clear();
    EXPECT_EQ(no(may_be_revoked(s, bare)), "certificate.none");
    s.certificates = {{{5}, {7}, "C-1", "", today, {}, "code", {}, false}};
    EXPECT_EQ(no(may_be_revoked(s, somebody())), "");
    s.certificates.front().revoked = true;
    EXPECT_EQ(no(may_be_revoked(s, somebody())), "certificate.none");
}

TEST(certificates, renewing_ends_the_old_card_and_revoking_takes_the_number_off_the_roll)
{
    Papers p;
    CertificatePaper card;
    card.id = {5};
    card.number.text = "C-1";
    card.valid_from = on("2020-01-01");
    evolve(p, CertificateIssued{card, {}});
    auto next = card;
    next.id = {6};
    next.valid_from = today;
    evolve(p, CertificateRenewed{next, {5}, {}});
    EXPECT_EQ(p.certificates.front().ended_on, today);
    evolve(p, CertificateRevoked{{6}, today, {}});
    EXPECT_TRUE(p.certificates.back().revoked);
    EXPECT_FALSE(p.roll.certificate.text.has_value());
}

// --- Leave ---------------------------------------------------------------------------------------

std::string leaving(Service const& s, char const* kind, char const* first, char const* last) { return no(may_go_away(s, kind, on(first), on(last), today, book())); }

TEST(leave, is_of_a_kind_of_the_book_on_days_to_come_and_never_twice)
{
    Service s;
    EXPECT_EQ(leaving(s, "annual", "2023-11-20", "2023-11-24"), "");
    EXPECT_EQ(leaving(s, "annual", "2023-11-10", "2023-11-20"), "") << "entered on its last day";
    EXPECT_EQ(leaving(s, "holiday", "2023-11-20", "2023-11-24"), "not_in_the_book");
    EXPECT_EQ(leaving(s, "annual", "2023-11-24", "2023-11-20"), "before_the_beginning");
    EXPECT_EQ(leaving(s, "annual", "2023-11-10", "2023-11-19"), "in_the_past");
    EXPECT_EQ(leaving(s, "annual", "2023-11-20", "2024-11-30"), "more_than_a_year");
    s.absences = {{{5}, {7}, "annual", on("2023-11-24"), on("2023-11-30"), {}, {}}};
    EXPECT_EQ(leaving(s, "sick", "2023-11-20", "2023-11-24"), "absence.overlaps");
    EXPECT_EQ(leaving(s, "sick", "2023-11-20", "2023-11-23"), "");
    s.absences.front().ended_on = on("2023-11-27");
    EXPECT_EQ(leaving(s, "sick", "2023-11-27", "2023-11-28"), "") << "back again";
}

TEST(leave, one_comes_back_once_and_not_when_it_is_over)
{
    Service s;
    s.absences = {{{5}, {7}, "annual", on("2023-11-18"), on("2023-11-30"), {}, {}}};
    EXPECT_EQ(come_back(s, {5}, today).value().on, today);
    EXPECT_EQ(no(come_back(s, {6}, today)), "absence.unknown");
    EXPECT_EQ(no(come_back(s, {5}, on("2023-12-01"))), "absence.over");
    EXPECT_EQ(come_back(s, {5}, on("2023-11-01")).value().on, on("2023-11-18")) << "called off before it began";
    s.absences.front().ended_on = today;
    EXPECT_EQ(no(come_back(s, {5}, today)), "absence.over");
}

// --- Honours and grades ----------------------------------------------------------------------------

TEST(honours, fit_their_bearer_and_stand_once_a_year)
{
    std::vector<HonourPaper> held;
    EXPECT_EQ(no(may_be_honoured(held, "national_model_mediator", true, 2020, today, book())), "");
    EXPECT_EQ(no(may_be_honoured(held, "nobel_prize", true, 2020, today, book())), "not_in_the_book");
    EXPECT_EQ(no(may_be_honoured(held, "national_model_mediator", false, 2020, today, book())), "honour_of_persons");
    EXPECT_EQ(no(may_be_honoured(held, "national_model_committee", true, 2020, today, book())), "honour_of_organisations");
    EXPECT_EQ(no(may_be_honoured(held, "national_model_mediator", true, 2024, today, book())), "in_the_future");
    held = {{{5}, "national_model_mediator", {}, 2020, {}, {}}};
    EXPECT_EQ(no(may_be_honoured(held, "national_model_mediator", true, 2020, today, book())), "honour.already");
    EXPECT_EQ(no(may_be_honoured(held, "national_model_mediator", true, 2021, today, book())), "");
    held.front().withdrawn_on = today;
    EXPECT_EQ(no(may_be_honoured(held, "national_model_mediator", true, 2020, today, book())), "");
}

law::MediatorGrade grade_of(std::string measure, std::int64_t bound, bool at_most) { return {"g", {}, "district", 3, 2, {{measure, bound, at_most}}}; }

TEST(grades, each_criterion_is_met_at_its_bound_and_not_beyond)
{
    Evidence e{3, 20, 16, 4, 10, 9, 1, 24};
    struct Line {
        char const* measure;
        std::int64_t value;
    };
    for (auto const& [measure, value] : {Line{"years", 3}, Line{"disputes", 20}, Line{"oral_percent", 25}, Line{"agreed_percent", 80},
                                         Line{"kept_percent", 90}, Line{"escalated", 1}, Line{"training_hours", 24}}) {
        EXPECT_EQ(judge(grade_of(measure, value, false), e).front().value, value) << measure;
        EXPECT_TRUE(all_met(judge(grade_of(measure, value, false), e))) << measure;
        EXPECT_FALSE(all_met(judge(grade_of(measure, value + 1, false), e))) << measure;
        EXPECT_TRUE(all_met(judge(grade_of(measure, value, true), e))) << measure;
        EXPECT_FALSE(all_met(judge(grade_of(measure, value - 1, true), e))) << measure;
    }
    EXPECT_EQ(judge(grade_of("agreed_percent", 1, false), {}).front().value, 0) << "a share of nothing";
    Evidence nearly{0, 3, 2, 0, 0, 0, 0, 0};
    EXPECT_EQ(judge(grade_of("agreed_percent", 67, false), nearly).front().value, 66) << "rounded down";
}

Papers holding(char const* grade, char const* until)
{
    Papers p;
    p.grades = {{{5}, grade, on("2021-01-01"), on(until), {1}, true, {}, {}}};
    return p;
}

TEST(grades, are_granted_by_the_right_bureau_when_every_criterion_is_met_or_a_reason_is_given)
{
    std::vector<Finding> const met{{"years", 3, 1, false, true}}, not_met{{"years", 0, 1, false, false}};
    auto const granting = [&](Granting g, std::vector<Finding> const& f, Papers const& p = {}) { return no(may_be_granted(p, g, f, today, book())); };
    using registry::Level;
    EXPECT_EQ(granting({"four", Level::district, false, false, true}, met), "");
    EXPECT_EQ(granting({"one", Level::city, false, false, true}, met), "");
    EXPECT_EQ(granting({"one", Level::district, false, false, true}, met), "grade_of_the_city");
    EXPECT_EQ(granting({"four", Level::subdistrict, false, false, true}, met), "grade_of_the_city");
    EXPECT_EQ(granting({"four", Level::city, false, false, false}, met), "grade.no_mediator");
    EXPECT_EQ(granting({"four", Level::city, true, false, true}, met), "grade.to_oneself");
    EXPECT_EQ(granting({"zero", Level::city, false, false, true}, met), "not_in_the_book");
    EXPECT_EQ(granting({"four", Level::city, false, false, true}, not_met), "criteria_not_met");
    EXPECT_EQ(granting({"four", Level::city, false, true, true}, not_met), "");
    EXPECT_EQ(granting({"four", Level::city, false, false, true}, met, holding("four", "2024-12-31")), "grade.already");
    EXPECT_EQ(granting({"four", Level::city, false, false, true}, met, holding("four", "2023-12-31")), "") << "renewed shortly before";
    EXPECT_EQ(granting({"three", Level::city, false, false, true}, met, holding("four", "2024-12-31")), "");
}

TEST(grades, a_new_one_ends_the_old_one)
{
    auto p = holding("four", "2024-12-31");
    evolve(p, GradeGranted{{{6}, "three", today, on("2026-11-19"), {1}, true, {}, {}}, {}});
    EXPECT_EQ(grade_on(p, today)->grade, "three");
    evolve(p, GradeWithdrawn{{6}, today, {}});
    EXPECT_EQ(grade_on(p, today), nullptr);
    EXPECT_EQ(grade_on(p, on("2023-11-19"))->grade, "four") << "what was, was";
}

// --- Training --------------------------------------------------------------------------------------

TEST(article_14, a_training_is_planned_held_once_the_day_is_there_and_mended_afterwards)
{
    EXPECT_EQ(no(may_be_planned("yearly", 8, book())), "");
    EXPECT_EQ(no(may_be_planned("cooking", 8, book())), "not_in_the_book");
    EXPECT_EQ(no(may_be_planned("yearly", 81, book())), "out_of_range");
    Training t;
    EXPECT_EQ(no(hold(t, today, 8, {{{7}, 8}}, today)), "");
    EXPECT_EQ(no(hold(t, on("2023-11-21"), 8, {{{7}, 8}}, today)), "in_the_future");
    EXPECT_EQ(no(hold(t, today, 8, {}, today)), "nobody_there");
    EXPECT_EQ(no(hold(t, today, 8, {{{7}, 8}, {{7}, 4}}, today)), "named_twice");
    EXPECT_EQ(no(hold(t, today, 8, {{{7}, 9}}, today)), "out_of_range");
    evolve(t, hold(t, today, 8, {{{7}, 8}}, today).value(), {});
    EXPECT_EQ(no(hold(t, today, 6, {{{7}, 6}, {{8}, 6}}, today)), "") << "the list is mended";
    EXPECT_EQ(no(call_off(t, {})), "training.held");
    Training off;
    evolve(off, call_off(off, {}).value(), {});
    EXPECT_EQ(no(call_off(off, {})), "training.called_off");
    EXPECT_EQ(no(hold(off, today, 8, {{{7}, 8}}, today)), "training.called_off");
}

// --- Complaints: article 15 ------------------------------------------------------------------------

Complaint received()
{
    Complaint c;
    c.person = {7};
    return c;
}
Complaint examined(bool well_founded)
{
    auto c = received();
    evolve(c, examine(c, well_founded, {}, {}).value(), {});
    return c;
}
Deciding by(Outcome outcome, std::optional<Body> body = {}) { return {outcome, body, today, registry::OrganisationKind::community_committee}; }
std::string deciding(Complaint const& c, Deciding const& d, Service const& s) { return no(decide(c, d, standing_with(s), today)); }

TEST(article_15, complaints_are_about_mediators)
{
    EXPECT_EQ(no(may_be_complained_of(somebody(), standing_with({}))), "");
    auto other = somebody();
    other.mediator = false;
    EXPECT_EQ(no(may_be_complained_of(other, standing_of(other, false, {}, today, 60))), "complaint.no_mediator");
    EXPECT_EQ(no(may_be_complained_of(other, standing_of(other, false, bound(Manner::engaged, on("2023-01-01")), today, 60))), "") << "also of somebody whose term is over";
}

TEST(article_15, nobody_judges_himself)
{
    EXPECT_EQ(no(not_in_own_matter(received(), {7})), "complaint.about_oneself");
    EXPECT_EQ(no(not_in_own_matter(received(), {8})), "");
}

TEST(article_15, a_complaint_is_examined_before_it_is_decided_and_decided_before_it_is_answered)
{
    auto c = received();
    EXPECT_EQ(deciding(c, by(Outcome::criticised), bound(Manner::engaged)), "complaint.not_examined");
    EXPECT_EQ(no(answer(c, AnsweredBy::phone, {})), "complaint.not_decided");
    c = examined(true);
    EXPECT_EQ(no(examine(c, false, {}, {})), "") << "looked at once more";
    evolve(c, decide(c, by(Outcome::criticised), standing_with(bound(Manner::engaged)), today).value(), {});
    EXPECT_EQ(no(examine(c, false, {}, {})), "complaint.decided");
    EXPECT_EQ(deciding(c, by(Outcome::criticised), bound(Manner::engaged)), "complaint.decided");
    EXPECT_EQ(no(answer(c, AnsweredBy::receipt_page, {})), "no_receipt");
    evolve(c, answer(c, AnsweredBy::phone, {}).value(), {});
    EXPECT_EQ(no(answer(c, AnsweredBy::phone, {})), "complaint.answered");
}

TEST(article_15, there_is_a_measure_when_something_was_found_and_only_then)
{
    EXPECT_EQ(deciding(examined(false), by(Outcome::not_upheld), bound(Manner::engaged)), "");
    EXPECT_EQ(deciding(examined(false), by(Outcome::criticised), bound(Manner::engaged)), "was_not_well_founded");
    EXPECT_EQ(deciding(examined(true), by(Outcome::not_upheld), bound(Manner::engaged)), "was_well_founded");
    EXPECT_EQ(deciding(examined(true), by(Outcome::ordered_to_correct), bound(Manner::engaged)), "");
}

TEST(article_15, a_member_is_removed_by_the_body_that_elected)
{
    EXPECT_EQ(deciding(examined(true), by(Outcome::removed, Body::residents_meeting), bound(Manner::elected)), "");
    EXPECT_EQ(deciding(examined(true), by(Outcome::removed, Body::villagers_meeting), bound(Manner::elected)), "did_not_elect");
    EXPECT_EQ(deciding(examined(true), by(Outcome::removed), bound(Manner::elected)), "did_not_elect") << "the committee itself does not remove";
    EXPECT_EQ(deciding(examined(true), by(Outcome::removed, Body::residents_meeting), bound(Manner::engaged)), "only_members_are_removed");
}

TEST(article_15, whom_the_committee_engaged_it_dismisses)
{
    auto const made = decide(examined(true), by(Outcome::dismissed), standing_with(bound(Manner::engaged)), today);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->by, Body::committee);
    EXPECT_EQ(deciding(examined(true), by(Outcome::dismissed), bound(Manner::elected)), "only_the_engaged_are_dismissed");
    EXPECT_EQ(deciding(examined(true), by(Outcome::dismissed), {}), "engagement_first");
    EXPECT_EQ(deciding(examined(true), by(Outcome::dismissed), bound(Manner::engaged, on("2023-11-19"))), "engagement_over");
}

TEST(article_15, a_removal_bears_the_day_of_its_decision)
{
    auto without = by(Outcome::dismissed);
    without.on.reset();
    EXPECT_EQ(deciding(examined(true), without, bound(Manner::engaged)), "missing");
    auto early = by(Outcome::dismissed);
    early.on = on("2023-11-21");
    EXPECT_EQ(deciding(examined(true), early, bound(Manner::engaged)), "in_the_future");
}

TEST(article_15, an_answer_is_due_until_it_is_given)
{
    auto c = received();
    c.received_at = start_of(today);
    EXPECT_TRUE(row_of(c, book()).due_at.has_value());
    c.status = ComplaintStatus::answered;
    EXPECT_FALSE(row_of(c, book()).due_at.has_value());
}

}  // namespace
}  // namespace maple::workforce
