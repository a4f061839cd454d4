// What must be so before a dossier is drawn, reviewed, sent back and mended. Pure. Who may review
// which dossier is the policy's (access/rules).
#pragma once
#include "law/quality.hpp"
#include "quality/draw.hpp"
#include "quality/events.hpp"

namespace maple::quality {

struct Period {
    Date first{}, last{};
};

// The period is over and nobody has drawn from it for this organisation: what is drawn once is not
// drawn again until it pleases. Refuses: /last_day, before_the_beginning, not_over; quality.drawn_already;
// quality.nothing_archived.
Result<std::vector<Key>> draw(Period const&, std::vector<Period> const& drawn_before, std::vector<Key> const& dossiers, std::string_view seed, law::Quality const&,
                              Date today);

Result<ReviewTaken> take(Review const&, Key reviewer);        // refuses: quality.taken, quality.closed
Result<ReviewGivenBack> give_back(Review const&, Key asker);  // refuses: quality.not_checking, quality.not_the_reviewer

// Answers to the list, as many as there are. Refuses: quality.not_checking, quality.not_the_reviewer,
// a question that is none, one twice, a fault without a note.
struct Answering {
    std::string item;
    Verdict verdict{};
    std::string note;
};
Result<void> answer(Review const&, law::Quality const&, std::vector<Answering> const&, Key asker);

// Refuses: a question without an answer, nothing to mend, a day that is past; nobody to mend it.
Result<SentBack> send_back(Review const&, law::Quality const&, Key asker, Key responsible, Date due, Date today);
// Refuses: quality.not_sent_back; quality.not_the_mender for who is neither responsible nor leads
// the committee, and for the reviewer, who does not mend what he judges.
Result<Mended> mend(Review const&, Key asker, bool leads);
// After the list without a fault, or once it was mended. Refuses: a question without an answer,
// quality.faults_open, quality.not_the_reviewer, quality.closed.
Result<ReviewClosed> close(Review const&, law::Quality const&, Key asker);

std::size_t unanswered(Review const&, law::Quality const&);
bool any_fault(Review const&);

}  // namespace maple::quality
