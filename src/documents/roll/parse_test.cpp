#include "documents/roll/testing.hpp"
#include "foundation/chinese_text.hpp"

#include <gtest/gtest.h>

namespace maple::documents::roll {
namespace {

using Lines = std::vector<std::string>;

TEST(roll_parse, a_row_is_read_in_the_office_s_own_words)
{
    auto const parsed = of_people("姓名,所属调委会,类别,专职/兼职,联系电话,掌握语言,擅长领域,证号,发证单位,发证时间,有效期\r\n"
                                  "阿丽娅,汇福社区调委会,人民调解员,专职调解员,0990-6000000,普通话、维语,邻里纠纷；婚姻家庭纠纷,调证00001,市司法局,2022/5/1,2025年4月30日\r\n");
    EXPECT_EQ(lines_of(parsed.faults), Lines{});
    ASSERT_EQ(parsed.people.size(), 1u);
    auto const& p = parsed.people.front();
    EXPECT_EQ(p.serves_as, std::vector<registry::Service>{registry::Service::mediator});
    EXPECT_EQ(p.staffing, workforce::Staffing::full_time);
    EXPECT_EQ(p.languages, "zh,ug");
    EXPECT_EQ(p.skills, "neighbour,marriage_family");
    EXPECT_EQ(iso(*p.valid_until), "2025-04-30");
    EXPECT_EQ(p.cells[2], "人民调解员");
    EXPECT_EQ(p.cells[9], "2022-05-01");
}

TEST(roll_parse, who_is_said_to_be_nothing_else_is_a_mediator)
{
    EXPECT_EQ(of_people("姓名,所在组织,证书编号\r\n阿丽娅,汇福,A-1\r\n").people.front().serves_as, std::vector<registry::Service>{registry::Service::mediator});
}

TEST(roll_parse, every_fault_is_named_with_its_row_and_column)
{
    auto const parsed = of_people("姓名,所在组织,身份,语言,擅长纠纷,证书编号,发证日期,有效期至\r\n"
                                  ",汇福,,,,,,\r\n"
                                  "甲,汇福,国王,克林贡语,飞碟,,,2023-01-01\r\n"
                                  "乙,汇福,,,,A-1,2099-01-01,\r\n"
                                  "丙,汇福,,,,A-2,2023-02-01,2023-01-01\r\n"
                                  "丁,汇福,,,,A-3,2023-02-30,\r\n"
                                  "戊,汇福\r\n");
    EXPECT_EQ(lines_of(parsed.faults),
              (Lines{"1 姓名 missing", "2 身份 unknown_service", "2 语言 unknown_tongue", "2 擅长纠纷 unknown_kind", "2 证书编号 certificate_needed",
                     "3 发证日期 date_in_future", "4 有效期至 ends_before_it_begins", "5 发证日期 date_impossible", "6  ragged"}));
    EXPECT_TRUE(parsed.people.empty());
    EXPECT_EQ(parsed.rows_read, 6);
}

TEST(roll_parse, a_file_without_its_header_is_one_fault)
{
    EXPECT_EQ(lines_of(of_people("甲,乙\r\n丙,丁\r\n").faults), Lines{"0  no_list_header"});
    EXPECT_EQ(lines_of(of_people("").faults), Lines{"0  empty_file"});
    EXPECT_EQ(lines_of(of_people("姓名,身份,证书编号\r\n甲,,\r\n").faults), Lines{"0 所在组织 header_missing"});
    EXPECT_EQ(lines_of(of_people("姓名,所在组织,证号,证书编号\r\n").faults), Lines{"0 证书编号 header_twice"});
    EXPECT_EQ(lines_of(of_people("姓名,所在组织,证号,民族\r\n").warnings), Lines{"0 民族 unknown_header"});  // and never read
}

TEST(roll_parse, gb18030_is_read_like_utf8)
{
    std::string const text = "姓名,所在组织,证书编号\r\n阿丽娅,汇福,A-1\r\n";
    auto const parsed = parse(to_gb18030(text).value(), Subject::people, test_layout(), test_day);
    EXPECT_EQ(parsed.encoding, Encoding::gb18030);
    EXPECT_EQ(parsed.people.front().name, "阿丽娅");
}

TEST(roll_parse, level_seal_and_basis_follow_from_the_kind)
{
    auto const parsed = of_organisations("组织名称,组织类型,上级组织,行政区划\r\n汇福社区调委会,社区调委会,迎宾司法所,650203007001\r\n");
    ASSERT_EQ(parsed.organisations.size(), 1u);
    auto const& o = parsed.organisations.front();
    EXPECT_EQ(o.kind, registry::OrganisationKind::community_committee);
    EXPECT_EQ(o.level, registry::Level::community);
    EXPECT_TRUE(o.has_seal);
    EXPECT_EQ(o.basis, registry::Basis::grassroots);
}

TEST(roll_parse, the_law_is_asked_of_each_row_of_an_organisation)
{
    auto const parsed = of_organisations("组织名称,组织类型,层级,上级组织,行政区划,印章,设立依据,行业\r\n"
                                         "甲工作室,个人调解工作室,社区,汇福,650203007001,有,,\r\n"
                                         "乙调委会,社区调委会,,迎宾,650203007001,,参照设立,\r\n"
                                         "丙,法院,,市局,6502,,,\r\n"
                                         "丁,公安派出所,区,市局,6502,,,医疗纠纷\r\n");
    EXPECT_EQ(lines_of(parsed.faults), (Lines{"1 印章 part_has_no_seal", "2 设立依据 basis_not_of_this_kind", "3 层级 level_needed", "4 组织类型 unknown_office_kind"}));
}

TEST(roll_parse, every_fault_has_its_sentence)
{
    for (auto const language : {Language::zh, Language::en})
        for (auto const* code : {"unknown_service", "unknown_staffing", "unknown_tongue", "certificate_needed", "ends_before_it_begins", "certificate_twice",
                                 "certificate_of_another", "person_twice", "unknown_office", "not_in_your_scope", "unknown_office_kind", "unknown_level",
                                 "level_needed", "yes_or_no", "unknown_basis", "basis_not_of_this_kind", "part_has_no_seal", "unknown_sector",
                                 "only_for_a_sector_committee", "unknown_division", "division_ambiguous", "office_twice", "refused", "above_has_a_fault",
                                 "above_in_a_circle", "no_list_header"})
            EXPECT_TRUE(api::can_say(language, std::string("ledger.fault.") + code)) << code;
}

}  // namespace
}  // namespace maple::documents::roll
