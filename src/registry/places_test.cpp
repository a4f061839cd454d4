#include "registry/places.hpp"

#include <gtest/gtest.h>

namespace maple::registry {
namespace {

TEST(places, a_city_is_one_place_under_both_of_its_codes)
{
    EXPECT_EQ(roll_code("6502"), "6502");
    EXPECT_EQ(roll_code("650200"), "6502");
    EXPECT_EQ(roll_code("650203"), "650203");
    EXPECT_EQ(roll_code("650203000"), "650203000");
}

TEST(places, an_organisation_stands_at_a_place_of_its_own_level)
{
    std::pair<Level, std::string_view> const places[] = {
        {Level::city, "6502"}, {Level::district, "650203"}, {Level::subdistrict, "650203007"}, {Level::community, "650203007001"}};
    for (auto const& [level, own] : places)
        for (auto const& [other, code] : places) EXPECT_EQ(fits(level, code), level == other) << code;
}

}  // namespace
}  // namespace maple::registry
