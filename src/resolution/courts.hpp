// Courts as the house knows them: those of the registry, and those that stand in the book alone.
#pragma once
#include "access/desk.hpp"
#include "resolution/court_rules.hpp"

namespace maple::resolution {

// With what was noted of the parties when the court was chosen, unless told.
CourtFacts court_facts(Desk&, Dispute const&, dispute::Agreement const&);

std::string court_name(Desk&, Key court, std::string_view outside);  // "" for none

// The court that was asked, or chosen, or the only one that may be asked; "" while it is open.
std::string court_of(Desk&, Dispute const&, dispute::Agreement const&);

}  // namespace maple::resolution
