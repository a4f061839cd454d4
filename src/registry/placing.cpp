#include "registry/placing.hpp"

namespace maple::registry {
namespace {

bool lies_below(Organisation const& one, Organisation const& above) { return one.path.starts_with(above.path); }

// Takes requests in for a place, or guides those who do.
bool is_desk(OrganisationKind kind)
{
    switch (kind) {
    case OrganisationKind::resolution_centre:
    case OrganisationKind::legal_service_centre:
    case OrganisationKind::judicial_office:
    case OrganisationKind::governance_centre: return true;
    default: return false;
    }
}

Refusal no(char const* code) { return refuse(Because::forbidden_by, code); }

}  // namespace

Basis usual_basis(OrganisationKind kind)
{
    switch (kind) {
    case OrganisationKind::village_committee:
    case OrganisationKind::community_committee: return Basis::grassroots;
    case OrganisationKind::enterprise_committee: return Basis::enterprise;
    default: return stands_alone(kind) ? Basis::by_reference : Basis::none;
    }
}

std::string article_of(Basis basis)
{
    return basis == Basis::none ? "" : basis == Basis::by_reference ? "PML-34" : "PML-8";
}

Result<void> may_rest_on(OrganisationKind kind, Basis basis)
{
    if (basis == usual_basis(kind)) return {};
    // A centre may have been set up as a committee of its own by reference to the law.
    if (basis == Basis::by_reference && is_committee(kind) && !stands_alone(kind) && !is_part_of_committee(kind)) return {};
    auto const usual = usual_basis(kind);
    return refuse_field("/basis", "basis_not_of_this_kind", {{"basis", std::string("@basis.") + boost::describe::enum_to_string(usual, "?")}},
                        article_of(usual == Basis::none ? basis : usual));
}

Result<void> may_stand_below(OrganisationKind kind, Organisation const& above)
{
    if (above.closed_at) return no("organisation.closed_above");
    if (is_part_of_committee(kind) && !stands_alone(above.kind)) return no("organisation.part_needs_committee");
    if (stands_alone(kind) && (stands_alone(above.kind) || is_part_of_committee(above.kind))) return no("organisation.committees_are_peers");
    return {};
}

Result<void> may_have_seal(OrganisationKind kind, bool has_seal)
{
    if (has_seal && is_part_of_committee(kind)) return refuse_field("/has_seal", "part_has_no_seal", {}, "PML-29");
    return {};
}

Result<void> may_move(Organisation const& what, Organisation const& to)
{
    if (what.closed_at) return no("organisation.closed");
    if (!what.parent) return no("organisation.top_stays");
    if (*what.parent == to.id) return no("organisation.moved_already");
    if (lies_below(to, what)) return no("organisation.below_itself");
    return may_stand_below(what.kind, to);
}

Result<void> may_merge(Organisation const& what, Organisation const& into)
{
    if (what.closed_at) return no("organisation.closed");
    if (!what.parent) return no("organisation.top_stays");
    if (lies_below(into, what)) return no("organisation.into_itself");
    if (into.closed_at) return no("organisation.closed_above");
    bool const mediates = stands_alone(what.kind) || is_part_of_committee(what.kind);
    bool const alike = what.kind == into.kind || (mediates && stands_alone(into.kind)) || (is_desk(what.kind) && is_desk(into.kind));
    if (!alike) return no("organisation.unlike");
    return {};
}

}  // namespace maple::registry
