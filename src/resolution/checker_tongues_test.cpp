// An agreement in two languages: what differs is found, what says the same is left alone.
#include "foundation/money.hpp"
#include "resolution/checker_readings.hpp"
#include "resolution/checker_testing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdio>
#include <filesystem>

namespace maple::resolution {
namespace {

using dispute::Manner;

law::Book const& rules_in_force()
{
    static law::Book const in_force = law::open_book();
    return in_force;
}

// A leak between neighbours: 1,800 yuan by 15 December 2023, in Chinese and in English.
CheckedAgreement leak()
{
    CheckedAgreement a;
    a.kind = "neighbour";
    a.signed_on = a.today = date_from_iso("2023-11-27").value();
    a.third_parties = dispute::ThirdParties::none_touched;
    a.parties.resize(2);
    a.parties[0].name = "方雨晴";
    a.parties[1].name = "玉山·卡米力";
    for (auto& p : a.parties) p.birth_year = 1980;
    a.parties[1].side = dispute::Side::respondent;
    a.facts = "玉山·卡米力家水管破裂，淹了楼下方雨晴家的地板。";
    a.terms = "玉山·卡米力赔偿方雨晴地板修理费1800元（大写：壹仟捌佰元整），2023年12月15日前在社区调解室以现金付清。";
    a.breach = "逾期付款的，每天加付10元。";
    CheckedObligation o;
    o.from = 1;
    o.to = 0;
    o.what = "赔偿地板修理费";
    o.second = "damages for the floor";
    o.manner = Manner::cash;
    o.amount = 180'000;
    o.due = date_from_iso("2023-12-15");
    a.obligations = {o};
    a.second = CheckedSecond{"A pipe burst in Yushan Kamil's flat and flooded Fang Yuqing's floor.",
                             "Yushan Kamil pays Fang Yuqing 1,800 yuan for the floor, in cash, by 15 December 2023.", "10 yuan more for each day of delay."};
    return a;
}

// "tongues_sums_differ /second/terms", what is only to be asked with "?"; several with "; ".
std::string found_in(CheckedAgreement const& a)
{
    std::string out;
    for (auto const& f : check(rules_in_force(), a)) {
        out += (out.empty() ? "" : "; ") + f.code + (f.weight == Weight::ask ? "? " : " ") + f.at;
        EXPECT_TRUE(rules_in_force().statute(f.article, a.today)) << f.code << " names " << f.article;
    }
    return out;
}

std::string in_second(std::string terms)
{
    auto a = leak();
    a.second->terms = std::move(terms);
    return found_in(a);
}

TEST(checker_tongues, two_texts_that_agree_have_no_finding)
{
    EXPECT_EQ(found_in(leak()), "");
    for (auto const* terms : {"RMB 1,800 by December 15, 2023.", "CNY1,800.00 (one thousand eight hundred yuan) by Dec. 15, 2023.", "¥1800 by 2023-12-15.",
                              "1.8 thousand yuan on the 15th of December, 2023.", "The sum of 1,800 is paid in yuan by 15 December.",
                              "1800 يۈەن، 2023-يىلى 12-ئاينىڭ 15-كۈنىدىن بۇرۇن.", "1800 يۈەن، 15-دېكابىردىن بۇرۇن.", "1800元，2023年12月15日。"})
        EXPECT_EQ(in_second(terms), "") << terms;
}

TEST(checker_tongues, ji22_358_other_sums_and_other_days_contradict)
{
    EXPECT_EQ(in_second("9,900 yuan by 1 March 2024."), "tongues_sums_differ /second/terms; tongues_days_differ /second/terms");
    EXPECT_EQ(in_second("18,000 yuan by 15 December 2023."), "tongues_sums_differ /second/terms");
    EXPECT_EQ(in_second("1,800 yuan by 15 December 2024."), "tongues_days_differ /second/terms");
    EXPECT_EQ(in_second("1,800 yuan (one thousand eight hundred yuan) by December 5, 2023."), "tongues_days_differ /second/terms");
    EXPECT_EQ(in_second("9,900 yuan (nine thousand and nine hundred yuan) by 2023-12-15."), "tongues_sums_differ /second/terms");
    EXPECT_EQ(in_second("8100 يۈەن، 2023-يىلى 12-ئاينىڭ 25-كۈنى."), "tongues_sums_differ /second/terms; tongues_days_differ /second/terms");
}

TEST(checker_tongues, the_finding_names_both_sums)
{
    auto a = leak();
    a.second->terms = "9,900 yuan by 15 December 2023.";
    auto const found = check(rules_in_force(), a);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].article, "JI22-358");
    ASSERT_EQ(found[0].params.size(), 2u);
    EXPECT_EQ(found[0].params[0].value, "1,800.00");
    EXPECT_EQ(found[0].params[1].value, "9,900.00");
}

