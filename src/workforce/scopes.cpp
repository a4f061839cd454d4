#include "workforce/scopes.hpp"
#include "registry/roll.hpp"

namespace maple::workforce {
namespace {

template <class T> T placed(Desk& desk, std::string_view state)
{
    auto thing = from_record<T>(state);
    if (auto const at = registry::find_organisation(desk, thing.organisation)) thing.scope = at->path;
    return thing;
}

}  // namespace

Training training_from(Desk& desk, std::string_view state) { return placed<Training>(desk, state); }
Complaint complaint_from(Desk& desk, std::string_view state) { return placed<Complaint>(desk, state); }

void move_scopes(Desk& desk, registry::PathChange const& change)
{
    for (auto const table : {"training", "complaint"}) registry::rewrite_paths(desk, table, "scope", change);
}

}  // namespace maple::workforce
