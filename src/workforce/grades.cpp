#include "workforce/grades.hpp"

#include <algorithm>

namespace maple::workforce {
namespace {

// Rounded down, so that nobody reaches a bound by rounding.
std::int64_t percent(std::int64_t part, std::int64_t whole) { return whole > 0 ? part * 100 / whole : 0; }

std::int64_t measured(Evidence const& e, std::string_view measure)
{
    if (measure == "years") return e.years;
    if (measure == "disputes") return e.disputes;
    if (measure == "oral_percent") return percent(e.oral, e.agreed);
    if (measure == "agreed_percent") return percent(e.agreed, e.disputes);
    if (measure == "kept_percent") return percent(e.kept, e.fallen_due);
    if (measure == "escalated") return e.escalated;
    return e.training_hours;
}

}  // namespace

std::vector<Finding> judge(law::MediatorGrade const& grade, Evidence const& evidence)
{
    std::vector<Finding> findings;
    for (auto const& c : grade.criteria) {
        auto const value = measured(evidence, c.measure);
        findings.push_back({c.measure, value, c.bound, c.at_most, c.at_most ? value <= c.bound : value >= c.bound});
    }
    return findings;
}

bool all_met(std::vector<Finding> const& findings)
{
    return std::all_of(findings.begin(), findings.end(), [](Finding const& f) { return f.met; });
}

GradePaper const* grade_on(Papers const& papers, Date on)
{
    for (auto const& one : papers.grades)
        if (one.granted_on <= on && on <= one.valid_until && (!one.ended_on || on < *one.ended_on)) return &one;
    return nullptr;
}

Result<void> may_be_granted(Papers const& papers, Granting const& g, std::vector<Finding> const& findings, Date today, law::Book const& book)
{
    if (!g.mediator) return refuse(Because::forbidden_by, "grade.no_mediator", {}, "PML-13");
    if (g.to_oneself) return refuse(Because::forbidden_by, "grade.to_oneself");
    auto const* grade = book.mediator_grade(g.grade);
    if (!grade) return refuse_field("/grade", "not_in_the_book");
    bool const high_enough = g.bureau == registry::Level::city || (g.bureau == registry::Level::district && grade->evaluator == "district");
    if (!high_enough) return refuse_field("/grade", "grade_of_the_city");
    auto const* held = grade_on(papers, today);
    if (held && held->grade == g.grade && days_between(today, held->valid_until) > book.policy("grade_reminder_days"))
        return refuse(Because::conflict, "grade.already", {{"date", iso(held->valid_until)}});
    if (!all_met(findings) && !g.reason) return refuse_field("/reason", "criteria_not_met");
    return {};
}

}  // namespace maple::workforce
