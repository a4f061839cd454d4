// The resident identity number (GB 11643) and the unified social credit code (GB 32100).
// The area of an identity number is where somebody was first registered, perhaps under a
// code that has been abolished: it is never checked and never means residence.
#pragma once
#include <boost/describe/enum.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace maple {

enum class IdFault { none, length, characters, birth_date, check_digit };
BOOST_DESCRIBE_ENUM(IdFault, none, length, characters, birth_date, check_digit)

enum class IdSex { female, male };  // as the 17th digit says: even, odd

// Both judge what normal_… makes of the text. A date in the future is for the caller's clock.
IdFault fault_in_resident_id(std::string_view);
IdFault fault_in_credit_code(std::string_view);  // never birth_date

// Without spaces, full-width characters as ASCII, small letters as capitals.
std::string normal_resident_id(std::string_view);
std::string normal_credit_code(std::string_view);

// What a number says about its holder. Of a number with the wrong length or characters:
// a day that is not ok(), and nothing.
std::chrono::year_month_day birth_date(std::string_view resident_id);
std::optional<IdSex> sex(std::string_view resident_id);

}  // namespace maple
