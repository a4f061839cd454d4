// Joint mediation (联合调解): departments are called with what is needed of them and by when; each
// accepts or declines, arrives, answers and hands back.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::mediation {

using dispute::Dispute;
using dispute::Moment;

struct DepartmentCalled {
    static constexpr std::string_view deed = "mediation.department_called";
    dispute::Call call;
    std::vector<Key> consented;  // parties
};
BOOST_DESCRIBE_STRUCT(DepartmentCalled, (), (call, consented))

struct CallAccepted {
    static constexpr std::string_view deed = "mediation.call_accepted";
    Key call{};
};
BOOST_DESCRIBE_STRUCT(CallAccepted, (), (call))

struct CallDeclined {
    static constexpr std::string_view deed = "mediation.call_declined";
    Key call{};
    std::string reason;
    Kept note;
};
BOOST_DESCRIBE_STRUCT(CallDeclined, (), (call, reason, note))

struct DepartmentArrived {
    static constexpr std::string_view deed = "mediation.department_arrived";
    Key call{};
};
BOOST_DESCRIBE_STRUCT(DepartmentArrived, (), (call))

struct CallAnswered {
    static constexpr std::string_view deed = "mediation.call_answered";
    Key call{};
    Kept answer;
    bool by_host = false;
};
BOOST_DESCRIBE_STRUCT(CallAnswered, (), (call, answer, by_host))

// Handed back by the department; or ended by whoever called: called off, or closed once it was answered.
struct CallEnded {
    static constexpr std::string_view deed = "mediation.call_ended";
    Key call{};
    bool called_off = false;
};
BOOST_DESCRIBE_STRUCT(CallEnded, (), (call, called_off))

void evolve(Dispute&, DepartmentCalled const&, Moment const&);
void evolve(Dispute&, CallAccepted const&, Moment const&);
void evolve(Dispute&, CallDeclined const&, Moment const&);
void evolve(Dispute&, DepartmentArrived const&, Moment const&);
void evolve(Dispute&, CallAnswered const&, Moment const&);
void evolve(Dispute&, CallEnded const&, Moment const&);

using JointEvents = boost::mp11::mp_list<DepartmentCalled, CallAccepted, CallDeclined, DepartmentArrived, CallAnswered, CallEnded>;

}  // namespace maple::mediation
