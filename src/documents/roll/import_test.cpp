#include "documents/roll/testing.hpp"

#include <gtest/gtest.h>

namespace maple::documents::roll {
namespace {

using Lines = std::vector<std::string>;

class roll_import : public ::testing::TestWithParam<sql::Engine> {
protected:
    RollHouse house{GetParam()};

    void SetUp() override { ASSERT_TRUE(house.bring(of_organisations(RollHouse::committees(12))).written); }
};
INSTANTIATE_TEST_SUITE_P(engines, roll_import, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace

TEST_P(roll_import, a_thousand_and_eighty_eight_people_come_in_at_once_and_are_not_doubled)
{
    auto const file = RollHouse::mediators(1088, 12);
    auto const parsed = of_people(file);
    auto const seen = house.look(parsed);
    EXPECT_EQ(lines_of(seen.faults), Lines{});
    EXPECT_EQ(seen.rows_read, 1088);
    EXPECT_EQ(seen.fresh, 1088);
    EXPECT_EQ(seen.first_rows.size(), 5u);
    EXPECT_EQ(seen.by_organisation.size(), 12u);
    EXPECT_EQ(house.count("person"), 0);
    std::int64_t last = 0;
    Options options;
    options.progress = [&](std::int64_t done, std::int64_t all) {
        EXPECT_EQ(all, 1088);
        EXPECT_GT(done, last);
        last = done;
    };
    auto const report = house.bring(parsed, options);
    EXPECT_TRUE(report.written);
    EXPECT_EQ(report.imported, 1088);
    EXPECT_EQ(last, 1088);
    EXPECT_EQ(house.count("person"), 1088);
    auto const pages = house.count("page");
    auto const again = house.bring(parsed);
    EXPECT_EQ(again.imported, 0);
    EXPECT_EQ(again.known, 1088);
    EXPECT_EQ(house.count("page"), pages);
}

TEST_P(roll_import, an_export_gives_the_same_file_back)
{
    auto const file = RollHouse::mediators(100, 12);
    house.bring(of_people(file));
    EXPECT_EQ(house.given(Subject::people), file);
    EXPECT_EQ(house.given(Subject::people, {}), file_of({}, Subject::people, test_layout()));
}

TEST_P(roll_import, an_export_of_organisations_gives_the_same_lines_back)
{
    auto const out = house.given(Subject::organisations);
    auto const file = RollHouse::committees(12);
    auto const rows = file.substr(file.find("\r\n") + 2);
    for (std::size_t from = 0; from < rows.size();) {
        auto const end = rows.find("\r\n", from) + 2;
        EXPECT_NE(out.find(rows.substr(from, end - from)), std::string::npos) << rows.substr(from, end - from);
        from = end;
    }
    RollHouse other(GetParam());
    auto const report = other.bring(of_organisations(out));
    EXPECT_EQ(lines_of(report.faults), Lines{});
    EXPECT_EQ(report.known, 2);  // the bureau and its office
    EXPECT_EQ(other.given(Subject::organisations), out);
}

TEST_P(roll_import, nothing_is_written_while_there_is_a_fault_unless_bad_rows_are_skipped)
{
    auto const parsed = of_people("姓名,所在组织,证书编号\r\n甲,迎宾街道第1社区人民调解委员会,A-1\r\n乙,远方调委会,A-2\r\n");
    auto const seen = house.look(parsed);
    EXPECT_EQ(lines_of(seen.faults), Lines{"2 所在组织 unknown_office"});
    EXPECT_EQ(seen.fresh, 1);
    EXPECT_EQ(seen.bad, 1);
    EXPECT_FALSE(house.bring(parsed).written);
    EXPECT_EQ(house.count("person"), 0);
    Options options;
    options.skip_bad = true;
    auto const report = house.bring(parsed, options);
    EXPECT_TRUE(report.written);
    EXPECT_EQ(report.imported, 1);
    EXPECT_EQ(report.bad, 1);
    EXPECT_EQ(house.count("person"), 1);
}

TEST_P(roll_import, a_certificate_belongs_to_one_person)
{
    house.bring(of_people("姓名,所在组织,证书编号\r\n甲,第1社区人民调解委员会,A-1\r\n"));
    auto const seen = house.look(of_people("姓名,所在组织,证书编号\r\n乙,第1社区人民调解委员会,A-1\r\n丙,第2社区人民调解委员会,A-2\r\n丁,第2社区人民调解委员会,A-2\r\n"));
    EXPECT_EQ(lines_of(seen.faults), (Lines{"1 证书编号 certificate_of_another", "3 证书编号 certificate_twice"}));
}

TEST_P(roll_import, without_a_certificate_people_are_told_apart_by_name_and_organisation)
{
    auto const parsed = of_people("姓名,所在组织,身份\r\n甲,第1社区人民调解委员会,信息员\r\n甲,第2社区人民调解委员会,信息员\r\n甲,第1社区人民调解委员会,信息员\r\n");
    auto const seen = house.look(parsed);
    EXPECT_EQ(lines_of(seen.faults), Lines{"3 姓名 person_twice"});
    Options options;
    options.skip_bad = true;
    EXPECT_EQ(house.bring(parsed, options).imported, 2);
    EXPECT_EQ(house.bring(parsed, options).known, 2);
}

TEST_P(roll_import, an_organisation_is_meant_by_the_tail_of_its_name_when_only_one_has_it)
{
    EXPECT_EQ(house.look(of_people("姓名,所在组织,证书编号\r\n甲,第3社区人民调解委员会,A-1\r\n")).fresh, 1);
    EXPECT_EQ(lines_of(house.look(of_people("姓名,所在组织,证书编号\r\n甲,社区人民调解委员会,A-1\r\n")).faults), Lines{"1 所在组织 organisation_ambiguous"});
}

TEST_P(roll_import, nobody_imports_outside_the_own_scope)
{
    Options options;
    options.scopes = {"/nowhere/"};
    EXPECT_EQ(lines_of(house.look(of_people("姓名,所在组织,证书编号\r\n甲,第3社区人民调解委员会,A-1\r\n"), options).faults), Lines{"1 所在组织 not_in_your_scope"});
    options.scopes = {};
    EXPECT_EQ(lines_of(house.look(of_people("姓名,所在组织,证书编号\r\n甲,第3社区人民调解委员会,A-1\r\n"), options).faults), Lines{"1 所在组织 not_in_your_scope"});
}

TEST_P(roll_import, what_stands_above_may_stand_anywhere_in_the_same_list)
{
    auto const parsed = of_organisations("组织名称,组织类型,层级,上级组织,行政区划\r\n"
                                         "玉兰工作室,个人调解工作室,社区,北苑调委会,第5社区\r\n"
                                         "北苑调委会,社区调委会,,北苑司法所,第5社区\r\n"
                                         "北苑司法所,司法所,,克拉玛依市司法局,迎宾街道\r\n");
    auto const report = house.bring(parsed);
    EXPECT_EQ(lines_of(report.faults), Lines{});
    EXPECT_EQ(report.imported, 3);
    house.work([&](Desk& desk) {
        for (auto const& one : registry::all_organisations(desk, house.bureau.path))
            if (one.name == "玉兰工作室") {
                EXPECT_EQ(registry::organisation(desk, *one.parent).name, "北苑调委会");
                EXPECT_EQ(one.division, "650203007005");
            }
    });
}

TEST_P(roll_import, the_tree_stays_a_tree_and_the_law_is_kept)
{
    auto const seen = house.look(of_organisations("组织名称,组织类型,层级,上级组织,行政区划\r\n"
                                                  "甲工作室,个人调解工作室,社区,迎宾司法所,第5社区\r\n"
                                                  "乙调委会,社区调委会,,第1社区人民调解委员会,第5社区\r\n"
                                                  "丙司法所,司法所,,丁司法所,迎宾街道\r\n"
                                                  "丁司法所,司法所,,丙司法所,迎宾街道\r\n"
                                                  "戊司法所,司法所,,,迎宾街道\r\n"
                                                  "己司法所,司法所,,克拉玛依市司法局,火星\r\n"
                                                  "庚司法所,司法所,,己司法所,迎宾街道\r\n"
                                                  "丁司法所,司法所,,克拉玛依市司法局,迎宾街道\r\n"));
    EXPECT_EQ(lines_of(seen.faults),
              (Lines{"1 上级组织 refused", "2 上级组织 refused", "3 上级组织 above_in_a_circle", "4 上级组织 above_in_a_circle", "5 上级组织 missing",
                     "6 行政区划 unknown_division", "7 上级组织 above_has_a_fault", "8 组织名称 office_twice"}));
}

TEST_P(roll_import, names_of_people_stand_in_no_report)
{
    auto const parsed = of_people("姓名,所在组织,证书编号\r\n欧阳某某,远方调委会,A-1\r\n欧阳某某,第1社区人民调解委员会,A-2\r\n");
    auto const seen = house.look(parsed);
    for (auto const language : {Language::zh, Language::en}) {
        auto const text = preview_text(seen, test_layout(), language) + report_text(house.bring(parsed), seen, language);
        EXPECT_EQ(text.find("欧阳"), std::string::npos);
        EXPECT_EQ(text.find("roll."), std::string::npos) << text;
        EXPECT_EQ(text.find("ledger."), std::string::npos) << text;
    }
}

TEST_P(roll_import, an_error_midway_leaves_nothing)
{
    Options options;
    options.progress = [](std::int64_t done, std::int64_t) {
        if (done >= 200) throw std::runtime_error("the power went off");
    };
    EXPECT_THROW(house.bring(of_people(RollHouse::mediators(300, 12)), options), std::runtime_error);
    EXPECT_EQ(house.count("person"), 0);
}

}  // namespace maple::documents::roll
