#include "documents/ledger/testing.hpp"
#include "foundation/chinese_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maple::documents::ledger {
namespace {

using Lines = std::vector<std::string>;

Parsed parsed(std::string const& text, ParseOptions const& options = test_day) { return parse(text, test_layout(), options); }

Lines faults_of(std::map<Column, std::string> const& changes) { return lines_of(parsed_rows({right_row(changes)}).faults); }
Lines faults_of_open(std::map<Column, std::string> const& changes) { return lines_of(parsed_rows({open_row(changes)}).faults); }

}  // namespace

TEST(ledger_file, the_sample_has_exactly_four_bad_rows)
{
    auto const ledger = parsed(sample());
    EXPECT_EQ(ledger.encoding, Encoding::utf8_with_mark);
    EXPECT_EQ(ledger.rows_read, 28);
    EXPECT_EQ(ledger.rows.size(), 24u);
    EXPECT_EQ(lines_of(ledger.faults), (Lines{"6 受理日期 date_impossible", "12 涉及金额 amount_below_zero", "18 纠纷类型 unknown_kind",
                                              "21 申请人 missing"}));
    EXPECT_EQ(ledger.faults.front().line, 7);
    EXPECT_EQ(ledger.faults.front().number, "6");
    EXPECT_TRUE(ledger.warnings.empty());
}

TEST(ledger_file, the_sample_in_gb18030_says_the_same)
{
    auto const utf8 = parsed(sample());
    auto const gb = parsed(*to_gb18030(sample().substr(3)));
    EXPECT_EQ(gb.encoding, Encoding::gb18030);
    EXPECT_EQ(lines_of(gb.faults), lines_of(utf8.faults));
    ASSERT_EQ(gb.rows.size(), utf8.rows.size());
    for (std::size_t i = 0; i < gb.rows.size(); ++i) EXPECT_EQ(gb.rows[i].cells, utf8.rows[i].cells);
    EXPECT_EQ(parsed(sample().substr(3)).encoding, Encoding::utf8);
}

TEST(ledger_file, a_row_is_read_into_types)
{
    auto const ledger = parsed(sample());
    auto const& row = ledger.rows[1];
    EXPECT_EQ(row.applicants, (Lines{"阿卜杜拉·买买提", "赵玉梅", "杨桂英"}));
    EXPECT_EQ(row.respondents, (Lines{"克拉玛依市鑫源建筑劳务有限公司"}));
    EXPECT_EQ(row.kind, "migrant_wage_arrears");
    EXPECT_EQ(row.amount, Fen{18'330'000});
    EXPECT_EQ(row.methods, (Lines{"changing_places"}));
    EXPECT_EQ(row.form, AgreementForm::written);
    EXPECT_EQ(row.performance, Performed::performed);
    EXPECT_EQ(row.satisfaction, dispute::Satisfaction::satisfied);
    EXPECT_EQ(iso(*row.concluded_on), "2023-03-05");
    EXPECT_EQ(at(ledger.rows[18].cells, Column::accepted_on), "2023-02-18");  // written 2023年2月18日
    EXPECT_EQ(at(ledger.rows[18].cells, Column::amount), "1800");             // written 0.18万元
}

TEST(ledger_file, headers_may_be_english_and_in_any_order)
{
    auto const ledger = parsed("Committee,No.,Applicant,Respondent,Accepted on,Kind of dispute,Result,Concluded on,Form of agreement\n"
                               "汇福社区人民调解委员会,7,李秀兰,张建国,2023-03-13,Neighbours,Success,2023/3/20,Oral\n");
    EXPECT_TRUE(ledger.faults.empty());
    ASSERT_EQ(ledger.rows.size(), 1u);
    EXPECT_EQ(ledger.rows[0].kind, "neighbour");
    EXPECT_EQ(ledger.rows[0].result, "success");
    EXPECT_EQ(ledger.rows[0].form, AgreementForm::oral);
}

