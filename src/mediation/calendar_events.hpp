// What can happen to a planned session besides being held: it is cancelled, or a called party says
// whether it comes.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::mediation {

using dispute::Dispute;
using dispute::Moment;

struct SessionCancelled {
    static constexpr std::string_view deed = "mediation.session_cancelled";
    Key session{};
    std::string reason;  // key of the list "session_cancel"
    Kept note;
};
BOOST_DESCRIBE_STRUCT(SessionCancelled, (), (session, reason, note))

struct SessionAnswered {
    static constexpr std::string_view deed = "mediation.session_answered";
    Key session{};
    Key party{};
    bool comes = true;
    std::vector<Instant> wishes;
};
BOOST_DESCRIBE_STRUCT(SessionAnswered, (), (session, party, comes, wishes))

void evolve(Dispute&, SessionCancelled const&, Moment const&);
void evolve(Dispute&, SessionAnswered const&, Moment const&);

using CalendarEvents = boost::mp11::mp_list<SessionCancelled, SessionAnswered>;

}  // namespace maple::mediation
