#include "dispute/file.hpp"
#include "dispute/next.hpp"
#include "documents/ledger/testing.hpp"

#include <gtest/gtest.h>

namespace maple::documents::ledger {
namespace {

class ledger_import : public ::testing::TestWithParam<sql::Engine> {
protected:
    LedgerHouse house{GetParam()};

    dispute::Dispute only()
    {
        return house.work([](Desk& desk) {
            return dispute::read_unasked(desk, *sql::cell<Key>(desk.sql, "SELECT id FROM dispute"));
        });
    }
    ImportReport bring(std::vector<Cells> const& rows, ImportOptions const& options = {}) { return house.import(parsed_rows(rows), options); }
};
INSTANTIATE_TEST_SUITE_P(engines, ledger_import, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

constexpr auto huifu = "汇福社区人民调解委员会";

}  // namespace

TEST_P(ledger_import, nothing_is_written_while_there_is_a_fault)
{
    auto const report = house.import(parse(sample(), test_layout(), test_day), {.create_organisations = true});
    EXPECT_FALSE(report.written);
    EXPECT_EQ(report.bad, 4);
    EXPECT_EQ(house.count("dispute"), 0);
    EXPECT_EQ(house.count("organisation"), 1);
}

TEST_P(ledger_import, bad_rows_may_be_skipped_and_the_rest_is_not_doubled_afterwards)
{
    auto const ledger = parse(sample(), test_layout(), test_day);
    ImportOptions const options{.skip_bad = true, .create_organisations = true};
    auto const seen = house.work([&](Desk& desk) { return preview(desk, ledger, test_layout(), options); });
    auto const first = house.import(ledger, options);
    auto const bad_row = fault_text(seen.faults.front(), Language::en);
    EXPECT_EQ(report_text(first, seen, Language::en).find(bad_row), std::string::npos);  // the preview has named it
    EXPECT_NE(report_text(first, Preview{}, Language::en).find(bad_row), std::string::npos);
    EXPECT_TRUE(first.written);
    EXPECT_EQ(first.imported, 24);
    EXPECT_EQ(first.bad, 4);
    auto const pages = house.count("page"), offices = house.count("organisation");
    auto const again = house.import(ledger, options);
    EXPECT_EQ(again.imported, 0);
    EXPECT_EQ(again.known, 24);
    EXPECT_EQ(house.count("dispute"), 24);
    EXPECT_EQ(house.count("page"), pages);
    EXPECT_EQ(house.count("organisation"), offices);
}

TEST_P(ledger_import, a_preview_says_what_would_happen_and_writes_nothing)
{
    house.committee(huifu);
    auto const ledger = parsed_rows({right_row(), open_row({{Column::number, "2"}}), right_row({{Column::organisation, "远方调委会"}})});
    auto const seen = house.work([&](Desk& desk) { return preview(desk, ledger, test_layout()); });
    EXPECT_EQ(seen.rows_read, 3);
    EXPECT_EQ(seen.good, 2);
    EXPECT_EQ(seen.open, 1);
    EXPECT_EQ(seen.bad, 1);
    ASSERT_EQ(seen.unknown_organisations.size(), 1u);
    EXPECT_EQ(seen.unknown_organisations[0].name, "远方调委会");
    EXPECT_EQ(seen.by_kind.at(0).rows, 3);
    for (auto const language : {Language::zh, Language::en}) {
        auto const text = preview_text(seen, language);
        EXPECT_NE(text.find("远方调委会"), std::string::npos);
        EXPECT_EQ(text.find("ledger."), std::string::npos);
        EXPECT_EQ(text.find(fault_text(seen.faults.front(), language)), std::string::npos);  // said once, with its rows
        EXPECT_EQ(text.find("李秀兰"), std::string::npos);
    }
    EXPECT_EQ(house.count("dispute"), 0);
}

TEST_P(ledger_import, a_concluded_row_is_history_with_its_clocks_off)
{
    auto const office = house.committee(huifu);
    EXPECT_EQ(bring({right_row()}).imported, 1);
    auto const d = only();
    EXPECT_TRUE(d.historical);
    EXPECT_EQ(d.stage, dispute::Stage::archived);
    EXPECT_EQ(d.version, 1);
    EXPECT_EQ(d.office_number, "1");
    EXPECT_EQ(d.number, "");
    EXPECT_EQ(d.handlings.front().organisation, office.id);
    EXPECT_EQ(d.parties.size(), 2u);
    EXPECT_EQ(d.agreements.front().number, "克迎人调字〔2023〕第001号");
    EXPECT_EQ(d.agreements.front().obligations.front().state, dispute::Promise::performed);
    EXPECT_TRUE(dispute::clocks(d, house.book, house.now).empty());
    EXPECT_FALSE(dispute::next_step(d, house.book, house.now));
}

TEST_P(ledger_import, a_termination_keeps_its_reason)
{
    house.committee(huifu);
    bring({right_row({{Column::result, "一方拒绝"}, {Column::form, ""}, {Column::agreement_number, ""}, {Column::performance, ""}})});
    EXPECT_EQ(only().termination->reason, "one_side_unwilling");
}

TEST_P(ledger_import, an_open_row_lives_on_at_the_stage_its_columns_prove)
{
    auto const office = house.committee(huifu);
    house.mediator(office.id, "马晓燕");
    struct Case {
        std::map<Column, std::string> cells;
        dispute::Stage stage;
    };
    std::vector<Case> const cases{
        {{}, dispute::Stage::accepted},
        {{{Column::mediators, "马晓燕"}}, dispute::Stage::inviting},
        {{{Column::mediators, "马晓燕"}, {Column::methods, "背靠背"}}, dispute::Stage::mediating},
        {{{Column::mediators, "外来人"}, {Column::methods, "背靠背"}}, dispute::Stage::diverted},
    };
    std::int64_t n = 0;
    for (auto const& one : cases) {
        auto cells = open_row(one.cells);
        at(cells, Column::number) = std::to_string(++n);
        EXPECT_EQ(bring({cells}).open, 1);
        auto const d = house.work([&](Desk& desk) {
            return dispute::read_unasked(desk, *sql::cell<Key>(desk.sql, "SELECT max(id) FROM dispute"));
        });
        EXPECT_EQ(d.stage, one.stage);
        EXPECT_FALSE(d.historical);
        EXPECT_TRUE(dispute::next_step(d, house.book, house.now));
    }
}

TEST_P(ledger_import, committees_are_found_with_and_without_city_and_district)
{
    auto const office = house.committee("克拉玛依区迎宾街道汇福社区人民调解委员会");
    std::int64_t n = 0;
    for (auto const name : {"克拉玛依区迎宾街道汇福社区人民调解委员会", "迎宾街道汇福社区人民调解委员会", "克拉玛依市克拉玛依区迎宾街道汇福社区调委会",
                            "汇福社区人民调解委员会", "迎宾街道汇福社区"}) {
        auto const report = bring({right_row({{Column::organisation, name}, {Column::number, std::to_string(++n)}})});
        EXPECT_EQ(report.imported, 1) << name;
    }
    EXPECT_EQ(house.work([&](Desk& desk) {
        return *sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM dispute WHERE organisation = $1", office.id);
    }), 5);
}

TEST_P(ledger_import, a_name_that_two_committees_may_bear_is_a_fault)
{
    house.committee("迎宾街道东苑社区人民调解委员会");
    house.committee("古海街道东苑社区人民调解委员会");
    auto const report = bring({right_row({{Column::organisation, "东苑社区调委会"}})}, {.create_organisations = true});
    EXPECT_EQ(lines_of(report.faults), (std::vector<std::string>{"1 调解组织 organisation_ambiguous"}));
}

TEST_P(ledger_import, two_spellings_of_a_committee_do_not_hide_a_doubled_number)
{
    house.committee("迎宾街道汇福社区人民调解委员会");
    auto const report = bring({right_row({{Column::organisation, "迎宾街道汇福社区"}}), right_row({{Column::organisation, "汇福社区"}})});
    EXPECT_EQ(lines_of(report.faults), (std::vector<std::string>{"2 序号 number_twice"}));
    EXPECT_EQ(house.count("dispute"), 0);
}

TEST_P(ledger_import, an_error_midway_leaves_nothing)
{
    std::vector<Cells> rows;
    for (int n = 1; n <= 250; ++n) rows.push_back(right_row({{Column::number, std::to_string(n)}}));
    ImportOptions options{.create_organisations = true};
    options.progress = [](std::int64_t done, std::int64_t) {
        if (done >= 200) throw std::runtime_error("the power went off");
    };
    EXPECT_THROW(bring(rows, options), std::runtime_error);
    for (auto const table : {"dispute", "words"}) EXPECT_LE(house.count(table), 2) << table;  // the bureau's own words
    EXPECT_EQ(house.count("organisation"), 1);
}

TEST_P(ledger_import, names_lie_beside_the_page_and_never_on_it)
{
    house.committee(huifu);
    bring({right_row()});
    auto const text = house.work([](Desk& desk) {
        return *sql::cell<std::string>(desk.sql, "SELECT text FROM page WHERE kind = 'dispute'");
    });
    for (auto const name : {"李秀兰", "张建国", "马晓燕", "漏水"}) EXPECT_EQ(text.find(name), std::string::npos) << name;
}

}  // namespace maple::documents::ledger