TEST(ledger_file, synonyms_case_and_full_width_do_not_matter)
{
    auto const ledger = parsed("编号,受理时间,甲方,乙方,案由,调委会\n1,20230313,李秀兰,张建国,物业管理纠纷,汇福社区调委会\n");
    EXPECT_TRUE(ledger.faults.empty());
    ASSERT_EQ(ledger.rows.size(), 1u);
    EXPECT_EQ(ledger.rows[0].kind, "property_management");
    EXPECT_EQ(at(ledger.rows[0].cells, Column::kind), "物业纠纷");
}

TEST(ledger_file, a_title_above_the_header_is_passed_over)
{
    auto const ledger = parsed("2023年人民调解台账,,,,,\r\n" + ledger_header + "1,2023-03-13,李秀兰,张建国,邻里纠纷,,,,,汇福社区调委会,,,,,,,,\r\n,,,,,,,,,,,,,,,,,\r\n");
    EXPECT_TRUE(ledger.faults.empty());
    EXPECT_EQ(ledger.rows_read, 1);
    EXPECT_EQ(ledger.rows.at(0).line, 3);
}

TEST(ledger_file, a_header_that_is_missing_is_a_fault_and_one_that_nobody_knows_a_warning)
{
    auto const ledger = parsed("序号,受理日期,申请人,纠纷类型,调解组织,天气\n1,2023-03-13,李秀兰,邻里纠纷,汇福社区调委会,晴\n");
    EXPECT_EQ(lines_of(ledger.faults), (Lines{"0 被申请人 header_missing"}));
    EXPECT_EQ(lines_of(ledger.warnings), (Lines{"0 天气 unknown_header"}));
    EXPECT_TRUE(ledger.rows.empty());
}

TEST(ledger_file, a_header_may_not_be_there_twice)
{
    auto const ledger = parsed("序号,受理日期,申请人,被申请人,纠纷类型,调解组织,编号\n");
    EXPECT_EQ(lines_of(ledger.faults), (Lines{"0 编号 header_twice"}));
}

TEST(ledger_file, what_is_no_ledger_is_refused_as_a_whole)
{
    EXPECT_EQ(lines_of(parsed("").faults), (Lines{"0  empty_file"}));
    EXPECT_EQ(lines_of(parsed("\r\n\r\n").faults), (Lines{"0  empty_file"}));
    EXPECT_EQ(lines_of(parsed("a,b\n1,2\n").faults), (Lines{"0  no_header"}));
    EXPECT_EQ(lines_of(parsed(std::string("\xFF\xFE" "1\0", 4)).faults), (Lines{"0  unknown_encoding"}));
    EXPECT_EQ(lines_of(parsed(ledger_header + "1,\"2023").faults), (Lines{"0  not_a_table"}));
}

TEST(ledger_file, an_office_may_be_named_for_rows_that_name_none)
{
    ParseOptions const options{test_day.today, "汇福社区人民调解委员会"};
    auto const ledger = parsed("序号,受理日期,申请人,被申请人,纠纷类型\n1,2023-03-13,李秀兰,张建国,邻里纠纷\n", options);
    EXPECT_TRUE(ledger.faults.empty());
    EXPECT_EQ(ledger.rows.at(0).organisation, "汇福社区人民调解委员会");
}

TEST(ledger_row, every_fault_of_a_row_is_named_at_once)
{
    EXPECT_EQ(faults_of({{Column::accepted_on, "2023-02-30"}, {Column::respondents, ""}, {Column::kind, "不知道"}, {Column::amount, "-1"}}),
              (Lines{"1 受理日期 date_impossible", "1 被申请人 missing", "1 纠纷类型 unknown_kind", "1 涉及金额 amount_below_zero"}));
}

