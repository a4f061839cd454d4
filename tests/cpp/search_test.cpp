// The search above the list: what finds a dispute, in which order, and what never finds it.
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Town;
using ::maple::testing::text_of;

std::string in_an_address(std::string_view text)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (unsigned char c : text) out += {'%', digits[c >> 4], digits[c & 15]};
    return out;
}

struct SearchIn : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};

    std::string begun(std::string applicant, std::string respondent, std::string kind = "neighbour", std::string place = "650203007001", bool accept = true)
    {
        auto form = Town::request();
        form["kind"] = kind;
        form["place"] = place;
        form["parties"] = json::array{Town::party("applicant", applicant, "agreed"), Town::party("respondent", respondent, "agreed")};
        auto const& desk = place.starts_with("650203007") ? town.director : town.elsewhere;
        auto const id = text_of(town.well(desk, "POST", "/disputes", form).at("file").at("id"));
        if (accept) town.well(desk, "POST", "/disputes/" + id + "/acceptance");
        return id;
    }

    // The keys of what is found, page by page.
    std::vector<std::string> found(Official const& who, std::string_view text, std::string const& more = "")
    {
        std::vector<std::string> ids;
        std::string cursor;
        do {
            auto const told = town.well(who, "GET", "/disputes?q=" + in_an_address(text) + more + (cursor.empty() ? "" : "&cursor=" + cursor));
            for (auto const& line : told.at("disputes").as_array()) ids.push_back(text_of(line.at("id")));
            cursor = told.at("cursor").is_string() ? text_of(told.at("cursor")) : "";
        } while (!cursor.empty() && ids.size() < 100);
        return ids;
    }
    using Ids = std::vector<std::string>;
};

TEST_P(SearchIn, finds_by_a_part_of_a_partys_name_and_escapes_what_it_is_given)
{
    auto const one = begun("顾真远", "马伊布拉"), other = begun("安小满", "Guli Aman");
    EXPECT_EQ(found(town.director, "真远"), Ids{one});
    EXPECT_EQ(found(town.director, " 伊布拉\u3000"), Ids{one});
    EXPECT_EQ(found(town.director, "guli"), Ids{other});
    EXPECT_EQ(found(town.director, "AMAN"), Ids{other});
    for (auto const trick : {"%", "_", "!", "\\", "' OR 1=1 --", "顾%远", "$1"}) EXPECT_EQ(found(town.director, trick), Ids{}) << trick;
    EXPECT_EQ(found(town.director, " \u3000 "), (Ids{other, one})) << "nothing is searched for";
}

TEST_P(SearchIn, finds_by_the_number_and_by_its_short_end_and_tells_it_first)
{
    Ids ids;
    for (int n = 0; n < 12; ++n) ids.push_back(begun(n == 10 ? "十二号居民" : "甲", n == 5 ? "乙1号院" : "乙"));
    auto const number = text_of(town.well(town.director, "GET", "/disputes/" + ids[11]).at("number"));
    EXPECT_NE(number.find("012"), number.npos) << number;
    EXPECT_EQ(found(town.director, number), Ids{ids[11]});
    for (auto const short_end : {"12", "012", "１２"}) EXPECT_EQ(found(town.director, short_end).front(), ids[11]) << short_end;
    // The first of all, then numbers with a 1 in them, then the courtyard of that name.
    EXPECT_EQ(found(town.director, "1"), (Ids{ids[0], ids[11], ids[10], ids[9], ids[5]}));
    EXPECT_EQ(found(town.director, "1", "&limit=1"), (Ids{ids[0], ids[11], ids[10], ids[9], ids[5]})) << "page by page";
    EXPECT_EQ(found(town.director, "1", "&order=due&limit=2").front(), ids[0]);
    EXPECT_EQ(found(town.director, "1", "&order=due&limit=2").size(), 5u);
    EXPECT_EQ(town.ask(town.director, "GET", "/disputes?q=1&cursor=5." + ids[0], "").status, 422);
    EXPECT_EQ(town.ask(town.director, "GET", "/disputes?cursor=x.y.z", "").status, 422);
}

TEST_P(SearchIn, finds_by_the_words_of_a_place_and_of_a_kind_and_by_several_words)
{
    auto const here = begun("甲", "乙"), wages = begun("丙", "丁", "migrant_wage_arrears"), there = begun("甲", "戊", "neighbour", "650203001001");
    auto const place = text_of(town.well(town.director, "GET", "/disputes/" + here).at("place_name"));
    EXPECT_EQ(found(town.director, "汇福"), (Ids{wages, here})) << place;
    EXPECT_EQ(found(town.director, "迎宾"), (Ids{wages, here}));
    EXPECT_EQ(found(town.director, "yingbin"), (Ids{wages, here}));
    auto const kind = law::in(town.book.kind("migrant_wage_arrears")->name, "zh-CN");
    EXPECT_EQ(found(town.director, kind), Ids{wages});
    EXPECT_EQ(found(town.director, law::in(town.book.kind("migrant_wage_arrears")->name, "en")), Ids{wages});
    EXPECT_EQ(found(town.director, "汇福 甲"), Ids{here});
    EXPECT_EQ(found(town.director, "丁 汇福 " + kind), Ids{wages});
    EXPECT_EQ(found(town.director, "汇福 戊"), Ids{});
    EXPECT_EQ(found(town.elsewhere, "甲"), Ids{there});
    EXPECT_EQ(found(town.elsewhere, "汇福"), Ids{}) << "another desk's disputes are not found";
}

// Invariant 9: a line that shows initials is found by them alone, whoever asks.
TEST_P(SearchIn, never_finds_by_a_name_what_shows_initials)
{
    auto const family = begun("李秀兰", "张建国", "marriage_family"), neighbours = begun("李秀英", "王明");
    auto const shown_parties = [&](Official const& who) {
        return text_of(town.well(who, "GET", "/disputes?q=" + in_an_address("李某 张某")).at("disputes").at(0).at("parties"));
    };
    EXPECT_EQ(shown_parties(town.director), "李某 / 张某");
    for (auto const* who : {&town.director, &town.clerk, &town.supervisor}) {
        for (auto const name : {"李秀兰", "秀兰", "李秀", "建国", "兰", "国"}) {
            auto const ids = found(*who, name);
            EXPECT_EQ(std::count(ids.begin(), ids.end(), family), 0) << name;
        }
        for (auto const initials : {"李", "李某", "张某", "李某 / 张某", "张"}) {
            auto const ids = found(*who, initials);
            EXPECT_EQ(std::count(ids.begin(), ids.end(), family), 1) << initials;
        }
    }
    EXPECT_EQ(found(town.director, "李秀英"), Ids{neighbours});
    EXPECT_EQ(found(town.director, "李秀"), Ids{neighbours});
    EXPECT_EQ(found(town.supervisor, "李秀英"), Ids{}) << "the bureau does not search by person";
    EXPECT_EQ(found(town.supervisor, "汇福"), (Ids{neighbours, family}));
}

INSTANTIATE_TEST_SUITE_P(engines, SearchIn, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
