#include "resolution/checker.hpp"
#include "law/clock.hpp"
#include "resolution/checker_texts.hpp"

#include <algorithm>

namespace maple::resolution {
namespace checking {
namespace {

using dispute::Manner;

// PML art. 29: the time limit of performance. JI22 art. 358: what is unclear is dismissed.
void check_day(Matter& m, std::size_t n)
{
    auto const& o = m.paper.obligations[n];
    if (o.due) {
        if (*o.due < m.paper.signed_on)
            m.refuse("date_before_signing", row(n, "due"), "PML-29", {{"date", iso(*o.due)}, {"signed", iso(m.paper.signed_on)}});
        return;
    }
    auto word = first_of(sentence_about(m.terms, o), m.words("vague_time"));
    for (auto const sentence : sentences(m.terms))
        if (word.empty() && !has_date(sentence)) word = first_of(sentence, m.words("vague_time"));
    if (word.empty()) m.refuse("date_missing", row(n, "due"), "PML-29");
    else m.refuse("date_vague", row(n, "due"), "JI22-358", {{"word", word}});
}

// PML art. 29: the manner of performance. A sum that is paid "in another way" is clear only where
// the text names the way: set-off, a cheque.
void check_manner(Matter& m, std::size_t n)
{
    auto const& o = m.paper.obligations[n];
    if (!o.manner) return m.refuse("manner_missing", row(n, "manner"), "PML-29");
    if (!o.amount) return;
    auto const about = std::string(sentence_about(m.terms, o));
    auto const word = first_of(*o.manner == Manner::other ? m.terms : about, m.words("vague_manner"));
    if (*o.manner != Manner::other) {
        if (!word.empty() && (*o.manner == Manner::cash || *o.manner == Manner::transfer))
            m.ask("manner_unclear", row(n, "manner"), "JI22-358", {{"word", word}});
        return;
    }
    if (word.empty() && any_of(o.what + about, m.words("settled_by"))) return;
    m.refuse("manner_unclear", row(n, "manner"), "JI22-358", {{"word", word.empty() ? "@manner.other" : word}});
}

void check_sum(Matter& m, std::size_t n)
{
    auto const& o = m.paper.obligations[n];
    if (o.amount && *o.amount > 0) return;
    bool const pays = o.manner == Manner::cash || o.manner == Manner::transfer;
    if (!pays && !any_of(o.what, m.words("money"))) return;
    auto const word = first_of(sentence_about(m.terms, o), m.words("vague_amount"));
    if (!pays) m.ask("amount_missing", row(n, "amount"), "JI22-358");
    else if (word.empty()) m.refuse("amount_missing", row(n, "amount"), "JI22-358");
    else m.refuse("amount_vague", row(n, "amount"), "JI22-358", {{"word", word}});
}

// A transfer is not performed, and not enforced, without knowing whereto.
void check_accounts(Matter& m)
{
    std::vector<std::optional<std::size_t>> told;
    bool const in_terms = has_account(m.terms);
    for (std::size_t n = 0; n < m.paper.obligations.size(); ++n) {
        auto const& o = m.paper.obligations[n];
        if (o.manner != Manner::transfer || !trimmed(o.account).empty()) continue;
        if (o.to && !trimmed(m.paper.parties[*o.to].account).empty()) continue;
        if (std::find(told.begin(), told.end(), o.to) != told.end()) continue;
        told.push_back(o.to);
        if (!in_terms) m.refuse("account_missing", row(n, "account"), "JI22-358");
        else if (told.size() > 1) m.ask("account_missing", row(n, "account"), "JI22-358");
    }
}

// What binds nobody: "both go on talking".
bool is_empty(Matter const& m, CheckedObligation const& o)
{
    bool const vague_kind = !o.manner || *o.manner == Manner::other || *o.manner == Manner::restraint;
    return vague_kind && !o.amount && any_of(o.what, m.words("empty_promise"));
}

void check_promises(Matter& m)
{
    auto const& rows = m.paper.obligations;
    bool const nothing = std::all_of(rows.begin(), rows.end(), [&](auto const& o) { return is_empty(m, o); });
    if (nothing) m.refuse("no_obligation", "/obligations", "PML-29");
}

}  // namespace

void check_rows(Matter& m)
{
    check_promises(m);
    check_accounts(m);
    for (std::size_t n = 0; n < m.paper.obligations.size(); ++n) {
        auto const& o = m.paper.obligations[n];
        if (!o.from) m.refuse("party_not_in_list", row(n, "from"), "CC-465");
        if (!o.to) m.refuse("party_not_in_list", row(n, "to"), "CC-465");
        if (is_empty(m, o)) continue;
        check_day(m, n);
        check_manner(m, n);
        check_sum(m, n);
    }
}

namespace {

// PML art. 33: thirty days from the day it takes effect, as the clock of the rule pack counts them.
void check_confirmation(Matter& m)
{
    if (!m.paper.asks_confirmation) return;
    if (m.paper.after_filing) return m.refuse("case_is_filed", "/asks_confirmation", "SPC16-20");
    auto const last = law::due(m.book, "confirmation", at_clock(m.paper.signed_on, 12), end_of(m.paper.today)).at;
    if (end_of(m.paper.today) > last)
        m.refuse("confirmation_late", "/asks_confirmation", "PML-33", {{"date", iso(date_in_beijing(last))}});
    auto const* kind = m.book.kind(m.paper.kind);
    if (kind && !kind->confirmable) m.refuse("kind_not_confirmable", "/asks_confirmation", "JI22-355");
}

void check_parts(Matter& m)
{
    if (trimmed(m.paper.facts).empty()) m.ask("facts_missing", "/facts", "PML-29");
    if (trimmed(m.paper.terms).empty()) m.ask("terms_missing", "/terms", "PML-29");
    if (m.paper.second_unread) m.ask("second_not_proof_read", "/second", "PML-29");
}

}  // namespace
}  // namespace checking

std::vector<Finding> check(law::Book const& book, CheckedAgreement const& paper)
{
    checking::Matter m(book, paper);
    checking::check_parts(m);
    checking::check_rows(m);
    checking::check_amounts(m);
    checking::check_shares(m);
    checking::check_parties(m);
    checking::check_names(m);
    checking::check_matters(m);
    checking::check_tongues(m);
    checking::check_confirmation(m);
    std::stable_sort(m.found.begin(), m.found.end(), [](auto const& a, auto const& b) { return std::tie(a.weight, a.at) < std::tie(b.weight, b.at); });
    std::vector<Finding> once;
    for (auto& one : m.found)
        if (std::find(once.begin(), once.end(), one) == once.end()) once.push_back(std::move(one));
    return once;
}

}  // namespace maple::resolution
