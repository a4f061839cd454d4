// What the law says in the mediation room. Pure: a dispute and facts in, an event or a
// refusal out.
#pragma once
#include "law/book.hpp"
#include "mediation/events.hpp"

namespace maple::mediation {

// PML art. 23, 24 and MOJ75 art. 30: told before mediation, each party; may be oral.
// Refuses: nobody named, party.unknown, party.left.
Result<RightsTold> tell_rights(Dispute const&, std::vector<Key> parties, bool in_writing, dispute::Tongue);

// PML art. 20: only with the parties' consent. Refuses: a party present has not consented.
Result<ParticipantInvited> invite(Dispute const&, dispute::Participant);
// A party no longer agrees to it (PML art. 20), it was the wrong person, or it is needed no more.
// Refuses: participant.unknown, participant.left, a reason that is not in the book.
Result<ParticipantLeft> let_go(Dispute const&, law::Book const&, Key participant, std::string reason);

// Refuses: no party named, a time that has gone, a party that has left, a session that was held or
// cancelled, a joint session or a separate talk with a party that has refused (PML art. 17), both sides
// while something keeps them apart, a place for one by phone or video, somebody who does not take part.
// Whether the time is free is asked of the calendar.
Result<SessionPlanned> plan(Dispute const&, dispute::Session, Instant now);

// PML art. 17, 23: no joint session before every attending party has been told its rights
// and has agreed; a separate talk needs a willing party; a refusal ends mediation with that
// party. SPC16 art. 15: every mediator has disclosed ties to the parties before a joint
// session, and whom one bars holds none. A risk of domestic violence, a protection order or a measure keeps
// the sides apart, whatever kind of session it is (domain.md 6.4).
// Methods are the book's; a joint session names its result. A minor attends with a guardian.
Result<SessionHeld> hold(Dispute const&, law::Book const&, dispute::Session, Instant at);

// Refuses: already paused, unknown reason, a clock that does not pause.
Result<Paused> pause(Dispute const&, law::Book const&, std::string reason);
// Refuses: not paused; a day before the pause began.
Result<Resumed> resume(Dispute const&, Instant at);

using DaysMore = Whole<1, 3650>;  // what a date can bear; the law leaves the length to the parties

// By agreement of all parties alone, for as long as they agree (SPC16 art. 27; domain.md 2.7).
// Refuses: a clock that they cannot extend; somebody has not agreed; agreed after the time was over.
Result<Extended> extend(Dispute const&, law::Book const&, DaysMore days, std::vector<Key> agreed_by, Instant at);

Result<Noted> note(Dispute const&, std::string kind, Kept text);

Result<RiskRaised> raise_risk(Dispute const&, dispute::Risk);
// PML art. 25; MIN art. 11: to whom, when, by whom; to several authorities one after the other.
// Refuses: risk.unknown, risk.cleared.
Result<RiskReported> report_risk(Dispute const&, Key risk, std::string to, Kept receipt);
// Refuses: a red risk that nobody has been told of.
Result<RiskCleared> clear_risk(Dispute const&, Key risk, Kept why);

// Refuses: the last party of a side (then mediation itself ends), no other road told.
Result<PartyLeft> leave(Dispute const&, law::Book const&, Key party, Key member, std::string reason, std::vector<std::string> remedies);

// PML art. 26: the parties are told the other roads. Refuses: unknown reason, no remedy,
// a red risk unreported; termination.nobody_refuses of what was accepted and sent to nobody yet.
Result<Terminated> terminate(Dispute const&, law::Book const&, std::string reason, std::vector<std::string> remedies, Kept note);
Result<TerminationDelivered> deliver(Dispute const&, dispute::By);

}  // namespace maple::mediation
