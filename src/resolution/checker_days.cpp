// Days of the calendar in a text, word by word.
#include "foundation/narrow.hpp"
#include "resolution/checker_readings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace maple::resolution::checking {
namespace {

enum class Is { number, word, mark };

struct Token {
    Is is = Is::mark;
    std::string_view text;
    int value = 0;  // of a number; -1 when it is no day, month or year
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
// Uyghur letters are two bytes, U+0620 to U+06FF; its comma, semicolon and question mark stand before them.
bool is_arabic(std::string_view s)
{
    if (s.size() < 2) return false;
    auto const a = static_cast<unsigned char>(s[0]), b = static_cast<unsigned char>(s[1]);
    return (a == 0xD8 && b >= 0xA0) || (a >= 0xD9 && a <= 0xDB);
}

std::size_t letter_bytes(char c)
{
    auto const lead = static_cast<unsigned char>(c);
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}

int numeral(std::string_view letter)
{
    constexpr std::array<std::string_view, 12> numerals{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "零"};
    auto const found = std::find(numerals.begin(), numerals.end(), letter);
    return found == numerals.end() ? -1 : found == numerals.end() - 1 ? 0 : int(found - numerals.begin());
}

// "二〇二三" digit by digit, "三十一" with its ten.
int value_of(std::vector<int> const& digits)
{
    auto const ten = std::find(digits.begin(), digits.end(), 10);
    if (ten == digits.end()) {
        int value = 0;
        for (auto const digit : digits) value = value * 10 + digit;
        return digits.size() <= 4 ? value : -1;
    }
    auto const before = ten - digits.begin(), after = digits.end() - ten - 1;
    if (before > 1 || after > 1 || (after == 1 && ten[1] == 10)) return -1;
    return (before ? digits.front() : 1) * 10 + (after ? digits.back() : 0);
}

Token token_at(std::string_view rest)
{
    std::size_t n = 0;
    if (is_digit(rest[0])) {
        int value = 0;
        for (; n < rest.size() && is_digit(rest[n]); ++n) value = n < 4 ? value * 10 + (rest[n] - '0') : -1;
        return {Is::number, rest.substr(0, n), value};
    }
    if (is_letter(rest[0])) {
        while (n < rest.size() && is_letter(rest[n])) ++n;
        return {Is::word, rest.substr(0, n), 0};
    }
    if (is_arabic(rest)) {
        while (is_arabic(rest.substr(n))) n += 2;
        return {Is::word, rest.substr(0, n), 0};
    }
    std::vector<int> digits;
    while (n < rest.size()) {
        auto const letter = rest.substr(n, letter_bytes(rest[n]));
        auto const digit = numeral(letter);
        if (digit < 0) break;
        digits.push_back(digit);
        n += letter.size();
    }
    if (!digits.empty()) return {Is::number, rest.substr(0, n), value_of(digits)};
    return {Is::mark, rest.substr(0, letter_bytes(rest[0])), 0};
}

// Without the blanks; where digits must touch, text.end() tells.
std::vector<Token> tokens_in(std::string_view text)
{
    std::vector<Token> all;
    while (!text.empty()) {
        auto const token = token_at(text);
        auto const blank = token.text == " " || token.text == "\t" || token.text == "\xC2\xA0";
        if (!blank) all.push_back(token);
        text.remove_prefix(token.text.size());
    }
    return all;
}

std::string lower(std::string_view word)
{
    std::string out(word);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return out;
}

// 0 when it is none. "May" and "March" are words of their own when they are written small.
int english_month(std::string_view word)
{
    constexpr std::array<std::string_view, 12> names{"january", "february", "march", "april", "may", "june",
                                                     "july", "august", "september", "october", "november", "december"};
    auto const small = lower(word);
    bool const capital = word.front() >= 'A' && word.front() <= 'Z';
    if (small == "sept") return capital ? 9 : 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (small == names[i]) return capital || (small != "may" && small != "march") ? int(i) + 1 : 0;
        if (capital && small == names[i].substr(0, 3)) return int(i) + 1;
    }
    return 0;
}

int uyghur_month(std::string_view word)
{
    constexpr std::array<std::string_view, 12> names{"يانۋار", "فېۋرال", "مارت", "ئاپرېل", "ماي", "ئىيۇن",
                                                     "ئىيۇل", "ئاۋغۇست", "سېنتەبىر", "ئۆكتەبىر", "نويابىر", "دېكابىر"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (word.starts_with(names[i])) return int(i) + 1;
    return 0;
}

class DaysOf {
public:
    explicit DaysOf(std::string_view text) : all_(tokens_in(text)) {}

    Told<Day> read()
    {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (all_[i].text == "月") chinese(i);
            else if (all_[i].is == Is::number) figures(i);
            else if (all_[i].is == Is::word) named(i);
        }
        return std::move(told_);
    }

private:
    Token const& at(std::size_t i) const
    {
        static Token const nothing;
        return i < all_.size() ? all_[i] : nothing;  // before the first one, too: the places wrap around
    }
    bool is(std::size_t i, std::initializer_list<std::string_view> words) const
    {
        return i < all_.size() && std::find(words.begin(), words.end(), lower(at(i).text)) != words.end();
    }
    int number(std::size_t i, int least, int most) const
    {
        auto const& one = at(i);
        return one.is == Is::number && one.value >= least && one.value <= most ? one.value : 0;
    }
    int day_at(std::size_t i) const { return number(i, 1, 31); }
    int year_at(std::size_t i) const
    {
        if (is(i + 1, {"yuan", "rmb", "cny", "元"})) return 0;  // "by 15 December 2000 yuan"
        return number(i, 1900, 2199);
    }
    bool touches(std::size_t i) const { return at(i).text.data() + at(i).text.size() == at(i + 1).text.data(); }
    bool joins(std::size_t i) const { return is(i, {"-", "–", "—", "~", "to", "and", "or", "until", "till", "&", ",", "至", "到", "、", "和", "及"}); }
    bool ordinal(std::size_t i) const { return is(i, {"st", "nd", "rd", "th"}); }

    void say(Day day) { put(told_.said, day); }
    void perhaps(Day day) { put(told_.perhaps, day); }
    static void put(std::vector<Day>& days, Day day)
    {
        auto const known = [&](Day d) { return d.year == day.year && d.month == day.month && d.day == day.day; };
        if (std::none_of(days.begin(), days.end(), known)) days.push_back(day);
    }

    // Days that share the month: "1 to 5 March", "March 1, 5 and 9".
    void others_before(std::size_t i, int month)
    {
        while (joins(i - 1)) {
            auto n = i - 2;
            if (ordinal(n)) --n;
            auto const day = day_at(n);
            if (!day) return;
            perhaps({0, month, day});
            i = n;
        }
    }
    void others_after(std::size_t i, int month)
    {
        while (joins(i)) {
            auto const day = day_at(i + 1);
            if (!day || is(i + 2, {"月"})) return;
            perhaps({0, month, day});
            i += 2;
            if (ordinal(i) || is(i, {"日", "号"})) ++i;
        }
    }

    void chinese(std::size_t i)
    {
        auto const month = number(i - 1, 1, 12);
        if (!month) return;
        bool const with_year = is(i - 2, {"年"});
        auto const year = with_year ? number(i - 3, 1900, 2199) : 0;
        bool const lunar = is(i - 2, {"历"}) || (with_year && is(i - 4, {"历"}));
        auto const day = day_at(i + 1);
        if (!day || lunar || !is(i + 2, {"日", "号"})) return perhaps({year, month, lunar ? 0 : day});
        say({year, month, day});
        others_after(i + 3, month);
    }

    // 2023-12-15, 2023/12/15, 2023.12.15; who writes 3/4/2024 means March or April.
    void figures(std::size_t i)
    {
        if (!is(i + 1, {"-", "/", "."}) || at(i + 3).text != at(i + 1).text) return;
        for (auto n = i; n < i + 4; ++n)
            if (!touches(n)) return;
        bool const longer = (is(i + 5, {"-", "/"}) && touches(i + 4) && at(i + 6).is == Is::number) || (is(i - 1, {"-", "/"}) && touches(i - 1));
        if (longer) return;
        if (auto const year = number(i, 1900, 2199)) {
            auto const month = number(i + 2, 1, 12), day = day_at(i + 4);
            if (month && day) say({year, month, day});
        } else if (auto const last = number(i + 4, 1900, 2199)) {
            auto const a = day_at(i), b = day_at(i + 2);
            if (a && b && b <= 12) perhaps({last, b, a});
            if (a && b && a <= 12) perhaps({last, a, b});
        }
    }

    void named(std::size_t i)
    {
        if (auto const month = english_month(at(i).text)) return english(i, month);
        if (at(i).text.starts_with("ئاي") && is(i - 1, {"-"})) {  // "12-ئاينىڭ"; without the dash it is a span of months
            if (auto const month = number(i - 2, 1, 12)) uyghur(i, month, uyghur_year(i - 3));
        } else if (auto const named_month = uyghur_month(at(i).text)) {
            auto const before = is(i - 1, {"-"}) ? day_at(i - 2) : 0;
            if (before) say({uyghur_year(i - 3), named_month, before});
            else uyghur(i, named_month, uyghur_year(i - 1));
        }
    }

    void english(std::size_t i, int month)
    {
        auto n = i - 1;
        if (is(n, {"of"})) --n;
        if (ordinal(n)) --n;
        if (auto const day = day_at(n); day && !(is(n - 1, {".", ","}) && touches(n - 1))) {
            bool const abbreviated = at(i).text.size() <= 4 && is(i + 1, {"."});
            auto const year = year_at(abbreviated || is(i + 1, {","}) ? i + 2 : i + 1);
            say({year, month, day});
            return others_before(n, month);
        }
        if (day_at(n)) return perhaps({0, month, 0});  // the tail of a longer number
        auto const after = is(i + 1, {"."}) ? i + 2 : i + 1;
        auto const day = day_at(after);
        if (!day) return perhaps({0, month, 0});
        month_first(after, month, day);
    }

    // "December 15, 2023"; what is counted after a month, "in March 20 workers", is no day.
    void month_first(std::size_t i, int month, int day)
    {
        bool const th = ordinal(i + 1);
        auto const next = th ? i + 2 : i + 1;
        auto const year = year_at(is(next, {","}) ? next + 1 : next);
        bool const follows = th || year || at(next).is == Is::mark ||
                             is(next, {"and", "or", "to", "at", "in", "by", "before", "after", "the", "he", "she", "they", "both", "each", "with", "through", "until", "on", "as", "for", "from"});
        if (!follows) return perhaps({0, month, day});
        say({year, month, day});
        others_after(next, month);
    }

    int uyghur_year(std::size_t i) const
    {
        if (!at(i).text.starts_with("يىل")) return 0;
        return number(is(i - 1, {"-"}) ? i - 2 : i - 1, 1900, 2199);
    }
    void uyghur(std::size_t i, int month, int year)
    {
        auto const day = day_at(i + 1);
        auto const unit = is(i + 2, {"-"}) ? i + 3 : i + 2;
        if (day && at(unit).text.starts_with("كۈن")) say({year, month, day});
        else perhaps({year, month, 0});
    }

    std::vector<Token> all_;
    Told<Day> told_;
};

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

std::string shown(Day d) { return (d.year ? std::to_string(d.year) + "-" : "") + two(d.month) + "-" + two(d.day); }

bool same(Day a, Day b)
{
    return a.month == b.month && (!a.day || !b.day || a.day == b.day) && (!a.year || !b.year || a.year == b.year);
}

Told<Day> days_in(std::string_view text) { return DaysOf(text).read(); }

}  // namespace maple::resolution::checking
