#include "law/reading.hpp"
#include "foundation/text.hpp"

namespace maple::law {
namespace {

bool is_id(std::string_view text)
{
    auto const fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
    return !text.empty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), fits);
}

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

std::optional<Date> date_in(toml::node const& node)
{
    auto const* date = node.as_date();
    if (!date) return std::nullopt;
    std::chrono::year_month_day const ymd{std::chrono::year((*date)->year), std::chrono::month((*date)->month),
                                          std::chrono::day((*date)->day)};
    if (!ymd.ok()) return std::nullopt;
    return Date{std::chrono::sys_days(ymd)};
}

}  // namespace

void Faults::add(std::string_view file, std::size_t line, std::string reason)
{
    faults_[{std::string(file), line}].push_back(std::move(reason));
}

std::string Faults::told() const
{
    std::string text;
    for (auto const& [place, reasons] : faults_)
        for (auto const& reason : reasons)
            text += (text.empty() ? "" : "\n") + place.first + ":" + std::to_string(place.second) + ": " + reason;
    return text;
}

std::size_t Entry::line_of(std::string_view key) const
{
    auto const* node = table_.get(key);
    return node ? node->source().begin.line : line();
}

void Entry::fault(std::string_view key, std::string reason) { faults_.add(file_, line_of(key), std::move(reason)); }

toml::node const* Entry::find(std::string_view key, bool needed)
{
    asked_.emplace(key);
    auto const* node = table_.get(key);
    if (!node && needed) fault(key, in_quotes(key) + " is missing");
    return node;
}

std::string Entry::checked(std::string_view key, std::string text, int longest)
{
    if (trimmed(text).empty()) fault(key, in_quotes(key) + " is empty");
    else if (trimmed(text) != text) fault(key, in_quotes(key) + " has white space at an end");
    else if (length(text) > longest) fault(key, in_quotes(key) + " is longer than " + std::to_string(longest) + " characters");
    else if (has_control_characters(text) || text.find_first_of("\t\r\n") != text.npos)
        fault(key, in_quotes(key) + " has control characters");
    return text;
}

std::string Entry::text(std::string_view key, int longest)
{
    auto const* node = find(key, true);
    if (!node) return {};
    if (auto const* text = node->as_string()) return checked(key, text->get(), longest);
    fault(key, in_quotes(key) + " must be a text");
    return {};
}

std::string Entry::text_if(std::string_view key, int longest)
{
    if (has(key)) return text(key, longest);
    asked_.emplace(key);
    return {};
}

std::string Entry::id(std::string_view key)
{
    auto const value = text(key, 60);
    if (!value.empty() && !is_id(value)) fault(key, in_quotes(value) + " is not a key: small letters, digits, '_' and '.'");
    return value;
}

Wording Entry::wording_in(toml::node const& node, std::string_view key, int longest)
{
    Wording wording;
    auto const* table = node.as_table();
    if (!table) {
        fault(key, in_quotes(key) + " must be a table of languages");
        return wording;
    }
    for (auto const& [language, inner] : *table) {
        auto const tag = std::string(language.str());
        auto const* text = inner.as_string();
        if (tag != "zh-CN" && tag != "en" && tag != "ug") fault(key, in_quotes(key) + " has the unknown language " + in_quotes(tag));
        else if (!text) fault(key, in_quotes(key) + " in " + tag + " must be a text");
        else wording[tag] = checked(key, text->get(), longest);
    }
    for (auto tag : {"zh-CN", "en"})
        if (!table->contains(tag)) fault(key, in_quotes(key) + " has no " + tag);
    if (in(wording, "en") == in(wording, "zh-CN") && !wording.empty()) fault(key, in_quotes(key) + " is the same in zh-CN and en");
    return wording;
}

Wording Entry::wording(std::string_view key, int longest)
{
    auto const* node = find(key, true);
    return node ? wording_in(*node, key, longest) : Wording{};
}

