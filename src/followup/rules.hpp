// What must be so before a dispute is visited, reopened or laid to the archive. Pure.
#pragma once
#include "followup/events.hpp"
#include "law/book.hpp"

namespace maple::followup {

// Answers are each party's own. Refuses: nobody was asked, party.unknown, a party twice.
Result<Visited> visit(Dispute const&, dispute::Visit);

// Breach, an invalid agreement or a relapse make a new dispute, linked to the old one.
// Refuses: reopened already, unknown reason.
Result<Reopened> reopen(Dispute const&, law::Book const&, Key as, std::string reason);

// PML art. 27, loop.md: refuses a red risk unreported, a termination whose notice has not
// reached the parties, an unknown retention class; and as long as the next step is a return
// visit: after an agreement one since the last promise was settled (PML art. 31), after a
// failure one while a risk is open.
Result<Archived> archive(Dispute const&, law::Book const&, std::string retention);

}  // namespace maple::followup
