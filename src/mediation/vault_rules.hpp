// What may lie in a party's compartment, and what may leave it. Pure.
#pragma once
#include "mediation/vault_events.hpp"

namespace maple::mediation {

inline constexpr std::size_t most_issues = 20;

// Refuses: too many issues.
Result<IssueNamed> name_issue(Dispute const&, dispute::Issue);

// By a mediator appointed to the dispute, in person, whatever other office somebody holds (PML art.
// 15: privacy and secrets are not passed on). Refuses: vault.not_the_mediator; a party that has
// left or refuses (PML art. 17); an offer that names no issue; an amount where there can be none.
Result<VaultNoted> note_in_vault(Dispute const&, dispute::VaultSlip, Key person);

// The owner lets the sentence cross; noted by the mediator who asked. Refuses: vault.unknown,
// vault.never_crosses (a note or a bottom line), vault.agreed, vault.not_the_mediator.
Result<CrossingAgreed> agree_to_cross(Dispute const&, Key slip, dispute::By, Key person);

// The owner no longer lets it cross, for as long as nobody else knows it; it may be asked again later.
// Refuses: vault.unknown, vault.crossed_already, vault.not_agreed, vault.not_the_mediator.
Result<CrossingWithdrawn> withdraw_crossing(Dispute const&, Key slip, dispute::By, Key person);

// The mediator lets it cross, as the exact sentence. Refuses: vault.owner_not_agreed, vault.released.
Result<StatementReleased> release(Dispute const&, Key slip, Kept released, Key person);

}  // namespace maple::mediation
