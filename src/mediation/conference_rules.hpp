// Who may be consulted about a hard dispute, what each may see, and who decides. Pure.
#pragma once
#include "law/book.hpp"
#include "mediation/conference_events.hpp"

#include <span>

namespace maple::mediation {

// For complex and major disputes; for another one when the director says why. Refuses:
// conference.not_hard, conference.running; a time that has gone; somebody in the chair against whom
// something stands.
Result<ConferenceCalled> call_conference(Dispute const&, dispute::Conference, bool by_director, Instant now);

// What is known of somebody who is to be invited.
struct Guest {
    bool asked = false;            // whether it is kin or has represented a party: it was asked and says no
    bool named_in_dispute = false; // of the same name as a party, its guardian or who represents it
};

// Refuses: nobody; who was not asked about ties, against whom something stands, who stands on a
// party's side (SPC16 art. 15); the dispute's own mediators, who are there anyway; who is invited
// already; a paper that must not be shown.
Result<ConferenceInvited> invite_to_conference(Dispute const&, law::Book const&, Key conference, dispute::Seat, Guest);
// Whether a participant of this role, in words of one's own as a rule, stands on a party's side.
bool on_a_side(law::Book const&, std::string_view role);
// PML art. 15: nothing of a compartment, nothing said alone, nothing that is not there.
Result<void> may_be_shown(Dispute const&, dispute::PaperShown const&, std::string const& at);
// Forms that both sides hold anyhow and that tell no contacts.
std::span<std::string_view const> forms_that_may_be_shown();

Result<PapersChosen> choose_papers(Dispute const&, Key seat, std::vector<dispute::PaperShown>);
// `ground`: why it must not advise. Refuses: conference.advised, once its advice is there; unless it
// must not advise.
Result<Uninvited> uninvite(Dispute const&, law::Book const&, Key seat, std::string ground);
// By whom it is noted. Refuses: conference.own_page, where somebody else's seat has a page of its own.
Result<AdviceGiven> advise(Dispute const&, Key seat, Key by, Kept advice, Kept basis);

struct Decision {
    Key session{};
    std::string road;
    Kept reasons;
    std::vector<dispute::FollowUpTask> tasks;
};
// By whoever presides, or by the director. Refuses: conference.not_yours, conference.no_advice; a
// road that is none of the book's; a task that is due before today.
Result<ConferenceDecided> decide_conference(Dispute const&, law::Book const&, Key conference, Decision, Key by, bool by_director, Instant at);
// Refuses: conference.advised_already, when somebody has taken the trouble.
Result<ConferenceCalledOff> call_conference_off(Dispute const&, Key conference);
// By who has the task, or by who works on the dispute. Refuses: task.unknown, task.done.
Result<TaskDone> finish_task(Dispute const&, Key task, Kept outcome);

}  // namespace maple::mediation
