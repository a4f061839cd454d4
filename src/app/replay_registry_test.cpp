// Whatever is changed in the tables of the registry from outside is named by `verify`.
#include "app/replay.hpp"
#include "registry/standing.hpp"
#include "registry/testing.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace maple::app {
namespace {

using namespace registry;

// A registry in which everything has happened that can happen to it.
class registry_replay : public testing::TestWithParam<sql::Engine> {
protected:
    TestHouse house{GetParam()};
    Key bureau{}, committee{}, closed{}, mediator{}, account{}, grant{}, team{};

    void SetUp() override { house.work([&](Desk& desk) { furnish(desk); }); }

    void furnish(Desk& desk)
    {
        Registrar roll(desk);
        bureau = roll.add(NewOrganisation{{}, {}, OrganisationKind::justice_bureau, Level::city, "市司法局", "Bureau", "", "6502",
                                          "0990-6000000", "世纪大道", "", false}).id;
        committee = roll.add(NewOrganisation{{}, bureau, OrganisationKind::community_committee, Level::community, "汇福调委会", "",
                                             "克迎汇", "650203007001", "", "", "10:00", true}).id;
        closed = roll.add(NewOrganisation{{}, bureau, OrganisationKind::department, Level::city, "市场监管局", "", "", "6502", "", "", "", false}).id;
        mediator = roll.add(NewPerson{{}, committee, "古丽", "0990-6000001", "zh,ug", "neighbour", {Service::mediator, Service::staff},
                                      "C-1", date_from_iso("2026-01-01").value()}).id;
        auto const gone = roll.add(NewPerson{{}, committee, "王明", "", "zh", "", {Service::informant}, "", {}}).id;
        account = roll.add(NewAccount{{}, mediator, "Guli", std::nullopt, {{access::Role::mediator, committee}}});
        grant = roll.grant(account, {access::Role::director, committee});
        roll.add(NewAccount{{}, gone, "wangming", std::nullopt, {}});
        team = roll.add(NewTeam{{}, committee, "石榴花", "Pomegranate Flower", {{mediator, true}, {gone, false}}});
        roll.write();
        set_password(desk, account, "a hash");
        suspend_account(desk, account);
        readmit_account(desk, account);
        end_grant(desk, grant);
        leave_service(desk, gone);
        close_organisation(desk, closed);
    }

    std::vector<Difference> differences() { return verify(*house.store, house.book, house.vault).differences; }

    // What `verify` says once this was done to the tables behind the program's back.
    std::string after(std::string_view statement, std::vector<sql::Value> const& values)
    {
        house.work([&](Desk& desk) { EXPECT_GE(desk.sql.run(statement, values).changed, 1) << statement; });
        std::string told;
        for (auto const& one : differences()) told += one.what + " " + one.which + ": " + one.says + "\n";
        return told;
    }
};
INSTANTIATE_TEST_SUITE_P(engines, registry_replay, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(registry_replay, finds_nothing_where_every_change_was_a_deed)
{
    for (auto const& one : differences()) ADD_FAILURE() << one.what << " " << one.which << ": " << one.says;
    EXPECT_EQ(verify(*house.store, house.book, house.vault).registered, 3 + 2 + 2 + 2 + 1);
}

TEST_P(registry_replay, names_the_row_and_the_column_that_was_changed)
{
    struct Change {
        std::string_view what, table, column, set;
        Key which;
    };
    for (auto const& [what, table, column, set, which] : {
             Change{"organisation", "organisation", "has_seal", "has_seal = 0", committee},
             Change{"organisation", "organisation", "kind", "kind = 'palace'", committee},
             Change{"organisation", "organisation", "path", "path = path || '0/'", committee},
             Change{"organisation", "organisation", "name", "name = name || '!'", bureau},
             Change{"organisation", "organisation", "closed_at", "closed_at = NULL", closed},
             Change{"person", "person", "certificate_until", "certificate_until = '2099-01-01'", mediator},
             Change{"person", "person", "certificate", "certificate = 'C-2'", mediator},
             Change{"person", "person", "serves_as", "serves_as = 'officer'", mediator},
             Change{"person", "person", "left_at", "left_at = 1", mediator},
             Change{"account", "account", "username", "username = 'root'", account},
             Change{"account", "account", "suspended_at", "suspended_at = 1", account},
             Change{"grant", "grant_of", "role", "role = 'system_administrator'", grant},
             Change{"grant", "grant_of", "ended_at", "ended_at = NULL", grant},
             Change{"team", "team", "name_en", "name_en = ''", team}}) {
        auto const told = after("UPDATE " + std::string(table) + " SET " + std::string(set) + " WHERE id = $1", {which.n});
        auto const wanted = std::string(what) + " " + shown(which) + ": column " + std::string(column) + " is not what the pages tell";
        EXPECT_NE(told.find(wanted), told.npos) << set << "\n" << told;
    }
}

TEST_P(registry_replay, names_a_right_that_nobody_granted)
{
    auto const told = after("INSERT INTO grant_of (id, account, role, organisation) VALUES ($1, $2, 'director', $3)", {std::int64_t{77}, account.n, bureau.n});
    EXPECT_EQ(told, "grant " + shown(Key{77}) + ": has a row but no pages\n");
}

TEST_P(registry_replay, names_what_was_taken_out_of_the_tables)
{
    EXPECT_EQ(after("DELETE FROM grant_of WHERE id = $1", {grant.n}), "grant " + shown(grant) + ": is told of by pages and has no row\n");
}

TEST_P(registry_replay, names_a_team_whose_members_were_changed)
{
    EXPECT_EQ(after("UPDATE team_member SET leader = 1 - leader WHERE team = $1", {team.n}),
              "team " + shown(team) + ": its members are not those that the pages tell of\n");
}

TEST_P(registry_replay, names_a_text_that_was_taken_away_but_not_one_that_was_erased)
{
    house.work([&](Desk& desk) {
        auto const name = sql::cell<Key>(desk.sql, "SELECT id FROM words WHERE subject = $1 AND label = 'person.name'", mediator).value();
        access::erase_words(desk, {mediator, {name}, "PIPL-47"});
    });
    EXPECT_TRUE(differences().empty());
    EXPECT_NE(after("DELETE FROM words WHERE subject = $1 AND label = 'person.phone'", {mediator.n}).find("the text beside person " + shown(mediator) + " is missing"),
              std::string::npos);
}

}  // namespace
}  // namespace maple::app