TEST(ledger_row, what_is_required_must_be_there)
{
    for (auto const& [column, header] : std::map<Column, std::string>{
             {Column::number, "序号"}, {Column::accepted_on, "受理日期"}, {Column::applicants, "申请人"},
             {Column::respondents, "被申请人"}, {Column::kind, "纠纷类型"}, {Column::organisation, "调解组织"}}) {
        EXPECT_EQ(faults_of({{column, ""}}), (Lines{"1 " + header + " missing"}));
        EXPECT_EQ(faults_of({{column, "/"}}), (Lines{"1 " + header + " missing"}));
    }
    EXPECT_EQ(faults_of({{Column::facts, ""}, {Column::source, "无"}, {Column::amount, ""}, {Column::mediators, ""}, {Column::methods, ""},
                         {Column::agreement_number, ""}, {Column::performance, ""}, {Column::visited_on, ""}, {Column::satisfaction, ""}}),
              Lines{});
}

TEST(ledger_row, words_must_be_known)
{
    EXPECT_EQ(faults_of({{Column::source, "天上掉下"}}), (Lines{"1 纠纷来源 unknown_source"}));
    EXPECT_EQ(faults_of({{Column::result, "大概成了"}}), (Lines{"1 调解结果 unknown_result"}));
    EXPECT_EQ(faults_of({{Column::form, "微信"}}), (Lines{"1 协议形式 unknown_form"}));
    EXPECT_EQ(faults_of({{Column::performance, "可能"}}), (Lines{"1 履行情况 unknown_performance"}));
    EXPECT_EQ(faults_of({{Column::satisfaction, "呵呵"}}), (Lines{"1 回访结果 unknown_satisfaction"}));
    auto const ledger = parsed_rows({right_row({{Column::methods, "背靠背法、慢慢磨"}})});
    EXPECT_EQ(lines_of(ledger.warnings), (Lines{"0 调解方法 unknown_methods"}));
    EXPECT_EQ(at(ledger.rows.at(0).cells, Column::methods), "背靠背、慢慢磨");
}

TEST(ledger_row, days_must_follow_one_another)
{
    EXPECT_EQ(faults_of({{Column::concluded_on, "2023-03-12"}}), (Lines{"1 结案日期 closing_before_acceptance"}));
    EXPECT_EQ(faults_of({{Column::visited_on, "2023-03-19"}}), (Lines{"1 回访日期 visit_before_closing"}));
    EXPECT_EQ(faults_of({{Column::visited_on, "2024-06-02"}}), (Lines{"1 回访日期 date_in_future"}));
    EXPECT_EQ(faults_of({{Column::accepted_on, "2023-03-20"}, {Column::visited_on, "2023-03-20"}}), Lines{});
}

TEST(ledger_row, the_columns_must_agree_with_the_result)
{
    EXPECT_EQ(faults_of({{Column::form, ""}}), (Lines{"1 协议形式 form_needed"}));
    EXPECT_EQ(faults_of({{Column::concluded_on, ""}}), (Lines{"1 结案日期 closing_needed"}));
    EXPECT_EQ(faults_of({{Column::visited_on, ""}}), (Lines{"1 回访日期 visit_needed"}));
    EXPECT_EQ(faults_of({{Column::result, "调解不成"}}),
              (Lines{"1 协议形式 only_with_agreement", "1 协议编号 only_with_agreement", "1 履行情况 only_with_agreement"}));
    EXPECT_EQ(faults_of_open({{Column::concluded_on, "2023-03-20"}}), (Lines{"1 调解结果 result_needed"}));
    EXPECT_EQ(faults_of_open({}), Lines{});
}

TEST(ledger_row, the_same_number_of_a_committee_and_year_may_not_be_there_twice)
{
    auto const other = std::map<Column, std::string>{{Column::organisation, "克拉玛依区汇福社区调委会"}};
    auto const ledger = parsed_rows({right_row(), right_row(other), right_row({{Column::accepted_on, "2022-03-13"}})});
    ASSERT_EQ(ledger.faults.size(), 1u);
    EXPECT_EQ(ledger.faults.front().code, "number_twice");
    EXPECT_EQ(ledger.rows.size(), 2u);
}

