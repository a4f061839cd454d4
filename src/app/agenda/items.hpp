// What of a dispute falls due, and what of it the desk speaks of beforehand. Computed from the
// dispute each time, never stored. Pure.
#pragma once
#include "dispute/next.hpp"
#include "law/book.hpp"

namespace maple::app {

enum class EntryKind { session, obligation, visit, protection_visit, clock, call, leave };
BOOST_DESCRIBE_ENUM(EntryKind, session, obligation, visit, protection_visit, clock, call, leave)

// Something that is due and takes no time of the calendar.
struct DueItem {
    EntryKind kind{};
    std::string subject;    // shown key of the promise, protection order or call; the clock's key
    Instant due;            // the last moment
    bool by_day = true;     // due on a day; else at a time of it
    std::string deed;       // the command that does it, "" where none does
    std::string about;      // of a clock its key; of a call its step: "respond", "arrive", "answer"
};
std::vector<DueItem> due_items(dispute::Dispute const&, law::Book const&, Instant now);

// When whom an order protects is to be looked after next (DV art. 32); nothing once it has ended.
std::optional<Date> next_protection_visit(dispute::Protection const&, law::Book const&, Date today);

// Days on which somebody is away: from the first to before the second.
struct Away {
    Instant from, until;
};

struct Reminder {
    std::string key;        // of the rule pack: "obligation_due"
    std::string subject;
    Instant due;
    std::string deed;
    bool in_person = false;  // for the mediator alone
    std::optional<Instant> asked;  // the first of the times that a party asks for
};

// For a mediator of the dispute what it owes in person, too; for the desk and the director what
// is due, and what has been missed in others' hands.
std::vector<Reminder> reminders(dispute::Dispute const&, law::Book const&, Key reader, std::vector<Away> const& leave, Instant now);

}  // namespace maple::app
