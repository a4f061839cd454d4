// Who chooses the mediator, and what stands against one: a party's wish, its objection, the
// consent of all to go on, the director's decision (PML art. 19, 23; SPC16 art. 15). Pure.
#pragma once
#include "diversion/events.hpp"
#include "law/book.hpp"
#include "workforce/words.hpp"

namespace maple::diversion {

// PML art. 19, 23. None: the wish is taken back. Refuses: an unknown party or one that has
// left; somebody who is no mediator; wish.already; wish.none.
Result<Wished> wish(Dispute const&, Key party, std::optional<workforce::Standing> const&);

// SPC16 art. 15, PML art. 23. Refuses: a party unknown or gone; somebody who is not appointed;
// a ground that is none of the book's; objection.open (the same party has one against the
// same mediator); objection.answered (on the same ground it was found to have none).
Result<Challenged> challenge(Dispute const&, law::Book const&, Key party, Key person, std::string ground, Kept note);

// Refuses: conflict.unknown, conflict.settled; a party unknown, gone, or that has consented.
Result<ConflictConsented> go_on(Dispute const&, Key conflict, std::vector<Key> parties);

// Refuses: conflict.unknown, conflict.settled; to go on before every party has consented; to
// find no ground in what the mediator disclosed, without a reason, or by that mediator.
Result<ConflictDecided> decide(Dispute const&, law::Book const&, Key conflict, dispute::ConflictEnd, std::string reason, Kept answer, Key by);

}  // namespace maple::diversion
