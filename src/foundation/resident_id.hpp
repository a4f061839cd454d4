// The resident identity number (GB 11643) and the unified social credit code (GB 32100).
// The area of an identity number is where somebody was first registered, perhaps under a
// code that has been abolished: it is never checked and never means residence.
#pragma once
#include <boost/describe/enum.hpp>
#include <chrono>
#include <string>
#include <string_view>

namespace maple {

enum class IdFault { none, length, characters, birth_date, check_digit };
BOOST_DESCRIBE_ENUM(IdFault, none, length, characters, birth_date, check_digit)

IdFault fault_in_resident_id(std::string_view);
std::string normal_resident_id(std::string_view);  // without spaces, x as X
std::chrono::year_month_day birth_date(std::string_view resident_id);  // of a faultless number

IdFault fault_in_credit_code(std::string_view);  // none, length, characters or check_digit

}  // namespace maple
