#include "foundation/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sstream>
#include <stdexcept>

namespace maple {
namespace {

using Cells = std::vector<std::string>;

std::vector<CsvRow> rows_of(std::string const& text, CsvLimits limits = {})
{
    std::istringstream in(text);
    CsvReader reader(in, limits);
    std::vector<CsvRow> rows;
    while (auto row = reader.next()) rows.push_back(std::move(*row));
    return rows;
}

// Any bytes, but often the ones that matter.
rc::Gen<std::string> any_cell()
{
    return rc::gen::oneOf(rc::gen::arbitrary<std::string>(),
                          rc::gen::container<std::string>(rc::gen::element('"', ',', '\n', '\r', '\'', '=', '-', '\t', 'a', ' ', '\xEF', '\xBB', '\xBF')));
}

}  // namespace

TEST(CsvReader, quoted_cells_may_hold_quotes_commas_and_line_ends)
{
    auto const rows = rows_of("a,\"b \"\"c\"\", d\",\"e\r\nf\"\r\n,,\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].cells, (Cells{"a", "b \"c\", d", "e\r\nf"}));
    EXPECT_EQ(rows[1].cells, (Cells{"", "", ""}));
    EXPECT_TRUE(rows[0].complaints.empty() && rows[1].complaints.empty());
}

TEST(CsvReader, every_line_end_ends_a_row_and_the_last_row_needs_none)
{
    for (auto text : {"a,b\nc,d", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "\xEF\xBB\xBF" "a,b\n\n\r\nc,d\n\n"}) {
        auto const rows = rows_of(text);
        ASSERT_EQ(rows.size(), 2u) << text;
        EXPECT_EQ(rows[0].cells, (Cells{"a", "b"}));
        EXPECT_EQ(rows[1].cells, (Cells{"c", "d"}));
    }
    EXPECT_TRUE(rows_of("").empty());
    EXPECT_TRUE(rows_of("\xEF\xBB\xBF\r\n").empty());
}

TEST(CsvReader, only_a_whole_byte_order_mark_is_taken_off)
{
    for (std::string text : {"\xEF", "\xEF\xBB", "\xEF\xBB,", "\xBF", "a", "ab"}) EXPECT_EQ(rows_of(text)[0].cells[0], text.substr(0, text.find(',')));
    EXPECT_EQ(rows_of("\xEF\xBB\xBF\"a,b\"")[0].cells, (Cells{"a,b"}));
    EXPECT_EQ(rows_of(csv_line({"\xEF\xBB\xBFx"}, false))[0].cells, (Cells{"\xEF\xBB\xBFx"}));
}

TEST(CsvReader, a_row_knows_the_line_where_it_begins)
{
    auto const rows = rows_of("a\r\n\r\n\"b\r\nb\rb\nb\"\r\nc\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].line, 1);
    EXPECT_EQ(rows[1].line, 3);
    EXPECT_EQ(rows[2].line, 7);
}

TEST(CsvReader, ragged_rows_are_read_and_reported_with_their_column)
{
    auto const rows = rows_of("a,b,c\n1,2\n1,2,3,4\n1,2,3\n");
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[1].complaints, (std::vector<CsvComplaint>{{CsvFault::too_few_cells, 3}}));
    EXPECT_EQ(rows[2].complaints, (std::vector<CsvComplaint>{{CsvFault::too_many_cells, 4}}));
    EXPECT_EQ(rows[2].cells.size(), 4u);
    EXPECT_TRUE(rows[3].complaints.empty());
}

TEST(CsvReader, stray_quotes_are_kept_and_reported)
{
    auto const rows = rows_of("x,5\" pipe\n\"a\"b,c\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].cells, (Cells{"x", "5\" pipe"}));
    EXPECT_EQ(rows[0].complaints, (std::vector<CsvComplaint>{{CsvFault::stray_quote, 2}}));
    EXPECT_EQ(rows[1].cells, (Cells{"ab", "c"}));
    EXPECT_EQ(rows[1].complaints, (std::vector<CsvComplaint>{{CsvFault::stray_quote, 1}}));
}

