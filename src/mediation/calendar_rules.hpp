// What is decided about a planned session. Pure.
#pragma once
#include "law/book.hpp"
#include "mediation/calendar_events.hpp"

namespace maple::mediation {

// Refuses: meeting.unknown; session.held_already; session.cancelled_already; a reason that is not
// in the book.
Result<SessionCancelled> cancel(Dispute const&, law::Book const&, Key session, std::string reason, Kept note);

// By a party that is called to it, before it begins. Whoever cannot come names other times.
// Refuses: meeting.unknown (also for a session to which the party is not called, or that brings
// together who is kept apart: it does not exist for it), session.over, session.cancelled_already; "/wishes".
Result<SessionAnswered> answer(Dispute const&, Key party, Key session, bool comes, std::vector<Instant> wishes, Instant now);

}  // namespace maple::mediation
