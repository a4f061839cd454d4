// What the law says of agreements and promises. Pure.
#pragma once
#include "law/book.hpp"
#include "resolution/events.hpp"

namespace maple::resolution {

// Who is still there, does not refuse, and is neither in an agreement in effect nor in this one: mediation
// with it goes on, so that this one settles a part alone. Null: there is nobody.
dispute::Party const* left_out(Dispute const&, dispute::Agreement const&);

// PML art. 29: parties, facts and issues, content, manner and time limit of performance.
// Every obligation has somebody who owes and somebody who is owed, both parties of the
// agreement, and a due date not before the day on which it was agreed, unless the draft that is
// changed had that date already. A party without capacity signs by a guardian.
// Refuses: an agreement that is effective already; one that would end the dispute over the head of a
// party that is left out (art. 26); a session result is not needed.
Result<AgreementDrafted> draft(Dispute const&, dispute::Agreement, Date agreed_on);

// Refuses: agreement.unknown, agreement.effective, a party that is not of the agreement or
// has signed already; electronic signing for marriage, adoption and inheritance (ESL art. 3): by the
// kind of the dispute, or by what `text`, the exact one, is about; a refusing party; one that has not
// been told its rights (art. 23); a party without capacity and guardian; a second text that nobody has proof-read. Electronically each member of a
// group signs for himself; on paper the group may be noted as a whole.
Result<Signed> sign(Dispute const&, law::Book const&, Key agreement, Key party, dispute::Signing, std::optional<dispute::Pen> = {},
                    std::string_view text = {});

// The mediator who presides, in person. Refuses: not_the_mediator.
Result<MediatorSigned> sign_as_mediator(Dispute const&, Key agreement, Key person);

// The committee's seal comes last (PML art. 29). Refuses: somebody has not signed, or signed
// without having been told its rights (art. 23); an organisation without a seal; a department (no committee seal on departmental mediation); a party that
// has joined since and would be left out (art. 26).
Result<Sealed> seal(Dispute const&, Key agreement, Key committee, bool has_seal, std::string number);

// PML art. 28, 30: effective when reached; registered by the mediator. Refuses: kinds that
// need writing (labour: LAB art. 14; medical: MED art. 39); a party that has not been told its rights (art. 23).
Result<OrallyAgreed> agree_orally(Dispute const&, law::Book const&, dispute::Agreement, Date agreed_on);

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
