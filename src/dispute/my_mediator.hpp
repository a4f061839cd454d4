// What a party sees of those who mediate for it, and what it may say about them (PML art. 19,
// 23; SPC16 art. 15).
#pragma once
#include "access/desk.hpp"
#include "dispute/dispute.hpp"

namespace maple::dispute {

struct MyMediator {
    std::vector<std::string> names;        // appointed now, the chair first
    std::optional<std::string> wish;       // whom this party has asked for
    std::optional<std::string> objection;  // how its latest objection stands, in a sentence
    std::optional<std::string> tie;        // what stands between a mediator and a party, in a sentence
    bool may_wish = false;
    bool may_object = false;
    bool may_go_on = false;                // it has not said yet whether it wishes to go on all the same
};
BOOST_DESCRIBE_STRUCT(MyMediator, (), (names, wish, objection, tie, may_wish, may_object, may_go_on))

// `d` with the texts that a party may read.
MyMediator my_mediator(Desk&, Dispute const& d, Party const& me);

}  // namespace maple::dispute
