#include "resolution/checker_texts.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/narrow.hpp"

#include <algorithm>

namespace maple::resolution::checking {
namespace {

// Cut where `ends` says that a piece ends before `at`, by the bytes of the mark.
template <class Ends> std::vector<std::string_view> cut(std::string_view text, Ends ends)
{
    std::vector<std::string_view> pieces;
    std::size_t from = 0;
    auto const put = [&](std::size_t to) {
        if (auto const piece = trimmed(text.substr(from, to - from)); !piece.empty()) pieces.push_back(piece);
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const mark = ends(at);
        if (mark) put(at), from = at + mark;
        at += std::max<std::size_t>(mark, 1);
    }
    put(text.size());
    return pieces;
}

std::size_t mark_at(std::string_view text, std::size_t at, std::initializer_list<std::string_view> marks)
{
    for (auto const mark : marks)
        if (text.substr(at).starts_with(mark)) return mark.size();
    return 0;
}

// What follows "以下简称" in brackets behind a name: 鼎泰公司.
std::string short_name(std::string_view brackets)
{
    for (auto const word : {"以下简称为", "以下简称", "以下统称", "以下称为", "以下称", "以下", "下称", "简称", "称"})
        if (brackets.starts_with(word)) {
            brackets.remove_prefix(std::string_view(word).size());
            break;
        }
    std::string out;
    for (std::size_t at = 0; at < brackets.size();) {
        auto const quote = mark_at(brackets, at, {"“", "”", "\"", "「", "」", ":", "为"});
        if (quote) at += quote;
        else out += brackets[at++];
    }
    return out;
}

void name_by(std::vector<Called>& names, std::string name, std::optional<std::size_t> party)
{
    if (length(name) < 2) return;
    auto const known = std::any_of(names.begin(), names.end(), [&](Called const& c) { return c.name == name; });
    if (!known) names.push_back({std::move(name), party});
}

void short_names(std::string_view text, std::vector<Called>& names, std::string const& full, std::size_t party)
{
    if (full.empty()) return;
    for (auto at = text.find(full); at != text.npos; at = text.find(full, at + full.size())) {
        auto const rest = text.substr(at + full.size());
        if (!rest.starts_with('(')) continue;
        auto const inside = rest.substr(1, std::min(rest.find(')'), rest.size()) - 1);
        auto const calls = std::any_of(inside.begin(), inside.end(), [](char c) { return is_digit(c); })
                               ? false : inside.find("称") != inside.npos || inside.starts_with("“");
        if (calls && inside.size() <= 60) name_by(names, short_name(inside), party);
    }
}

}  // namespace

std::vector<std::string_view> lines(std::string_view text)
{
    return cut(text, [&](std::size_t at) { return mark_at(text, at, {"\n", "\r"}); });
}

std::vector<std::string_view> sentences(std::string_view text)
{
    return cut(text, [&](std::size_t at) { return mark_at(text, at, {"\n", "\r", "。", ";", "!", "?"}); });
}

std::vector<std::string_view> clauses(std::string_view text)
{
    return cut(text, [&](std::size_t at) -> std::size_t {
        if (text[at] == ',') {
            bool const in_number = at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
            return in_number ? 0 : 1;
        }
        return mark_at(text, at, {"\n", "\r", "。", ";", "!", "?"});
    });
}

std::string first_of(std::string_view text, Words const& words)
{
    std::size_t first = text.npos;
    std::string found;
    for (auto const& word : words)
        if (auto const at = text.find(word); at < first) first = at, found = word;
    return found;
}

bool has_date(std::string_view text)
{
    for (auto at = text.find("月"); at != text.npos; at = text.find("月", at + 3)) {
        auto const rest = text.substr(at + 3, 16);
        if (rest.find("日") != rest.npos || rest.find("号") != rest.npos || rest.starts_with("底")) return true;
    }
    for (auto const word : {"签字", "签订", "签署", "生效", "当日", "当天", "当场", "今天", "今日", "之日起", "日内", "天内", "工作日", "每月", "每年", "每天", "每日", "每周"})
        if (text.find(word) != text.npos) return true;
    return false;
}

bool has_account(std::string_view text)
{
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (is_digit(c)) ++run;
        else if (!(c == ' ' || c == '-') || run == 0) run = 0;
        if (run >= 11) return true;  // a phone as the name of a wallet, or the number of a card
    }
    for (auto const word : {"微信号", "微信:", "支付宝账号", "支付宝账户", "支付宝:", "微信账号"}) {
        auto const at = text.find(word);
        if (at == text.npos) continue;
        auto const rest = text.substr(at + std::string_view(word).size(), 12);
        if (std::count_if(rest.begin(), rest.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }) >= 5) return true;
    }
    return false;
}

std::string_view sentence_about(std::string_view text, CheckedObligation const& o)
{
    auto const wanted = bigrams(o.what);
    std::string_view best;
    std::size_t most = 0;
    for (auto const sentence : sentences(text)) {
        auto const here = bigrams(sentence);
        auto shared = std::size_t(std::count_if(wanted.begin(), wanted.end(), [&](auto const& w) { return std::find(here.begin(), here.end(), w) != here.end(); }));
        if (o.amount)
            for (auto const& sum : amounts_in(sentence))
                if (sum.fen == *o.amount) shared += wanted.size();
        if (shared > most) most = shared, best = sentence;
    }
    return best;
}

bool is_money(CheckedObligation const& o)
{
    return o.amount || o.manner == dispute::Manner::cash || o.manner == dispute::Manner::transfer;
}

std::vector<Called> names_in(CheckedAgreement const& a)
{
    std::vector<Called> names;
    auto const text = narrow(a.facts) + "\n" + narrow(a.terms);
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        auto const name = narrow(a.parties[i].name);
        name_by(names, name, i);
        short_names(text, names, name, i);
        if (auto const note = name.find('('); note != name.npos && note > 0) name_by(names, name.substr(0, note), i);
    }
    for (auto const& p : a.parties) {
        name_by(names, narrow(p.guardian), {});
        name_by(names, narrow(p.represented_by), {});
        for (auto const& member : p.members) name_by(names, narrow(member), {});
    }
    std::stable_sort(names.begin(), names.end(), [](auto const& x, auto const& y) { return x.name.size() > y.name.size(); });
    return names;
}

std::vector<Mention> mentions(std::string_view text, std::vector<Called> const& names)
{
    std::vector<Mention> all;
    for (std::size_t at = 0; at < text.size();) {
        auto const found = std::find_if(names.begin(), names.end(), [&](Called const& c) { return text.substr(at).starts_with(c.name); });
        if (found != names.end()) all.push_back({at, at + found->name.size(), found->party});
        at = found == names.end() ? at + 1 : at + found->name.size();
    }
    return all;
}

Matter::Matter(law::Book const& b, CheckedAgreement const& a)
    : book(b), paper(a), facts(narrow(a.facts)), terms(narrow(a.terms)), breach(narrow(a.breach)), names(names_in(a)), amounts(amounts_in(terms))
{
}

void Matter::refuse(std::string code, std::string at, std::string article, Params params)
{
    found.push_back({std::move(code), Weight::refused, std::move(at), std::move(params), std::move(article)});
}

void Matter::ask(std::string code, std::string at, std::string article, Params params)
{
    found.push_back({std::move(code), Weight::ask, std::move(at), std::move(params), std::move(article)});
}

std::string row(std::size_t n, std::string_view field)
{
    auto at = "/obligations/" + std::to_string(n);
    return field.empty() ? at : at + "/" + std::string(field);
}

}  // namespace maple::resolution::checking
