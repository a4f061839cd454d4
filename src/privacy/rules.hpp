// What may be done with personal data. Pure.
#pragma once
#include "law/book.hpp"
#include "privacy/events.hpp"

namespace maple::privacy {

// PIPL art. 47: what the law keeps is not deleted; everything but storing and protecting stops.
// Refuses: a dossier that is still worked on (by its stage), restricted already.
Result<Restricted> restrict_use(Dispute const&, Kept reason);
Result<Released> release(Dispute const&, Kept reason);

// PIPL art. 45, by two officers: the second is another person than the first. Refuses:
// own_request.decided, own_request.same_officer.
Result<Confirmed> confirm(OwnRequest const&, Key second);
Result<Declined> decline(OwnRequest const&, Key second, Kept why);
// Within the days of the rule pack (`own_data_days`) and by who took it down, who hands it over
// in person. Refuses: own_request.not_confirmed, not_yours, too_late.
Result<Answered> answer(OwnRequest const&, law::Book const&, Key officer, Instant now);

// Two parties who stand at the desk together may be told of their agreement that is still to be
// performed. Refuses: unless both are there, and unless both showed an identity number.
Result<void> may_look_together(Dispute const&, Key one, Key other, bool both_present);

}  // namespace maple::privacy
