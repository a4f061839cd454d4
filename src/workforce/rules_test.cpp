#include "workforce/rules.hpp"
#include "workforce/testing.hpp"

#include <gtest/gtest.h>

namespace maple::workforce {
namespace {

constexpr std::int64_t soon = 60;

registry::Person mediator()
{
    registry::Person p;
    p.id = {7};
    p.organisation = {1};
    p.languages = "zh,ug";
    p.skills = "neighbour";
    p.certificate = "C-1";
    p.certificate_until = on("2025-01-01");
    p.mediator = true;
    return p;
}

Engagement engaged(char const* since, std::optional<Date> until = {}) { return {{11}, {7}, {1}, Manner::engaged, Body::committee, on(since), until, {}, {}}; }
Certificate certificate(std::int64_t id, char const* until) { return {{id}, {7}, "C-" + std::to_string(id), "克拉玛依市司法局", on("2020-01-01"), on(until), "code", {}, false}; }

std::string fault(Result<void> const& r) { return r ? "" : r.error().problems.front().code; }
std::string fit(registry::Person const& p, Service const& s, std::string_view reason = "")
{
    return fault(fit_to_be_appointed(standing_of(p, false, s, today, soon), {}, reason));
}

TEST(standing, of_somebody_of_whom_only_the_roll_knows)
{
    auto const s = standing_of(mediator(), true, {}, today, soon);
    EXPECT_EQ(s.engaged, Engaged::none);
    EXPECT_FALSE(s.engagement_over);
    EXPECT_TRUE(s.informant);
    EXPECT_EQ(s.languages, (std::vector<std::string>{"zh", "ug"}));
    EXPECT_EQ(s.certificate.number, "C-1");
    EXPECT_EQ(s.certificate.state, CertificateState::valid);
    EXPECT_TRUE(s.subsidy_eligible);
}

TEST(standing, a_certificate_is_valid_on_its_last_day_and_expired_on_the_next)
{
    auto const c = certificate(2, "2023-11-20");
    EXPECT_EQ(state_of(c, today, soon), CertificateState::expires_soon);
    EXPECT_EQ(state_of(c, plus_days(today, 1), soon), CertificateState::expired);
    EXPECT_EQ(state_of(c, plus_days(today, -60), soon), CertificateState::expires_soon);
    EXPECT_EQ(state_of(c, plus_days(today, -61), soon), CertificateState::valid);
    auto revoked = c;
    revoked.revoked = true;
    EXPECT_EQ(state_of(revoked, plus_days(today, -61), soon), CertificateState::revoked);
}

TEST(standing, the_latest_certificate_counts)
{
    Service s;
    s.certificates = {certificate(3, "2023-01-01"), certificate(4, "2026-01-01")};
    s.certificates.front().ended_on = today;
    EXPECT_EQ(standing_of(mediator(), false, s, today, soon).certificate.number, "C-4");
}

TEST(standing, leave_lasts_to_its_last_day_unless_somebody_is_back_early)
{
    Service s;
    s.absences = {{{5}, {7}, "annual", on("2023-11-18"), today, {}, {}}};
    auto const away = standing_of(mediator(), false, s, today, soon);
    EXPECT_TRUE(away.away);
    EXPECT_EQ(away.away_until, today);
    EXPECT_EQ(away.away_kind, "annual");
    EXPECT_FALSE(standing_of(mediator(), false, s, plus_days(today, 1), soon).away);
    s.absences.front().ended_on = today;
    EXPECT_FALSE(standing_of(mediator(), false, s, today, soon).away);
}

TEST(article_13, a_mediator_is_an_elected_member_or_engaged)
{
    Service s;
    s.engagements = {engaged("2021-01-01", on("2023-12-31"))};
    EXPECT_EQ(standing_of(mediator(), false, s, today, soon).engaged, Engaged::engaged);
    EXPECT_EQ(fit(mediator(), s), "");
    s.engagements.front().manner = Manner::elected;
    EXPECT_EQ(standing_of(mediator(), false, s, today, soon).engaged, Engaged::elected);
}

TEST(article_13, an_engagement_that_has_run_out_or_was_ended_is_none)
{
    Service s;
    s.engagements = {engaged("2021-01-01", on("2023-11-19"))};
    EXPECT_EQ(fit(mediator(), s, "a reason does not help"), "engagement_over");
    s.engagements = {engaged("2021-01-01")};
    s.engagements.front().ended_on = today;
    s.engagements.front().ended_as = Ending::resigned;
    EXPECT_EQ(fit(mediator(), s, "a reason does not help"), "engagement_over");
}

TEST(article_13, whoever_is_no_mediator_of_the_roll_is_not_appointed)
{
    auto p = mediator();
    p.mediator = false;
    EXPECT_EQ(fit(p, {}, "r"), "not_a_mediator");
    p = mediator();
    p.certificate.clear();
    EXPECT_EQ(fit(p, {}, "r"), "not_a_mediator");
    p = mediator();
    p.left_at = start_of(today);
    EXPECT_EQ(fit(p, {}, "r"), "not_a_mediator");
}

TEST(article_15, whoever_was_removed_is_not_appointed_whatever_the_reason)
{
    for (auto const how : {Ending::removed, Ending::dismissed}) {
        Service s;
        s.engagements = {engaged("2021-01-01"), engaged("2023-06-01")};
        s.engagements.front().ended_on = on("2023-05-01");
        s.engagements.front().ended_as = how;
        EXPECT_TRUE(standing_of(mediator(), false, s, today, soon).removed);
        EXPECT_EQ(fit(mediator(), s, "r"), "not_a_mediator");
        EXPECT_FALSE(standing_of(mediator(), false, s, on("2023-04-30"), soon).removed);
    }
}

TEST(fitness, an_expired_certificate_and_leave_need_a_reason_and_a_revoked_one_has_none)
{
    auto p = mediator();
    p.certificate_until = on("2023-11-19");
    EXPECT_EQ(fit(p, {}), "certificate_expired");
    EXPECT_EQ(fit(p, {}, "renewal is under way"), "");
    law::Book lenient;
    lenient.serving.expired_stops = {"lead"};  // a pack that lets them be appointed
    EXPECT_EQ(fault(fit_to_be_appointed(standing_of(p, false, {}, today, soon), lenient, "")), "");
    Service s;
    s.absences = {{{5}, {7}, "annual", today, today, {}, {}}};
    EXPECT_EQ(fit(mediator(), s), "on_leave");
    EXPECT_EQ(fit(mediator(), s, "both sides wait for her"), "");
    s = {};
    s.certificates = {certificate(2, "2026-01-01")};
    s.certificates.front().revoked = true;
    EXPECT_EQ(fit(mediator(), s, "r"), "certificate_revoked");
}

}  // namespace
}  // namespace maple::workforce
