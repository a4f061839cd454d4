// Speaking by the code of a receipt: no account, one code a party. To look needs the code; to
// say something also the last four digits of the phone on file. Wrong codes and wrong digits
// get the same answer, and soon a pause.
#pragma once
#include "access/desk.hpp"
#include "dispute/dispute.hpp"

namespace maple::dispute {

struct Speaker {
    Key dispute{};
    Key party{};
};
BOOST_DESCRIBE_STRUCT(Speaker, (), (dispute, party))

[[noreturn]] void slow_down(std::int64_t seconds);  // refuses: slow_down (429)

Speaker speaker(Desk&, std::string const& code);  // refuses: receipt.no_match, slow_down

// The party's own phone, or its guardian's. Refuses: receipt.no_match, receipt.no_phone, slow_down.
void check_tail(Desk&, Dispute const&, Speaker const&, std::string const& tail);
// The same of a signer, who may be one of a group's members; wrong digits are counted together.
void check_tail(Desk&, Dispute const&, Key party, Key member, std::string const& tail);
bool has_phone(Dispute const&, Key party, Key member);
// Whose phone speaks for it: of the member who signs, of the guardian who acts, else of the party; never of
// a guardian who is accused.
Kept phone_of(Dispute const&, Key party, Key member = {});

}  // namespace maple::dispute
