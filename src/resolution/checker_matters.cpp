// Matters that no court confirms (JI22 art. 355), promises that are void (CC art. 153), what is
// not clear (JI22 art. 358), and what follows a breach.
#include "resolution/checker_texts.hpp"

#include <algorithm>
#include <charconv>

namespace maple::resolution::checking {
namespace {

bool has(std::string_view text, std::string_view word) { return text.find(word) != text.npos; }

bool has_one(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](auto word) { return has(text, word); });
}

// "归", but not "归还".
std::size_t goes_to(std::string_view clause)
{
    for (auto at = clause.find("归"); at != clause.npos; at = clause.find("归", at + 3)) {
        auto const after = clause.substr(at + 3, 3);
        bool const other_word = after == "还" || after == "并" || after == "档" || after == "来" || after == "案";
        if (!other_word) return at;
    }
    return clause.npos;
}

bool decides_status(Matter const& m, std::string_view clause)
{
    return any_of(clause, m.words("status_bond")) && (any_of(clause, m.words("status_change")) || goes_to(clause) != clause.npos);
}

bool decides_ownership(Matter const& m, std::string_view clause)
{
    auto const to = goes_to(clause);
    if (any_of(clause, m.words("right")) && (to != clause.npos || any_of(clause, m.words("belongs")))) return true;
    auto const thing = first_of(clause, m.words("immovable"));
    if (thing.empty()) return false;
    if (has_one(clause, {"过户", "划归", "划给", "为界", "继承", "名下"})) return true;
    return to != clause.npos && clause.find(thing) < to && has_one(clause.substr(to), {"所有", "使用", "管理", "经营", "继承", "支配"});
}

bool decides_intellectual(Matter const& m, std::string_view clause)
{
    return any_of(clause, m.words("intellectual")) && (goes_to(clause) != clause.npos || any_of(clause, m.words("belongs")));
}

void check_subject(Matter& m, std::string_view clause)
{
    if (any_of(clause, m.words("left_open"))) return;
    bool const done_already = has_one(clause, {"已经", "已于", "已办", "已由"});
    if (decides_status(m, clause) && !done_already) m.refuse("matter_of_status", "/terms", "JI22-355");
    if (decides_intellectual(m, clause)) m.refuse("matter_of_ip", "/terms", "JI22-355");
    else if (decides_ownership(m, clause)) m.refuse("matter_of_real_right", "/terms", "JI22-355");
}

// A duty to keep a child, a parent or a spouse, given up.
std::string support_given_up(Matter const& m, std::string_view clause)
{
    if (has_one(clause, {"不得放弃", "不得免除", "不能放弃", "不能免除"})) return {};
    bool const given_up = has_one(clause, {"免除", "放弃", "免去", "豁免", "不再承担", "不再支付", "不再负担", "不再给付",
                                           "不再要求", "不再主张", "不得要求", "不得再", "不承担", "不负担"});
    return given_up ? first_of(clause, m.words("support")) : "";
}

// What is owed to the public, or belongs to a person's freedom, is not for the parties to give.
void check_void(Matter& m, std::string_view clause)
{
    auto const help = first_of(clause, m.words("public_help"));
    if (!help.empty() && any_of(clause, m.words("give_up"))) m.refuse("waives_public_duty", "/terms", "CC-153", {{"word", help}});
    if (auto const support = support_given_up(m, clause); !support.empty())
        m.refuse("waives_public_duty", "/terms", "CC-153", {{"word", support}});
    auto const freedom = first_of(clause, m.words("freedom"));
    bool const protects = has_one(clause, {"不得因", "不能因", "不得以"});  // "may not be dismissed for being pregnant"
    if (!freedom.empty() && !protects && any_of(clause, m.words("may_not")))
        m.refuse("freedom_limited", "/terms", "CC-153", {{"word", freedom}});
}

// The way to court is open (PML art. 3, 32). That this one matter is over may be said, with care.
void check_suing(Matter& m, std::string_view sentence, std::string_view clause)
{
    auto const word = first_of(clause, m.words("suing"));
    if (word.empty() || has_one(clause, {"撤回", "撤诉", "撤销"})) return;
    if (!any_of(clause, m.words("may_not")) && !has_one(clause, {"不向", "不去", "不会"})) return;
    bool const for_ever = has_one(sentence, {"任何", "永久", "永远", "永不", "一切", "无论", "不论", "终身", "今后都", "一律"});
    if (for_ever) m.refuse("freedom_limited", "/terms", "CC-153", {{"word", word}});
    else m.ask("freedom_limited", "/terms", "PML-3", {{"word", word}});
}