std::int64_t Entry::whole(std::string_view key, std::int64_t least, std::int64_t most)
{
    auto const* node = find(key, true);
    if (!node) return least;
    auto const* number = node->as_integer();
    if (number && number->get() >= least && number->get() <= most) return number->get();
    fault(key, in_quotes(key) + " must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

std::int64_t Entry::whole_or(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise)
{
    asked_.emplace(key);
    return has(key) ? whole(key, least, most) : otherwise;
}

bool Entry::flag(std::string_view key, bool otherwise)
{
    auto const* node = find(key, false);
    if (!node) return otherwise;
    if (auto const* yes = node->as_boolean()) return yes->get();
    fault(key, in_quotes(key) + " must be true or false");
    return otherwise;
}

Date Entry::date(std::string_view key)
{
    auto const* node = find(key, true);
    if (!node) return {};
    auto const date = date_in(*node);
    if (!date) fault(key, in_quotes(key) + " must be a date such as 2023-11-20");
    return date.value_or(Date{});
}

std::optional<Date> Entry::date_if(std::string_view key)
{
    asked_.emplace(key);
    if (!has(key)) return std::nullopt;
    return date(key);
}

std::vector<std::string> Entry::texts(std::string_view key)
{
    std::vector<std::string> out;
    auto const* node = find(key, true);
    if (!node) return out;
    auto const* array = node->as_array();
    if (!array || array->empty()) {
        fault(key, in_quotes(key) + " must be a list of texts");
        return out;
    }
    for (auto const& one : *array) {
        if (auto const* text = one.as_string()) out.push_back(text->get());
        else fault(key, in_quotes(key) + " must be a list of texts");
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        if (std::find(out.begin(), out.begin() + std::ptrdiff_t(i), out[i]) != out.begin() + std::ptrdiff_t(i))
            fault(key, in_quotes(out[i]) + " stands twice in " + in_quotes(key));
    return out;
}

std::vector<Date> Entry::dates(std::string_view key)
{
    std::vector<Date> out;
    auto const* node = find(key, false);
    if (!node) return out;
    auto const* array = node->as_array();
    if (!array) fault(key, in_quotes(key) + " must be a list of dates");
    else
        for (auto const& one : *array) {
            if (auto const date = date_in(one)) out.push_back(*date);
            else fault(key, in_quotes(key) + " must be a list of dates");
        }
    return out;
}

std::vector<Wording> Entry::wordings(std::string_view key)
{
    std::vector<Wording> out;
    auto const* node = find(key, true);
    if (!node) return out;
    auto const* array = node->as_array();
    if (!array || array->empty()) fault(key, in_quotes(key) + " must be a list of wordings");
    else
        for (auto const& one : *array) out.push_back(wording_in(one, key, 200));
    return out;
}

std::vector<Entry> Entry::entries(std::string_view key)
{
    std::vector<Entry> out;
    auto const* node = find(key, false);
    if (!node) return out;
    auto const* array = node->as_array();
    if (!array) fault(key, in_quotes(key) + " must be a list of tables");
    else
        for (auto const& one : *array) {
            if (auto const* table = one.as_table()) out.emplace_back(*table, file_, faults_);
            else fault(key, in_quotes(key) + " must be a list of tables");
        }
    return out;
}

std::optional<Entry> Entry::entry(std::string_view key)
{
    auto const* node = find(key, true);
    if (!node) return std::nullopt;
    if (auto const* table = node->as_table()) return Entry(*table, file_, faults_);
    fault(key, in_quotes(key) + " must be a table");
    return std::nullopt;
}

std::vector<std::string> Entry::keys() const
{
    std::vector<std::string> out;
    for (auto const& [key, node] : table_) out.emplace_back(key.str());
    return out;
}

void Entry::nothing_else()
{
    for (auto const& [key, node] : table_)
        if (!asked_.contains(key.str())) faults_.add(file_, node.source().begin.line, "unknown key " + in_quotes(key.str()));
}

std::string chinese_article(int number)
{
    static char const* const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    int const thousands = number / 1000, hundreds = number / 100 % 10, tens = number / 10 % 10, ones = number % 10;
    std::string text;
    if (thousands) text += std::string(digits[thousands]) + "千";
    if (hundreds) text += std::string(digits[hundreds]) + "百";
    else if (thousands && (tens || ones)) text += digits[0];
    if (tens) text += (tens == 1 && text.empty() ? "" : digits[tens]) + std::string("十");
    else if (hundreds && ones) text += digits[0];
    if (ones) text += digits[ones];
    return "第" + text + "条";
}

}  // namespace maple::law
