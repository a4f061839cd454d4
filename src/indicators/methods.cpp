// The effect of the methods, by kind of dispute: used, agreed, performed, flared up again. A method is
// counted once for a dispute, however often it was used; who used it is not asked. Small numbers are
// shown with Wilson's interval, and what was chosen for harder disputes fares worse for that alone:
// the page says so.
#include "api/words.hpp"
#include "dispute/view.hpp"
#include "indicators/counting.hpp"
#include "indicators/periods.hpp"
#include "indicators/routes.hpp"
#include "storage/onward.hpp"

namespace maple::indicators {
namespace {

using access::Right;

struct Share {
    std::int64_t hits = 0, all = 0;
    std::optional<std::int64_t> hundredths;  // of a percent, cut off
    std::int64_t low = 0, high = 10000;      // Wilson's interval, hundredths of a percent
};
BOOST_DESCRIBE_STRUCT(Share, (), (hits, all, hundredths, low, high))

struct Effect {
    std::string kind, kind_name;  // "" for all kinds together
    std::int64_t used = 0;        // disputes concluded in the period in which it was used
    Share agreed;                 // of those
    Share performed;              // of agreements whose promises have come to an end
    Share relapsed;               // of those agreed: reopened, or signs of it on a visit
};
BOOST_DESCRIBE_STRUCT(Effect, (), (kind, kind_name, used, agreed, performed, relapsed))

struct MethodEffect {
    std::string key, name;
    Effect all;
    std::vector<Effect> kinds;  // the most frequent first
};
BOOST_DESCRIBE_STRUCT(MethodEffect, (), (key, name, all, kinds))

struct Effects {
    std::string from, to;
    std::int64_t concluded = 0;        // disputes in the period
    std::int64_t without_method = 0;   // of those: no method was noted
    std::vector<MethodEffect> methods;
};
BOOST_DESCRIBE_STRUCT(Effects, (), (from, to, concluded, without_method, methods))

Share share(std::int64_t hits, std::int64_t all)
{
    auto const interval = wilson(hits, all);
    return {hits, all, hundredths_of_percent(hits, all), std::int64_t(interval.low * 10000), std::int64_t(interval.high * 10000)};
}

// What became of one dispute in which a method was used.
struct Became {
    bool agreed = false, ended = false, performed = false, relapsed = false;
};

Became became(dispute::Dispute const& d)
{
    Became out;
    out.agreed = dispute::has_effective_agreement(d);
    if (!out.agreed) return out;
    out.relapsed = d.reopened_as || std::any_of(d.visits.begin(), d.visits.end(), [](auto const& v) { return v.relapse; });
    out.ended = dispute::promises_settled(d);
    out.performed = out.ended && !dispute::any_breach(d);
    return out;
}

std::set<std::string> methods_of(dispute::Dispute const& d)
{
    std::set<std::string> used;
    for (auto const& session : d.sessions) used.insert(session.methods.begin(), session.methods.end());
    return used;
}

struct Tally {
    std::int64_t used = 0, agreed = 0, ended = 0, performed = 0, relapsed = 0;

    void add(dispute::Dispute const& d)
    {
        auto const what = became(d);
        ++used;
        agreed += what.agreed;
        ended += what.ended;
        performed += what.performed;
        relapsed += what.relapsed;
    }

