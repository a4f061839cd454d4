#include "diversion/views.hpp"
#include "api/words.hpp"
#include "dispute/view.hpp"

#include <algorithm>

namespace maple::diversion {
namespace {

std::string name_of(Plan const& plan, Key person)
{
    for (auto const& one : plan.people())
        if (one.standing.person == person) return one.name;
    return {};
}

std::string worded(Desk const& desk, Term const& term) { return api::say(desk.language, "proposal." + term.key, term.params); }

bool certificate_valid(workforce::Standing const& s)
{
    using enum workforce::CertificateState;
    return s.certificate.state == valid || s.certificate.state == expires_soon;
}

MediatorView mediator_view(Desk const& desk, Plan const& plan, Key dispute, CandidateFacts const& who)
{
    auto const person = who.standing.person;
    return {person, who.name, workforce::joined(who.standing.languages), who.held, certificate_valid(who.standing),
            plan.proposed(dispute) == person, term_views(desk, heaviest(plan.terms(dispute, person))),
            bar_views(desk, plan.weighed(dispute, person).bars)};
}

// The numbers of other disputes, as far as this reader may see them.
std::map<Key, dispute::Line> lines_of(Desk& desk, std::vector<Shift> const& shifts)
{
    std::map<Key, dispute::Line> all;
    std::vector<dispute::LineRow> rows;
    for (auto const& one : shifts)
        if (auto row = sql::one<dispute::LineRow>(desk.sql, "SELECT " + std::string(dispute::line_columns) + " FROM dispute WHERE id = $1", one.dispute))
            rows.push_back(std::move(*row));
    for (auto& line : dispute::lines(desk, rows)) all.emplace(line.id, std::move(line));
    return all;
}

std::string sentence(Desk const& desk, Answer const& answer, Params const& params)
{
    auto const say = [&](std::string_view key) { return api::say(desk.language, "why_not." + std::string(key), params); };
    if (!answer.bars.empty()) return say("barred");
    if (!answer.proposed) return say("nobody");
    if (answer.more + answer.rest == 0) return say("equal");
    if (answer.rest <= 0) return say(answer.rest == 0 ? "here" : "here_less_elsewhere");
    return say(answer.more > 0 ? "here_and_elsewhere" : "elsewhere");
}

}  // namespace

std::vector<TermView> term_views(Desk const& desk, std::vector<Term> const& terms)
{
    std::vector<TermView> views;
    for (auto const& term : terms) views.push_back({term.key, worded(desk, term), term.speaks_for, term.points});
    return views;
}

std::vector<BarView> bar_views(Desk const& desk, std::vector<Bar> const& bars)
{
    std::vector<BarView> views;
    for (auto const& bar : bars) views.push_back({bar.key, api::say(desk.language, "proposal.bar." + bar.key, bar.params), bar.reason_is_enough});
    return views;
}

std::vector<MediatorView> mediators(Desk const& desk, Plan const& plan, Key dispute)
{
    struct Ranked {
        int rank;
        std::int64_t points;
        MediatorView view;
    };
    std::vector<Ranked> ranked;
    for (auto const& who : plan.people()) {
        auto view = mediator_view(desk, plan, dispute, who);
        int const rank = view.proposed ? 0 : view.bars.empty() ? 1 : 2;
        ranked.push_back({rank, plan.points(dispute, who.standing.person), std::move(view)});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](auto const& a, auto const& b) { return std::pair(a.rank, a.points) < std::pair(b.rank, b.points); });
    std::vector<MediatorView> views;
    for (auto& one : ranked) views.push_back(std::move(one.view));
    return views;
}

WhyNotView why_not_view(Desk& desk, Plan const& plan, Key dispute, Key person)
{
    auto const answer = plan.why_not(dispute, person);
    WhyNotView view;
    view.person = person;
    view.name = name_of(plan, person);
    if (answer.proposed) {
        view.proposed = answer.proposed;
        view.proposed_name = name_of(plan, answer.proposed);
    }
    view.bars = bar_views(desk, answer.bars);
    for (auto const& one : answer.differences)
        view.differences.push_back({one.term.key, worded(desk, one.term), name_of(plan, one.person), one.more});
    view.more = answer.more;
    view.rest = answer.rest;
    auto const lines = lines_of(desk, answer.shifts);
    for (auto const& one : answer.shifts) {
        auto const line = lines.find(one.dispute);
        ShiftView shift{one.dispute, line == lines.end() ? "" : line->second.number, line == lines.end() ? "" : line->second.parties,
                        name_of(plan, one.from), name_of(plan, one.to), {}};
        shift.says = api::say(desk.language, one.to ? "why_not.shift" : "why_not.shift_to_nobody",
                              {{"number", shift.number}, {"from", shift.from_name}, {"to", shift.to_name}});
        view.shifts.push_back(std::move(shift));
    }
    view.says = answer.proposed == person
                    ? api::say(desk.language, "why_not.proposed", {{"name", view.name}})
                    : sentence(desk, answer, {{"name", view.name}, {"proposed", view.proposed_name.value_or("")},
                                              {"bar", view.bars.empty() ? "" : view.bars.front().says},
                                              {"more", std::to_string(std::abs(answer.more))}, {"rest", std::to_string(std::abs(answer.rest))},
                                              {"sum", std::to_string(answer.more + answer.rest)}});
    return view;
}

}  // namespace maple::diversion
