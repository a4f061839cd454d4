#include "foundation/phone.hpp"
#include "foundation/narrow.hpp"
#include "foundation/text.hpp"

#include <algorithm>

namespace maple {
namespace {

// Digits, behind a plus sign perhaps; nothing when anything else than separators stands between them.
std::optional<std::string> without_separators(std::string_view text)
{
    std::string out;
    auto const plain = narrow(text);
    for (char c : trimmed(plain)) {
        if (is_digit(c) || (c == '+' && out.empty())) out += c;
        else if (c != ' ' && c != '-' && c != '(' && c != ')') return std::nullopt;
    }
    return out;
}

bool is_short(std::string_view s)
{
    constexpr std::string_view known[] = {"110", "119", "120", "122", "12345", "12348", "12338", "12355", "12333", "12315"};
    return std::find(std::begin(known), std::end(known), s) != std::end(known);
}

bool is_mobile(std::string_view n) { return n.size() == 11 && n[0] == '1' && n[1] >= '3'; }

// Area codes: 10 and 2x have two digits behind the trunk 0, all others three.
std::optional<std::string> landline(std::string_view behind_trunk)
{
    if (behind_trunk.size() < 3 || behind_trunk[0] == '0') return std::nullopt;
    std::size_t const area = behind_trunk[0] == '2' || behind_trunk.starts_with("10") ? 2 : 3;
    auto const rest = behind_trunk.substr(area);
    bool const right_length = area == 2 ? rest.size() == 8 : rest.size() == 7 || rest.size() == 8;
    if (!right_length || rest[0] < '2') return std::nullopt;
    return "0" + std::string(behind_trunk.substr(0, area)) + "-" + std::string(rest);
}

}  // namespace

std::optional<std::string> normal_phone(std::string_view text)
{
    auto const plain = without_separators(text);
    if (!plain) return std::nullopt;
    std::string_view n = *plain;
    bool abroad = false;  // written as from abroad, where the trunk 0 may be left out
    for (std::string_view prefix : {"+86", "0086", "86"}) {
        if (!n.starts_with(prefix) || (prefix == "86" && n.size() != 13)) continue;
        n.remove_prefix(prefix.size());
        abroad = true;
        break;
    }
    if (n.empty() || !all_digits(n)) return std::nullopt;
    if (is_mobile(n)) return std::string(n);
    if (n[0] == '0') return landline(n.substr(1));
    if (abroad) return landline(n);
    if (is_short(n)) return std::string(n);
    return std::nullopt;
}

std::string masked_phone(std::string_view text)
{
    auto const phone = normal_phone(text);
    if (!phone || phone->size() < 11) return std::string(std::size_t(length(text)), '*');
    auto const dash = phone->find('-');
    auto const shown = dash == phone->npos ? 3 : dash + 1;
    return phone->substr(0, shown) + std::string(phone->size() - shown - 4, '*') + phone->substr(phone->size() - 4);
}

std::string masked_id(std::string_view id)
{
    bool const plain = std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (id.size() < 12 || !plain) return std::string(std::size_t(length(id)), '*');
    return std::string(id.substr(0, 4)) + std::string(id.size() - 8, '*') + std::string(id.substr(id.size() - 4));
}

std::string last_four(std::string_view text)
{
    std::string digits;
    auto const plain = narrow(text);
    std::copy_if(plain.begin(), plain.end(), std::back_inserter(digits), is_digit);
    return digits.size() < 4 ? digits : digits.substr(digits.size() - 4);
}

}  // namespace maple
