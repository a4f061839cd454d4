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
// reached the parties, an unknown retention class, a paper that is missing; and as long as the next step is a return
// visit: after an agreement one since the last promise was settled (PML art. 31), after a
// failure one while a risk is open.
// A paper that the dossier has to have and has not (domain.md 3.8), and the rule that asks for it.
struct MissingPaper {
    std::string title;
    std::string article;
};
Result<Archived> archive(Dispute const&, law::Book const&, std::string retention, std::vector<MissingPaper> const& missing = {});

// The class that is proposed: long for what was written, went to the court or was hard; else short.
// For ever is for people to say. "" when the book has other classes.
std::string proposed_retention(Dispute const&, law::Book const&);

// The last day of keeping; none for ever.
std::optional<Date> kept_until(law::Choice const& retention, Date archived);

}  // namespace maple::followup
