// What the figures count: a handful of disputes, counted by hand. The rows are written as they stand,
// so that each tells one thing; that deeds lead to such rows is tested through the doors.
#include "indicators/figures.hpp"
#include "dispute/file.hpp"
#include "indicators/counting.hpp"
#include "storage/insert.hpp"
#include "storage/testing.hpp"

#include <gtest/gtest.h>

namespace maple::indicators {
namespace {

using dispute::Level;
using dispute::Row;

constexpr std::string_view here = "/1/2/", there = "/1/3/";

Date on(std::string_view iso) { return date_from_iso(iso).value(); }
Instant at(std::string_view day) { return instant_from_iso(std::string(day) + "T10:00:00+08:00").value(); }

// Concluded in a month, settled at the level to which it was sent first.
Row settled(std::string month, std::string_view scope = here)
{
    Row row;
    row.scope = scope;
    row.concluded_in = month;
    row.concluded_at = at(month + "-15");
    row.agreed = true;
    row.first_level = row.settled_level = Level::community;
    return row;
}

Row failed(std::string month)
{
    auto row = settled(month);
    row.agreed = false;
    row.settled_level.reset();
    return row;
}

Row promising(Row row, std::string_view due, std::optional<bool> kept)
{
    row.promises_due = on(due);
    row.promises_kept = kept;
    return row;
}

enum class Seen { in_time, late, never };
Row to_be_visited(Row row, std::string_view due, Seen seen)
{
    row.visit_due = on(due);
    if (seen != Seen::never) row.visited_at = at("2023-12-20");
    row.visited_late = seen == Seen::late;
    return row;
}

Row answered(Row row, int satisfied, int all)
{
    row.satisfied = satisfied;
    row.answered = all;
    return row;
}

class Figures : public ::testing::TestWithParam<sql::Engine> {
protected:
    Figures()
    {
        sql::migrate(*store_, sql::house_migrations());
        auto const kept = to_be_visited(promising(settled("2023-10"), "2023-12-01", true), "2023-11-10", Seen::in_time);
        auto const first = write(answered(kept, 2, 3));
        auto went_up = to_be_visited(promising(settled("2023-10"), "2023-12-01", false), "2023-11-15", Seen::late);
        went_up.settled_level = Level::subdistrict;
        write(went_up);
        write(failed("2023-10"));
        auto late = to_be_visited(promising(settled("2023-11"), "2024-03-01", {}), "2023-12-26", Seen::never);
        late.concluded_late = true;
        write(late);
        auto again = answered(to_be_visited(settled("2023-11"), "2023-12-28", Seen::in_time), 0, 1);
        again.original = first;
        write(again);
        auto withdrawn = failed("2023-11");
        withdrawn.first_level.reset();  // before it was sent anywhere
        write(withdrawn);
        auto imported = settled("2023-10");
        imported.historical = true;
        write(imported);
        write(to_be_visited(settled("2023-10", there), "2023-12-27", Seen::never));
        Row open;
        open.scope = here;
        open.first_level = Level::community;
        write(open);
    }

    // "hits/all" of each figure, on the 27th of December.
    std::map<std::string, std::string> counts(std::string from, std::string to, std::vector<std::string> scopes = {std::string(here)})
    {
        return sql::read_now(*store_, [&](sql::Session& session) {
            Desk desk{session, house_, {}, at("2023-12-27"), at("2023-12-27")};
            std::map<std::string, std::string> out;
            for (auto const& one : figures()) {
                auto const count = counted(desk, one, {from, to}, scopes);
                out[std::string(one.key)] = std::to_string(count.hits) + "/" + std::to_string(count.total);
            }
            return out;
        });
    }

    using Counts = std::map<std::string, std::string>;

private:
    law::Book const book_ = law::open_book();
    Vault const vault_ = Vault::for_tests();
    House const house_{book_, vault_};
    std::unique_ptr<sql::Store> store_ = sql::fresh_store(GetParam());

