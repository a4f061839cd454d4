#include "documents/ledger/cell.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/money.hpp"
#include "foundation/narrow.hpp"
#include "foundation/text.hpp"

#include <algorithm>
#include <array>

namespace maple::documents::ledger {
namespace {

using namespace std::chrono;

// Half width, small letters, no spaces; folding makes a middle dot of a point, here it is a point again.
std::string plain(std::string_view cell)
{
    constexpr std::string_view middle_dot = "·";
    auto const text = folded(cell);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, middle_dot.size(), middle_dot) == 0) {
            out += '.';
            i += middle_dot.size() - 1;
        } else if (text[i] != ' ' && text[i] != '\t') out += text[i];
    }
    return out;
}

// Takes the leading digits off, `most` of them at most.
std::string_view take_digits(std::string_view& s, std::size_t most)
{
    std::size_t n = 0;
    while (n < s.size() && n < most && s[n] >= '0' && s[n] <= '9') ++n;
    auto const taken = s.substr(0, n);
    s.remove_prefix(n);
    return taken;
}

bool take(std::string_view& s, std::string_view word)
{
    if (!s.starts_with(word)) return false;
    s.remove_prefix(word.size());
    return true;
}

int number(std::string_view digits)
{
    int n = 0;
    for (char c : digits) n = n * 10 + (c - '0');
    return n;
}

// A spreadsheet's midnight: "00:00", "0:00:00", "t00:00:00.000".
bool is_midnight(std::string_view s)
{
    return s.find(':') != s.npos && s.find_first_not_of("0:t.") == s.npos;
}

// The day of a cell that says a time of midnight behind it.
std::string_view without_midnight(std::string_view cell)
{
    cell = trimmed(cell);
    auto const space = cell.rfind(' ');
    return space != cell.npos && is_midnight(cell.substr(space + 1)) ? cell.substr(0, space) : cell;
}

struct DayParts {
    int year, month, day;
};

std::optional<DayParts> day_parts(std::string_view s)
{
    auto const y = take_digits(s, 4);
    if (y.size() != 4) return std::nullopt;
    if (s.size() >= 4 && all_digits(s.substr(0, 4))) {  // 20231027
        auto const m = s.substr(0, 2), d = s.substr(2, 2);
        if (s.size() != 4) return std::nullopt;
        return DayParts{number(y), number(m), number(d)};
    }
    constexpr std::array<std::array<std::string_view, 2>, 4> separators{{{"-", "-"}, {"/", "/"}, {".", "."}, {"年", "月"}}};
    for (auto const& [first, second] : separators) {
        auto rest = s;
        if (!take(rest, first)) continue;
        auto const m = take_digits(rest, 2);
        if (m.empty() || !take(rest, second)) return std::nullopt;
        auto const d = take_digits(rest, 2);
        if (d.empty()) return std::nullopt;
        if (first == "年" && !take(rest, "日")) take(rest, "号");
        if (!rest.empty() && !(rest.front() == 't' && is_midnight(rest))) return std::nullopt;
        return DayParts{number(y), number(m), number(d)};
    }
    return std::nullopt;
}

// "13,800" and "1,234,567" but not "1,70": a comma stands before three digits.
bool commas_in_place(std::string_view text)
{
    for (auto at = text.find(','); at != text.npos; at = text.find(',', at + 1)) {
        auto rest = text.substr(at + 1);
        bool const three = take_digits(rest, 4).size() == 3;
        if (!three || at == 0) return false;
    }
    return true;
}

// Of a sum that cannot be kept: because it is too large, too fine, or no figure at all.
std::string out_of_bounds(std::string const& text)
{
    auto const first = text.find_first_of("0123456789"), last = text.find_last_of("0123456789");
    if (first == text.npos) return "amount_unreadable";
    auto const figure = text.substr(first, last - first + 1), unit = text.substr(last + 1);
    bool const plain_figure = figure.find_first_not_of("0123456789,.") == figure.npos && std::count(figure.begin(), figure.end(), '.') <= 1;
    if (!plain_figure || !fen_from_text(text.substr(0, first) + "1" + unit)) return "amount_unreadable";
    auto const point = figure.find('.');
    auto fraction = point == figure.npos ? std::string() : figure.substr(point + 1);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    std::size_t const places = unit.starts_with("亿") ? 10 : unit.starts_with("万") ? 6 : 2;
    return fraction.size() > places ? "amount_too_fine" : "amount_too_large";
}

