// Sums of money in a text of any of the house's languages.
#include "foundation/capital_amount.hpp"
#include "foundation/narrow.hpp"
#include "resolution/checker_readings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace maple::resolution::checking {
namespace {

constexpr std::array<std::string_view, 5> currencies{"yuan", "rmb", "cny", "renminbi", "يۈەن"};
constexpr std::array<std::pair<std::string_view, std::int64_t>, 4> thousands{{{"thousand", 1000}, {"million", 1'000'000}, {"مىڭ", 1000}, {"مىليون", 1'000'000}}};

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t past_blanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

class SumsOf {
public:
    explicit SumsOf(std::string_view text) : text_(text), small_(text)
    {
        for (auto& c : small_)
            if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    }

    Told<std::int64_t> read()
    {
        for (auto const& one : amounts_in(text_)) say(one.fen);
        for (std::size_t at = 0; at < text_.size();) at = is_digit(text_[at]) ? figures(at) : at + 1;
        for (std::size_t at = 0; at < text_.size();) at = starts_word(at) ? words(at) : at + 1;
        if (any_currency_left() || thousands_in_figures()) told_.unread = true;
        return std::move(told_);
    }

private:
    bool starts_word(std::size_t at) const { return is_latin(text_[at]) && (at == 0 || !is_latin(text_[at - 1])); }

    void say(std::optional<std::int64_t> fen)
    {
        if (!fen) told_.unread = true;
        else if (std::find(told_.said.begin(), told_.said.end(), *fen) == told_.said.end()) told_.said.push_back(*fen);
    }

    // The length of the name of a currency that begins here.
    std::size_t currency_at(std::size_t at) const
    {
        if (at > 0 && at < text_.size() && is_latin(text_[at]) && is_latin(text_[at - 1])) return 0;
        for (auto const name : currencies)
            if (std::string_view(small_).substr(std::min(at, small_.size())).starts_with(name)) return name.size();
        return 0;
    }
    bool take_currency(std::size_t at)
    {
        at = past_blanks(text_, at);
        if (!currency_at(at)) return false;
        taken_.push_back(at);
        return true;
    }
    // "CNY 1,800"; the yuan of "500 yuan 15 days later" belongs to what stands before it.
    bool take_currency_before(std::size_t at)
    {
        auto const before = text_.substr(0, text_.find_last_not_of(' ', at ? at - 1 : 0) + 1);
        for (std::string_view const name : {"rmb", "cny", "renminbi"}) {
            if (at == 0 || before.size() < name.size()) continue;
            auto const start = before.size() - name.size();
            if (std::string_view(small_).substr(start, name.size()) != name || !currency_at(start)) continue;
            if (std::find(taken_.begin(), taken_.end(), start) != taken_.end()) return false;
            taken_.push_back(start);
            return true;
        }
        return false;
    }

    std::size_t end_of_figures(std::size_t at) const
    {
        while (at < text_.size() && (is_digit(text_[at]) || ((text_[at] == ',' || text_[at] == '.') && at + 1 < text_.size() && is_digit(text_[at + 1])))) ++at;
        return at;
    }

    // The figures that begin here, with what is said before and behind them; where they end.
    std::size_t figures(std::size_t at)
    {
        auto const end = end_of_figures(at);
        auto const number = text_.substr(at, end - at);
        auto fen = fen_from_text(number);
        if (fen) told_.perhaps.push_back(*fen);
        auto behind = past_blanks(text_, end);
        for (auto const& [name, factor] : thousands) {
            if (!std::string_view(small_).substr(behind).starts_with(name)) continue;
            fen = fen && *fen <= most_fen / factor ? std::optional(*fen * factor) : std::nullopt;
            behind += name.size();
            break;
        }
        bool const before = take_currency_before(at);
        bool const after = take_currency(behind);
        if (!before && !after) return end;
        bool const tail = at > 1 && end - at == 3 && text_[at - 1] == ' ' && is_digit(text_[at - 2]);  // "1 800 yuan"
        bool const glued = at > 0 && is_latin(text_[at - 1]) && !before;
        say(tail || glued ? std::nullopt : fen);
        return end;
    }

