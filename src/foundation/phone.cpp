#include "foundation/phone.hpp"

#include <algorithm>

namespace maple {
namespace {

// Digits alone; nothing when anything else than separators stands between them.
std::optional<std::string> digits_of(std::string_view s)
{
    std::string out;
    if (s.starts_with("+")) s.remove_prefix(1);
    for (char c : s) {
        if (c >= '0' && c <= '9') out += c;
        else if (c != ' ' && c != '-' && c != '(' && c != ')') return std::nullopt;
    }
    return out;
}

bool is_short(std::string_view s)
{
    constexpr std::string_view known[] = {"110", "119", "120", "122", "12345", "12348", "12338", "12355", "12333", "12315"};
    return std::find(std::begin(known), std::end(known), s) != std::end(known);
}

}  // namespace

std::optional<std::string> normal_phone(std::string_view text)
{
    auto digits = digits_of(text);
    if (!digits) return std::nullopt;
    auto& n = *digits;
    if (n.starts_with("0086")) n.erase(0, 4);
    else if (n.starts_with("86") && n.size() == 13) n.erase(0, 2);
    if (n.size() == 11 && n[0] == '1' && n[1] >= '3') return n;
    // A landline: area code of three or four digits with the trunk 0, then seven or eight.
    if (n.size() >= 10 && n.size() <= 12 && n[0] == '0' && n[1] != '0') {
        std::size_t const area = n[1] == '1' || n[1] == '2' ? 3 : 4;
        auto const rest = n.size() - area;
        if (rest == 7 || rest == 8) return n.substr(0, area) + "-" + n.substr(area);
    }
    if (is_short(n)) return n;
    return std::nullopt;
}

std::string masked_phone(std::string_view phone)
{
    if (phone.size() < 8) return std::string(phone.size(), '*');
    return std::string(phone.substr(0, 3)) + "****" + std::string(phone.substr(phone.size() - 4));
}

std::string masked_id(std::string_view id)
{
    if (id.size() < 12) return std::string(id.size(), '*');
    return std::string(id.substr(0, 4)) + std::string(id.size() - 8, '*') + std::string(id.substr(id.size() - 4));
}

std::string last_four(std::string_view s) { return std::string(s.size() < 4 ? s : s.substr(s.size() - 4)); }

}  // namespace maple
