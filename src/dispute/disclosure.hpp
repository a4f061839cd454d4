// What a mediator says before the first session about ties to either side, be it that there
// are none (SPC16 art. 15, SPC21 art. 13). It is said in the mediation room and on the spot and
// judged in diversion, so it lies below them all.
#pragma once
#include "dispute/life.hpp"
#include "law/book.hpp"

namespace maple::dispute {

struct Disclosed {
    static constexpr std::string_view deed = "diversion.disclosed";
    Key id{};
    Key person{};
    std::string ground;        // key of the list "conflict"; "" : nothing to declare
    std::vector<Key> parties;  // with regard to whom: everybody present
    Kept note;
};
BOOST_DESCRIBE_STRUCT(Disclosed, (), (id, person, ground, parties, note))

void evolve(Dispute&, Disclosed const&, Moment const&);

// For whom a disclosure is written down: the caller, when appointed, else whoever presides.
Key discloser(Dispute const&, Key caller);

// Refuses: nobody appointed; a ground that is none of the book's, or that only a party may
// bring forward; to say once more that there is nothing.
Result<Disclosed> disclose(Dispute const&, law::Book const&, Key person, std::string ground, Kept note);

}  // namespace maple::dispute
