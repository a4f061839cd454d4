#include "api/words.hpp"

#include <gtest/gtest.h>

namespace maple::api {
namespace {

TEST(words, are_the_same_keys_in_chinese_and_english)
{
    EXPECT_EQ(said_keys(Language::zh), said_keys(Language::en));
    EXPECT_GT(said_keys(Language::zh).size(), 300u);
}

TEST(words, fill_parameters_and_follow_those_that_are_keys_themselves)
{
    EXPECT_EQ(say(Language::en, "refusal.wrong_stage", {{"stage", "@stage.mediating"}, {"deed", "@deed.acceptance.accepted"}}),
              "The dispute is at the stage “In mediation”, where “Accept” is not possible. See its next step.");
}

TEST(words, speak_chinese_where_uyghur_has_no_sentence_yet)
{
    EXPECT_EQ(say(Language::ug, "stage.archived"), say(Language::zh, "stage.archived"));
}

TEST(words, know_what_the_book_calls_things)
{
    EXPECT_FALSE(can_say(Language::en, "kind.test_only"));
    teach({{"kind.test_only", {{"zh-CN", "试验"}, {"en", "A test"}}}});
    EXPECT_EQ(say(Language::en, "problem.too_long", {{"most", "@kind.test_only"}}), "Too long: at most A test characters.");
    EXPECT_EQ(say(Language::zh, "kind.test_only"), "试验");
    teach({});
}

TEST(words, choose_the_language_that_is_wanted_most_of_those_that_the_house_speaks)
{
    EXPECT_EQ(language_from("fr, en;q=0.8, zh"), Language::zh);
    EXPECT_EQ(language_from("fr, en, zh"), Language::en) << "of equal ones the first";
    EXPECT_EQ(language_from("zh;q=0.1,en;q=0.9"), Language::en);
    EXPECT_EQ(language_from("en;q=0"), Language::zh);
    EXPECT_EQ(language_from("zh-TW"), Language::zh);
    EXPECT_EQ(language_from("ug"), Language::ug);
    EXPECT_EQ(language_from(""), Language::zh);
    EXPECT_EQ(language_from("de"), Language::zh);
}

TEST(words, show_a_key_that_nobody_wrote_as_it_is) { EXPECT_EQ(say(Language::en, "no.such.key"), "no.such.key"); }

}  // namespace
}  // namespace maple::api
