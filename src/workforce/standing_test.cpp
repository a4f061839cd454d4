#include "workforce/standing.hpp"
#include "registry/testing.hpp"
#include "storage/insert.hpp"

#include <gtest/gtest.h>

namespace maple::workforce {
namespace {

struct StandingOn : ::testing::TestWithParam<sql::Engine> {
    StandingOn()
    {
        house.book.policies["certificate_reminder_days"] = 60;
        house.work([&](Desk& desk) {
            registry::Registrar roll(desk);
            auto const committee = roll.add(registry::NewOrganisation{{}, {}, registry::OrganisationKind::community_committee, registry::Level::community, "汇福调委会"});
            for (int i = 0; i < 300; ++i)
                people.push_back(roll.add(registry::NewPerson{{}, committee.id, "n", "", "zh", "", {registry::Service::mediator}, "C", today}).id);
            roll.write();
            where = committee.id;
        });
    }
    registry::TestHouse house{GetParam()};
    Date today = date_from_iso("2023-11-20").value();
    std::vector<Key> people;
    Key where{};
};

TEST_P(StandingOn, many_are_read_at_once_and_unknown_keys_are_left_out)
{
    house.work([&](Desk& desk) {
        sql::insert(desk.sql, "engagement", Engagement{new_key(), people[299], where, Manner::elected, Body::residents_meeting, today, {}, {}, {}});
        sql::insert(desk.sql, "profile", Profile{people[0], Staffing::full_time, "lawyer,legal_adviser", "650203007", false});
        sql::insert(desk.sql, "absence", Absence{new_key(), people[1], "sick", today, today, {}, {}});
        sql::insert(desk.sql, "certificate", Certificate{new_key(), people[2], "N-1", "市司法局", today, {}, "code", {}, true});
        auto asked = people;
        asked.push_back(Key{42});
        auto const all = standings(desk, asked, today);
        EXPECT_EQ(all.size(), 300u);
        EXPECT_EQ(all.at(people[299]).engaged, Engaged::elected);
        EXPECT_EQ(all.at(people[0]).staffing, Staffing::full_time);
        EXPECT_EQ(all.at(people[0]).labels, (std::vector<std::string>{"lawyer", "legal_adviser"}));
        EXPECT_EQ(all.at(people[0]).areas, (std::vector<std::string>{"650203007"}));
        EXPECT_FALSE(all.at(people[0]).subsidy_eligible);
        EXPECT_TRUE(all.at(people[1]).away);
        EXPECT_EQ(all.at(people[2]).certificate.state, CertificateState::revoked);
        EXPECT_EQ(all.at(people[3]).certificate.state, CertificateState::expires_soon);
        EXPECT_TRUE(standing(desk, people[1], today).away);
    });
}

TEST_P(StandingOn, nobody_of_that_key_is_refused)
{
    EXPECT_EQ(registry::refusal_of([&] { house.work([&](Desk& desk) { standing(desk, Key{42}, today); }); }), "person.unknown");
}

INSTANTIATE_TEST_SUITE_P(engines, StandingOn, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple::workforce
