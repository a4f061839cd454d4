#include "dispute/dispute.hpp"

namespace maple::dispute {

Agreement::Agreement() = default;
Agreement::Agreement(Agreement const&) = default;
Agreement::Agreement(Agreement&&) noexcept = default;
Agreement& Agreement::operator=(Agreement const&) = default;
Agreement& Agreement::operator=(Agreement&&) noexcept = default;
Agreement::~Agreement() = default;

MediationRoom::MediationRoom() = default;
MediationRoom::MediationRoom(MediationRoom const&) = default;
MediationRoom::MediationRoom(MediationRoom&&) noexcept = default;
MediationRoom& MediationRoom::operator=(MediationRoom const&) = default;
MediationRoom& MediationRoom::operator=(MediationRoom&&) noexcept = default;
MediationRoom::~MediationRoom() = default;

Dispute::Dispute() = default;
Dispute::Dispute(Dispute const&) = default;
Dispute::Dispute(Dispute&&) noexcept = default;
Dispute& Dispute::operator=(Dispute const&) = default;
Dispute& Dispute::operator=(Dispute&&) noexcept = default;
Dispute::~Dispute() = default;

}  // namespace maple::dispute
