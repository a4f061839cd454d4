// What an answer about safety leads to. Never a score. Pure.
#pragma once
#include "law/book.hpp"
#include "mediation/safety_events.hpp"

namespace maple::mediation {

// The questions of the book that one side, asked alone, answered with yes; what is done follows
// from the book. Refuses: vault.not_the_mediator, a party that is not here, a question that is not
// in the book.
Result<SafetyAsked> ask_safety(Dispute const&, law::Book const&, dispute::SafetyCheck, std::vector<std::string> const& yes, Key person);

// The risks that these answers raise and that do not stand already (PML art. 25, DV art. 14, MIN art. 11).
// Within a family, violence is domestic violence (DV art. 2).
std::vector<dispute::Risk> risks_of(Dispute const&, law::Book const&, std::vector<std::string> const& yes);

// With a reason, by a mediator. Refuses: safety.unknown; a measure that does not hold; one that a
// protection order in force demands (DV art. 29, 32).
Result<SafetyLifted> lift(Dispute const&, Key check, std::string action, Kept why, Key person, Date today);

// DV art. 30: at most six months at a time, as the book has it. Refuses: protecting somebody from himself, an end
// before the beginning, an order without an end or of more than six months.
Result<ProtectionFiled> file_protection(Dispute const&, law::Book const&, dispute::Protection);
// DV art. 17, 32: the committee visits and supervises. Refuses: protection.unknown.
Result<ProtectionVisited> visit_protected(Dispute const&, Key protection, Kept findings);

// MIN art. 107: a child is heard about who keeps it, sees it, pays for it. By a mediator, or by somebody
// who is named. Refuses: vault.not_the_mediator; a party that is none, is nobody's child any more, or a
// child without a name; company that is not named; a guardian by who is accused (MIN art. 11); a wish
// that nobody wrote down.
Result<ChildHeard> hear_child(Dispute const&, law::Book const&, dispute::ChildHeard, Key person, Date on);

}  // namespace maple::mediation
