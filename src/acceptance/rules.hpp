// What the law says at the acceptance desk. Pure: a dispute and facts in, an event or a
// refusal out.
#pragma once
#include "acceptance/events.hpp"
#include "law/book.hpp"

namespace maple::acceptance {

// Nothing ends a request, be it a refusal, advice, a transfer or a merger, while a red risk is unreported
// (risk.unreported: PML art. 25, MIN art. 11): once it is over nobody is asked to report it any more.

// May this be mediated at all? (PML art. 17: voluntary; domain.md 3.6)
// Refuses: acceptance.refused_by_party when a party itself has clearly refused,
// acceptance.nobody_asked when there is no party to ask, kind_needed when nobody has said what
// kind of dispute it is (clocks, grading and figures go by it), kind_named when that was said before.
Result<Accepted> accept(Dispute const&, std::string number, std::optional<std::string> kind = {});

// A refusal names a reason of the book and at least one other road that is open.
// Refuses: unknown reason or remedy, no remedy (the exit must never be blocked: PML art. 3).
Result<RefusedToAccept> refuse_request(law::Book const&, Dispute const&, std::string reason, std::vector<std::string> remedies, Kept note);

Result<Advised> advise(law::Book const&, Dispute const&, std::string reason, Kept advice);

// To another body, with its reason. Refuses: unknown reason.
Result<Transferred> transfer(law::Book const&, Dispute const&, std::string reason, Key organisation, Kept note);

// Each party for itself; a later word replaces the earlier one. Refuses: party.unknown,
// party.left, consent.same, consent.guardian_needed (CC arts 19, 20: who lacks full capacity cannot
// agree alone), consent.guardian_accused (an accused guardian cannot speak for the child).
Result<ConsentRecorded> record_consent(Dispute const&, Key party, dispute::Consent, dispute::SaidBy, bool by_itself);

// While the matter is alive. Refuses: party.unknown.
Result<TongueChosen> choose_tongue(Dispute const&, Key party, dispute::Tongue);

// What was written down of a party is mended, until the dossier is closed. Refuses: party.unknown,
// party.left, party.nothing_amended, a number that is on file already (id_number_known,
// credit_code_known), guardian_needed when it turns out to be a child, of whom no harm is suspected,
// and names nobody who acts for it. A guardian who is accused from now on is a risk that is to be
// reported at once (MIN art. 11): the event raises it, as of that moment.
Result<PartyAmended> amend_party(Dispute const&, PartyAmended, Instant);

// Two requests about the same dispute become one. Refuses: merge.itself, merge.over,
// a red risk of the one that ends, for it is not carried over.
Result<Merged> merge(Dispute const& extra, Dispute const& into);
Result<Unmerged> unmerge(Dispute const&, std::string reason);

}  // namespace maple::acceptance
