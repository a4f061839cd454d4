#include "app/search.hpp"
#include "foundation/narrow.hpp"
#include "registry/roll.hpp"

namespace maple::app {
namespace {

constexpr std::size_t most_words = 8;
constexpr int shortest_of_a_list = 2;  // one character of a place or a kind would find nearly everything

// A wide digit is a digit, a capital letter a small one: what the input method made of it.
std::string folded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const three = text.substr(i, 3);
        if (three.size() == 3 && three[0] == '\xEF' && three[1] == '\xBC' && three[2] >= '\x90' && three[2] <= '\x99') {
            out += char('0' + (three[2] - '\x90'));
            i += 2;
        } else {
            out += text[i] >= 'A' && text[i] <= 'Z' ? char(text[i] + ('a' - 'A')) : text[i];
        }
    }
    return out;
}

// White space, and what stands between the parties on a line.
std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < text.size();) {
        std::size_t bytes = 1;
        while (i + bytes < text.size() && (static_cast<unsigned char>(text[i + bytes]) & 0xC0) == 0x80) ++bytes;
        auto const character = text.substr(i, bytes);
        i += bytes;
        if (trimmed(character).empty() || character == "/" || character == "、") words.emplace_back();
        else words.back() += character;
    }
    std::erase(words, "");
    if (words.size() > most_words) words.resize(most_words);
    return words;
}

std::string like(Question& q, std::string_view column, std::string const& pattern)
{
    return "lower(dispute." + std::string(column) + ") LIKE " + q.value(pattern) + " ESCAPE '!'";
}

bool holds(std::string_view text, std::string const& word) { return folded(text).find(word) != std::string::npos; }

// "李" or "李某": what a line of initials shows.
std::optional<std::string> initial_in(std::string const& word)
{
    std::size_t bytes = 1;
    while (bytes < word.size() && (static_cast<unsigned char>(word[bytes]) & 0xC0) == 0x80) ++bytes;
    if (bytes == word.size() || std::string_view(word).substr(bytes) == "某") return word.substr(0, bytes);
    return std::nullopt;
}

// "第012号" for "12": the end of a number as the book's patterns write it.
std::optional<std::string> short_number(std::string_view pattern, std::string_view digits)
{
    auto const open = pattern.find("{n"), close = pattern.find('}', open == pattern.npos ? 0 : open);
    if (open == pattern.npos || close == pattern.npos) return std::nullopt;
    auto const place = pattern.substr(open + 1, close - open - 1);  // "n:03"
    std::string n(digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1)));
    std::size_t const width = place.size() == 4 ? std::size_t(place[3] - '0') : 0;
    if (n.size() < width) n.insert(0, width - n.size(), '0');
    auto const before = pattern.substr(0, open), after = pattern.substr(close + 1);
    auto const from = before.rfind('}');
    return folded(before.substr(from == before.npos ? 0 : from + 1)) + n + folded(after.substr(0, after.find('{')));
}

}  // namespace

Search::Search(Desk& desk, std::string_view text) : desk_(desk), words_(words_of(folded(text))) {}

std::string Search::number_with(Question& q, std::string const& word) const { return like(q, "number", "%" + escaped(word) + "%"); }

// The whole number, or its short end: "118" is 第118号 and not 第1180号.
std::string Search::this_number(Question& q, std::string const& word) const
{
    std::vector<std::string> ways{"lower(dispute.number) = " + q.value(word)};
    if (!all_digits(word)) return any_of(ways);
    auto const& numbering = desk_.book().numbering;
    for (auto const& pattern : {numbering.acceptance, numbering.dossier, numbering.agreement})
        if (auto const end = short_number(pattern, word)) ways.push_back(like(q, "number", "%" + escaped(*end)));
    ways.push_back(like(q, "number", "%-" + escaped(word)));  // of an office's old ledger: "2023-118"
    return any_of(ways);
}

std::string Search::parties(Question& q, std::string const& word) const
{
    auto const names = "(" + shows_names(q, desk_) + " AND " + like(q, "parties", "%" + escaped(word) + "%") + ")";
    auto const initial = initial_in(word);
    if (!initial) return names;
    auto const one = escaped(*initial);
    return any_of({names, like(q, "parties", one + "%"), like(q, "parties", "%、" + one + "%"), like(q, "parties", "% " + one + "%")});
}

std::vector<std::string> Search::places(Question& q, std::string const& word) const
{
    std::vector<std::string> ways;
    if (length(word) < shortest_of_a_list) return ways;
    std::string last = "?";  // codes come in their order: what lies below one that is found is found with it
    for (auto const& one : registry::divisions(desk_)) {
        if (one.code.starts_with(last) || !(holds(one.name, word) || holds(one.name_en, word))) continue;
        last = one.code;
        ways.push_back("(dispute.place >= " + q.value(one.code) + " AND dispute.place < " + q.value(one.code + "~") + ")");
    }
    return ways;
}

std::vector<std::string> Search::kinds(Question& q, std::string const& word) const
{
    std::vector<std::string> ways;
    if (length(word) < shortest_of_a_list) return ways;
    for (auto const& kind : desk_.book().kinds)
        if (std::any_of(kind.name.begin(), kind.name.end(), [&](auto const& name) { return holds(name.second, word); }))
            ways.push_back("dispute.kind = " + q.value(kind.key));
    return ways;
}

void Search::narrow(Question& q) const
{
    for (auto const& word : words_) {
        auto ways = places(q, word);
        for (auto& one : kinds(q, word)) ways.push_back(std::move(one));
        ways.push_back(number_with(q, word));
        ways.push_back(this_number(q, word));
        ways.push_back(parties(q, word));
        q.where(any_of(ways));
    }
}

std::string Search::rank(Question& q) const
{
    std::vector<std::string> these, with;
    for (auto const& word : words_) {
        these.push_back(this_number(q, word));
        with.push_back(number_with(q, word));
    }
    return "CASE WHEN " + any_of(these) + " THEN 0 WHEN " + any_of(with) + " THEN 1 ELSE 2 END";
}

std::string shows_names(Question& q, Desk const& desk)
{
    std::vector<std::string> ways;
    for (auto const& grant : desk.caller.grants)
        if (grant.role == access::Role::desk_clerk || grant.role == access::Role::director)
            for (auto const column : {"scope", "desk_scope", "sent_scope"}) ways.push_back(below(q, column, grant.scope));
    ways.push_back(appointed(q, desk.caller.person));
    return "(dispute.discreet = 0 AND dispute.restricted_at IS NULL AND " + any_of(ways) + ")";
}

}  // namespace maple::app