TEST(checker_tongues, cc_466_what_one_text_leaves_out_is_asked)
{
    EXPECT_EQ(in_second("The floor is paid for by 15 December 2023."), "tongues_sum_left_out? /second/terms");
    EXPECT_EQ(in_second("1,800 yuan in cash."), "tongues_day_left_out? /second/terms");
    EXPECT_EQ(in_second("1,800 yuan by 15 December 2023, and 200 yuan more by 1 March 2024."), "tongues_sum_added? /second/terms; tongues_day_added? /second/terms");
    auto a = leak();
    a.second->breach = "20 yuan more for each day of delay.";
    EXPECT_EQ(found_in(a), "tongues_sums_differ /second/breach");
    a = leak();
    a.second->facts += " She had asked for 2,500 yuan.";
    EXPECT_EQ(found_in(a), "tongues_sum_added? /second/facts");
}

TEST(checker_tongues, a_promise_says_the_same_in_both)
{
    auto a = leak();
    a.obligations[0].what = "赔偿地板修理费，其中材料费600元";
    a.terms += "其中材料费600元。";
    a.second->terms += " Of this 600 yuan are for material.";
    a.obligations[0].second = "damages for the floor, of which 900 yuan for material";
    EXPECT_EQ(found_in(a), "tongues_sums_differ /obligations/0/second");
    a.obligations[0].second = "damages for the floor of 1,800 yuan by 15 December 2023, of which 600 yuan for material";
    EXPECT_EQ(found_in(a), "") << "what stands in the row itself may be said again";
}

TEST(checker_tongues, where_the_chinese_leaves_it_to_the_promises_the_other_text_follows_them)
{
    auto a = leak();
    a.terms = "玉山·卡米力赔偿方雨晴地板修理费1800元，以现金付清，日期见下。";
    EXPECT_EQ(found_in(a), "");
    a.second->terms = "Yushan Kamil pays Fang Yuqing 1,800 yuan for the floor, in cash, by 1 March 2024.";
    EXPECT_EQ(found_in(a), "tongues_days_differ /second/terms");
}

TEST(checker_tongues, what_cannot_be_read_with_certainty_accuses_nobody)
{
    for (auto const* terms : {"1 800 yuan by 15 December 2023.", "A thousand and eight hundred yuan by 15 December 2023.", "1,800 yuan by 15/12/2023.",
                              "1,800 yuan by the middle of December.", "1,800 yuan between 10 and 15 December 2023.", "1,800 yuan from December 10 to 15, 2023."}) {
        auto const found = in_second(terms);
        EXPECT_EQ(found.find("differ"), found.npos) << terms << found;
        EXPECT_EQ(found.find("left_out"), found.npos) << terms << found;
    }
    EXPECT_EQ(in_second(""), "") << "a text that is missing is asked for by the form";
    auto a = leak();
    a.second.reset();
    EXPECT_EQ(found_in(a), "");
}

std::string days(std::string_view text)
{
    std::string out;
    for (auto const day : checking::days_in(text).said) out += (out.empty() ? "" : " ") + checking::shown(day);
    return out;
}

TEST(checker_tongues, days_are_read_in_every_spelling_and_nothing_else_is_a_day)
{
    EXPECT_EQ(days("2023年12月15日,十二月五日,二〇二四年三月一日"), "2023-12-15 12-05 2024-03-01");
    EXPECT_EQ(days("On Friday, 15 December 2023, or December 16, 2023; 31 Dec. 2023; the 1st of March"), "2023-12-15 2023-12-16 2023-12-31 03-01");
    EXPECT_EQ(days("1. 2023/12/15 and 2023.12.16"), "2023-12-15 2023-12-16");
    EXPECT_EQ(days("2023-يىلى 12-ئاينىڭ 15-كۈنى، 2023-يىلى 16-دېكابىر"), "2023-12-15 2023-12-16");
    EXPECT_EQ(days("He may 5 times march 3 miles; No. 2023-12-15-3; 12个月; 3 ئاي; in March 20 workers; 农历八月十五日; 3/4/2024; 2024年3月"), "");
}