bool speaks_of_default(std::string_view text)
{
    return has_one(text, {"逾期", "到期", "未按", "未能", "未付", "不按", "不付", "不交", "不还", "不给", "不修", "不履行", "违约", "违反", "否则"});
}

void check_condition(Matter& m, std::string_view sentence)
{
    auto const word = first_of(sentence, m.words("vague_condition"));
    if (word.empty()) {
        // "if the smell was there before …": who finds that out, and how?
        auto const parts = clauses(sentence);
        auto const clause = parts.empty() ? std::string_view() : parts.front();
        bool const conditional = has_one(clause, {"如果", "假如", "倘若", "要是", "如系", "若系"}) && !speaks_of_default(clause);
        if (conditional && !amounts_in(sentence).empty())
            m.ask("condition_unclear", "/terms", "JI22-358", {{"word", "如果"}});
        return;
    }
    if (amounts_in(sentence).empty()) m.ask("condition_unclear", "/terms", "JI22-358", {{"word", word}});
    else m.refuse("condition_unclear", "/terms", "JI22-358", {{"word", word}});
}

bool has_rate(std::string_view text)
{
    return !amounts_in(text).empty() || has_one(text, {"千分之", "万分之", "百分之", "%", "‰", "利率", "LPR", "倍"});
}

// The pressure in a clause; "" where it is what somebody must not do, or did ("再堵门的").
std::string pressure(Matter const& m, std::string_view clause)
{
    if (clause.ends_with("的")) return {};
    auto word = first_of(clause, m.words("harsh_means"));
    if (word.empty() && has_one(clause, {"扣", "押", "没收", "收缴", "留置", "抵押"})) word = first_of(clause, m.words("documents"));
    if (word.empty()) return {};
    auto const before = clause.substr(0, clause.find(word));
    return before.ends_with("不") || has_one(before, {"不得", "不能", "不再", "不准", "禁止", "不会", "不许"}) ? "" : word;
}

void check_harsh(Matter& m, std::string_view text, std::string const& at)
{
    for (auto const sentence : sentences(text)) {
        if (at == "/terms" && !speaks_of_default(sentence)) continue;
        for (auto const clause : clauses(sentence))
            if (auto const word = pressure(m, clause); !word.empty()) m.refuse("breach_unlawful", at, "CC-153", {{"word", word}});
    }
}

// "每日千分之一", "日万分之五", "每天5%": parts of ten thousand.
std::optional<double> a_day(std::string_view clause)
{
    if (!has_one(clause, {"每日", "按日", "日万分", "日千分", "日百分", "每天", "一天", "一日"})) return {};
    constexpr std::string_view digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    for (auto const& [mark, parts] : {std::pair{"万分之", 1.0}, std::pair{"千分之", 10.0}, std::pair{"百分之", 100.0}}) {
        auto const at = clause.find(mark);
        if (at == clause.npos) continue;
        auto const number = clause.substr(at + std::string_view(mark).size());
        for (int n = 10; n > 0; --n)
            if (number.starts_with(digits[n])) return n * parts;
        double value = 0;
        if (std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc{}) return value * parts;
    }
    auto const percent = clause.find('%');
    if (percent == clause.npos) return {};
    auto from = percent;
    while (from > 0 && ((clause[from - 1] >= '0' && clause[from - 1] <= '9') || clause[from - 1] == '.')) --from;
    double value = 0;
    if (std::from_chars(clause.data() + from, clause.data() + percent, value).ec != std::errc{}) return {};
    return value * 100;
}

// CC art. 585: a penalty far above the loss is not upheld.
void check_penalty(Matter& m)
{
    for (auto const clause : clauses(m.breach)) {
        auto const rate = a_day(clause);
        if (!rate || *rate <= double(m.book.policy("penalty_asked_above"))) continue;
        if (*rate > double(m.book.policy("penalty_refused_above"))) m.refuse("breach_unlawful", "/breach", "CC-585", {{"word", "违约金"}});
        else m.ask("penalty_high", "/breach", "CC-585");
    }
}

void check_breach(Matter& m)
{
    check_harsh(m, m.terms, "/terms");
    auto const before = m.found.size();
    check_harsh(m, m.breach, "/breach");
    if (m.found.size() > before) return;
    if (!has_rate(m.breach) && !any_of(m.breach, m.words("consequence"))) m.ask("breach_missing", "/breach", "CC-577");
    check_penalty(m);
}

