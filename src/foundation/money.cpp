#include "foundation/money.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/text.hpp"

#include <array>

namespace maple {
namespace {

constexpr std::array<std::string_view, 10> digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> places{"", "拾", "佰", "仟"};
constexpr std::array<std::string_view, 3> groups{"", "万", "亿"};

bool take_end(std::string_view& s, std::string_view what)
{
    if (!s.ends_with(what)) return false;
    s = trimmed(s.substr(0, s.size() - what.size()));
    return true;
}

// Digits with one dot as a number scaled by 10^scale; nothing when something would be lost.
std::optional<std::int64_t> scaled(std::string_view s, int scale)
{
    std::int64_t n = 0;
    bool dot = false, any = false;
    for (char c : s) {
        if (c == ',') continue;
        if (c == '.' && !dot) { dot = true; continue; }
        if (c < '0' || c > '9') return std::nullopt;
        any = true;
        if (dot && scale-- <= 0) {
            if (c != '0') return std::nullopt;
            continue;
        }
        n = n * 10 + (c - '0');
        if (n > most_fen * 100) return std::nullopt;
    }
    if (!any) return std::nullopt;
    for (; scale > 0; --scale) {
        n *= 10;
        if (n > most_fen * 100) return std::nullopt;
    }
    return n;
}

// Four digits of a group; `zero_before` asks for 零 when the group begins with zeros.
std::string group_text(int value, bool zero_before)
{
    std::string out;
    bool zero = zero_before && value < 1000;
    for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
        int const digit = value / unit % 10;
        if (digit == 0) {
            zero = zero || !out.empty();
            continue;
        }
        if (zero) out += digits[0];
        zero = false;
        out += std::string(digits[std::size_t(digit)]) + std::string(places[std::size_t(place)]);
    }
    return out;
}

std::string whole_yuan(std::int64_t yuan)
{
    std::array<int, 4> parts{};
    for (auto& part : parts) {
        part = int(yuan % 10000);
        yuan /= 10000;
    }
    std::string out;
    bool skipped = false;  // a whole group of zeros: one 零 stands for it
    for (int i = 3; i >= 0; --i) {
        auto const part = parts[std::size_t(i)];
        if (part == 0) {
            skipped = !out.empty();
            continue;
        }
        out += group_text(part, !out.empty());
        if (skipped && part >= 1000) out.insert(out.size() - group_text(part, true).size(), digits[0]);
        skipped = false;
        out += i == 3 ? "万" : std::string(groups[std::size_t(i)]);
        if (i == 3 && parts[2] == 0) out += "亿";
    }
    return out;
}

}  // namespace

std::optional<std::int64_t> fen_from_text(std::string_view text)
{
    auto const plain = folded(text);  // full-width digits become plain ones
    std::string dotted = plain;
    for (auto at = dotted.find("·"); at != dotted.npos; at = dotted.find("·")) dotted.replace(at, 2, ".");
    auto s = trimmed(dotted);
    for (std::string_view sign : {"￥", "¥", "rmb", "人民币"})
        if (s.starts_with(sign)) s = trimmed(s.substr(sign.size()));
    bool const yuan = take_end(s, "元整") || take_end(s, "元") || take_end(s, "圆");
    (void)yuan;
    int const scale = take_end(s, "亿") ? 10 : take_end(s, "万") ? 6 : 2;
    auto const fen = scaled(s, scale);
    if (!fen || *fen > most_fen) return std::nullopt;
    return fen;
}

std::string plain_yuan(std::int64_t fen)
{
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
    auto whole = std::to_string(fen / 100);
    for (int at = int(whole.size()) - 3; at > 0; at -= 3) whole.insert(std::size_t(at), ",");
    auto const rest = fen % 100;
    return whole + "." + char('0' + rest / 10) + char('0' + rest % 10);
}

std::string capital_yuan(std::int64_t fen)
{
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
