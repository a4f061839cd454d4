#include "foundation/resident_id.hpp"
#include "foundation/narrow.hpp"

#include <algorithm>

namespace maple {
namespace {

constexpr int id_weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::string_view id_checks = "10X98765432";
constexpr std::string_view credit_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr int credit_weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

int number(std::string_view s)
{
    int n = 0;
    for (char c : s) n = n * 10 + (c - '0');
    return n;
}

std::string plain_capitals(std::string_view text)
{
    std::string out;
    for (char c : narrow(text)) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        out += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    }
    return out;
}

IdFault fault_in_shape(std::string_view id)
{
    if (id.size() != 18) return IdFault::length;
    bool const digits = std::all_of(id.begin(), id.end() - 1, is_digit) && (is_digit(id[17]) || id[17] == 'X');
    return digits ? IdFault::none : IdFault::characters;
}

}  // namespace

std::string normal_resident_id(std::string_view text) { return plain_capitals(text); }
std::string normal_credit_code(std::string_view text) { return plain_capitals(text); }

std::chrono::year_month_day birth_date(std::string_view text)
{
    using namespace std::chrono;
    auto const whole = normal_resident_id(text);
    if (fault_in_shape(whole) != IdFault::none) return {};
    std::string_view const id = whole;
    return {year(number(id.substr(6, 4))), month(unsigned(number(id.substr(10, 2)))), day(unsigned(number(id.substr(12, 2))))};
}

std::optional<IdSex> sex(std::string_view text)
{
    auto const id = normal_resident_id(text);
    if (fault_in_shape(id) != IdFault::none) return std::nullopt;
    return (id[16] - '0') % 2 ? IdSex::male : IdSex::female;
}

IdFault fault_in_resident_id(std::string_view text)
{
    auto const id = normal_resident_id(text);
    if (auto const fault = fault_in_shape(id); fault != IdFault::none) return fault;
    auto const born = birth_date(id);
    if (!born.ok() || int(born.year()) < 1850 || int(born.year()) > 2200) return IdFault::birth_date;
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) sum += (id[i] - '0') * id_weights[i];
    return id_checks[std::size_t(sum % 11)] == id[17] ? IdFault::none : IdFault::check_digit;
}

IdFault fault_in_credit_code(std::string_view text)
{
    auto const code = normal_credit_code(text);
    if (code.size() != 18) return IdFault::length;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < 18; ++i) {
        auto const value = credit_alphabet.find(code[i]);
        if (value == credit_alphabet.npos) return IdFault::characters;
        if (i < 17) sum += value * std::size_t(credit_weights[i]);
    }
    return credit_alphabet[(31 - sum % 31) % 31] == code[17] ? IdFault::none : IdFault::check_digit;
}

}  // namespace maple
