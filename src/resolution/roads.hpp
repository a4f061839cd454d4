// What is open to who was promised something and did not get it: which roads, until when, and why
// not the others. The roads themselves are data (law/roads.hpp). Pure.
#pragma once
#include "dispute/dispute.hpp"
#include "law/clock.hpp"
#include "law/roads.hpp"

namespace maple::resolution {

struct NeedMet {
    law::RoadNeeds need{};
    bool met = false;
};

struct OpenRoad {
    law::Road const* road = nullptr;
    bool open = false;
    std::vector<NeedMet> needs;      // each of them, and whether the facts meet it
    std::optional<law::Due> until;   // its clock, explained
    bool too_late = false;
};

// Every road of the book, the open ones first. For a promise of an agreement in effect; nothing for
// one that binds nobody yet.
std::vector<OpenRoad> roads_from(dispute::Dispute const&, law::Book const&, Key obligation, Instant now);

// What of money is still owed; nothing where no money was promised.
std::optional<Fen> money_owed(dispute::Obligation const&);

}  // namespace maple::resolution
