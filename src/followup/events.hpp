// What happens afterwards (回访): return visits, a reopening, the dossier closed.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::followup {

using dispute::Dispute;
using dispute::Moment;

struct Visited {
    static constexpr std::string_view deed = "followup.visited";
    dispute::Visit visit;
};
BOOST_DESCRIBE_STRUCT(Visited, (), (visit))

// The old dispute stays concluded; a new one with its own number goes on.
struct Reopened {
    static constexpr std::string_view deed = "followup.reopened";
    Key as{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Reopened, (), (as, reason))

struct Archived {
    static constexpr std::string_view deed = "followup.archived";
    std::string retention;
};
BOOST_DESCRIBE_STRUCT(Archived, (), (retention))

void evolve(Dispute&, Visited const&, Moment const&);
void evolve(Dispute&, Reopened const&, Moment const&);
void evolve(Dispute&, Archived const&, Moment const&);

using Events = boost::mp11::mp_list<Visited, Reopened, Archived>;

}  // namespace maple::followup
