#include "documents/pdf/columns.hpp"
#include "documents/pdf/pages.hpp"

#include <gtest/gtest.h>
#include <numeric>

namespace maple::documents::press {
namespace {

std::vector<Extent> lines(std::size_t n) { return std::vector<Extent>(n, {10, 0, Hold::free, {}}); }

std::vector<std::vector<std::size_t>> pieces(std::vector<Page> const& pages)
{
    std::vector<std::vector<std::size_t>> all;
    for (auto const& page : pages) {
        all.emplace_back();
        for (auto const& place : page) all.back().push_back(place.piece);
    }
    return all;
}
using Pieces = std::vector<std::vector<std::size_t>>;

TEST(Pages, nothing_has_one_page) { EXPECT_EQ(pages_of({}, 100).size(), 1u); }

TEST(Pages, a_page_is_filled_to_its_last_line)
{
    EXPECT_EQ(pieces(pages_of(lines(10), 100)).size(), 1u);
    EXPECT_EQ(pieces(pages_of(lines(11), 100)), (Pieces{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {10}}));
}

TEST(Pages, white_above_is_not_set_at_the_top_of_a_page)
{
    auto all = lines(4);
    for (auto& one : all) one.before = 5;
    auto const pages = pages_of(all, 25);
    EXPECT_EQ(pieces(pages), (Pieces{{0, 1}, {2, 3}}));
    EXPECT_EQ(pages[1][0].top, 0);
    EXPECT_EQ(pages[1][1].top, 15);
}

TEST(Pages, what_holds_to_the_piece_before_takes_it_along)
{
    auto all = lines(6);
    all[5].hold = Hold::firm;
    EXPECT_EQ(pieces(pages_of(all, 50)), (Pieces{{0, 1, 2, 3}, {4, 5}}));
}

TEST(Pages, what_should_stay_together_and_cannot_is_parted_where_nothing_holds_firmly)
{
    auto all = lines(6);
    for (auto& one : all) one.hold = Hold::together;
    all[3].hold = Hold::firm;
    EXPECT_EQ(pieces(pages_of(all, 30)), (Pieces{{0, 1}, {2, 3, 4}, {5}}));
    for (auto& one : all) one.hold = Hold::firm;
    EXPECT_EQ(pieces(pages_of(all, 30)), (Pieces{{0, 1, 2}, {3, 4, 5}}));
}

TEST(Pages, a_head_stands_again_above_the_rows_of_the_next_page)
{
    auto all = lines(7);
    for (std::size_t i = 1; i < 7; ++i) all[i].head = 0;
    auto const pages = pages_of(all, 40);
    EXPECT_EQ(pieces(pages), (Pieces{{0, 1, 2, 3}, {0, 4, 5, 6}}));
    EXPECT_TRUE(pages[1][0].again);
    EXPECT_EQ(pages[1][1].top, 10);
}

TEST(Pages, a_piece_higher_than_a_page_does_not_stop_the_press)
{
    auto all = lines(3);
    all[1].height = 500;
    EXPECT_EQ(pieces(pages_of(all, 100)), (Pieces{{0}, {1}, {2}}));
}

TEST(Columns, labels_get_their_share_and_what_they_say_decides_beyond_it)
{
    EXPECT_EQ(column_widths({{10, 30}, {10, 900}}, 400, 0.2), (std::vector<double>{80, 320}));
    EXPECT_EQ(column_widths({{10, 100}, {10, 900}}, 400, 0.2), (std::vector<double>{100, 300}));
    EXPECT_EQ(column_widths({{10, 900}, {10, 900}}, 400, 0.2)[0], 144);
}

TEST(Columns, of_many_fill_the_width_and_are_never_less_than_a_word)
{
    for (auto const& needs : {std::vector<ColumnNeeds>{{30, 40}, {20, 500}, {20, 80}}, {{10, 20}, {10, 20}, {10, 20}}, {{900, 900}, {900, 900}, {5, 5}}, {{7, 7}}}) {
        auto const widths = column_widths(needs, 400, 0.2);
        EXPECT_NEAR(std::accumulate(widths.begin(), widths.end(), 0.0), 400, 0.001);
        for (auto const width : widths) EXPECT_GT(width, 0);
    }
    EXPECT_GE(column_widths({{30, 40}, {20, 500}, {20, 80}}, 400, 0.2)[0], 30);
}

}  // namespace
}  // namespace maple::documents::press
