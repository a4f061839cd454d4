// The back-to-back vault (背靠背): what each side said alone, its offers and its bottom line, and the
// sentences that may cross to the other side.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::mediation {

using dispute::Dispute;
using dispute::Moment;

struct IssueNamed {
    static constexpr std::string_view deed = "mediation.issue_named";
    dispute::Issue issue;
};
BOOST_DESCRIBE_STRUCT(IssueNamed, (), (issue))

struct VaultNoted {
    static constexpr std::string_view deed = "mediation.vault_noted";
    dispute::VaultSlip slip;
};
BOOST_DESCRIBE_STRUCT(VaultNoted, (), (slip))

struct CrossingAgreed {
    static constexpr std::string_view deed = "mediation.crossing_agreed";
    Key slip{};
    dispute::By by{};
};
BOOST_DESCRIBE_STRUCT(CrossingAgreed, (), (slip, by))

// The owner takes its agreement back before it has crossed: the sentence is where it was before it was asked.
struct CrossingWithdrawn {
    static constexpr std::string_view deed = "mediation.crossing_withdrawn";
    Key slip{};
    dispute::By by{};
};
BOOST_DESCRIBE_STRUCT(CrossingWithdrawn, (), (slip, by))

struct StatementReleased {
    static constexpr std::string_view deed = "mediation.statement_released";
    Key slip{};
    Kept released;
};
BOOST_DESCRIBE_STRUCT(StatementReleased, (), (slip, released))

void evolve(Dispute&, IssueNamed const&, Moment const&);
void evolve(Dispute&, VaultNoted const&, Moment const&);
void evolve(Dispute&, CrossingAgreed const&, Moment const&);
void evolve(Dispute&, CrossingWithdrawn const&, Moment const&);
void evolve(Dispute&, StatementReleased const&, Moment const&);

using VaultEvents = boost::mp11::mp_list<IssueNamed, VaultNoted, CrossingAgreed, CrossingWithdrawn, StatementReleased>;

}  // namespace maple::mediation
