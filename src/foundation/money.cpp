#include "foundation/money.hpp"
#include "foundation/narrow.hpp"
#include "foundation/text.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace maple {
namespace {

constexpr std::array<std::string_view, 10> digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> places{"", "拾", "佰", "仟"};

bool take_front(std::string_view& s, std::string_view what)
{
    if (!s.starts_with(what)) return false;
    s = trimmed(s.substr(what.size()));
    return true;
}

bool take_end(std::string_view& s, std::string_view what)
{
    if (!s.ends_with(what)) return false;
    s = trimmed(s.substr(0, s.size() - what.size()));
    return true;
}

// "1234" and "1,234", but not "12,34": nothing when it is no whole number.
std::optional<std::string> whole_digits(std::string_view s)
{
    std::string out;
    for (bool first = true;; first = false) {
        auto const group = s.substr(0, s.find(','));
        bool const last = group.size() == s.size();
        bool const right_size = first ? !group.empty() && (last || group.size() <= 3) : group.size() == 3;
        if (!right_size || !all_digits(group)) return std::nullopt;
        out += group;
        if (last) return out;
        s.remove_prefix(group.size() + 1);
    }
}

// The number times 10^scale; nothing when something would be lost or it is too large.
std::optional<std::int64_t> scaled(std::string_view s, std::size_t scale)
{
    auto const dot = std::min(s.find('.'), s.size());
    auto number = whole_digits(s.substr(0, dot));
    auto fraction = std::string(s.substr(std::min(dot + 1, s.size())));
    if (!number || !all_digits(fraction) || (dot < s.size() && fraction.empty())) return std::nullopt;
    while (fraction.size() > scale && fraction.back() == '0') fraction.pop_back();
    if (fraction.size() > scale) return std::nullopt;
    *number += fraction + std::string(scale - fraction.size(), '0');

    std::int64_t n = 0;
    for (char c : *number) {
        n = n * 10 + (c - '0');
        if (n > most_fen) return std::nullopt;
    }
    return n;
}

void require_in_range(std::int64_t fen)
{
    if (fen < 0 || fen > most_fen) throw std::out_of_range("an amount of money is below zero or too large");
}

// Four digits and their places; one 零 for zeros between digits, and in front when `after_others`.
std::string four_digits(int value, bool after_others)
{
    std::string out;
    bool zero = false;
    for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
        int const digit = value / unit % 10;
        if (digit == 0) {
            zero = zero || after_others || !out.empty();
            continue;
        }
        if (zero) out += digits[0];
        zero = false;
        out += std::string(digits[std::size_t(digit)]) + std::string(places[std::size_t(place)]);
    }
    return out;
}

// Below 10^12: groups of 亿, 万 and one.
std::string whole_yuan(std::int64_t yuan)
{
    std::string out;
    bool skipped = false;  // a whole group of zeros
    for (auto const& [unit, name] : {std::pair{100'000'000, "亿"}, std::pair{10'000, "万"}, std::pair{1, ""}}) {
        int const group = int(yuan / unit);
        yuan %= unit;
        if (group == 0) {
            skipped = !out.empty();
            continue;
        }
        if (skipped && group >= 1000) out += digits[0];
        out += four_digits(group, !out.empty()) + name;
        skipped = false;
    }
    return out;
}

}  // namespace

std::optional<std::int64_t> fen_from_text(std::string_view text)
{
    auto const plain = narrow(text);
    auto s = trimmed(plain);
    take_front(s, "人民币");
    take_front(s, "¥");
    if (take_end(s, "整") && !s.ends_with("元") && !s.ends_with("圆")) return std::nullopt;
    if (!take_end(s, "元")) take_end(s, "圆");
    return scaled(s, take_end(s, "亿") ? 10 : take_end(s, "万") ? 6 : 2);
}

std::string plain_yuan(std::int64_t fen)
{
    require_in_range(fen);
    auto out = std::to_string(fen / 100);
    auto const rest = fen % 100;
    if (rest == 0) return out;
    out += '.';
    out += char('0' + rest / 10);
    if (rest % 10) out += char('0' + rest % 10);
    return out;
}

std::string yuan_text(std::int64_t fen)
{
    require_in_range(fen);
    auto whole = std::to_string(fen / 100);
    for (int at = int(whole.size()) - 3; at > 0; at -= 3) whole.insert(std::size_t(at), ",");
    auto const rest = fen % 100;
    return whole + "." + char('0' + rest / 10) + char('0' + rest % 10);
}

std::string capital_yuan(std::int64_t fen)
{
    require_in_range(fen);
    auto const yuan = fen / 100;
    int const jiao = int(fen / 10 % 10), rest = int(fen % 10);
    std::string out = yuan ? whole_yuan(yuan) + "元" : "";
    if (!jiao && !rest) return (out.empty() ? "零元" : out) + "整";
    if (jiao) out += std::string(digits[std::size_t(jiao)]) + "角";
    else if (!out.empty()) out += digits[0];
    if (rest) out += std::string(digits[std::size_t(rest)]) + "分";
    else out += "整";
    return out;
}

}  // namespace maple
