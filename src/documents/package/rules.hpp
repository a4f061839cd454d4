// What must be so before a package is sent, and what the court's packet needs. Pure.
#pragma once
#include "documents/package/package.hpp"
#include "documents/table.hpp"
#include "law/handing_over.hpp"
#include "registry/words.hpp"

namespace maple::documents {

struct Sending {
    std::string basis;
    registry::OrganisationKind to{};
    std::vector<Key> consented;
    std::size_t papers = 0;
};

// Refuses: the stage, a dossier that is kept and no longer used (PIPL art. 47), nothing chosen, a basis
// that does not hold for this body, a consent of nobody's, a party present that has not agreed where
// the basis asks for it.
Result<void> may_send(Dispute const&, law::Book const&, Sending const&);

// A paper of the packet for judicial confirmation, in the court's order (JI22 art. 354).
struct PacketLine {
    std::string_view form;
    Key subject{};
    bool required = true;
    std::string_view article;
};
std::vector<PacketLine> packet_of(Dispute const&, dispute::Agreement const&);

// Refuses: agreement.unknown, one that is oral or has not taken effect, papers that it needs and lacks.
Result<void> may_send_packet(Dispute const&, Key agreement, std::vector<PacketLine> const& lacking);

}  // namespace maple::documents
