// Which court may be asked to confirm an agreement (CPL art. 205), and when it is one of the
// Production and Construction Corps (SPC05 art. 3). Pure.
#pragma once
#include "law/handing_over.hpp"
#include "resolution/events.hpp"

namespace maple::resolution {

// A court of the registry, with the division that it serves.
struct LocalCourt {
    Key id{};
    std::string division;
};

// What is known besides the dispute.
struct CourtFacts {
    std::vector<LocalCourt> courts;
    std::string seat;                 // division code of the committee that mediated
    std::vector<Key> corps;           // parties that belong to the Corps
    std::vector<Key> in_corps_zone;   // parties whose domicile lies in its zones
};

struct CourtOption {
    Key court{};
    std::string outside;  // key of a court of the book, when it stands there
    std::string ground;   // key of the list "court_ground"
    bool operator==(CourtOption const&) const = default;
};

// The courts that may be asked, the nearest first. The court that invited the mediation is the only
// one where there was one; then the Corps' own; then an intermediate court where the sum asks for it;
// else a basic court of the place, of the committee's seat or of a party's domicile.
std::vector<CourtOption> competent_courts(Dispute const&, dispute::Agreement const&, law::Book const&, CourtFacts const&);

// The parties choose one of them; none named: only what they are is noted, and the court follows where
// one is left. Refuses: agreement.unknown, an oral one (JI22 art. 354),
// confirmation.running, a party of the facts that is none of the agreement, a court that is none of those.
Result<CourtChosen> choose_court(Dispute const&, law::Book const&, Key agreement, CourtFacts const&, Key court, std::string outside);

}  // namespace maple::resolution
