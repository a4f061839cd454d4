#include "dispute/file.hpp"
#include "dispute/request.hpp"
#include "documents/ledger/testing.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maple::documents::ledger {
namespace {

ImportOptions const all_that_is_good{.skip_bad = true, .create_organisations = true};

std::string canonical(Parsed const& parsed)
{
    std::vector<Cells> rows;
    for (auto const& row : parsed.rows) rows.push_back(row.cells);
    return file_of(rows, test_layout());
}

// A year's ledger of ten committees: every kind, result, form and performance, some rows open.
std::vector<Cells> many_rows(int n)
{
    std::vector<std::string> const kinds{"邻里纠纷", "婚姻家庭纠纷", "物业纠纷", "损害赔偿纠纷"}, sources{"依申请调解", "法院委派", "法院委托", "主动调解", ""},
        methods{"背靠背", "亲情融化、换位思考", "慢慢磨", ""}, performances{"已履行", "部分履行", "未履行", "履行中", "逾期履行", "免除履行", ""},
        satisfactions{"满意", "基本满意", "不满意", "非常满意", "未表态", ""};
    auto const pick = [](auto const& list, int i) { return list[std::size_t(i) % list.size()]; };
    std::vector<Cells> rows;
    for (int i = 0; i < n; ++i) {
        auto const day = plus_days(*date_from_iso("2023-01-01"), i % 300);
        std::map<Column, std::string> cells{
            {Column::number, std::to_string(i / 10 + 1)}, {Column::accepted_on, iso(day)},
            {Column::organisation, "第" + std::to_string(i % 10) + "社区人民调解委员会"}, {Column::kind, pick(kinds, i)},
            {Column::source, pick(sources, i / 3)}, {Column::methods, pick(methods, i)}, {Column::amount, i % 7 ? plain_yuan(i * 137) : ""},
            {Column::applicants, i % 5 ? "李秀兰" : "李秀兰、克拉玛依市顺达物业服务有限公司"}};
        if (i % 11 == 0) {
            rows.push_back(open_row(cells));
            continue;
        }
        cells[Column::concluded_on] = iso(plus_days(day, i % 20));
        cells[Column::visited_on] = i % 4 ? iso(plus_days(day, 40)) : "";
        cells[Column::satisfaction] = i % 4 ? pick(satisfactions, i) : "";
        cells[Column::performance] = pick(performances, i);
        if (i % 3 == 0) cells[Column::form] = "口头";
        if (i % 13 == 0)
            for (auto const c : {Column::form, Column::agreement_number, Column::performance}) cells[c] = "";
        if (i % 13 == 0) cells[Column::result] = i % 2 ? "调解不成" : "终止（撤回申请）";
        else if (i % 17 == 0) cells[Column::agreement_number] = "";
        rows.push_back(right_row(cells));
    }
    return rows;
}

class ledger_export : public ::testing::TestWithParam<sql::Engine> {
protected:
    LedgerHouse house{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(engines, ledger_export, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace

TEST_P(ledger_export, the_sample_comes_back_in_its_canonical_form)
{
    auto const ledger = parse(sample(), test_layout(), test_day);
    house.import(ledger, all_that_is_good);
    auto const file = house.exported();
    EXPECT_EQ(file, canonical(ledger));
    EXPECT_TRUE(file.starts_with("\xEF\xBB\xBF序号,受理日期,"));
    EXPECT_TRUE(file.ends_with("\r\n"));
    LedgerHouse other(GetParam());
    other.import(parse(file, test_layout(), test_day), {.create_organisations = true});
    EXPECT_EQ(other.exported(), file);
}

TEST_P(ledger_export, gb18030_carries_the_same)
{
    house.import(parse(sample(), test_layout(), test_day), all_that_is_good);
    EXPECT_EQ("\xEF\xBB\xBF" + *from_gb18030(house.exported({.gb18030 = true})), house.exported());
}

TEST_P(ledger_export, names_in_the_registry_are_written_as_the_office_wrote_them)
{
    auto const office = house.committee("克拉玛依区迎宾街道汇福社区人民调解委员会");
    house.mediator(office.id, "马晓燕");
    auto const rows = parsed_rows({right_row({{Column::mediators, "马晓燕、外来人"}}),
                                   right_row({{Column::number, "2"}, {Column::organisation, "汇福社区"}})});
    house.import(rows);
    EXPECT_EQ(house.exported(), canonical(rows));
}

TEST_P(ledger_export, an_organisation_gets_its_own_and_what_lies_below_it)
{
    auto const one = house.committee("东社区人民调解委员会"), two = house.committee("西社区人民调解委员会");
    auto const in_one = right_row({{Column::organisation, one.name}}), in_two = right_row({{Column::organisation, two.name}});
    house.import(parsed_rows({in_one, in_two}));
    EXPECT_EQ(house.exported({.organisation = one.id}), file_of({in_one}, test_layout()));
    EXPECT_EQ(house.exported({.organisation = house.bureau.id}), house.exported());
    EXPECT_EQ(registry::refusal_of([&] { house.exported({.organisation = Key{1}}); }), "organisation.unknown");
}

TEST_P(ledger_export, rows_are_sorted_by_committee_year_and_number)
{
    auto const row = [](std::string const& office, std::string const& day, std::string const& number) {
        return right_row({{Column::organisation, office}, {Column::accepted_on, day}, {Column::number, number}});
    };
    std::vector<Cells> rows{row("乙", "2023-01-01", "10"), row("乙", "2022-12-31", "11"), row("乙", "2023-02-01", "2"), row("丙", "2023-01-01", "1")};
    sort_rows(rows);
    std::string order;
    for (auto const& one : rows) order += at(one, Column::organisation) + at(one, Column::number) + " ";
    EXPECT_EQ(order, "丙1 乙11 乙2 乙10 ");
}

TEST_P(ledger_export, a_text_erased_by_law_is_said_to_be_erased)
{
    house.committee("汇福社区人民调解委员会");
    house.import(parsed_rows({right_row()}));
    house.work([](Desk& desk) { sql::change(desk.sql, "UPDATE words SET body = NULL, salt = NULL WHERE label = 'party.name'"); });
    auto const again = parse(house.exported(), test_layout(), test_day);
    EXPECT_EQ(again.rows.at(0).applicants, (std::vector<std::string>{test_layout().erased}));
}

TEST_P(ledger_export, ten_thousand_rows_come_back_byte_for_byte)
{
    using clock = std::chrono::steady_clock;
    auto const seconds = [](clock::time_point since) { return std::chrono::duration<double>(clock::now() - since).count(); };
    auto const bytes = file_of(many_rows(10'000), test_layout());
    auto const began = clock::now();
    auto const ledger = parse(bytes, test_layout(), test_day);
    auto const read = seconds(began);
    ASSERT_TRUE(ledger.faults.empty()) << fault_text(ledger.faults.front(), Language::en);
    std::int64_t last = 0;
    ImportOptions options{.create_organisations = true};
    options.progress = [&](std::int64_t done, std::int64_t) { last = done; };
    auto const report = house.import(ledger, options);
    auto const written = seconds(began);
    EXPECT_EQ(report.imported, 10'000);
    EXPECT_EQ(last, 10'000);
    EXPECT_EQ(house.exported(), bytes);
    std::printf("  10,000 rows: read %.2f s, read and written %.2f s, and exported %.2f s\n", read, written, seconds(began));
}

TEST_P(ledger_export, a_dispute_that_began_here_stands_beside_the_imported_ones)
{
    house.work([](Desk& desk) {
        registry::keep_divisions(desk, {{"650203007001", "650203007", "汇福社区", "Huifu"}});
    });
    auto const office = house.committee("汇福社区人民调解委员会");
    house.work([&](Desk& desk) {
        dispute::RequestForm form;
        form.kind = "neighbour";
        form.source = dispute::Source::phone;
        form.place = "650203007001";
        form.facts = Narrative("楼上漏水。");
        form.amount = Fen{50};
        for (auto const& [name, side] : {std::pair("李秀兰", dispute::Side::applicant), std::pair("张建国", dispute::Side::respondent)}) {
            dispute::PartyForm party;
            party.name = Name(name);
            party.side = side;
            form.parties.push_back(party);
        }
        auto file = dispute::begin_request(desk, form, {.desk = office.id});
        file.put_back();
    });
    EXPECT_EQ(parse(house.exported(), test_layout(), test_day).rows_read, 0);  // not accepted yet
    house.work([&](Desk& desk) {
        // Acceptance is another room's deed; here it is only its result that counts.
        auto d = dispute::read_unasked(desk, *sql::cell<Key>(desk.sql, "SELECT id FROM dispute"));
        d.accepted_at = desk.now;
        d.number = "克迎受字〔2023〕第1号";
        auto const row = dispute::row_of(d, desk.book(), desk.now);
        sql::change(desk.sql, "UPDATE dispute SET state = $2, number = $3, accepted_at = $4 WHERE id = $1", d.id, row.state, row.number, desk.now);
    });
    auto const ledger = parse(house.exported(), test_layout(), test_day);
    ASSERT_TRUE(ledger.faults.empty()) << fault_text(ledger.faults.front(), Language::en);
    EXPECT_EQ(ledger.rows.at(0).cells, open_row({{Column::number, "克迎受字〔2023〕第1号"}, {Column::accepted_on, "2023-11-20"},
                                                 {Column::source, "电话申请"}, {Column::amount, "0.5"}}));
    EXPECT_EQ(house.import(ledger).known, 1);
    LedgerHouse other(GetParam());
    other.import(ledger, {.create_organisations = true});
    EXPECT_EQ(other.exported(), house.exported());
}

}  // namespace maple::documents::ledger
