// Twins: the same dispute from another channel. The referral's own number first, then a
// hint from kind, place, date and text among the open disputes of this desk; at most three,
// and a person decides. Disputes are compared, never persons.
#pragma once
#include "dispute/view.hpp"

namespace maple::acceptance {

// What the twins of a dispute, or of what is not one yet, are looked for by.
struct Likeness {
    std::string kind, place, facts;
    Key agency{};           // that handed it over
    std::string reference;  // under this number; "": nobody did
    Key dispute{};          // which is no twin of itself
};

std::vector<dispute::Line> twins(Desk&, dispute::Dispute const&);
std::vector<dispute::Line> twins(Desk&, Likeness const&);

struct TwinsAnswer {
    std::vector<dispute::Line> twins;
};
BOOST_DESCRIBE_STRUCT(TwinsAnswer, (), (twins))

// How much two texts share, 0 to 100: Han bigrams in common over all of the shorter text's.
int likeness(std::string_view one, std::string_view other);

}  // namespace maple::acceptance
