// Safety (domain.md 6.3, 6.4): the checklist asked of each side alone, what is done because of it,
// and the orders and letters that protect somebody.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::mediation {

using dispute::Dispute;
using dispute::Moment;

struct SafetyAsked {
    static constexpr std::string_view deed = "mediation.safety_asked";
    dispute::SafetyCheck check;
};
BOOST_DESCRIBE_STRUCT(SafetyAsked, (), (check))

struct SafetyLifted {
    static constexpr std::string_view deed = "mediation.safety_lifted";
    Key check{};
    std::string action;
    Kept why;
};
BOOST_DESCRIBE_STRUCT(SafetyLifted, (), (check, action, why))

struct ProtectionFiled {
    static constexpr std::string_view deed = "mediation.protection_filed";
    dispute::Protection protection;
};
BOOST_DESCRIBE_STRUCT(ProtectionFiled, (), (protection))

struct ProtectionVisited {
    static constexpr std::string_view deed = "mediation.protection_visited";
    Key protection{};
    Kept findings;
};
BOOST_DESCRIBE_STRUCT(ProtectionVisited, (), (protection, findings))

struct ChildHeard {
    static constexpr std::string_view deed = "mediation.child_heard";
    dispute::ChildHeard child;
};
BOOST_DESCRIBE_STRUCT(ChildHeard, (), (child))

void evolve(Dispute&, SafetyAsked const&, Moment const&);
void evolve(Dispute&, SafetyLifted const&, Moment const&);
void evolve(Dispute&, ProtectionFiled const&, Moment const&);
void evolve(Dispute&, ProtectionVisited const&, Moment const&);
void evolve(Dispute&, ChildHeard const&, Moment const&);

using SafetyEvents = boost::mp11::mp_list<SafetyAsked, SafetyLifted, ProtectionFiled, ProtectionVisited, ChildHeard>;

}  // namespace maple::mediation
