// Who signs: children and their guardians, and names that are not those of the list.
#include "foundation/narrow.hpp"
#include "resolution/checker_texts.hpp"

#include <algorithm>
#include <array>

namespace maple::resolution::checking {
namespace {

using dispute::Capacity;

std::string party(std::size_t n) { return "/parties/" + std::to_string(n); }

bool deal_with_each_other(CheckedAgreement const& a, std::size_t x, std::size_t y)
{
    return std::any_of(a.obligations.begin(), a.obligations.end(),
                       [&](auto const& o) { return (o.from == x && o.to == y) || (o.from == y && o.to == x); });
}

// CC art. 35: a guardian acts for the ward alone, so not from the other side of the table.
bool stands_opposite(CheckedAgreement const& a, std::size_t ward)
{
    auto const& child = a.parties[ward];
    for (std::size_t n = 0; n < a.parties.size(); ++n) {
        auto const& other = a.parties[n];
        if (n == ward) continue;
        bool const opposite = other.side != child.side;
        if (other.name == child.guardian && (opposite || deal_with_each_other(a, ward, n))) return true;
        if (opposite && (other.guardian == child.guardian || other.represented_by == child.guardian)) return true;
    }
    return false;
}

void check_guardian(Matter& m, std::size_t n)
{
    auto const& p = m.paper.parties[n];
    if (p.kind != dispute::PartyKind::person) return;
    auto const age = p.birth_year ? year_of(m.paper.signed_on) - *p.birth_year : 99;  // at most, in this year
    bool const needs = p.capacity != Capacity::full || age < 16;
    if (p.guardian.empty()) {
        // CC art. 18: sixteen and living on own labour counts as an adult.
        if (needs) m.refuse("minor_without_guardian", party(n), p.capacity == Capacity::none || age < 8 ? "CC-20" : "CC-19");
        else if (age < 18) m.ask("age_to_check", party(n), "CC-18");
        return;
    }
    if (p.guardian_accused) m.refuse("guardian_conflict", party(n), "CC-36");
    else if (stands_opposite(m.paper, n)) m.refuse("guardian_conflict", party(n), "CC-35");
}

// --- Names -----------------------------------------------------------------------------------

std::vector<std::string> characters(std::string_view text)
{
    std::vector<std::string> all;
    for (char const c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) all.emplace_back();
        if (!all.empty()) all.back() += c;
    }
    return all;
}

bool is_han(std::string const& c) { return c.size() == 3 && c[0] >= '\xE4' && c[0] <= '\xE9'; }

std::size_t edits(std::vector<std::string> const& a, std::vector<std::string> const& b)
{
    std::vector<std::size_t> line(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) line[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto corner = line[0];
        line[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const change = corner + (a[i - 1] != b[j - 1]);
            corner = line[j];
            line[j] = std::min({line[j] + 1, line[j - 1] + 1, change});
        }
    }
    return line.back();
}

// The text without the names of the list, a gap where each stood.
std::string without_names(std::string const& text, std::vector<Called> const& names)
{
    std::string out;
    std::size_t from = 0;
    for (auto const& mention : mentions(text, names)) {
        out += text.substr(from, mention.at - from) + "\x01";
        from = mention.end;
    }
    return out + text.substr(from);
}

// A name of one script with a dot in it, and one that differs from it in a letter or two.
// `at` is the dot; the edges of the other name are unknown, so several are tried.
std::size_t edits_around(std::vector<std::string> const& text, std::size_t at, std::vector<std::string> const& name)
{
    auto const dot = std::size_t(std::find(name.begin(), name.end(), "·") - name.begin());
    std::vector<std::string> const left(name.begin(), name.begin() + std::ptrdiff_t(dot)), right(name.begin() + std::ptrdiff_t(dot) + 1, name.end());
    auto const best = [&](std::vector<std::string> const& part, bool before) {
        std::size_t least = part.size();
        for (auto size = part.size() - 1; size <= part.size() + 1; ++size) {
            if (size == 0 || (before ? at < size : at + size >= text.size())) continue;
            auto const from = before ? at - size : at + 1;
            least = std::min(least, edits(part, {text.begin() + std::ptrdiff_t(from), text.begin() + std::ptrdiff_t(from + size)}));
        }
        return least;
    };
    return best(left, true) + best(right, false);
}

struct Strange {
    bool near = false;  // like a name of the list
    std::string told;   // then: as it stands in the text, as long as that name
};

std::vector<Strange> dotted_strangers(Matter const& m, std::string const& text)
{
    std::vector<Strange> all;
    auto const rest = characters(without_names(text, m.names));
    for (std::size_t at = 1; at + 1 < rest.size(); ++at) {
        if (rest[at] != "·" || !is_han(rest[at - 1]) || !is_han(rest[at + 1])) continue;
        Strange one;
        for (auto const& called : m.names) {
            auto const name = characters(called.name);
            auto const dot = std::size_t(std::find(name.begin(), name.end(), "·") - name.begin());
            if (dot == name.size() || edits_around(rest, at, name) > (name.size() >= 7 ? 2u : 1u)) continue;
            one.near = true;
            one.told.clear();
            for (auto i = at - std::min(at, dot); i < std::min(at + name.size() - dot, rest.size()); ++i) one.told += rest[i];
        }
        all.push_back(one);
    }
    return all;
}

// A Chinese name in which one character is another one, but not the surname; or the name of a
// firm, but not what it ends in: 维修费 is no 维修部.
bool misspelled(std::vector<std::string> const& text, std::vector<std::string> const& name, bool person)
{
    auto const size = name.size();
    if (size < 3 || std::find(name.begin(), name.end(), "·") != name.end()) return false;
    for (std::size_t at = 0; at + size <= text.size(); ++at) {
        std::size_t wrong = 0, where = 0;
        for (std::size_t i = 0; i < size && wrong < 2; ++i)
            if (text[at + i] != name[i]) ++wrong, where = i;
        bool const elsewhere = person ? where == 0 : where + 1 == size || (size == 3 && where == 0);
        if (wrong == 1 && !elsewhere && is_han(text[at + where])) return true;
    }
    return false;
}

void check_spelling(Matter& m, std::string const& text, std::string const& at)
{
    auto const strangers = dotted_strangers(m, text);
    auto const in_facts = [&](Strange const& s) { return m.facts.find(s.told) != m.facts.npos; };
    for (auto const& s : strangers)
        if (s.near && !in_facts(s)) m.refuse("party_name_differs", at, "PML-29");
        else m.refuse("party_not_in_list", at, "CC-465");
    auto const rest = characters(without_names(text, m.names));
    for (auto const& called : m.names) {
        if (!called.party) continue;
        bool const person = m.paper.parties[*called.party].kind == dispute::PartyKind::person;
        if (misspelled(rest, characters(called.name), person)) m.refuse("party_name_differs", at, "PML-29");
    }
}

// "永兴公司向卓越公司支付80000元", where the row has it the other way round.
bool pays_to(std::string_view sentence, std::vector<Mention> const& who, std::size_t payer, std::size_t payee, std::int64_t amount)
{
    auto const sums = amounts_in(sentence);
    for (std::size_t i = 0; i + 1 < who.size(); ++i) {
        if (who[i].party != payer || who[i + 1].party != payee) continue;
        auto const sum_after = std::any_of(sums.begin(), sums.end(), [&](auto const& a) { return a.fen == amount && a.at >= who[i + 1].end; });
        if (!sum_after) continue;
        auto const between = sentence.substr(who[i].end, who[i + 1].at - who[i].end);
        for (std::string_view const verb : {"向", "付给", "支付", "赔偿", "补偿", "退还", "返还", "偿还", "归还", "给", "赔", "付"})
            if (between.ends_with(verb)) return true;
    }
    return false;
}

void check_direction(Matter& m)
{
    auto const& rows = m.paper.obligations;
    for (std::size_t n = 0; n < rows.size(); ++n) {
        auto const& o = rows[n];
        if (!o.from || !o.to || !o.amount) continue;
        bool const both_ways = std::any_of(rows.begin(), rows.end(), [&](auto const& r) { return r.from == o.to && r.to == o.from && r.amount; });
        if (both_ways) continue;
        for (auto const sentence : sentences(m.terms)) {
            auto const who = mentions(sentence, m.names);
            bool const swapped = pays_to(sentence, who, *o.to, *o.from, *o.amount) && !pays_to(sentence, who, *o.from, *o.to, *o.amount);
            if (swapped) m.refuse("party_name_differs", "/terms", "PML-29");
        }
    }
}

bool does_something(std::string_view text)
{
    for (std::string_view const verb : {"负责", "承担", "支付", "付", "赔", "还", "照料", "照顾", "提供", "不再", "不得", "保证", "道歉", "配合"})
        if (text.find(verb) != text.npos) return true;
    return false;
}

// A relative or an acquaintance is to do something and does not sign: "由…的舅舅…付现金" says it
// outright, other sentences may mean it.
void check_kin(Matter& m)
{
    auto const rest = without_names(m.terms, m.names);
    for (auto const clause : clauses(rest)) {
        auto const word = first_of(clause, m.words("kin"));
        if (word.empty()) continue;
        auto const before = clause.substr(0, clause.find(word)), after = clause.substr(before.size() + word.size());
        if (after.starts_with("\x01") || !does_something(after)) continue;  // "妻子" and a name of the list
        if (before.find("由") != before.npos && after.find("付") != after.npos) m.refuse("party_not_in_list", "/terms", "CC-465");
        else m.ask("outsider_to_ask", "/terms", "CC-465", {{"word", word}});
    }
}

// Money goes to an account that belongs to nobody of the list.
void check_payees(Matter& m)
{
    for (std::size_t n = 0; n < m.paper.obligations.size(); ++n) {
        auto const account = narrow(trimmed(m.paper.obligations[n].account));
        auto const letters = characters(account);
        bool const named = letters.size() >= 2 && is_han(letters[0]) && is_han(letters[1]);
        if (!named || !mentions(account, m.names).empty()) continue;
        auto const first = std::string_view(account).substr(0, account.find(' '));
        bool bank = false;
        for (std::string_view const word : {"银行", "信用社", "微信", "支付宝", "账", "户名"}) bank = bank || first.find(word) != first.npos;
        if (!bank) m.refuse("party_not_in_list", row(n, "account"), "CC-465");
    }
}

}  // namespace

void check_parties(Matter& m)
{
    for (std::size_t n = 0; n < m.paper.parties.size(); ++n) check_guardian(m, n);
}

void check_names(Matter& m)
{
    check_spelling(m, m.terms, "/terms");
    check_spelling(m, m.breach, "/breach");
    check_direction(m);
    check_kin(m);
    check_payees(m);
}

}  // namespace maple::resolution::checking
