// What can happen while a dispute finds its door (分流): graded, sent, signed for, given a
// mediator. Committees have no rank over one another: sending up is a referral between peers.
#pragma once
#include "dispute/disclosure.hpp"

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
    std::string reason;  // for replacing somebody, for changing the proposal, for an expired certificate or leave overridden
    Key team{};          // in whose name; of which the person is a member
    Key instead_of{};    // who was proposed, when it is somebody else
};
BOOST_DESCRIBE_STRUCT(Appointed, (), (person, presiding, chosen_by_parties, reason, team, instead_of))

// A party asks for a mediator (PML art. 19, 23), or no longer for anyone.
struct Wished {
    static constexpr std::string_view deed = "diversion.wished";
    Key party{};
    Key person{};
};
BOOST_DESCRIBE_STRUCT(Wished, (), (party, person))

using dispute::Disclosed;

// A party brings forward what speaks against a mediator, or that it wishes for another one.
struct Challenged {
    static constexpr std::string_view deed = "diversion.challenged";
    Key id{};
    Key party{};
    Key person{};
    std::string ground;
    Kept note;
};
BOOST_DESCRIBE_STRUCT(Challenged, (), (id, party, person, ground, note))

// Parties that know of it wish to go on with this mediator all the same.
struct ConflictConsented {
    static constexpr std::string_view deed = "diversion.conflict_consented";
    Key conflict{};
    std::vector<Key> parties;
};
BOOST_DESCRIBE_STRUCT(ConflictConsented, (), (conflict, parties))

struct ConflictDecided {
    static constexpr std::string_view deed = "diversion.conflict_decided";
    Key conflict{};
    dispute::ConflictEnd end{};
    std::string reason;  // why it has no ground
    Kept answer;
};
BOOST_DESCRIBE_STRUCT(ConflictDecided, (), (conflict, end, reason, answer))

// An organisation was merged into another, which goes on with what was on its hands. The
// number and the level stay those under which the dispute was sent.
struct HandedOver {
    static constexpr std::string_view deed = "diversion.handed_over";
    Key from{};
    Key organisation{};  // that goes on
    std::string scope;   // its path
};
BOOST_DESCRIBE_STRUCT(HandedOver, (), (from, organisation, scope))

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
void evolve(Dispute&, HandedOver const&, Moment const&);
void evolve(Dispute&, AppointmentEnded const&, Moment const&);
void evolve(Dispute&, Wished const&, Moment const&);
void evolve(Dispute&, Challenged const&, Moment const&);
void evolve(Dispute&, ConflictConsented const&, Moment const&);
void evolve(Dispute&, ConflictDecided const&, Moment const&);

using Events = boost::mp11::mp_list<Graded, Diverted, Received, Returned, Appointed, HandedOver, AppointmentEnded, Wished, Disclosed, Challenged,
                                    ConflictConsented, ConflictDecided>;

}  // namespace maple::diversion
