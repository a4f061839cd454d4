// The same agreement in two languages: each sum and each day of one text stands in the other. Where
// they differ nobody can tell what was promised, whichever of them governs (JI22 art. 358); what one
// of them leaves out is presumed to be meant in both (CC art. 466).
#include "foundation/narrow.hpp"
#include "resolution/checker_readings.hpp"
#include "resolution/checker_texts.hpp"

#include <algorithm>

namespace maple::resolution::checking {
namespace {

// One part in both languages, and what the promises say of it: that stands under either text.
struct Part {
    std::string first, second, at;
    std::vector<std::int64_t> sums;
    std::vector<Day> days;
    bool of_terms = false;  // what is promised is looked for here
};

Day day_of(Date date)
{
    std::chrono::year_month_day const ymd{date.day};
    return {int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day()))};
}

template <class T> bool among(std::vector<T> const& all, T one)
{
    return std::any_of(all.begin(), all.end(), [&](T const& other) { return same(one, other); });
}

template <class T> std::vector<T> not_in(std::vector<T> const& said, Told<T> const& other, std::vector<T> const& promised)
{
    std::vector<T> alone;
    for (auto const& one : said)
        if (!among(other.said, one) && !among(other.perhaps, one) && !among(promised, one)) alone.push_back(one);
    return alone;
}

std::string shown(std::int64_t fen) { return yuan_text(fen); }

template <class T> std::string listed(std::vector<T> const& all)
{
    std::string out;
    for (auto const& one : all) out += (out.empty() ? "" : " / ") + shown(one);
    return out;
}

enum class Verdict { agree, differ, left_out, added };

struct Compared {
    Verdict verdict = Verdict::agree;
    std::string first, second;  // what stands in the one text alone
};

template <class T> Compared compared(Told<T> const& first, Told<T> const& second, std::vector<T> const& promised, bool of_terms)
{
    auto const added = not_in(second.said, first, promised);
    auto left_out = not_in(first.said, second, {});
    // The Chinese leaves it to the promises, and the other text says something else.
    if (of_terms && !added.empty() && first.said.empty()) left_out = not_in(promised, second, {});
    Compared out{Verdict::agree, listed(left_out), listed(added)};
    if (!left_out.empty() && !added.empty() && !(first.unread && second.unread)) out.verdict = Verdict::differ;
    else if (!left_out.empty() && !second.unread) out.verdict = Verdict::left_out;
    else if (!added.empty() && !first.unread) out.verdict = Verdict::added;
    return out;
}

void check_sums(Matter& m, Part const& part)
{
    auto const found = compared(sums_in(part.first), sums_in(part.second), part.sums, part.of_terms);
    Params params{{"first", found.first}, {"second", found.second}};
    if (found.verdict == Verdict::differ) m.refuse("tongues_sums_differ", part.at, "JI22-358", std::move(params));
    if (found.verdict == Verdict::left_out) m.ask("tongues_sum_left_out", part.at, "CC-466", std::move(params));
    if (found.verdict == Verdict::added) m.ask("tongues_sum_added", part.at, "CC-466", std::move(params));
}

void check_days(Matter& m, Part const& part)
{
    auto const found = compared(days_in(part.first), days_in(part.second), part.days, part.of_terms);
    Params params{{"first", found.first}, {"second", found.second}};
    if (found.verdict == Verdict::differ) m.refuse("tongues_days_differ", part.at, "JI22-358", std::move(params));
    if (found.verdict == Verdict::left_out) m.ask("tongues_day_left_out", part.at, "CC-466", std::move(params));
    if (found.verdict == Verdict::added) m.ask("tongues_day_added", part.at, "CC-466", std::move(params));
}

void check_part(Matter& m, Part const& part)
{
    // What is not translated at all is asked for by the form.
    if (trimmed(part.first).empty() || trimmed(part.second).empty()) return;
    check_sums(m, part);
    check_days(m, part);
}

}  // namespace

void check_tongues(Matter& m)
{
    if (!m.paper.second) return;
    std::vector<std::int64_t> sums;
    std::vector<Day> days;
    for (std::size_t n = 0; n < m.paper.obligations.size(); ++n) {
        auto const& o = m.paper.obligations[n];
        Part promise{narrow(o.what), narrow(o.second), row(n, "second"), {}, {}, false};
        if (o.amount) promise.sums.push_back(*o.amount);
        if (o.due) promise.days.push_back(day_of(*o.due));
        sums.insert(sums.end(), promise.sums.begin(), promise.sums.end());
        days.insert(days.end(), promise.days.begin(), promise.days.end());
        check_part(m, promise);
    }
    auto const& second = *m.paper.second;
    check_part(m, {m.facts, narrow(second.facts), "/second/facts", sums, days, false});
    check_part(m, {m.terms, narrow(second.terms), "/second/terms", sums, days, true});
    check_part(m, {m.breach, narrow(second.breach), "/second/breach", sums, days, false});
}

}  // namespace maple::resolution::checking
