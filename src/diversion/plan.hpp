// A proposal for all open disputes of an office at once: the assignment with the fewest
// points, the reasons of each part of it, and what another choice would change. Pure.
#pragma once
#include "diversion/flow.hpp"
#include "diversion/weighing.hpp"

namespace maple::diversion {

struct OfficeFacts {
    std::vector<DisputeFacts> disputes;
    std::vector<CandidateFacts> people;
};

// Two people compared for one dispute, term by term.
struct Difference {
    Term term;
    Key person{};           // whose term it is
    std::int64_t more = 0;  // points that the asked-for one costs more than the proposed one; below zero: less
};

// What would become of another dispute.
struct Shift {
    Key dispute{};
    Key from{}, to{};       // none: nobody
};

struct Answer {             // to "why not this one?"
    Key proposed{};         // none: nobody could be proposed
    std::vector<Bar> bars;  // when there are any, no points are compared
    std::vector<Difference> differences;  // the heaviest first
    std::int64_t more = 0;          // for this dispute
    std::int64_t rest = 0;          // for the others together
    std::vector<Shift> shifts;
};

class Plan {
public:
    // The order of what is given does not matter: disputes and people are taken by their keys.
    Plan(OfficeFacts, law::Book const&);

    std::vector<DisputeFacts> const& disputes() const { return facts_.disputes; }
    std::vector<CandidateFacts> const& people() const { return facts_.people; }

    Key proposed(Key dispute) const;  // none: nobody
    Weighed weighed(Key dispute, Key person) const;
    // Every term of this person in this dispute, the load as it would then be, heaviest first.
    std::vector<Term> terms(Key dispute, Key person) const;
    std::int64_t points(Key dispute, Key person) const;
    Answer why_not(Key dispute, Key person) const;

private:
    std::size_t row(Key dispute) const;
    std::size_t column(Key person) const;
    // The disputes in hand with these proposals, this one among them.
    std::int64_t held(Assignment const&, std::size_t dispute, std::size_t person) const;
    Term load(Assignment const&, std::size_t dispute, std::size_t person) const;
    void compare(Answer&, std::size_t dispute, std::size_t asked, Assignment const& then) const;

    OfficeFacts facts_;
    Scale scale_;
    Market market_;
    Assignment best_;
    std::int64_t share_ = 0;        // of each of the people, when all is in hand
};

}  // namespace maple::diversion
