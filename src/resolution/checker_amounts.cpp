// Sums: figures against words (大写), rows against the prose, instalments against the whole.
#include "resolution/checker_texts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace maple::resolution::checking {
namespace {

// "25800元(大写:贰万伍仟…": between the two stands nothing but brackets and the word for it.
bool joins(std::string_view between)
{
    while (!between.empty()) {
        bool taken = false;
        for (std::string_view const mark : {"(", ")", ":", ",", " ", "大写", "小写", "人民币", "¥", "即", "为"})
            if (between.starts_with(mark)) {
                between.remove_prefix(mark.size());
                taken = true;
                break;
            }
        if (!taken) return false;
    }
    return true;
}

bool contradict(std::string_view text, AmountInText const& a, AmountInText const& b)
{
    return a.in_words != b.in_words && a.fen && b.fen && *a.fen != *b.fen && joins(text.substr(a.end, b.at - a.end));
}

// Words and figures that stand for the same sum.
void check_words(Matter& m, std::string_view text, std::string const& at)
{
    auto const all = amounts_in(text);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].in_words && !all[i].fen) m.refuse("words_unreadable", at, "JI22-358");
        if (i == 0) continue;
        auto const &a = all[i - 1], &b = all[i];
        if (!contradict(text, a, b)) continue;
        auto const &figures = a.in_words ? b : a, &words = a.in_words ? a : b;
        m.refuse("words_differ_from_figures", at, "JI22-358", {{"figures", yuan_text(*figures.fen)}, {"words", yuan_text(*words.fen)}});
    }
}

// "2000至3000元", "2000-3000元"; "31760元-2540元" takes something off.
bool ends_a_range(std::string_view before, AmountInText const& a)
{
    for (std::string_view const mark : {"至", "到", "-", "~", "—"}) {
        if (!before.ends_with(mark)) continue;
        auto first = before.substr(0, before.size() - mark.size());
        if (mark != "-" && first.ends_with("元")) first.remove_suffix(std::string_view("元").size());
        auto from = first.size();
        while (from > 0 && ((first[from - 1] >= '0' && first[from - 1] <= '9') || first[from - 1] == '.')) --from;
        auto const least = fen_from_text(first.substr(from));
        return least && a.fen && *least < *a.fen;
    }
    return false;
}

// "约3000元", "3000元左右", "2000至3000元".
bool is_rough(std::string_view text, AmountInText const& a)
{
    auto before = text.substr(0, a.at);
    auto const after = text.substr(a.end);
    for (std::string_view const word : {"左右", "上下", "多元", "不等", "出头", "起步", "(左右", "(暂定", "(暂估"})
        if (after.starts_with(word)) return true;
    for (std::string_view const mark : {"人民币", "¥"})
        if (before.ends_with(mark)) before.remove_suffix(mark.size());
    for (std::string_view const word : {"大约", "大概", "大致", "差不多", "将近", "约为", "估计", "暂定", "暂估"})
        if (before.ends_with(word)) return true;
    if (before.ends_with("约")) {
        for (std::string_view const word : {"违约", "合约", "节约", "条约", "履约", "签约", "租约", "毁约", "续约", "解约", "预约"})
            if (before.ends_with(word)) return false;
        return true;
    }
    return ends_a_range(before, a);
}

// The price of a thing may be rough, what is paid may not.
void check_rough(Matter& m)
{
    auto const& rows = m.paper.obligations;
    for (auto const& a : m.amounts) {
        if (!is_rough(m.terms, a)) continue;
        bool const paid = std::any_of(rows.begin(), rows.end(), [&](auto const& o) { return is_money(o) && (!o.amount || o.amount == a.fen); });
        Params params{{"word", a.fen ? yuan_text(*a.fen) : "?"}};
        if (paid) m.refuse("amount_vague", "/terms", "JI22-358", std::move(params));
        else m.ask("amount_vague", "/terms", "JI22-358", std::move(params));
    }
}

bool stands(Matter const& m, std::int64_t amount)
{
    return std::any_of(m.amounts.begin(), m.amounts.end(), [&](auto const& a) { return a.fen == amount; });
}