std::vector<std::string> split(std::string_view text, std::initializer_list<std::string_view> separators)
{
    std::vector<std::string> pieces(1);
    while (!text.empty()) {
        bool cut = false;
        for (auto const one : separators)
            if (!cut && take(text, one)) {
                pieces.emplace_back();
                cut = true;
            }
        if (cut) continue;
        pieces.back() += text.front();
        text.remove_prefix(1);
    }
    std::vector<std::string> kept;
    for (auto const& piece : pieces)
        if (auto const name = trimmed(piece); !name.empty()) kept.emplace_back(name);
    return kept;
}

bool begins_beyond_ascii(std::string const& s) { return !s.empty() && (static_cast<unsigned char>(s.front()) & 0x80); }

}  // namespace

Reading<Date> read_date(std::string_view cell)
{
    auto const text = plain(without_midnight(cell));
    auto const parts = day_parts(text);
    if (!parts || parts->year < 1900 || parts->year > 2200) return Trouble{"date_unreadable"};
    year_month_day const day{year(parts->year), month(unsigned(parts->month)), std::chrono::day(unsigned(parts->day))};
    if (day.ok()) return Date{sys_days(day)};
    auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return Trouble{"date_impossible",
                   {{"date", std::to_string(parts->year) + "-" + two(parts->month) + "-" + two(parts->day)}}};
}

Reading<Fen> read_amount(std::string_view cell)
{
    auto const text = plain(cell);
    if (!commas_in_place(text)) return Trouble{"amount_unreadable"};
    if (auto const fen = fen_from_text(text)) return Fen{*fen};
    auto const sign = text.find('-');
    if (sign != text.npos) {
        auto positive = text;
        positive.erase(sign, 1);
        auto const below = fen_from_text(positive);
        return Trouble{below && sign <= text.find_first_of("0123456789") ? "amount_below_zero" : "amount_unreadable"};
    }
    return Trouble{out_of_bounds(text)};
}

std::vector<std::string> read_names(std::string_view cell)
{
    std::vector<std::string> names;
    for (auto& piece : split(cell, {"、", "；", ";", "\n"})) {
        auto finer = split(piece, {"，", ",", "／", "/"});
        bool const unambiguous = std::all_of(finer.begin(), finer.end(),
                                             [](auto const& one) { return begins_beyond_ascii(one) && length(one) >= 2; });
        if (finer.size() > 1 && !unambiguous) finer = {std::move(piece)};
        for (auto& one : finer) names.push_back(std::move(one));
    }
    return names;
}

std::string joined(std::vector<std::string> const& names)
{
    std::string all;
    for (auto const& name : names) all += (all.empty() ? "" : "、") + name;
    return all;
}

std::int64_t heads_in(std::string_view name)
{
    constexpr std::string_view and_others = "等", people = "人";
    auto const at = name.rfind(and_others);
    if (at == name.npos || !name.ends_with(people)) return 1;
    auto const from = at + and_others.size();
    auto const digits = name.substr(from, name.size() - people.size() - from);
    if (digits.empty() || !all_digits(digits) || digits.size() > 4) return 1;
    return std::max(number(digits), 1);
}

std::string tidy(std::string_view cell)
{
    std::string text;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == '\r') {
            if (i + 1 == cell.size() || cell[i + 1] != '\n') text += '\n';
        } else text += cell[i];
    }
    return std::string(trimmed(text));
}

bool says_nothing(std::string_view cell)
{
    if (cell.size() > 16) return false;
    auto const text = plain(cell);
    constexpr std::array<std::string_view, 7> nothing{"", "/", "-", "—", "——", "无", "--"};
    return std::find(nothing.begin(), nothing.end(), text) != nothing.end();
}

}  // namespace maple::documents::ledger
