// Who may sit on a committee, for how long, and what the court must be told: People's
// Mediation Law arts 8, 9 and 10. Pure: facts in, an event or a refusal out.
#pragma once
#include "committees/events.hpp"
#include "law/book.hpp"

namespace maple::committees {

// What the law finds wrong with those who sit, the gravest first; empty when all is well.
// PML art. 8: three to nine members (term.too_few, term.too_many), exactly one director
// (term.no_director, term.several_directors), women (term.no_woman), and where several ethnic
// groups live a member of the smaller ones (term.no_minority), unless a reason was given.
// Nobody sits twice (term.twice).
std::vector<Refusal> faults_of(std::vector<Seat> const&, bool multi_ethnic, bool waived, law::Book const&);

// PML art. 13: who sits serves at the committee or at one of its rooms and groups. Refuses at
// the field: not_serving_here.
Result<void> may_sit(registry::Person const&, registry::Organisation const& serves_at, registry::Organisation const& committee, std::string at);

// Who may elect a committee of this kind (PML art. 9; by reference: art. 34).
std::vector<Electors> electors_of(registry::OrganisationKind);

// PML art. 9: three years, as the book has them, the last day included.
Date end_of_term(law::Book const&, Date begins);

// A term from its first day to end_of_term. `last` is the latest term so far, if any.
// Refuses: term.not_a_committee, organisation.closed; electors_not_of_this_kind,
// in_the_future (elected_on, told_on), after_the_beginning (elected later than the term
// begins), too_far_ahead (begins), before_the_last_term; what faults_of finds.
Result<TermBegun> begin(registry::Organisation const& committee, Term const* last, TermBegun wanted, law::Book const&, Date today);

// Members join, leave or change posts: the law is asked again each time. Refuses: term.over
// (expired, closed, or another has begun); outside_the_term, in_the_future (from);
// leaving_needs_reason, never_sat (left); election_needed (of who joined), minutes_needed;
// term.nothing_changed; what faults_of finds. A seat that somebody has left may stay empty for
// a reason (`vacancy`) until it is filled; too many or doubled seats never.
Result<CompositionChanged> change(Term const&, bool is_latest, CompositionChanged wanted, law::Book const&, Date today);

// PML art. 10. Refuses: notice.unknown, notice.sent; before_the_change, in_the_future (on).
Result<NoticeSent> send(Term const&, Key notice, Date on, Date today);

}  // namespace maple::committees