// Every sum that some of the rows make together; nothing when they are too many to try.
std::optional<std::set<std::int64_t>> sums_of_rows(Matter const& m)
{
    std::set<std::int64_t> sums{0};
    for (auto const& o : m.paper.obligations) {
        if (!o.amount || *o.amount <= 0 || *o.amount > most_fen) continue;
        auto const before = sums;
        for (auto const sum : before) sums.insert(sum + *o.amount);
        if (sums.size() > 20'000) return std::nullopt;
    }
    sums.erase(0);
    return sums;
}

// A sum that the text tells as the whole: in formal numerals, or after "合计", "尚欠".
bool is_whole(Matter const& m, AmountInText const& a)
{
    if (a.formal) return true;
    auto before = std::string_view(m.terms).substr(0, a.at);
    for (std::string_view const mark : {"人民币", "¥", "为", ":"})
        if (before.ends_with(mark)) before.remove_suffix(mark.size());
    for (std::string_view const word : {"合计", "共计", "总计", "总额", "尚欠", "还欠", "下欠", "一共", "总共"})
        if (before.ends_with(word)) return true;
    return false;
}

std::string_view line_with(std::string_view text, std::size_t at)
{
    auto const from = text.rfind('\n', at);
    auto const start = from == text.npos ? 0 : from + 1;
    return text.substr(start, std::min(text.find('\n', at), text.size()) - start);
}

// What one party pays in all.
bool all_of_one(Matter const& m, std::int64_t sum)
{
    std::map<std::optional<std::size_t>, std::int64_t> paid;
    for (auto const& o : m.paper.obligations) paid[o.from] += o.amount.value_or(0);
    return std::any_of(paid.begin(), paid.end(), [&](auto const& one) { return one.second == sum; });
}

// Something is taken off the whole, and the rest that is told later is what the rows pay.
bool reduced_later(Matter const& m, AmountInText const& whole)
{
    for (auto const& later : m.amounts) {
        if (later.at < whole.end || !later.fen || *later.fen >= *whole.fen || !all_of_one(m, *later.fen)) continue;
        auto const between = std::string_view(m.terms).substr(whole.end, later.at - whole.end);
        for (std::string_view const word : {"扣", "减", "抵", "已付", "已支付", "已给", "垫付", "预付", "免"})
            if (between.find(word) != between.npos) return true;
    }
    return false;
}

// "赔医疗费8000元（捌仟元整）、营养费2000元，共10000元": a part of what a row pays.
bool part_of_more(Matter const& m, std::set<std::int64_t> const& sums, AmountInText const& part)
{
    auto const text = std::string_view(m.terms);
    for (auto const& more : m.amounts) {
        if (more.at < part.end || !more.fen || *more.fen <= *part.fen || !sums.contains(*more.fen)) continue;
        auto const before = text.substr(0, more.at);
        bool const same_sentence = text.substr(part.end, more.at - part.end).find("。") == text.npos;
        if (same_sentence && (before.ends_with("共") || before.ends_with("计"))) return true;
    }
    return false;
}

// Instalments that do not make the whole that is told.
void check_wholes(Matter& m)
{
    auto const sums = sums_of_rows(m);
    if (!sums || sums->empty()) return;
    for (std::size_t i = 0; i < m.amounts.size(); ++i) {
        auto const& whole = m.amounts[i];
        if (!whole.fen || !is_whole(m, whole) || sums->contains(*whole.fen)) continue;
        bool told = i > 0 && contradict(m.terms, m.amounts[i - 1], whole);
        told = told || (i + 1 < m.amounts.size() && contradict(m.terms, whole, m.amounts[i + 1]));
        if (told) continue;  // words that differ from figures: one fault, told once
        auto const line = line_with(m.terms, whole.at);
        bool const in_kind = line.find("作价") != line.npos || line.find("折价") != line.npos;
        if (in_kind || reduced_later(m, whole) || part_of_more(m, *sums, whole)) continue;
        m.refuse("rows_differ_from_terms", "/terms", "JI22-358", {{"rows", yuan_text(std::min(*sums->rbegin(), most_fen))}});
    }
}

void check_row_amounts(Matter& m)
{
    for (std::size_t n = 0; n < m.paper.obligations.size(); ++n) {
        auto const& o = m.paper.obligations[n];
        if (!o.amount || *o.amount <= 0 || stands(m, *o.amount) || *o.amount > most_fen) continue;
        m.refuse("rows_differ_from_terms", row(n, "amount"), "JI22-358", {{"rows", yuan_text(*o.amount)}});
    }
}

}  // namespace

void check_amounts(Matter& m)
{
    check_words(m, m.terms, "/terms");
    check_words(m, m.breach, "/breach");
    check_rough(m);
    check_row_amounts(m);
    check_wholes(m);
}

}  // namespace maple::resolution::checking
