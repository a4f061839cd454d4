#include "resolution/text.hpp"
#include "access/journal.hpp"
#include "api/words.hpp"
#include "foundation/bare_text.hpp"
#include "foundation/money.hpp"
#include "foundation/sha256.hpp"

#include <algorithm>
#include <chrono>

namespace maple::resolution {
namespace {

constexpr std::string_view none = "／";  // as on paper
constexpr std::size_t groups = 4, group = 4;

std::string text_or_none(Kept const& kept) { return kept.text && !kept.text->empty() ? *kept.text : std::string(none); }

std::string name_of(dispute::Dispute const& d, Key party)
{
    auto const* p = dispute::party(d, party);
    return p ? text_or_none(p->name) : std::string(none);
}

// Figures and formal numerals, days written out: as the forms say them.
std::string amount(Language language, std::optional<Fen> sum)
{
    if (!sum) return std::string(none);
    return api::say(language, "document.amount", {{"capital", capital_yuan(sum->n)}, {"figures", yuan_text(sum->n)}});
}

std::string day(Language language, Date date)
{
    std::chrono::year_month_day const ymd{date.day};
    return api::say(language, "document.date", {{"year", std::to_string(int(ymd.year()))},
                                                {"month", "@document.month." + std::to_string(unsigned(ymd.month()))},
                                                {"day", std::to_string(unsigned(ymd.day()))}});
}

}  // namespace

Language language_of(dispute::Tongue tongue)
{
    return tongue == dispute::Tongue::en ? Language::en : tongue == dispute::Tongue::ug ? Language::ug : Language::zh;
}

std::string promise_line(Language language, dispute::Dispute const& d, dispute::Obligation const& o, std::size_t n, std::string const& what)
{
    return api::say(language, "agreement_text.promise",
                    {{"n", std::to_string(n)}, {"from", name_of(d, o.from)}, {"to", name_of(d, o.to)}, {"what", what},
                     {"manner", std::string("@manner.") + boost::describe::enum_to_string(o.manner, "?")},
                     {"amount", amount(language, o.amount)}, {"due", day(language, o.due)}});
}

std::vector<std::string> share_lines(Language language, dispute::Dispute const& d, dispute::Agreement const& a)
{
    std::vector<std::string> lines;
    for (auto const& group : a.shares) {
        auto const* party = dispute::party(d, group.party);
        if (!party) continue;
        std::string each;
        std::int64_t sum = 0;
        for (auto const& member : party->members)
            for (auto const& one : group.shares)
                if (one.member == member.id) {
                    each += (each.empty() ? "" : api::say(language, "agreement_text.share_joint")) +
                            api::say(language, "agreement_text.share", {{"member", text_of(member.name)}, {"amount", yuan_text(one.amount.n)}});
                    sum += one.amount.n;
                }
        auto const owed = std::any_of(a.obligations.begin(), a.obligations.end(), [&](auto const& o) { return o.to == group.party && o.amount; });
        auto line = api::say(language, owed ? "agreement_text.shares" : "agreement_text.shares_owed",
                             {{"group", text_of(party->name)}, {"each", each}, {"total", amount(language, Fen{sum})}});
        if (group.why) line += api::say(language, "agreement_text.shares_why", {{"why", text_of(group.why)}});
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<Clause> Clauses::all() const
{
    std::vector<Clause> every{facts_heading, facts, terms_heading, terms, promises_heading};
    every.insert(every.end(), promises.begin(), promises.end());
    every.push_back(breach_heading);
    every.push_back(breach);
    return every;
}

Clauses clauses_of(dispute::Dispute const& d, dispute::Agreement const& a)
{
    auto const second = a.second ? std::optional(language_of(a.second->language)) : std::nullopt;
    auto const heading = [&](std::string_view part) {
        auto const key = "agreement_text." + std::string(part);
        return Clause{api::say(Language::zh, key), second ? api::say(*second, key) : ""};
    };
    auto const body = [&](Kept const& chinese, Kept const* other) { return Clause{text_or_none(chinese), second ? text_or_none(*other) : ""}; };
    Clauses out;
    out.facts_heading = heading("facts");
    out.facts = body(a.facts, second ? &a.second->facts : nullptr);
    out.terms_heading = heading("terms");
    out.terms = body(a.terms, second ? &a.second->terms : nullptr);
    out.promises_heading = heading("promises");
    for (std::size_t i = 0; i < a.obligations.size(); ++i) {
        auto const& o = a.obligations[i];
        out.promises.push_back({promise_line(Language::zh, d, o, i + 1, text_or_none(o.what)), second ? promise_line(*second, d, o, i + 1, text_or_none(o.second)) : ""});
    }
    auto const shares = share_lines(Language::zh, d, a), others = second ? share_lines(*second, d, a) : std::vector<std::string>{};
    for (std::size_t i = 0; i < shares.size(); ++i) out.promises.push_back({shares[i], second ? others[i] : ""});
    if (out.promises.empty()) out.promises.push_back({std::string(none), second ? std::string(none) : ""});
    out.breach_heading = heading("breach");
    out.breach = body(a.breach, second ? &a.second->breach : nullptr);
    return out;
}

std::string column_text(Clauses const& clauses, Column column)
{
    std::string text;
    for (auto const& one : clauses.all()) {
        auto const& line = column == Column::chinese ? one.chinese : one.second;
        text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

std::string exact_text(Clauses const& clauses)
{
    auto text = column_text(clauses, Column::chinese);
    if (!clauses.facts.second.empty()) text += "\n\n" + column_text(clauses, Column::second);
    return text;
}

std::string digest_of(std::string_view text) { return hex(sha256(bare_text(text))); }

std::string in_groups(std::string_view digest)
{
    std::string out;
    for (std::size_t i = 0; i < groups * group && i < digest.size(); ++i) {
        if (i && i % group == 0) out += ' ';
        out += digest[i] >= 'a' && digest[i] <= 'f' ? char(digest[i] - 'a' + 'A') : digest[i];
    }
    return out;
}

void name_parties(Desk& desk, dispute::Dispute& d)
{
    auto const words = access::words_of(desk.sql, desk.house.vault, d.id, false, false);
    auto const name = [&](Kept& kept) {
        if (auto const known = words.find(kept.id.n); known != words.end()) kept.text = known->second;
    };
    for (auto& p : d.parties) {
        name(p.name);
        name(p.represented_by);
        if (p.guardian) name(p.guardian->name);
        for (auto& member : p.members) name(member.name);
    }
}

}  // namespace maple::resolution
