// What the law and the rule pack say about people who serve, as pure decisions.
#pragma once
#include "foundation/refusal.hpp"
#include "law/book.hpp"
#include "workforce/words.hpp"

namespace maple::workforce {

// --- Reading a person's service on a day -------------------------------------------------

bool in_force(Engagement const&, Date);
// A certificate's state; "soon" is the number of days before its end that the pack names.
CertificateState state_of(Certificate const&, Date, std::int64_t soon);
// The one that counts on a day: the latest that was not replaced, else the latest; null without one.
Certificate const* certificate_of(Service const&);
Absence const* absence_on(Service const&, Date);

Standing standing_of(registry::Person const&, bool informant, Service const&, Date, std::int64_t soon);

// Whether an expired certificate stops this, by the pack: "appointment", "recording", "lead".
bool expired_stops(law::Book const&, std::string_view act);

// PML art. 13–15, for whoever appoints: a mediator of the roll whose engagement has not run
// out and whom nobody removed; with a certificate that was not revoked. An expired one and
// leave need a reason. Refuses: not_a_mediator, engagement_over, certificate_revoked,
// certificate_expired, on_leave, all at "/person".
Result<void> fit_to_be_appointed(Standing const&, law::Book const&, std::string_view reason);

}  // namespace maple::workforce
