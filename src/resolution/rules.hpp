// What the law says of agreements and promises. Pure.
#pragma once
#include "law/book.hpp"
#include "resolution/events.hpp"

namespace maple::resolution {

// PML art. 29: parties, facts and issues, content, manner and time limit of performance.
// Every obligation has somebody who owes and somebody who is owed, both parties of the
// agreement, and a due date not before today. A party without capacity signs by a guardian.
// Refuses: an agreement that is effective already; a session result is not needed.
Result<AgreementDrafted> draft(Dispute const&, dispute::Agreement, Date today);

// Refuses: agreement.unknown, agreement.effective, a party that is not of the agreement or
// has signed already; electronic signing for marriage, adoption and inheritance (ESL art. 3): by the
// kind of the dispute, or by what `text`, the exact one, is about; a refusing party; a party without
// capacity and guardian; a second text that nobody has proof-read. Electronically each member of a
// group signs for himself; on paper the group may be noted as a whole.
Result<Signed> sign(Dispute const&, law::Book const&, Key agreement, Key party, dispute::Signing, std::optional<dispute::Pen> = {},
                    std::string_view text = {});

// The mediator who presides, in person. Refuses: not_the_mediator.
Result<MediatorSigned> sign_as_mediator(Dispute const&, Key agreement, Key person);

// The committee's seal comes last (PML art. 29). Refuses: somebody has not signed; an
// organisation without a seal; a department (no committee seal on departmental mediation).
Result<Sealed> seal(Dispute const&, Key agreement, Key committee, bool has_seal, std::string number);

// PML art. 28, 30: effective when reached; registered by the mediator. Refuses: kinds that
// need writing (labour: LAB art. 14; medical: MED art. 39).
Result<OrallyAgreed> agree_orally(Dispute const&, law::Book const&, dispute::Agreement, Date today);

// Part or whole; a broken promise may still be kept, late. Refuses: obligation.unknown, not effective
// yet, settled already, more than was promised. In full when told so or when the parts reach the sum.
Result<Performed> perform(Dispute const&, Key obligation, std::optional<Fen> amount, bool in_full, Kept evidence);

struct Waiving {
    Key by{};               // who gives it up
    dispute::By said{};
    Kept reason;
};
// CC art. 575: who is owed gives it up, and nobody for another. Refuses: another party; one that
// cannot act, for whom the guardian gives nothing away (CC art. 35); a group whose members have not
// all empowered their representatives (CC art. 165); what the law keeps for somebody, a child's
// support (CC art. 1067), or keeps until it is due.
Result<Waived> waive(Dispute const&, law::Book const&, Key obligation, Waiving, Date today);
// Refuses: not due yet.
Result<Breached> breach(Dispute const&, Key obligation, Kept reason, Date today);

}  // namespace maple::resolution
