#include "foundation/record.hpp"

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
    auto const page = Record<Leaf>::write({.green = false});
    EXPECT_EQ(json::serialize(page), R"({"green":false})");
    EXPECT_FALSE(from_record<Leaf>(page).green);
}

TEST(record, leaves_out_what_a_reader_puts_back)
{
    EXPECT_EQ(json::serialize(Record<Leaf>::write({})), R"({"green":true})");
    EXPECT_FALSE(from_record<Leaf>(json::object{}).fallen);
    EXPECT_TRUE(from_record<Leaf>(json::object{}).green);
}

TEST(record, passes_over_what_a_newer_program_wrote)
{
    EXPECT_TRUE(from_record<Leaf>(json::object{{"fallen", true}, {"colour", "red"}}).fallen);
}

}  // namespace
}  // namespace maple
