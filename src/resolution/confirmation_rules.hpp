// Judicial confirmation (司法确认). Pure.
#pragma once
#include "law/clock.hpp"
#include "resolution/events.hpp"

namespace maple::resolution {

// What stands between an agreement and the court: keys of the list "confirmation_bar" (JI22 art. 355,
// PML art. 33, SPC16 art. 20). Empty when the parties may ask.
std::vector<std::string> confirmation_bars(Dispute const&, law::Book const&, dispute::Agreement const&, Instant now);

// confirmation.barred, with the bar and its article.
Refusal barred(law::Book const&, std::string const& bar);

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

// The day on which an applicant received the ruling: its time to object counts from it (JI22 art. 372).
// Told again it replaces what was told before; a party's own word by its code never what the court has
// proven. Refuses: confirmation.none, confirmation.not_ruled, a party that did not ask, a day before the
// ruling or still to come, receipt.proven.
Result<RulingReceived> receive_ruling(Dispute const&, Key agreement, dispute::RulingReceipt, Date today);

// Of a confirmed agreement: each promise that is not settled, and until when the court can be asked to
// enforce it (CPL art. 250). Empty for one that is not confirmed.
struct Enforceable {
    Key obligation{};
    law::Due until;
};
std::vector<Enforceable> enforceable(Dispute const&, law::Book const&, dispute::Agreement const&, Instant now);

// What is open when the court has not confirmed, the nearest first; a labour dispute goes to arbitration
// where another goes to court. Empty while the request runs, and once it has succeeded.
enum class Onward { ask_again, change_agreement, mediate_anew, sue, arbitrate };
BOOST_DESCRIBE_ENUM(Onward, ask_again, change_agreement, mediate_anew, sue, arbitrate)
std::vector<Onward> onward(Dispute const&, law::Book const&, dispute::Agreement const&, Instant now);

std::string_view article_of(Onward, dispute::Ruling);

}  // namespace maple::resolution
