#include "foundation/capital_amount.hpp"
#include "foundation/narrow.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace maple {
namespace {

enum class Role { digit, unit, group, yuan, jiao, fen, whole };

struct Numeral {
    std::string_view mark;
    Role role;
    std::int64_t value;
    bool formal;
};

constexpr std::array numerals{
    Numeral{"零", Role::digit, 0, false},   Numeral{"〇", Role::digit, 0, false},   Numeral{"壹", Role::digit, 1, true},
    Numeral{"贰", Role::digit, 2, true},    Numeral{"叁", Role::digit, 3, true},    Numeral{"肆", Role::digit, 4, true},
    Numeral{"伍", Role::digit, 5, true},    Numeral{"陆", Role::digit, 6, true},    Numeral{"柒", Role::digit, 7, true},
    Numeral{"捌", Role::digit, 8, true},    Numeral{"玖", Role::digit, 9, true},    Numeral{"一", Role::digit, 1, false},
    Numeral{"二", Role::digit, 2, false},   Numeral{"两", Role::digit, 2, false},   Numeral{"三", Role::digit, 3, false},
    Numeral{"四", Role::digit, 4, false},   Numeral{"五", Role::digit, 5, false},   Numeral{"六", Role::digit, 6, false},
    Numeral{"七", Role::digit, 7, false},   Numeral{"八", Role::digit, 8, false},   Numeral{"九", Role::digit, 9, false},
    Numeral{"拾", Role::unit, 10, true},    Numeral{"佰", Role::unit, 100, true},   Numeral{"仟", Role::unit, 1000, true},
    Numeral{"十", Role::unit, 10, false},   Numeral{"百", Role::unit, 100, false},  Numeral{"千", Role::unit, 1000, false},
    Numeral{"万", Role::group, 10'000, false}, Numeral{"亿", Role::group, 100'000'000, false},
    Numeral{"元", Role::yuan, 100, false},  Numeral{"圆", Role::yuan, 100, false},  Numeral{"块", Role::yuan, 100, false},
    Numeral{"角", Role::jiao, 10, false},   Numeral{"分", Role::fen, 1, false},     Numeral{"整", Role::whole, 0, false},
    Numeral{"正", Role::whole, 0, false},
};

Numeral const* numeral_at(std::string_view s)
{
    auto const found = std::find_if(numerals.begin(), numerals.end(), [&](Numeral const& n) { return s.starts_with(n.mark); });
    return found == numerals.end() ? nullptr : &*found;
}

// One number, mark by mark; `ok` ends when a mark cannot stand where it stands.
class Sum {
public:
    bool ok = true;

    void take(Numeral const& n)
    {
        if (closed_) ok = false;
        switch (n.role) {
        case Role::digit: digit(n.value); break;
        case Role::unit: unit(n.value); break;
        case Role::group: group(n.value); break;
        case Role::yuan: money(n.value, 3); break;
        case Role::jiao: money(n.value, 2); break;
        case Role::fen: money(n.value, 1); break;
        case Role::whole: closed_ = true; ok = ok && !digit_; break;
        }
        if (fen_ > most_fen || groups_ > most_fen || section_ > most_fen) ok = false;
    }

    std::optional<std::int64_t> fen()
    {
        if (ok && level_ == 4) money(100, 3);  // "壹万贰仟" without 元
        if (!ok || digit_ || fen_ > most_fen) return std::nullopt;
        return fen_;
    }

private:
    void digit(std::int64_t value)
    {
        if (value == 0) return void(zero_ = true);
        if (digit_) ok = false;
        digit_ = value;
    }

    void unit(std::int64_t value)
    {
        if (value >= last_unit_ || level_ != 4 || (!digit_ && (value != 10 || section_))) ok = false;
        section_ += digit_.value_or(1) * value;
        last_unit_ = value;
        digit_.reset();
    }

    void group(std::int64_t value)
    {
        auto const below = section_ + digit_.value_or(0);
        if (value >= last_group_ || level_ != 4 || below == 0) ok = false;
        groups_ += below * value;
        last_group_ = value;
        section_ = 0;
        last_unit_ = 10'000;
        digit_.reset();
    }

    // 元, 角 and 分 come in this order, each with a number before it.
    void money(std::int64_t value, int level)
    {
        auto const number = level == 3 ? groups_ + section_ + digit_.value_or(0) : digit_.value_or(0);
        if (level >= level_ || (number == 0 && !zero_) || (level < 3 && (level_ == 4 && section_ + groups_ > 0))) ok = false;
        fen_ += number * value;
        level_ = level;
        digit_.reset();
    }

    std::int64_t fen_ = 0, groups_ = 0, section_ = 0, last_unit_ = 10'000, last_group_ = 1'000'000'000'000;
    std::optional<std::int64_t> digit_;
    bool zero_ = false, closed_ = false;
    int level_ = 4;
};

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "480,000.00" at the front of s; a comma belongs to it before three figures only.
std::string_view figures_at(std::string_view s)
{
    auto const run = [&](std::size_t from) {
        std::size_t n = 0;
        while (from + n < s.size() && is_digit(s[from + n])) ++n;
        return n;
    };
    auto end = run(0);
    if (end <= 3)
        while (end < s.size() && s[end] == ',' && run(end + 1) == 3) end += 4;
    if (end < s.size() && s[end] == '.' && run(end + 1) > 0) end += 1 + run(end + 1);
    return s.substr(0, end);
}

std::size_t blanks_at(std::string_view s) { return std::min(s.find_first_not_of(' '), s.size()); }

// The figures that begin at `at`, with their unit; nothing when it is no money.
std::optional<AmountInText> figures(std::string_view text, std::size_t at)
{
    auto const digits = figures_at(text.substr(at));
    auto end = at + digits.size();
    auto before = text.substr(0, at);
    while (before.ends_with(' ')) before.remove_suffix(1);
    bool money = before.ends_with("¥") || before.ends_with("人民币");
    auto number = std::string(digits);
    auto const takes = [&](std::string_view what) {
        auto const from = end + blanks_at(text.substr(end));
        if (!text.substr(from).starts_with(what)) return false;
        end = from + what.size();
        return true;
    };
    auto const bare = end;
    bool const large = takes("万") || takes("亿");
    if (large) number += text.substr(end - 3, 3);
    if (takes("元") || takes("圆") || takes("块钱") || takes("块")) money = true;
    else if (large && !money) end = bare;
    if (!money) return std::nullopt;
    auto fen = fen_from_text(number);
    for (auto const& [unit, worth] : {std::pair{"角", 10}, std::pair{"分", 1}})  // "5元3角"
        if (end + 3 < text.size() && is_digit(text[end]) && text.substr(end + 1).starts_with(unit) && fen) {
            *fen += (text[end] - '0') * worth;
            end += 4;
        }
    takes("整");
    if (fen && *fen > most_fen) fen.reset();
    return AmountInText{at, end, fen, false, false};
}

std::optional<AmountInText> words(std::string_view text, std::size_t at, std::size_t& next)
{
    AmountInText found{at, at, {}, true, false};
    bool digit = false, unit = false, yuan = false;
    while (auto const* n = numeral_at(text.substr(found.end))) {
        if (yuan && !digit) break;
        found.formal = found.formal || n->formal;
        digit = digit || n->role == Role::digit || n->role == Role::unit;
        unit = unit || n->role == Role::unit || n->role == Role::group;
        yuan = yuan || n->role == Role::yuan || ((n->role == Role::jiao || n->role == Role::fen) && found.formal);
        found.end += n->mark.size();
        if (n->role == Role::whole) break;
    }
    next = found.end;
    bool const number = numeral_at(text.substr(at))->role == Role::digit && found.formal && unit;  // not the 拾 of 收拾
    if (!digit || !(yuan || number)) return std::nullopt;
    found.fen = fen_from_numerals(text.substr(at, found.end - at));
    if (!found.fen && !found.formal) return std::nullopt;  // "二〇二三": no money at all
    return found;
}

}  // namespace

std::optional<std::int64_t> fen_from_numerals(std::string_view text)
{
    Sum sum;
    if (text.empty()) return std::nullopt;
    while (!text.empty() && sum.ok) {
        auto const* n = numeral_at(text);
        if (!n) return std::nullopt;
        sum.take(*n);
        text.remove_prefix(n->mark.size());
    }
    return sum.fen();
}

std::vector<AmountInText> amounts_in(std::string_view text)
{
    std::vector<AmountInText> all;
    for (std::size_t at = 0; at < text.size();) {
        auto next = at + 1;
        std::optional<AmountInText> found;
        if (is_digit(text[at])) {
            if (at == 0 || (!is_latin(text[at - 1]) && text[at - 1] != '.')) found = figures(text, at);
            next = at + figures_at(text.substr(at)).size();
        } else if (auto const* n = numeral_at(text.substr(at)); n && (n->role == Role::digit || n->role == Role::unit)) {
            found = words(text, at, next);
        }
        if (found) next = std::max(next, found->end), all.push_back(*found);
        at = next;
    }
    return all;
}

}  // namespace maple
