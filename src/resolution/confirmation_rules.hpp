// Judicial confirmation (司法确认). Pure.
#pragma once
#include "law/clock.hpp"
#include "resolution/events.hpp"

namespace maple::resolution {

// What stands between an agreement and the court: keys of the list "confirmation_bar" (JI22 art. 355,
// PML art. 33). Empty when the parties may ask.
std::vector<std::string> confirmation_bars(Dispute const&, law::Book const&, dispute::Agreement const&, Instant now);

// The last moment for the joint request; nothing before the agreement takes effect.
std::optional<law::Due> confirmation_window(law::Book const&, dispute::Agreement const&, Instant now);

// Every party of the agreement asks (PML art. 33, CPL art. 205). Refuses: agreement.unknown, not
// effective, one that was oral (JI22 art. 354: the court needs the text), confirmation.running, a
// party of the agreement that does not ask, confirmation.barred with the bar.
Result<ConfirmationApplied> apply_for_confirmation(Dispute const&, law::Book const&, Key agreement, std::vector<Key> applicants, Key court, Instant now);

// The court has put it on its docket, under its own number. Refuses: confirmation.none, docketed already.
Result<ConfirmationDocketed> docket(Dispute const&, Key agreement, std::string number);

// A dismissal names its reason (JI22 art. 358). Refuses: confirmation.none, ruled already; valid or
// dismissed before it was docketed.
Result<ConfirmationRuled> rule_on(Dispute const&, law::Book const&, Key agreement, dispute::Ruling, std::string reason);

}  // namespace maple::resolution