TEST(CsvReader, a_quote_that_never_ends_is_reported_where_it_began)
{
    auto const rows = rows_of("a,b\nc,\"d\ne\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].line, 2);
    EXPECT_EQ(rows[1].complaints, (std::vector<CsvComplaint>{{CsvFault::unclosed_quote, 2}}));
    EXPECT_THROW(read_csv("a,b\nc,\"d\ne\n"), std::invalid_argument);
}

TEST(CsvReader, what_is_too_large_ends_the_reading)
{
    auto const long_row = rows_of("ab,cd\n" + std::string(100, 'x') + "\ny\n", {.row_bytes = 10, .columns = 5});
    ASSERT_EQ(long_row.size(), 2u);
    EXPECT_EQ(long_row[1].complaints.back().fault, CsvFault::too_large);
    EXPECT_LE(long_row[1].cells[0].size(), 10u);
    auto const quoted = rows_of("\"" + std::string(100, 'x'), {.row_bytes = 10, .columns = 5});
    ASSERT_EQ(quoted.size(), 1u);
    EXPECT_EQ(quoted[0].complaints.front().fault, CsvFault::too_large);
    auto const wide = rows_of("1,2,3,4,5\n" + std::string(50, ',') + "\n", {.row_bytes = 1000, .columns = 5});
    ASSERT_EQ(wide.size(), 2u);
    EXPECT_TRUE(wide[0].complaints.empty());
    EXPECT_EQ(wide[1].cells.size(), 5u);
    EXPECT_EQ(wide[1].complaints.back().fault, CsvFault::too_large);
    EXPECT_THROW(read_csv(std::string(2'000, ',')), std::invalid_argument);
}

TEST(CsvReader, no_bytes_disturb_it)
{
    EXPECT_TRUE(rc::check([] {
        auto const text = *any_cell();
        for (auto const& row : rows_of(text, {.row_bytes = 20, .columns = 4})) RC_ASSERT(!row.cells.empty() && row.cells.size() <= 4u && row.line > 0);
    }));
}

TEST(CsvLine, rows_of_any_cells_read_back)
{
    EXPECT_TRUE(rc::check([] {
        auto const width = *rc::gen::inRange(1, 5);
        auto const guard = *rc::gen::arbitrary<bool>();
        std::vector<Cells> table(std::size_t(*rc::gen::inRange(1, 5)));
        std::string text;
        for (auto& cells : table) {
            cells = *rc::gen::container<Cells>(std::size_t(width), any_cell());
            text += csv_line(cells, guard);
        }
        auto const rows = rows_of(text);
        RC_ASSERT(rows.size() == table.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto cells = rows[i].cells;
            if (guard) std::transform(cells.begin(), cells.end(), cells.begin(), unguarded);
            RC_ASSERT(cells == table[i]);
            RC_ASSERT(rows[i].complaints.empty());
        }
    }));
}

TEST(CsvLine, only_cells_that_need_quotes_get_them)
{
    EXPECT_EQ(csv_line({"a b", "克拉玛依", "1,5", "say \"hi\"", "x\ny", ""}, false), "a b,克拉玛依,\"1,5\",\"say \"\"hi\"\"\",\"x\ny\",\r\n");
    EXPECT_EQ(csv_line({""}, false), "\"\"\r\n");
}

TEST(CsvLine, a_guard_comes_off_only_where_it_was_put_on)
{
    for (auto formula : {"=1+1", "+86", "-5", "@x", "\tx", "\rx", "＝1", "＠x", "'=1", "''=1"}) {
        EXPECT_EQ(guarded(formula), std::string("'") + formula);
        EXPECT_EQ(unguarded(guarded(formula)), formula);
    }
    for (auto plain : {"", "'", "''", "'tis", "a=b", "克拉玛依", "1-2"}) {
        EXPECT_EQ(guarded(plain), plain);
        EXPECT_EQ(unguarded(plain), plain);
    }
}

}  // namespace maple