TEST(ledger_row, a_ragged_row_is_named)
{
    auto const ledger = parsed(ledger_header + "1,2023-03-13,李秀兰\r\n2,2023-03-13,李秀兰,张建国,邻里纠纷,,,,,汇福社区调委会,,,,,,,,,,\r\n"
                                             "3,2023-03-13,李秀兰,张建国,邻里纠纷,,,,,汇福社区调委会,,,,,,,,,多\r\n");
    EXPECT_EQ(lines_of(ledger.faults), (Lines{"1  ragged", "3  ragged"}));
    EXPECT_EQ(ledger.rows.size(), 1u);
}

TEST(ledger_row, control_characters_and_endless_texts_are_refused)
{
    EXPECT_EQ(faults_of({{Column::facts, "漏\x01水"}}), (Lines{"1 案情简介 control_characters"}));
    EXPECT_EQ(faults_of({{Column::applicants, std::string(81, 'a')}}), (Lines{"1 申请人 too_long"}));
    EXPECT_EQ(faults_of({{Column::facts, "第一行\r\n第二行"}}), Lines{});
    for (auto const& [cell, code] : {std::pair("汇福\n调委会", "line_break"), std::pair("汇福\t调委会", "control_characters")}) {
        auto const faults = faults_of({{Column::organisation, cell}});
        ASSERT_EQ(faults.size(), 1u);
        EXPECT_TRUE(faults.front().ends_with(code)) << faults.front();
    }
}

TEST(ledger_row, a_formula_is_disarmed_on_writing_and_whole_again_on_reading)
{
    auto const file = file_of({right_row({{Column::facts, "=HYPERLINK(\"x\")"}})}, test_layout());
    EXPECT_NE(file.find("'=HYPERLINK"), std::string::npos);
    EXPECT_EQ(parsed(file).rows.at(0).facts, "=HYPERLINK(\"x\")");
}

TEST(ledger_row, every_fault_is_worded_in_both_languages)
{
    for (auto const& fault : parsed(sample()).faults) {
        EXPECT_EQ(fault_text(fault, Language::zh).find("ledger."), std::string::npos);
        EXPECT_EQ(fault_text(fault, Language::en).find("ledger."), std::string::npos);
    }
    EXPECT_EQ(fault_text(parsed(sample()).faults.front(), Language::zh),
              "第 6 行（文件第 7 行，序号 6），“受理日期”栏：历法上没有 2023-02-30 这一天。");
}

TEST(ledger_row, what_has_been_made_canonical_once_stays_so)
{
    EXPECT_TRUE(rc::check([] {
        auto const text = [](std::vector<std::string> const& words) {
            std::string made;
            for (auto const& one : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words))) made += one;
            return made;
        };
        std::map<Column, std::string> changes{
            {Column::facts, text({"漏水", "\"", ",", "\n", "\r\n", "'", "=", "+", "-", "@", "\t", " ", "　", "'="})},
            {Column::applicants, "李秀兰" + text({"、", ",", ";", "赵玉梅", "Zhao", " "})},
            {Column::methods, text({"背靠背", "、", "亲情融化", "慢慢磨", ",", "="})},
            {Column::agreement_number, text({"第", "1", "号", "'", "=", " "})},
            {Column::amount, *rc::gen::element<std::string>("", "1,700元", "0.5万", "-", "无", "12.30")}};
        auto const once = parsed_rows({right_row(changes)});
        if (!once.faults.empty()) return;  // too long
        auto const file = file_of({once.rows.at(0).cells}, test_layout());
        auto const twice = parsed(file);
        RC_ASSERT(twice.faults.empty());
        RC_ASSERT(twice.rows.at(0).cells == once.rows.at(0).cells);
        RC_ASSERT(file_of({twice.rows.at(0).cells}, test_layout()) == file);
    }));
}

TEST(ledger_file, no_bytes_make_the_reader_fall_over)
{
    EXPECT_TRUE(rc::check([](std::string const& bytes) {
        parse(bytes, test_layout(), test_day);
        parse(ledger_header + bytes, test_layout(), test_day);
    }));
}

}  // namespace maple::documents::ledger