std::string sums(std::string_view text)
{
    auto const read = checking::sums_in(text);
    std::string out = read.unread ? "?" : "";
    for (auto const fen : read.said) out += (out.empty() ? "" : " ") + plain_yuan(fen);
    return out;
}

TEST(checker_tongues, sums_are_read_in_every_spelling_and_nothing_else_is_a_sum)
{
    EXPECT_EQ(sums("1,800 yuan, RMB 2,000.50, CNY3000, ¥4000, 5千六百元"), "4000 1800 2000.5 3000") << "a sum in mixed numerals is left alone";
    EXPECT_EQ(sums("1.2 million yuan; 12 مىڭ يۈەن; 500 yuan 15 days later"), "1200000 12000 500");
    EXPECT_EQ(sums("twenty-five thousand eight hundred and one yuan"), "25801");
    EXPECT_EQ(sums("RMB 1,800 yuan to Ma Yuan in 3 rooms, 40 kg, one of them"), "1800");
    EXPECT_EQ(sums("twenty ten yuan"), "?");
    EXPECT_EQ(sums("12 345 yuan"), "?");
    EXPECT_EQ(sums("9999999999999 million yuan"), "?");
}

RC_GTEST_PROP(checker_tongues, no_text_disturbs_it, ())
{
    auto a = leak();
    for (auto* text : {&a.second->facts, &a.second->terms, &a.second->breach, &a.obligations[0].second, &a.terms}) {
        text->clear();
        for (int n = *rc::gen::inRange(0, 14); n > 0; --n)
            *text += *rc::gen::element<std::string>("1", "15", "2023", "-", "/", ".", ",", " ", "st", "May", "of", "and", "yuan", "RMB", "thousand", "two", "年", "月", "日", "十", "元",
                                                    "千", "ئاي", "كۈنى", "يۈەن", "\xD8", "\xE5", "\xF0", "历", "至");
    }
    check(rules_in_force(), a);
}

// --- The set ------------------------------------------------------------------------------

std::vector<testing::Bilingual> bilinguals()
{
    auto const root = std::filesystem::path(__FILE__).parent_path().parent_path().parent_path() / "tests/data/agreements";
    auto const sound = testing::samples((root / "sound.json").string());
    std::vector<testing::Bilingual> all;
    auto const set = testing::read_set((root / "bilingual.json").string());
    for (auto const& one : set.as_array()) all.push_back(testing::bilingual(one.as_object(), sound));
    return all;
}

std::vector<std::string> of_tongues(CheckedAgreement const& a)
{
    std::vector<std::string> codes;
    for (auto const& f : check(rules_in_force(), a))
        if (f.code.starts_with("tongues_")) codes.push_back(f.code);
    return codes;
}

// Puts the fault into the first part of the second text that has its words.
bool spoil(CheckedAgreement& a, testing::Bilingual::Fault const& fault)
{
    std::vector<std::string*> parts{&a.second->facts, &a.second->terms, &a.second->breach};
    for (auto& o : a.obligations) parts.push_back(&o.second);
    for (auto* part : parts)
        if (auto const at = part->find(fault.old); at != part->npos) {
            part->replace(at, fault.old.size(), fault.fresh);
            return true;
        }
    return false;
}

TEST(checker_tongues, of_the_set_sound_pairs_raise_nothing_and_every_fault_is_found)
{
    int pairs = 0, disturbed = 0, faults = 0, found = 0;
    for (auto const& one : bilinguals()) {
        ++pairs;
        for (auto const& code : of_tongues(one.paper)) std::printf("%s: %s for nothing\n", one.id.c_str(), code.c_str());
        disturbed += !of_tongues(one.paper).empty();
        for (auto const& fault : one.faults) {
            auto spoilt = one.paper;
            ASSERT_TRUE(spoil(spoilt, fault)) << one.id << " has no “" << fault.old << "”";
            auto const codes = of_tongues(spoilt);
            bool const seen = std::find(codes.begin(), codes.end(), fault.code) != codes.end();
            if (!seen) std::printf("%s: %s was not found in “%s”\n", one.id.c_str(), fault.code.c_str(), fault.fresh.c_str());
            ++faults;
            found += seen;
        }
    }
    std::printf("two languages: %d pairs, disturbed for nothing: %d; faults found: %d of %d\n", pairs, disturbed, found, faults);
    EXPECT_EQ(pairs, 6);
    EXPECT_EQ(disturbed, 0);
    EXPECT_EQ(found, faults);
}

}  // namespace
}  // namespace maple::resolution
