// What can happen in the mediation room (调解): rights told, sessions, pauses, risks, and the
// end without agreement.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::mediation {

using dispute::Dispute;
using dispute::Moment;

struct RightsTold {
    static constexpr std::string_view deed = "mediation.rights_told";
    std::vector<Key> parties;
    bool in_writing = false;
    dispute::Tongue language = dispute::Tongue::zh;
};
BOOST_DESCRIBE_STRUCT(RightsTold, (), (parties, in_writing, language))

struct ParticipantInvited {
    static constexpr std::string_view deed = "mediation.participant_invited";
    dispute::Participant participant;
};
BOOST_DESCRIBE_STRUCT(ParticipantInvited, (), (participant))

// It keeps standing in the list with the day; invited again, it takes part anew under another key.
struct ParticipantLeft {
    static constexpr std::string_view deed = "mediation.participant_left";
    Key participant{};
    std::string reason;  // key of the list "participant_left"
};
BOOST_DESCRIBE_STRUCT(ParticipantLeft, (), (participant, reason))

struct SessionPlanned {
    static constexpr std::string_view deed = "mediation.session_planned";
    dispute::Session session;
};
BOOST_DESCRIBE_STRUCT(SessionPlanned, (), (session))

struct SessionHeld {
    static constexpr std::string_view deed = "mediation.session_held";
    dispute::Session session;  // a planned one keeps its id
};
BOOST_DESCRIBE_STRUCT(SessionHeld, (), (session))

struct Paused {
    static constexpr std::string_view deed = "mediation.paused";
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Paused, (), (reason))

struct Resumed {
    static constexpr std::string_view deed = "mediation.resumed";
};
BOOST_DESCRIBE_STRUCT(Resumed, (), ())

struct Extended {
    static constexpr std::string_view deed = "mediation.extended";
    std::int64_t days = 0;
    std::vector<Key> agreed_by;
};
BOOST_DESCRIBE_STRUCT(Extended, (), (days, agreed_by))

// A line of the work log: a call, a visit, a talk. It changes nothing and is never lost.
struct Noted {
    static constexpr std::string_view deed = "mediation.noted";
    std::string kind;  // "call", "visit", "talk", "evidence", "other"
    Kept note;
};
BOOST_DESCRIBE_STRUCT(Noted, (), (kind, note))

struct RiskRaised {
    static constexpr std::string_view deed = "mediation.risk_raised";
    dispute::Risk risk;
};
BOOST_DESCRIBE_STRUCT(RiskRaised, (), (risk))

// To one authority; others may be told, too.
struct RiskReported {
    static constexpr std::string_view deed = "mediation.risk_reported";
    Key risk{};
    std::string to;
    Kept receipt;  // who took the report
};
BOOST_DESCRIBE_STRUCT(RiskReported, (), (risk, to, receipt))

struct RiskCleared {
    static constexpr std::string_view deed = "mediation.risk_cleared";
    Key risk{};
    Kept why;
};
BOOST_DESCRIBE_STRUCT(RiskCleared, (), (risk, why))

// A clear refusal ends mediation with that party (PML art. 17); with the others it may go on.
struct PartyLeft {
    static constexpr std::string_view deed = "mediation.party_left";
    Key party{};
    Key member{};  // of a group: one dissenter, the group goes on
    std::string reason;
    std::vector<std::string> remedies;
};
BOOST_DESCRIBE_STRUCT(PartyLeft, (), (party, member, reason, remedies))

struct Terminated {
    static constexpr std::string_view deed = "mediation.terminated";
    std::string reason;
    std::vector<std::string> remedies;
    Kept note;
};
BOOST_DESCRIBE_STRUCT(Terminated, (), (reason, remedies, note))

struct TerminationDelivered {
    static constexpr std::string_view deed = "mediation.termination_delivered";
    dispute::By by{};
};
BOOST_DESCRIBE_STRUCT(TerminationDelivered, (), (by))

void evolve(Dispute&, RightsTold const&, Moment const&);
void evolve(Dispute&, ParticipantInvited const&, Moment const&);
void evolve(Dispute&, ParticipantLeft const&, Moment const&);
void evolve(Dispute&, SessionPlanned const&, Moment const&);
void evolve(Dispute&, SessionHeld const&, Moment const&);
void evolve(Dispute&, Paused const&, Moment const&);
void evolve(Dispute&, Resumed const&, Moment const&);
void evolve(Dispute&, Extended const&, Moment const&);
void evolve(Dispute&, Noted const&, Moment const&);
void evolve(Dispute&, RiskRaised const&, Moment const&);
void evolve(Dispute&, RiskReported const&, Moment const&);
void evolve(Dispute&, RiskCleared const&, Moment const&);
void evolve(Dispute&, PartyLeft const&, Moment const&);
void evolve(Dispute&, Terminated const&, Moment const&);
void evolve(Dispute&, TerminationDelivered const&, Moment const&);

using Events = boost::mp11::mp_list<RightsTold, ParticipantInvited, ParticipantLeft, SessionPlanned, SessionHeld, Paused, Resumed, Extended, Noted,
                                    RiskRaised, RiskReported, RiskCleared, PartyLeft, Terminated, TerminationDelivered>;

}  // namespace maple::mediation