    std::size_t end_of_word(std::size_t at) const
    {
        while (at < text_.size() && is_latin(text_[at])) ++at;
        return at;
    }
    bool behind_figures(std::size_t at) const  // the million of "1.2 million", read with them
    {
        while (at > 0 && text_[at - 1] == ' ') --at;
        return at > 0 && is_digit(text_[at - 1]);
    }

    // "one thousand eight hundred yuan": nothing unless the words make one number. Where they end.
    std::size_t words(std::size_t at)
    {
        Spelt spelt;
        auto end = end_of_word(at);
        if (!value_of(small(at, end)) || behind_figures(at)) return end;
        for (auto next = at, stop = end; next < stop; stop = end_of_word(next)) {
            if (auto const value = value_of(small(next, stop))) spelt.take(value), end = stop;
            else if (small(next, stop) != "and") break;
            next = std::min(text_.find_first_not_of(" -", stop), text_.size());
        }
        bool const before = take_currency_before(at);
        bool const after = take_currency(end);
        if (before || after) say(spelt.fen());
        return end;
    }
    std::string_view small(std::size_t at, std::size_t end) const { return std::string_view(small_).substr(at, end - at); }

    // A number in English words, word by word.
    struct Spelt {
        std::int64_t total = 0, current = 0, last = most_fen;
        bool ok = true;

        void take(std::int64_t value)
        {
            if (value >= 1000) {
                ok = ok && current >= 1 && value < last;
                total += ok ? current * value : 0;
                last = value;
                current = 0;
            } else if (value == 100) {
                ok = ok && current >= 1 && current <= 99;
                current *= ok ? value : 0;
            } else {  // "twenty one", not "one twenty"
                ok = ok && (value < 10 ? current % 10 == 0 && current % 100 != 10 : current % 100 == 0);
                current += value;
            }
        }
        std::optional<std::int64_t> fen() const { return ok ? std::optional((total + current) * 100) : std::nullopt; }
    };

    static std::int64_t value_of(std::string_view word)
    {
        constexpr std::array<std::string_view, 19> ones{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                                                        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
        constexpr std::array<std::string_view, 8> tens{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
        for (std::size_t i = 0; i < ones.size(); ++i)
            if (word == ones[i]) return std::int64_t(i) + 1;
        for (std::size_t i = 0; i < tens.size(); ++i)
            if (word == tens[i]) return 10 * (std::int64_t(i) + 2);
        return word == "hundred" ? 100 : word == "thousand" ? 1000 : word == "million" ? 1'000'000 : 0;
    }
    // A name of money that belongs to no sum that was read; "Ma Yuan" is a person.
    bool any_currency_left() const
    {
        for (std::size_t at = 0; at < text_.size(); ++at) {
            auto const n = currency_at(at);
            if (!n || (at + n < text_.size() && is_latin(text_[at + n])) || text_.substr(at, 2) == "Yu") continue;
            if (std::find(taken_.begin(), taken_.end(), at) == taken_.end() && !beside_taken(at, n)) return true;
        }
        return false;
    }
    // "RMB 1,800 yuan" and "1,800 yuan RMB" name one sum twice.
    bool beside_taken(std::size_t at, std::size_t n) const
    {
        return std::any_of(taken_.begin(), taken_.end(), [&](std::size_t one) {
            return one < at ? past_blanks(text_, one + currency_at(one)) == at : past_blanks(text_, at + n) == one;
        });
    }
    bool thousands_in_figures() const  // "3千元"
    {
        for (std::string_view const unit : {"千元", "百元", "千块", "百块"})
            for (auto at = text_.find(unit); at != text_.npos; at = text_.find(unit, at + 1))
                if (at > 0 && is_digit(text_[at - 1])) return true;
        return false;
    }

    std::string_view text_;
    std::string small_;
    Told<std::int64_t> told_;
    std::vector<std::size_t> taken_;
};

}  // namespace

bool same(std::int64_t fen, std::int64_t other) { return fen == other; }

Told<std::int64_t> sums_in(std::string_view text) { return SumsOf(text).read(); }

}  // namespace maple::resolution::checking
