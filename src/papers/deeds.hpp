// What is done with papers, whoever does it: the policy was asked before.
#pragma once
#include "papers/events.hpp"
#include "papers/rules.hpp"
#include "papers/taking_in.hpp"

namespace maple::papers {


// Enters what was taken in. A content that is there already is kept once.
Paper put_in(Desk&, dispute::Dispute const&, ToAdd const&, std::string const& title, TakenIn const&, bool by_party);
Paper withdraw(Desk&, Paper, Withdrawal, std::string const& note);
Paper show(Desk&, Paper, Key call, bool shown);
// Takes its bytes, its title, the name of its file and the hashes of what it held; the pages stay.
Paper erase(Desk&, Paper, std::string const& statute);

}  // namespace maple::papers
