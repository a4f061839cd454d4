// For whose eyes a paper is, and what is put into a file. Pure.
#pragma once
#include "access/rules.hpp"
#include "dispute/life.hpp"
#include "papers/words.hpp"

namespace maple::papers {

// How much of a paper somebody sees.
enum class Eye {
    none,   // nothing: it is not there
    shape,  // that it is there, its kind and size; neither title nor content
    whole,
};

// Of the dispute's papers. `side` is for the dispute's own mediators, whatever else somebody may
// be, and a broken glass opens none of it. `internal` is for the house: the desk, the director, the
// registrar and the mediators, never for who was invited, called, or looks from above.
Eye eye_of(access::Caller const&, access::Matter const&, Visibility);
// Of a department on the page of its call: what it was shown, while the call runs.
bool shown_to(Paper const&, dispute::Dispute const&, Key call);
// Of a party on its own page: what it brought itself, and what others brought in its name.
bool own_paper(Paper const&, Key party);

struct ToAdd {
    Kind kind{};
    Visibility visibility{};
    Key party{};
    Key session{};
    Key obligation{};
    Key agreement{};
};
// Refuses: papers.archived; a party, session, promise or agreement that is not of this dispute;
// papers.signed_is_open, where a signed paper is to be kept from those who signed it; a paper of a
// side that names none (PML art. 15: what one side said alone stays there).
Result<void> may_add(dispute::Dispute const&, ToAdd const&);
// `side` is the mediators' to write in. Refuses: not_the_mediator.
Result<void> may_write_in(access::Caller const&, access::Matter const&, Visibility);
// A paper is what it is called. Refuses: papers.not_a_picture, papers.not_a_sound, papers.not_on_paper.
Result<void> fits(Kind, Media);

// Refuses: papers.withdrawn.
Result<void> may_withdraw(Paper const&);
// A lawful erasure takes the bytes of what was withdrawn before. Refuses: papers.not_withdrawn, papers.erased.
Result<void> may_erase(Paper const&);
// The archive's to order; of one side's compartment the mediators', because nobody else knows what
// lies there. Refuses: not_allowed, not_the_mediator.
Result<void> may_order_erasure(access::Caller const&, access::Matter const&, Visibility);
// Refuses: papers.not_open, where it is not in the file for all; call.unknown, call.over; papers.withdrawn.
Result<void> may_show(dispute::Dispute const&, Paper const&, Key call);

}  // namespace maple::papers
