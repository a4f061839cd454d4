#include "foundation/resident_id.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maple {

using namespace std::chrono_literals;

TEST(ResidentId, it_may_be_typed_with_a_small_x_spaces_or_full_width_digits)
{
    for (auto id : {"65020319880229001x", " 650203 19880229 001X\t", "６５０２０３１９８８０２２９００１ｘ", "　65020319880229001Ｘ"}) {
        EXPECT_EQ(fault_in_resident_id(id), IdFault::none) << id;
        EXPECT_EQ(normal_resident_id(id), "65020319880229001X") << id;
    }
}

TEST(ResidentId, it_tells_the_day_of_birth_and_the_sex)
{
    EXPECT_EQ(birth_date("650203199001010019"), 1990y / 1 / 1);
    EXPECT_EQ(birth_date("65020319880229001X"), 1988y / 2 / 29);
    EXPECT_EQ(sex("650203199001010019"), IdSex::male);
    EXPECT_EQ(sex("650203199001010027"), IdSex::female);
}

TEST(ResidentId, an_abolished_area_is_no_fault)
{
    EXPECT_EQ(fault_in_resident_id("990101199001010019"), IdFault::none);
}

TEST(ResidentId, a_number_that_is_none_tells_nothing)
{
    for (auto id : {"", "65", "65020319900101001", "6502031990010100190", "X50203199001010019", "650203199001010X19", "克拉玛依市中", "\xEF\xBC\xFF"}) {
        EXPECT_NE(fault_in_resident_id(id), IdFault::none) << id;
        EXPECT_FALSE(birth_date(id).ok()) << id;
        EXPECT_FALSE(sex(id)) << id;
    }
}

TEST(ResidentId, every_single_wrong_digit_is_found)
{
    std::string const right = "650203199001010019";
    for (std::size_t i = 0; i < right.size(); ++i)
        for (char c = '0'; c <= '9'; ++c) {
            auto wrong = right;
            wrong[i] = c;
            EXPECT_EQ(fault_in_resident_id(wrong) == IdFault::none, wrong == right) << wrong;
        }
}

TEST(ResidentId, no_bytes_disturb_it)
{
    EXPECT_TRUE(rc::check([](std::string const& bytes) {
        fault_in_resident_id(bytes);
        fault_in_credit_code(bytes);
        RC_ASSERT(normal_resident_id(normal_resident_id(bytes)) == normal_resident_id(bytes));
        birth_date(bytes);
        sex(bytes);
    }));
}

TEST(CreditCode, every_single_wrong_character_is_found)
{
    std::string const right = "91650203MA00000009";
    for (std::size_t i = 0; i < right.size(); ++i)
        for (char c : std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
            auto wrong = right;
            wrong[i] = c;
            EXPECT_EQ(fault_in_credit_code(wrong) == IdFault::none, wrong == right) << wrong;
        }
    EXPECT_EQ(fault_in_credit_code(" 91650203ma00000009"), IdFault::none);
    EXPECT_EQ(fault_in_credit_code(""), IdFault::length);
}

}  // namespace maple