    Effect effect(std::string kind, std::string name) const
    {
        return {std::move(kind), std::move(name), used, share(agreed, used), share(performed, ended), share(relapsed, agreed)};
    }
};

struct AskEffects {
    std::optional<Month> from, to;
    std::optional<Key> organisation;
};
BOOST_DESCRIBE_STRUCT(AskEffects, (), (from, to, organisation))

// The base of every rate: what was concluded in the period, imported ledgers left out.
Figure const concluded{"concluded", "concluded_in", "concluded_at IS NOT NULL AND historical = 0", "1 = 1"};

Effects effects(Desk& desk, AskEffects const& ask)
{
    auto const period = period_of(desk, ask.from, ask.to);
    auto const question = asked(desk, concluded, period, scopes(desk, ask.organisation));
    Effects out{period.from, period.to, 0, 0, {}};
    std::map<std::string, Tally> all;
    std::map<std::string, std::map<std::string, Tally>> by_kind;
    for (auto const& state : sql::column<std::string>(desk.sql, "SELECT state FROM dispute WHERE " + question.condition, std::span<sql::Value const>(question.values))) {
        auto const d = from_record<dispute::Dispute>(state);
        auto const used = methods_of(d);
        ++out.concluded;
        out.without_method += used.empty();
        for (auto const& method : used) {
            all[method].add(d);
            by_kind[method][d.kind].add(d);
        }
    }
    for (auto const& method : desk.book().choices.find("method")->second) {
        MethodEffect one{method.key, law::in(method.name, api::tag(desk.language)), all[method.key].effect("", ""), {}};
        for (auto const& [kind, tally] : by_kind[method.key]) one.kinds.push_back(tally.effect(kind, dispute::kind_word(desk, kind)));
        std::stable_sort(one.kinds.begin(), one.kinds.end(), [](auto const& a, auto const& b) { return a.used > b.used; });
        out.methods.push_back(std::move(one));
    }
    return out;
}

// --- The way down to the disputes -------------------------------------------------------------------

enum class Outcome { used, agreed, ended, performed, relapsed };
BOOST_DESCRIBE_ENUM(Outcome, used, agreed, ended, performed, relapsed)

bool came_to(Outcome outcome, Became const& what)
{
    switch (outcome) {
    case Outcome::used: return true;
    case Outcome::agreed: return what.agreed;
    case Outcome::ended: return what.ended;
    case Outcome::performed: return what.performed;
    case Outcome::relapsed: return what.relapsed;
    }
    return false;
}

struct AskBehindMethod {
    std::string method;
    std::optional<std::string> kind;
    std::optional<Outcome> outcome;
    std::optional<Month> from, to;
    std::optional<Key> organisation;
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(AskBehindMethod, (), (method, kind, outcome, from, to, organisation, cursor))

struct BehindMethod {
    std::vector<dispute::Line> disputes;  // the newest first
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(BehindMethod, (), (disputes, cursor))

struct ConcludedRow {
    Key id{};
    std::int64_t version = 0;
    std::optional<Instant> due_at;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(ConcludedRow, (), (id, version, due_at, state))

bool lies_behind(dispute::Dispute const& d, AskBehindMethod const& ask)
{
    if (ask.kind && d.kind != *ask.kind) return false;
    return methods_of(d).contains(ask.method) && came_to(ask.outcome.value_or(Outcome::used), became(d));
}

BehindMethod behind_method(Desk& desk, AskBehindMethod const& ask)
{
    if (!desk.book().choice("method", ask.method)) throw Refused(refuse(Because::not_found, "method.unknown"));
    if (ask.kind && !desk.book().kind(*ask.kind)) throw Refused(refuse_field("/kind", "not_in_the_book"));
    auto question = asked(desk, concluded, period_of(desk, ask.from, ask.to), scopes(desk, ask.organisation));
    if (ask.cursor) {
        question.values.push_back(sql::to_sql(*ask.cursor));
        question.condition += " AND dispute.id < $" + std::to_string(question.values.size());
    }
    BehindMethod out;
    std::vector<dispute::LineSeen> rows;
    // Which methods were used only the state tells: it is read as far as the page goes, and to the next that follows.
    auto const text = "SELECT " + std::string(dispute::line_seen_columns) + ", dispute.state FROM dispute WHERE " + question.condition + " ORDER BY dispute.id DESC";
    for (auto const& row : sql::all<ConcludedRow>(desk.sql, text, std::span<sql::Value const>(question.values))) {
        if (!lies_behind(from_record<dispute::Dispute>(row.state), ask)) continue;
        if (rows.size() == sql::page_of_a_list) {
            out.cursor = rows.back().id;
            break;
        }
        rows.push_back({row.id, row.version, row.due_at});
    }
    out.disputes = dispute::lines(desk, rows);
    return out;
}

}  // namespace

api::Room methods_room()
{
    using enum api::Verb;
    return {"methods",
            {
                {get, "/methods/effect", Right::read_figures, effects, "What became of disputes in which a method was used, by kind, with intervals."},
                {get, "/methods/{method}/disputes", Right::read_figures, behind_method, "The disputes behind it, the newest first."},
            }};
}

}  // namespace maple::indicators
