// Who may be called to mediate jointly, and what each owes. Pure.
#pragma once
#include "law/book.hpp"
#include "mediation/joint_events.hpp"
#include "registry/words.hpp"

namespace maple::mediation {

// A department or agency, or a committee of elsewhere: a peer that takes part, never a superior.
bool may_be_called(registry::OrganisationKind);

// PML art. 20: with the consent of every party. Refuses: somebody has not consented; the
// organisation that holds the dispute itself; one whose call still runs; times that have gone or
// an answer before the arrival.
Result<DepartmentCalled> call_department(Dispute const&, dispute::Call, std::vector<Key> consented, Instant now);

// Refuses: call.unknown, call.over, call.answered (be it by the host), accepted already.
Result<CallAccepted> accept_call(Dispute const&, Key call);
// With a reason of the book. Refuses: call.arrived, a department that has come does not decline.
Result<CallDeclined> decline_call(Dispute const&, law::Book const&, Key call, std::string reason, Kept note);
Result<DepartmentArrived> arrive(Dispute const&, Key call);
// By the department once it has come; by its host when it has not and the time is over. What the
// host said for it the department may put right while the call runs.
// Refuses: call.not_arrived, call.not_late_yet, call.answered.
Result<CallAnswered> answer_call(Dispute const&, Key call, Kept answer, bool by_host, Instant now);
// Refuses: call.not_answered; call.answered_for, that the host spoke for is the host's to close.
Result<CallEnded> hand_back(Dispute const&, Key call);
// By whoever called, at any time: before an answer the department is called off, after it the call is closed.
Result<CallEnded> call_off(Dispute const&, Key call);

}  // namespace maple::mediation
