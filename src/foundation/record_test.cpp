#include "foundation/record.hpp"
#include "foundation/canonical_json.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

struct Leaf {
    bool green = true;  // what is taken for granted where a page says nothing
    bool fallen = false;
    std::vector<std::string> veins;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (green, fallen, veins))

TEST(record, a_no_survives_where_a_yes_is_taken_for_granted)
{
    auto const page = record_text(Leaf{.green = false});
    EXPECT_EQ(page, R"({"green":false})");
    EXPECT_FALSE(from_record<Leaf>(page).green);
}

TEST(record, leaves_out_what_a_reader_puts_back)
{
    EXPECT_EQ(record_text(Leaf{}), R"({"green":true})");
    EXPECT_FALSE(from_record<Leaf>("{}").fallen);
    EXPECT_TRUE(from_record<Leaf>("{}").green);
}

TEST(record, passes_over_what_a_newer_program_wrote)
{
    EXPECT_TRUE(from_record<Leaf>(R"({"fallen":true,"colour":["red",{"deep":1}]})").fallen);
}

enum class Wind { calm, gale };
BOOST_DESCRIBE_ENUM(Wind, calm, gale)

// Of everything a record may hold, and not in the order of the alphabet.
struct Tree {
    std::string name;
    Key id{};
    std::int64_t age = 0;
    std::optional<Instant> felled_at;
    std::optional<Date> planted;
    std::optional<Fen> worth;
    Whole<0, 9> marks;
    Text<0, 20> note;
    Wind wind{};
    Kept secret;
    std::vector<Leaf> leaves;
    std::vector<std::string> birds;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (name, id, age, felled_at, planted, worth, marks, note, wind, secret, leaves, birds))

Tree full_tree()
{
    Tree tree;
    tree.name = "胡杨 \"老三\"\n";
    tree.id = {1234567890123};
    tree.age = -3;
    tree.felled_at = Instant{1'700'000'000'123'456};
    tree.planted = date_from_iso("1955-10-29");
    tree.worth = Fen{180'000};
    tree.marks = {7};
    tree.note = Text<0, 20>("风口");
    tree.wind = Wind::gale;
    tree.secret = {{42}, std::string(64, 'a'), "never on a page"};
    tree.leaves = {{.green = false, .veins = {"左", "右"}}, {}};
    tree.birds = {"乌鸦", ""};
    return tree;
}

TEST(record, comes_back_as_it_was_but_for_the_words)
{
    auto const text = record_text(full_tree());
    EXPECT_EQ(text.find("never"), text.npos);
    auto const again = from_record<Tree>(text);
    EXPECT_EQ(record_text(again), text);
    EXPECT_EQ(again.name, full_tree().name);
    EXPECT_EQ(again.secret, full_tree().secret);
    EXPECT_FALSE(again.secret.text);
    EXPECT_EQ(again.leaves.size(), 2u);
    EXPECT_FALSE(again.leaves.front().green);
}

TEST(record, in_canonical_order_is_canonical_json)
{
    auto const text = record_text(full_tree(), Order::canonical);
    EXPECT_EQ(text, canonical_json(json::parse(text)));
    EXPECT_EQ(text, canonical_json(json::parse(record_text(full_tree()))));
    Tree huge;
    huge.age = std::int64_t(1) << 60;
    EXPECT_THROW(record_text(huge, Order::canonical), std::invalid_argument);
    Tree broken;
    broken.name = "\xFF";
    EXPECT_THROW(record_text(broken, Order::canonical), std::invalid_argument);
}

TEST(record, calls_corrupt_what_it_cannot_read)
{
    for (std::string_view const text : {R"({"wind":"storm"})", R"({"id":"short"})", R"({"marks":10})", R"({"planted":"1955-02-30"})",
                                        R"({"secret":["only one"]})", R"({"age":"x"})", R"({"name":1})", R"({"name":"a"} )" "x", "[]"})
        EXPECT_THROW(from_record<Tree>(text), CorruptPage) << text;
}

}  // namespace
}  // namespace maple