// JI22 art. 358: what harms others is dismissed; so they are asked first. Who has not answered has
// not said that nobody is touched.
void check_others(Matter& m)
{
    if (!m.paper.third_parties) m.ask("third_party_not_said", "/third_parties", "JI22-358");
    if (m.paper.third_parties == dispute::ThirdParties::not_asked) return m.refuse("third_party_harm", "/terms", "JI22-358");
    if (m.paper.third_parties == dispute::ThirdParties::heard) return;
    auto const all = m.facts + "\n" + m.terms;
    for (auto const clause : clauses(all)) {
        auto const word = first_of(clause, m.words("others_right"));
        if (word.empty()) continue;
        auto const before = clause.substr(0, clause.find(word));
        if (before.ends_with("没有") || before.ends_with("无") || before.ends_with("不存在")) continue;
        return m.ask("third_party_to_ask", "/facts", "JI22-358", {{"word", word}});
    }
}

std::optional<std::int64_t> minor_age(Matter const& m, CheckedParty const& p)
{
    if (p.kind != dispute::PartyKind::person || !p.birth_year) return std::nullopt;
    auto const age = year_of(m.paper.signed_on) - *p.birth_year;  // at most, in this year
    return age < m.book.policy("adult_age") ? std::optional(age) : std::nullopt;
}

// Of the parties a child may be one itself; else nobody knows how old it is, and it is asked.
bool may_have_a_wish(Matter const& m)
{
    bool minors = false;
    for (auto const& p : m.paper.parties) {
        auto const age = minor_age(m, p);
        if (age && *age >= m.book.policy("child_wish_age")) return true;
        minors = minors || age;
    }
    return !minors;
}

// What the marks on file say of every child whose wish is asked: none, where one of them has no mark.
std::optional<bool> marked_as_heard(Matter const& m)
{
    std::optional<bool> all;
    for (auto const& p : m.paper.parties) {
        auto const age = minor_age(m, p);
        if (!age || *age < m.book.policy("child_wish_age")) continue;
        if (!p.heard) return std::nullopt;
        all = all.value_or(true) && *p.heard;
    }
    return all ? all : m.paper.child_heard;
}

bool told_the_wish_of_a_child(Matter const& m, std::string_view text)
{
    auto const of_a_child = [&](std::string_view sentence) {
        if (any_of(sentence, m.words("child"))) return true;
        return std::any_of(m.paper.parties.begin(), m.paper.parties.end(), [&](auto const& p) {
            bool const minor = p.birth_year && year_of(m.paper.signed_on) - *p.birth_year < m.book.policy("adult_age");
            return minor && !p.name.empty() && has(sentence, p.name);
        });
    };
    auto const all = sentences(text);
    return std::any_of(all.begin(), all.end(), [&](auto sentence) { return of_a_child(sentence) && any_of(sentence, m.words("own_wish")); });
}

// MIN art. 107: where it is settled who keeps a child, sees it or pays for it, one of eight or more is
// heard: there is a mark of it on file, or a text that tells of it. What such a text looks like only people
// know: it is asked, never refused.
void check_child(Matter& m)
{
    auto const& rows = m.paper.obligations;
    bool const support = std::any_of(rows.begin(), rows.end(), [](auto const& o) { return o.nature == "child_support"; });
    if (!support && !any_of(m.terms, m.words("child_care"))) return;
    if (!may_have_a_wish(m)) return;
    if (auto const heard = marked_as_heard(m)) {
        if (!*heard) m.ask("child_heard_beside_parents", "/facts", "MIN-107");
        return;
    }
    if (told_the_wish_of_a_child(m, m.facts) || told_the_wish_of_a_child(m, m.terms) || told_the_wish_of_a_child(m, m.paper.records)) return;
    m.ask("child_not_heard", "/facts", "MIN-107", {{"age", std::to_string(m.book.policy("child_wish_age"))}});
}

}  // namespace

void check_matters(Matter& m)
{
    for (auto const sentence : sentences(m.terms)) {
        for (auto const clause : clauses(sentence)) {
            check_subject(m, clause);
            check_void(m, clause);
            check_suing(m, sentence, clause);
        }
        check_condition(m, sentence);
    }
    check_breach(m);
    check_others(m);
    check_child(m);
}

}  // namespace maple::resolution::checking
