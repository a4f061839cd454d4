#include "mediation/vault_rules.hpp"
#include "dispute/life.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using dispute::VaultKind;
using dispute::VaultSlip;

Result<void> by_its_mediator(Dispute const& d, Key person)
{
    if (dispute::is_mediator(d, person)) return {};
    return refuse(Because::not_allowed, "vault.not_the_mediator", {}, "PML-15");
}

Result<VaultSlip const*> own_slip(Dispute const& d, Key id, Key person)
{
    if (auto ok = by_its_mediator(d, person); !ok) return ok.error();
    auto const* slip = dispute::slip(d, id);
    if (!slip) return refuse(Because::not_found, "vault.unknown");
    return slip;
}

bool crosses(VaultKind kind) { return kind == VaultKind::statement || kind == VaultKind::offer; }

bool about_money(VaultKind kind) { return kind == VaultKind::offer || kind == VaultKind::bottom_line; }

}  // namespace

Result<IssueNamed> name_issue(Dispute const& d, dispute::Issue issue)
{
    if (auto ok = dispute::permitted(d, IssueNamed::deed); !ok) return ok.error();
    if (d.room.issues.size() >= most_issues) return refuse(Because::conflict, "issue.too_many", {{"most", std::to_string(most_issues)}});
    return IssueNamed{std::move(issue)};
}

Result<VaultNoted> note_in_vault(Dispute const& d, VaultSlip slip, Key person)
{
    if (auto ok = dispute::permitted(d, VaultNoted::deed); !ok) return ok.error();
    if (auto ok = by_its_mediator(d, person); !ok) return ok.error();
    auto const* party = dispute::party(d, slip.party);
    if (!party) return refuse_field("/party", "unknown_party");
    if (party->left) return refuse_field("/party", "party_left");
    if (party->consent == dispute::Consent::refused)
        return refuse(Because::forbidden_by, "session.refused", by_side(*party), "PML-17");
    auto const& issues = d.room.issues;
    bool const known = std::any_of(issues.begin(), issues.end(), [&](auto const& one) { return one.id == slip.issue; });
    if (slip.issue && !known) return refuse_field("/issue", "unknown_issue");
    if (slip.kind == VaultKind::offer && !slip.issue) return refuse_field("/issue", "missing");
    if (slip.amount && !about_money(slip.kind)) return refuse_field("/amount", "no_amount_here");
    return VaultNoted{std::move(slip)};
}

Result<CrossingAgreed> agree_to_cross(Dispute const& d, Key id, dispute::By by, Key person)
{
    if (auto ok = dispute::permitted(d, CrossingAgreed::deed); !ok) return ok.error();
    auto const slip = own_slip(d, id, person);
    if (!slip) return slip.error();
    if (!crosses((*slip)->kind)) return refuse(Because::forbidden_by, "vault.never_crosses", {}, "PML-15");
    if ((*slip)->owner_agreed_at) return refuse(Because::conflict, "vault.agreed");
    return CrossingAgreed{id, by};
}

Result<CrossingWithdrawn> withdraw_crossing(Dispute const& d, Key id, dispute::By by, Key person)
{
    if (auto ok = dispute::permitted(d, CrossingWithdrawn::deed); !ok) return ok.error();
    auto const slip = own_slip(d, id, person);
    if (!slip) return slip.error();
    if ((*slip)->released_at) return refuse(Because::conflict, "vault.crossed_already");
    if (!(*slip)->owner_agreed_at) return refuse(Because::conflict, "vault.not_agreed");
    return CrossingWithdrawn{id, by};
}

Result<StatementReleased> release(Dispute const& d, Key id, Kept released, Key person)
{
    if (auto ok = dispute::permitted(d, StatementReleased::deed); !ok) return ok.error();
    auto const slip = own_slip(d, id, person);
    if (!slip) return slip.error();
    if (!(*slip)->owner_agreed_at) return refuse(Because::forbidden_by, "vault.owner_not_agreed", {}, "PML-15");
    if ((*slip)->released_at) return refuse(Because::conflict, "vault.released");
    return StatementReleased{id, std::move(released)};
}

}  // namespace maple::mediation
