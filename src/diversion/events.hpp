// What can happen while a dispute finds its door (分流): graded, sent, signed for, given a
// mediator. Committees have no rank over one another: sending up is a referral between peers.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::diversion {

using dispute::Dispute;
using dispute::Moment;

struct Graded {
    static constexpr std::string_view deed = "diversion.graded";
    dispute::Grade grade{};
    std::vector<std::string> reasons;  // keys of the grading table that hold
    std::string override_reason;       // "" when the table's own grade was taken
};
BOOST_DESCRIBE_STRUCT(Graded, (), (grade, reasons, override_reason))

struct Diverted {
    static constexpr std::string_view deed = "diversion.diverted";
    dispute::Handling to;
    std::string change_reason;  // why not to the organisation that was proposed, "" when it was
};
BOOST_DESCRIBE_STRUCT(Diverted, (), (to, change_reason))

struct Received {
    static constexpr std::string_view deed = "diversion.received";
    std::string number;  // this committee's own, of its part of the dossier
};
BOOST_DESCRIBE_STRUCT(Received, (), (number))

struct Returned {
    static constexpr std::string_view deed = "diversion.returned";
    std::string reason;
    Kept note;
};
BOOST_DESCRIBE_STRUCT(Returned, (), (reason, note))

struct Appointed {
    static constexpr std::string_view deed = "diversion.appointed";
    Key person{};
    bool presiding = true;
    bool chosen_by_parties = false;
    std::string reason;  // for replacing somebody, or for an expired certificate overridden
    Key team{};          // in whose name; of which the person is a member
};
BOOST_DESCRIBE_STRUCT(Appointed, (), (person, presiding, chosen_by_parties, reason, team))

// The mediator was removed or dismissed (PML art. 15): gone at once, and the organisation is
// answerable until somebody else is appointed.
struct AppointmentEnded {
    static constexpr std::string_view deed = "diversion.appointment_ended";
    Key person{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AppointmentEnded, (), (person, reason))

void evolve(Dispute&, Graded const&, Moment const&);
void evolve(Dispute&, Diverted const&, Moment const&);
void evolve(Dispute&, Received const&, Moment const&);
void evolve(Dispute&, Returned const&, Moment const&);
void evolve(Dispute&, Appointed const&, Moment const&);
void evolve(Dispute&, AppointmentEnded const&, Moment const&);

using Events = boost::mp11::mp_list<Graded, Diverted, Received, Returned, Appointed, AppointmentEnded>;

}  // namespace maple::diversion
