// The audit journal as the auditor reads it, and as nobody else does.
#include "access/audit.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Town;
using ::maple::testing::text_of;

class Journal : public ::testing::TestWithParam<sql::Engine> {
protected:
    Town town{GetParam()};

    json::array entries(std::string const& query = "")
    {
        place();
        return town.well(town.auditor, "GET", "/audit" + query).at("entries").as_array();
    }
    // On PostgreSQL the keeper of the journal gives entries their number.
    void place()
    {
        sql::write_now(*town.store, [](sql::Session& sql) { access::place_entries(sql); });
    }
    std::string account_of(std::string const& username)
    {
        return text_of(town.well(town.security, "GET", "/accounts?q=" + username).at("accounts").at(0).at("id"));
    }
    void shut_and_open(std::string const& username)
    {
        auto const path = "/accounts/" + account_of(username);
        town.well(town.security, "POST", path + "/suspension");
        town.well(town.security, "POST", path + "/readmission");
    }
};
INSTANTIATE_TEST_SUITE_P(engines, Journal, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Journal, is_read_by_the_auditor_alone)
{
    for (auto const* who : {&town.clerk, &town.director, &town.mediator, &town.supervisor, &town.administrator, &town.security, &town.informant,
                            &town.officer, &town.nobody})
        for (std::string const path : {"/audit", "/audit/days", "/audit/kinds", "/audit/chain"})
            EXPECT_GE(town.ask(*who, "GET", path).status, 401) << path;
    EXPECT_GE(town.ask(town.security, "POST", "/audit/exports").status, 401);
    for (std::string const path : {"/audit", "/audit/days", "/audit/kinds", "/audit/chain"}) EXPECT_TRUE(town.ask(town.auditor, "GET", path).well()) << path;
}

TEST_P(Journal, names_what_happened_to_whom_by_kind_outcome_and_account)
{
    shut_and_open("clerk");
    auto const suspended = entries("?kind=account_suspended");
    ASSERT_EQ(suspended.size(), 1u);
    EXPECT_EQ(suspended[0].at("username"), "security");
    EXPECT_EQ(suspended[0].at("subject_name"), "clerk");
    EXPECT_EQ(suspended[0].at("outcome"), "done");
    EXPECT_EQ(entries("?username=CLERK&kind=account_readmitted").size(), 1u);
    EXPECT_EQ(entries("?username=director&kind=account_readmitted").size(), 0u);
    EXPECT_EQ(entries("?kind=account_suspended&outcome=refused").size(), 0u);
    EXPECT_EQ(entries("?subject=" + account_of("clerk")).size(), 2u);
}

TEST_P(Journal, is_paged_from_the_newest_on)
{
    shut_and_open("clerk");
    shut_and_open("director");
    auto const first = town.well(town.auditor, "GET", "/audit?limit=3");
    ASSERT_EQ(first.at("entries").as_array().size(), 3u);
    auto const rest = town.well(town.auditor, "GET", "/audit?limit=3&cursor=" + text_of(first.at("cursor")));
    ASSERT_EQ(rest.at("entries").as_array().size(), 1u);
    EXPECT_TRUE(rest.at("cursor").is_null());
    EXPECT_EQ(rest.at("entries").at(0).at("kind"), "account_suspended");
    EXPECT_EQ(town.ask(town.auditor, "GET", "/audit?cursor=06AF8Z1Q00001").status, 422);
}

TEST_P(Journal, counts_days_and_refuses_days_in_the_wrong_order)
{
    shut_and_open("clerk");
    auto const days = town.well(town.auditor, "GET", "/audit/days").at("days").as_array();
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].at("times"), 2);
    EXPECT_EQ(days[0].at("kinds").as_array().size(), 2u);
    EXPECT_TRUE(town.well(town.auditor, "GET", "/audit/days?from=2020-01-01&until=2020-01-31").at("days").as_array().empty());
    EXPECT_EQ(town.ask(town.auditor, "GET", "/audit?from=2020-02-01&until=2020-01-01").status, 422);
    EXPECT_EQ(town.ask(town.auditor, "GET", "/audit?from=2018-01-01&until=2020-01-01").status, 422);
}

TEST_P(Journal, finds_an_entry_that_was_changed_afterwards)
{
    shut_and_open("clerk");
    place();
    EXPECT_EQ(town.well(town.auditor, "GET", "/audit/chain").at("whole"), true);
    sql::write_now(*town.store, [](sql::Session& sql) { sql::change(sql, "UPDATE audit SET peer = '198.51.100.9' WHERE kind = 'account_suspended'"); });
    auto const chain = town.well(town.auditor, "GET", "/audit/chain");
    EXPECT_EQ(chain.at("whole"), false);
    EXPECT_EQ(chain.at("breaks").at(0).at("fault"), "changed");
}

TEST_P(Journal, leaves_the_house_as_keys_and_words_without_names_and_the_export_is_an_entry)
{
    sql::write_now(*town.store, [&](sql::Session& sql) { sql::change(sql, "UPDATE person SET name = '葛青松' WHERE id = $1", town.security.person); });
    shut_and_open("clerk");
    auto const file = town.well(town.auditor, "POST", "/audit/exports", {{"kind", "account_suspended"}});
    EXPECT_EQ(file.at("rows"), 1);
    EXPECT_EQ(file.at("cut"), false);
    auto const csv = text_of(file.at("csv"));
    EXPECT_NE(csv.find("account_suspended"), csv.npos);
    EXPECT_EQ(csv.find("葛青松"), csv.npos);
    EXPECT_EQ(entries("?kind=journal_exported").size(), 1u);
}

}  // namespace
}  // namespace maple
