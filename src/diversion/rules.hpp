// Hierarchical responsibility: general disputes stay in the community; complex and major
// ones go to the subdistrict. The table is data, the reasons are shown, a person decides.
#pragma once
#include "diversion/events.hpp"
#include "law/book.hpp"
#include "registry/words.hpp"
#include "workforce/words.hpp"

namespace maple::diversion {

struct Proposal {
    dispute::Grade grade{};
    std::vector<std::string> reasons;
};
// Every line of the grading table that holds, and the highest grade among them.
Proposal propose_grade(Dispute const&, law::Book const&);

// Refuses: a grade other than the table's without a reason for it ("/override_reason").
Result<Graded> grade(Dispute const&, law::Book const&, dispute::Grade, std::string override_reason);

// Refuses: not graded yet; an organisation that cannot handle disputes or has been closed;
// where it is already; another than the proposed one without a reason ("/change_reason").
Result<Diverted> divert(Dispute const&, registry::Organisation const& to, bool as_proposed, std::string change_reason, Instant at);

// Committees have no rank over one another: once somebody has signed for it, a dispute is sent on by
// whoever has it, to a peer that signs in its turn, and is never taken by one above (PML art. 7).
Result<void> sent_on_by(Dispute const&, bool of_the_handler);

// Refuses: receipt.already (nothing waits to be signed for).
Result<Received> receive(Dispute const&, std::string number);
Result<Returned> give_back(Dispute const&, law::Book const&, std::string reason, Kept note);

// Whom to appoint, and as what.
struct Appointing {
    bool presiding = true;
    bool chosen_by_parties = false;
    std::string reason;
    Key proposed{};  // whom the program proposed to the one who decides; none: nobody was shown
};

// PML art. 13, 19; SPC16 art. 15: a mediator of the committee or engaged by it, against whom
// nothing stands. Refuses: nobody has signed for the dispute yet; who is no mediator, has left
// or is away; whose certificate has expired, unless a director gives a reason; whom a conflict
// of interest bars; who is appointed already; a replacement, or another than the proposed one
// that the parties have not chosen, without a reason.
Result<Appointed> appoint(Dispute const&, law::Book const&, workforce::Standing const&, Appointing);

// PML art. 15: whoever was removed or dismissed mediates no longer. Refuses: a person who is
// not appointed.
Result<AppointmentEnded> end_appointment(Dispute const&, Key person, std::string reason);

}  // namespace maple::diversion