    Key write(Row row)
    {
        row.id = new_key();
        sql::write_now(*store_, [&](sql::Session& session) { sql::insert(session, "dispute", row); });
        return row.id;
    }
};
INSTANTIATE_TEST_SUITE_P(engines, Figures, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Figures, each_counts_its_numerator_of_its_denominator)
{
    EXPECT_EQ(counts("2023-01", "2023-12"), (Counts{
        {"local_resolution_rate", "3/5"},       // the one that went up and the failure remain in the base; one taken up again does not
        {"mediation_success_rate", "5/7"},      // whatever was concluded, also before it was sent anywhere
        {"agreement_performance_rate", "1/2"},  // a promise of next March is neither kept nor broken
        {"return_visit_rate", "2/4"},           // made in time, late, never, and one made before it fell due
        {"satisfaction_rate", "2/4"},           // of parties that answered, not of disputes
        {"overdue_rate", "1/6"},                // an imported row has no clock
    }));
}

TEST_P(Figures, each_counts_a_dispute_in_the_month_of_what_it_is_about)
{
    EXPECT_EQ(counts("2023-10", "2023-10"), (Counts{{"local_resolution_rate", "2/4"}, {"mediation_success_rate", "3/4"}, {"agreement_performance_rate", "0/0"},
                                                    {"return_visit_rate", "0/0"}, {"satisfaction_rate", "2/3"}, {"overdue_rate", "0/3"}}));
    EXPECT_EQ(counts("2023-11", "2023-11"), (Counts{{"local_resolution_rate", "1/1"}, {"mediation_success_rate", "2/3"}, {"agreement_performance_rate", "0/0"},
                                                    {"return_visit_rate", "1/2"}, {"satisfaction_rate", "0/1"}, {"overdue_rate", "1/3"}}));
    EXPECT_EQ(counts("2023-12", "2023-12"), (Counts{{"local_resolution_rate", "0/0"}, {"mediation_success_rate", "0/0"}, {"agreement_performance_rate", "1/2"},
                                                    {"return_visit_rate", "1/2"}, {"satisfaction_rate", "0/0"}, {"overdue_rate", "0/0"}}))
        << "promises and visits count when they fall due";
    EXPECT_EQ(counts("2024-03", "2024-03")["agreement_performance_rate"], "0/0") << "not before the last promise has fallen due";
}

TEST_P(Figures, each_counts_one_part_of_the_tree_with_what_lies_below_it)
{
    EXPECT_EQ(counts("2023-01", "2023-12", {std::string(there)}),
              (Counts{{"local_resolution_rate", "1/1"}, {"mediation_success_rate", "1/1"}, {"agreement_performance_rate", "0/0"},
                      {"return_visit_rate", "0/0"},  // due today: not fallen due yet
                      {"satisfaction_rate", "0/0"}, {"overdue_rate", "0/1"}}));
    EXPECT_EQ(counts("2023-01", "2023-12", {"/1/"})["mediation_success_rate"], "6/8");
    EXPECT_EQ(counts("2023-01", "2023-12", {std::string(here), std::string(there)}), counts("2023-01", "2023-12", {"/1/"}));
    for (auto const& [key, count] : counts("2023-01", "2023-12", {})) EXPECT_EQ(count, "0/0") << key << ": nothing is anybody's without a scope";
}

TEST(figures, a_share_is_cut_off_and_of_nothing_there_is_none)
{
    EXPECT_EQ(hundredths_of_percent(2, 3), 6666) << "66.66 %, never 66.67";
    EXPECT_EQ(hundredths_of_percent(2999, 3000), 9996) << "all but one is not all";
    EXPECT_EQ(hundredths_of_percent(3, 3), 10000);
    EXPECT_EQ(hundredths_of_percent(0, 3), 0);
    EXPECT_EQ(hundredths_of_percent(0, 0), std::nullopt);
}

TEST(figures, small_numbers_have_wide_intervals)
{
    EXPECT_NEAR(wilson(2, 3).low, 0.2077, 0.0001);
    EXPECT_NEAR(wilson(2, 3).high, 0.9385, 0.0001);
    EXPECT_GT(wilson(2000, 3000).low, 0.64);
    EXPECT_LT(wilson(2000, 3000).high, 0.69);
    EXPECT_EQ(wilson(0, 0).low, 0.0);
    EXPECT_EQ(wilson(0, 0).high, 1.0) << "of nothing nothing is known";
}

TEST(figures, are_found_by_their_key)
{
    for (auto const& one : figures()) EXPECT_EQ(figure(one.key), &one);
    EXPECT_EQ(figure("mediators_by_success"), nullptr) << "places and kinds are compared, never persons";
}

}  // namespace
}  // namespace maple::indicators
