// What speaks for and against a mediator in a dispute, in points: the fewer, the better it
// fits. The weights are data (rules/<place>/assigning.toml). Facts in, terms out; how a
// mediator's disputes ended, origin, belief and what a name might suggest are no facts here.
#pragma once
#include "dispute/dispute.hpp"
#include "law/book.hpp"
#include "workforce/words.hpp"

namespace maple::diversion {

struct PartyFacts {
    dispute::Side side{};
    dispute::Tongue language{};  // chosen by the party
    bool interpreter = false;
    Key wishes{};                // the mediator that it asks for
};

struct DisputeFacts {
    Key id{};
    std::int64_t version = 0;
    std::string kind;
    std::string place;                        // code of the community
    std::vector<PartyFacts> parties;          // those present
    Key chair{};                              // who presides now
    std::map<Key, std::string> conflicts;     // what bars whom: keys of the list "conflict"
    std::map<Key, std::string> conflicts_before;  // the same, said when the quarrel was here before
    std::set<Key> original;                   // who presided over the dispute that this one reopens
    std::set<Key> linked;                     // who had a part in another dispute of the same chain or hand-over
    std::set<Key> building;                   // who mediates another dispute of the same building
};

struct CandidateFacts {
    workforce::Standing standing;
    std::string name;
    std::string division;   // of the organisation, where no area of one's own is named
    std::int64_t held = 0;  // disputes in hand
};

// One reason: a key of the words "proposal.<key>" and what it weighs.
struct Term {
    std::string key;
    std::int64_t points = 0;
    Params params;
    bool speaks_for = false;
    bool operator==(Term const&) const;
};

// Why somebody is not proposed at all: "proposal.bar.<key>". A director may still appoint
// where a reason is enough.
struct Bar {
    std::string key;
    Params params;
    bool reason_is_enough = false;
};

struct Weighed {
    std::vector<Term> terms;  // without the load, which depends on what else is proposed
    std::vector<Bar> bars;
};

// What keeps somebody from being proposed for any dispute today.
std::vector<Bar> bars_of(workforce::Standing const&, law::Book const&);

// The book's weights, looked up once.
class Scale {
public:
    explicit Scale(law::Book const&);

    Weighed weigh(DisputeFacts const&, CandidateFacts const&) const;
    // The sum of the same terms, without a word; of a conflict and the like nothing is seen here.
    std::int64_t points(DisputeFacts const&, CandidateFacts const&) const;

    std::int64_t load() const { return load_; }
    // What the n-th dispute in one hand weighs. It speaks for somebody who would have no more
    // than his share of all that is in hand.
    Term load_term(std::int64_t n, std::int64_t share) const;

private:
    template <class F> void each_term(DisputeFacts const&, CandidateFacts const&, F) const;
    template <class F> void languages(DisputeFacts const&, workforce::Standing const&, F&) const;
    template <class F> void travel(DisputeFacts const&, CandidateFacts const&, F&) const;
    template <class F> void continuity(DisputeFacts const&, Key person, F&) const;

    law::Book const& book_;
    std::int64_t load_, skill_, wish_, original_, linked_, building_, spoken_, missing_, by_interpreter_;
    std::int64_t way_[5];
};

// Whether this dispute itself bars the person: a conflict of interest, or the chair already.
bool barred_here(DisputeFacts const&, Key person);

// The heaviest terms, at most so many, the heaviest first.
std::vector<Term> heaviest(std::vector<Term>, std::size_t most = 5);

// "…汇福家园3栋" of an address in it; "" where no building is named.
std::string building_of(std::string_view address);

}  // namespace maple::diversion
