#include "foundation/receipt_code.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <set>

namespace maple {

TEST(ReceiptCode, the_check_is_proved_for_every_place_and_every_pair_of_characters)
{
    // The check is a weighted sum modulo 31, so that whether an error is found depends only
    // on its place and on the characters there: these codes try every one of those.
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    std::set<std::pair<std::size_t, std::pair<char, char>>> wrong_seen, swap_seen;
    for (int tries = 0; tries < 20'000 && (wrong_seen.size() < 8 * 31 * 30 || swap_seen.size() < 7 * 31 * 30); ++tries) {
        auto const code = make_receipt_code();
        for (std::size_t i = 0; i < 8; ++i) {
            for (char c : alphabet) {
                auto wrong = code;
                wrong[i] = c;
                if (c == code[i] || !wrong_seen.insert({i, {code[i], c}}).second) continue;
                ASSERT_FALSE(normal_receipt_code(wrong)) << code << " " << wrong;
            }
            if (i == 7 || code[i] == code[i + 1]) continue;
            auto swapped = code;
            std::swap(swapped[i], swapped[i + 1]);
            if (!swap_seen.insert({i, {code[i], code[i + 1]}}).second) continue;
            ASSERT_FALSE(normal_receipt_code(swapped)) << code;
        }
    }
    EXPECT_EQ(wrong_seen.size(), 8u * 31 * 30);
    EXPECT_EQ(swap_seen.size(), 7u * 31 * 30);
}

TEST(ReceiptCode, it_is_read_as_people_write_it)
{
    auto const code = make_receipt_code();
    auto const shown = shown_receipt_code(code);
    ASSERT_EQ(shown.size(), 9u);
    EXPECT_EQ(shown[4], '-');
    std::string small, spaced;
    for (char c : shown) {
        small += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
        spaced += std::string(1, c) + " ";
    }
    for (auto const& written : {code, shown, small, spaced, "　" + shown}) EXPECT_EQ(normal_receipt_code(written), code) << written;
}

TEST(ReceiptCode, it_has_no_characters_that_look_alike)
{
    for (int i = 0; i < 2000; ++i) ASSERT_EQ(make_receipt_code().find_first_of("01OIL"), std::string::npos);
}

TEST(ReceiptCode, anything_else_is_no_code)
{
    for (auto s : {"", "-", "KQ7M", "KQ7M-2P8X-2", "KQ7M-2P80", "克拉玛依", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"}) EXPECT_FALSE(normal_receipt_code(s)) << s;
    EXPECT_EQ(shown_receipt_code("K"), "K");
    EXPECT_TRUE(rc::check([](std::string const& bytes) { normal_receipt_code(bytes), shown_receipt_code(bytes); }));
}

}  // namespace maple
