#include "foundation/embedded.hpp"
#include "law/book.hpp"
#include "law/reading.hpp"

#include <gtest/gtest.h>

namespace maple::law {
namespace {

Book const& book()
{
    static Book const karamay = open_book();
    return karamay;
}

std::string article(std::string_view key, std::string_view on)
{
    auto const* statute = book().statute(key, *date_from_iso(on));
    return statute ? in(statute->article, "en") : "none";
}

// Every wording of the book with a place to find it by.
std::vector<std::pair<std::string, Wording>> wordings()
{
    std::vector<std::pair<std::string, Wording>> all{{"title", book().title}};
    for (auto const& [key, name] : names(book())) all.emplace_back(key, name);
    for (auto const& statute : book().statutes) {
        all.emplace_back(statute.key + " law", statute.law);
        all.emplace_back(statute.key + " article", statute.article);
        all.emplace_back(statute.key + " says", statute.says);
    }
    for (auto const& clock : book().clocks) all.emplace_back(clock.key + " consequence", clock.consequence);
    for (auto const& method : book().list("method"))
        for (auto const& prompt : method.prompts) all.emplace_back(method.key + " prompt", prompt);
    return all;
}

std::vector<std::string> keys(std::string_view list)
{
    std::vector<std::string> out;
    for (auto const& choice : book().list(list)) out.push_back(choice.key);
    return out;
}

}  // namespace

TEST(Book, the_binary_carries_the_pack_of_karamay)
{
    EXPECT_EQ(book().place, "karamay");
    EXPECT_EQ(in(book().title, "en"), "People's mediation in Karamay");
    EXPECT_EQ(book().policy("committee_members_most"), 9);
    EXPECT_THROW(book().policy("no_such"), std::out_of_range);
}

TEST(Book, the_ministrys_eighteen_kinds_have_their_codes)
{
    ASSERT_EQ(book().kinds.size(), 18U);
    for (std::size_t i = 0; i < 18; ++i) EXPECT_EQ(std::stoul(book().kinds[i].category), i + 1) << book().kinds[i].key;
    EXPECT_EQ(book().kind("property_management")->category, "17");
    EXPECT_EQ(book().kind("no_such"), nullptr);
}

TEST(Book, lab_14_and_med_39_labour_and_medical_agreements_need_writing)
{
    for (auto const& kind : book().kinds)
        EXPECT_EQ(kind.needs_writing, kind.clock == "labour" || kind.clock == "medical") << kind.key;
    EXPECT_EQ(book().kind("migrant_wage_arrears")->clock, "labour");
    EXPECT_EQ(book().kind("medical")->clock, "medical");
}

TEST(Book, esl_3_marks_personal_relations)
{
    for (auto const& kind : book().kinds) EXPECT_EQ(kind.personal_relations, kind.key == "marriage_family") << kind.key;
}

TEST(Book, each_kind_of_quarrel_begins_with_the_articles_method)
{
    EXPECT_EQ(book().kind("marriage_family")->methods.front(), "family_affection");
    EXPECT_EQ(book().kind("neighbour")->methods.front(), "outside_help");
    EXPECT_EQ(keys("method"), (std::vector<std::string>{"family_affection", "outside_help", "changing_places", "back_to_back", "emotional_guidance"}));
    for (auto const& method : book().list("method")) EXPECT_GE(method.prompts.size(), 3U) << method.key;
}

TEST(Book, article_26_every_kind_tells_another_road)
{
    for (auto const& kind : book().kinds)
        for (auto const& remedy : kind.remedies) EXPECT_TRUE(book().choice("remedy", remedy)) << kind.key << " " << remedy;
}

TEST(Book, mediation_ends_for_these_reasons_and_no_others)
{
    EXPECT_EQ(keys("termination"), (std::vector<std::string>{"agreement_elsewhere", "withdrawn", "unreachable", "one_side_unwilling",
                                                             "too_far_apart", "time_over", "refused_to_sign", "crime_or_other_body",
                                                             "sham_mediation", "party_died", "other"}));
}

TEST(Book, every_clock_that_the_rooms_ask_for_is_there)
{
    for (auto key : {"general", "labour", "medical", "court_before", "court_after", "court_after_simple", "confirmation", "court_review",
                     "confirmation_objection", "third_party_objection", "enforcement", "limitation", "labour_arbitration", "online_answer",
                     "protection_order_ends", "term_of_office", "desk.requested", "desk.accepted", "desk.inviting", "desk.diverted", "desk.pause",
                     "desk.termination_delivery", "desk.conflict", "desk.visit", "desk.archive", "desk.referral_answer", "desk.lead_triage",
                     "desk.risk_report", "desk.joint_answer", "desk.obligation_check", "desk.quality_review", "desk.complaint"})
        EXPECT_TRUE(book().clock(key)) << key;
    for (auto const& clock : book().clocks) EXPECT_EQ(clock.legal, !clock.key.starts_with("desk.")) << clock.key;
}

TEST(Book, confirmation_moved_twice_in_the_civil_procedure_law)
{
    EXPECT_EQ(article("CPL-205", "2012-12-31"), "none");
    EXPECT_EQ(article("CPL-205", "2021-12-31"), "article 194");
    EXPECT_EQ(article("CPL-205", "2022-01-01"), "article 201");
    EXPECT_EQ(article("CPL-205", "2023-12-31"), "article 201");
    EXPECT_EQ(article("CPL-205", "2024-01-01"), "article 205");
    EXPECT_EQ(article("CPL-206", "2023-11-20"), "article 202");
    EXPECT_EQ(in(book().statute("CPL-205", *date_from_iso("2026-01-01"))->article, "zh-CN"), "第二百零五条");
}

TEST(Book, from_2026_the_police_may_spare_a_performed_agreement)
{
    auto const before = book().statute("PSL-9", *date_from_iso("2025-12-31")), after = book().statute("PSL-9", *date_from_iso("2026-01-01"));
    ASSERT_TRUE(before && after);
    EXPECT_NE(in(before->says, "en"), in(after->says, "en"));
}

TEST(Book, no_two_versions_of_an_article_overlap)
{
    for (auto const& a : book().statutes)
        for (auto const& b : book().statutes) {
            if (&a == &b || a.key != b.key) continue;
            EXPECT_TRUE((a.until && *a.until < b.in_force) || (b.until && *b.until < a.in_force)) << a.key;
        }
}

TEST(Book, every_article_that_is_cited_was_in_force_when_the_demo_begins)
{
    auto const demo = *date_from_iso("2023-11-20");
    auto const cited = [&](std::string const& key, std::string const& by) {
        EXPECT_TRUE(key.empty() || book().statute(key, demo)) << key << " cited by " << by;
    };
    for (auto const& clock : book().clocks) cited(clock.statute, clock.key);
    for (auto const& question : book().safety) cited(question.statute, question.key);
    for (auto const& [list, choices] : book().choices)
        for (auto const& choice : choices) cited(choice.statute, list + "." + choice.key);
    for (auto key : {"PML-3", "PML-13", "PML-17", "PML-19", "PML-21", "PML-22", "PML-23", "PML-26", "PML-27", "PML-28", "PML-29",
                     "PML-30", "MIN-103", "MIN-107", "ESL-3", "ESL-13", "ESL-14", "LIM-12", "CC-17", "CC-20", "CC-577", "PIPL-47"})
        cited(key, "the rooms");
}

TEST(Book, every_wording_is_there_in_chinese_and_english_and_they_differ)
{
    ASSERT_GT(wordings().size(), 500U);
    for (auto const& [place, wording] : wordings()) {
        ASSERT_TRUE(wording.contains("zh-CN") && wording.contains("en")) << place;
        EXPECT_FALSE(in(wording, "zh-CN").empty()) << place;
        EXPECT_NE(in(wording, "zh-CN"), in(wording, "en")) << place;
    }
}

TEST(Book, a_language_that_is_missing_falls_back_to_chinese)
{
    Wording const wording{{"zh-CN", "调解"}, {"en", "mediation"}};
    EXPECT_EQ(in(wording, "en"), "mediation");
    EXPECT_EQ(in(wording, "ug"), "调解");
    EXPECT_EQ(in(Wording{}, "en"), "");
}

TEST(Book, the_catalogue_says_kinds_holidays_and_pauses_as_the_book_does)
{
    auto const all = names(book());
    for (std::string const language : {"zh-CN", "en"}) {
        auto const words = toml::parse(*embedded("words/" + language + ".toml"));
        for (auto const& [key, name] : all) {
            auto const list = key.substr(0, key.find('.'));
            if (list != "kind" && list != "holiday" && list != "pause") continue;
            EXPECT_EQ(words.at_path(key).value_or(std::string()), in(name, language)) << key;
        }
    }
}

TEST(Book, every_clause_of_a_clock_can_be_said)
{
    for (std::string const language : {"zh-CN", "en"}) {
        auto const words = toml::parse(*embedded("words/" + language + ".toml"));
        for (auto code : {"started", "started_at", "first_day_not_counted", "length", "paused", "paused_since", "not_pausable",
                          "not_extendable", "extended", "working_days", "rolled", "calendar_unknown", "calendar_unknown_before", "holiday_missing",
                          "due", "due_at"})
            EXPECT_TRUE(words["clause"][std::string("clock.") + code].is_string()) << language << " " << code;
        for (auto unit : {"hours", "days", "working_days", "months", "years"}) EXPECT_TRUE(words["unit"][unit].is_string()) << unit;
    }
}

TEST(Book, the_number_of_an_article_is_written_as_in_the_law)
{
    EXPECT_EQ(chinese_article(3), "第三条");
    EXPECT_EQ(chinese_article(10), "第十条");
    EXPECT_EQ(chinese_article(17), "第十七条");
    EXPECT_EQ(chinese_article(33), "第三十三条");
    EXPECT_EQ(chinese_article(107), "第一百零七条");
    EXPECT_EQ(chinese_article(188), "第一百八十八条");
    EXPECT_EQ(chinese_article(214), "第二百一十四条");
    EXPECT_EQ(chinese_article(250), "第二百五十条");
    EXPECT_EQ(chinese_article(1043), "第一千零四十三条");
}

}  // namespace maple::law
