#include "indicators/figures.hpp"

#include <algorithm>
#include <cmath>

namespace maple::indicators {
namespace {

constexpr Figure table[] = {
    // The article's "success rate of local mediation": settled at the level it was first
    // diverted to; a chain of reopened disputes counts once, with its first.
    {"local_resolution_rate", "concluded_in", "concluded_in IS NOT NULL AND first_level IS NOT NULL AND original IS NULL",
     "agreed = 1 AND settled_level = first_level"},
    // Agreements, oral or written, of all disputes concluded; failures stay in the base.
    {"mediation_success_rate", "concluded_in", "concluded_in IS NOT NULL", "agreed = 1"},
    // Only agreements whose last promise has fallen due; waived promises count as kept.
    {"agreement_performance_rate", "substr(promises_due, 1, 7)", "promises_due IS NOT NULL AND promises_due < $today AND agreed = 1",
     "promises_kept = 1"},
    // Visits made in time, of those that have fallen due.
    {"return_visit_rate", "substr(visit_due, 1, 7)",
     "visit_due IS NOT NULL AND (visit_due < $today OR visited_at IS NOT NULL)", "visited_at IS NOT NULL AND visited_late = 0"},
    // Parties, not disputes: satisfied or very satisfied, of those who gave an answer.
    {"satisfaction_rate", "concluded_in", "concluded_in IS NOT NULL AND answered > 0", "satisfied > 0", "answered", "satisfied"},
    // Concluded after the legal time had run out, with its pauses and agreed extensions.
    {"overdue_rate", "concluded_in", "concluded_in IS NOT NULL AND historical = 0", "concluded_late = 1"},
};

}  // namespace

std::span<Figure const> figures() { return table; }

Figure const* figure(std::string_view key)
{
    auto const found = std::find_if(std::begin(table), std::end(table), [&](Figure const& f) { return f.key == key; });
    return found == std::end(table) ? nullptr : found;
}

Interval wilson(std::int64_t hits, std::int64_t all)
{
    if (all <= 0) return {};
    constexpr double z = 1.959964;
    double const n = double(all), p = double(hits) / n;
    double const middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double const half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::optional<std::int64_t> hundredths_of_percent(std::int64_t hits, std::int64_t all)
{
    if (all <= 0) return std::nullopt;
    return hits * 10000 / all;
}

}  // namespace maple::indicators
