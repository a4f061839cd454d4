#include "foundation/form.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Leaf {
    Name name;
    std::optional<Whole<1, 9>> size;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (name, size))

struct Plant {
    Key id{};
    std::int64_t height = 0;
    bool old = false;
    OptionalNarrative story;
    std::string species;
    Colour colour{};
    std::vector<Leaf> leaves;
};
BOOST_DESCRIBE_STRUCT(Plant, (), (id, height, old, story, species, colour, leaves))

json::object plant()
{
    return {{"id", "06AF8Z1Q00001"}, {"height", 7}, {"species", "poplar"}, {"colour", "green"},
            {"leaves", json::array{json::object{{"name", "first"}}, json::object{{"name", "second"}, {"size", 3}}}}};
}

// "/leaves/1/name empty"
std::vector<std::string> faults(json::object const& form, bool spelled = false)
{
    std::vector<std::string> told;
    auto const result = read<Plant>(form, spelled);
    if (!result)
        for (auto const& one : result.error().problems) told.push_back(one.at + " " + one.code);
    return told;
}

using Faults = std::vector<std::string>;

TEST(form, names_each_fault_by_its_pointer)
{
    EXPECT_EQ(faults(plant()), Faults{});
    auto form = plant();
    form["height"] = 7.5;
    form["colour"] = "blue";
    form["leaves"].as_array()[1].as_object()["name"] = " ";
    form["leaves"].as_array()[1].as_object()["size"] = 10;
    form["leaves"].as_array()[0] = nullptr;
    EXPECT_EQ(faults(form), (Faults{"/height not_a_whole_number", "/colour not_a_choice", "/leaves/0 not_an_object", "/leaves/1/name empty",
                                    "/leaves/1/size out_of_range"}));
}

TEST(form, writes_a_pointer_so_that_every_reader_of_json_finds_the_field)
{
    auto form = plant();
    form["a/b~c"] = 1;
    form[""] = 1;
    EXPECT_EQ(faults(form), (Faults{"/a~1b~0c unknown_field", "/ unknown_field"}));
}

TEST(form, cuts_the_name_of_a_field_that_is_as_long_as_a_request)
{
    auto form = plant();
    form[std::string(100'000, 'x')] = 1;
    EXPECT_LT(faults(form).at(0).size(), 120u);
    auto chinese = plant();
    std::string name;
    for (int n = 0; n < 100; ++n) name += "字";
    chinese[name] = 1;
    EXPECT_EQ(faults(chinese).at(0).find("\xAD\xE2"), std::string::npos) << "a character is not cut in two";
}

TEST(form, tells_a_hundred_faults_and_no_more)
{
    auto form = plant();
    for (int n = 0; n < 1000; ++n) form["x" + std::to_string(n)] = 1;
    EXPECT_EQ(faults(form).size(), most_problems);
}

TEST(form, takes_numbers_for_texts_in_an_address_alone)
{
    auto form = plant();
    form["height"] = "7";
    form["old"] = "true";
    EXPECT_EQ(faults(form), (Faults{"/height not_a_whole_number", "/old not_true_or_false"}));
    EXPECT_EQ(faults(form, true), Faults{});
    form["height"] = "7 ";
    EXPECT_EQ(faults(form, true), (Faults{"/height not_a_whole_number"}));
}

TEST(form, compares_a_choice_in_its_whole_length)
{
    auto form = plant();
    form["colour"] = json::string("green\0", 6);
    EXPECT_EQ(faults(form), (Faults{"/colour not_a_choice"}));
}

TEST(form, refuses_line_breaks_in_lines_and_takes_them_in_stories)
{
    auto form = plant();
    form["story"] = "first\nsecond";
    EXPECT_EQ(faults(form), Faults{});
    form["leaves"].as_array()[0].as_object()["name"] = "first\nsecond";
    form["species"] = "poplar\tor elm";
    EXPECT_EQ(faults(form), (Faults{"/species control_characters", "/leaves/0/name line_break"}));
}

TEST(form, bounds_a_word_that_has_no_bounds_of_its_own)
{
    auto form = plant();
    form["species"] = std::string(501, 'x');
    EXPECT_EQ(faults(form), (Faults{"/species too_long"}));
    form["species"] = std::string(500, 'x');
    EXPECT_EQ(faults(form), Faults{});
}

TEST(form, of_another_form_is_told_by_its_place_in_the_whole)
{
    auto const no = under("/text", refuse_field("/parties/1", "unknown_party"));
    EXPECT_EQ(no.problems.at(0).at, "/text/parties/1");
    EXPECT_EQ(under("/text", Result<int>(3)).value(), 3);
    EXPECT_EQ(under("/text", Result<int>(refuse_field("/due", "in_the_past"))).error().problems.at(0).at, "/text/due");
}

}  // namespace
}  // namespace maple
