// The one function that computes a due time and explains itself: "received 2 November;
// paused 10–14 November for an appraisal; extended by 10 days by both parties; due 27 November".
#pragma once
#include "law/book.hpp"

namespace maple::law {

struct Pause {
    Instant from;
    std::optional<Instant> until;  // still paused
    std::string reason;            // key in choices["pause"]
};

struct Extension {
    int days = 0;          // in the clock's own unit of days (calendar or working)
    Instant agreed_at;
};

// One clause of the explanation: a code of the catalogue ("clock.started") with parameters.
struct Clause {
    std::string code;
    Params params;
};

struct Due {
    std::string clock;       // key of the ClockRule
    Instant at;              // the last moment: end of the last day, Beijing time (hours: to the minute)
    bool paused = false;     // the clock stands still now; `at` is where it would end if it went on at `now`
    bool calendar_known = true;
    std::vector<Clause> why;
    std::string statute;
};

// Day of the trigger does not count (CC 201); the last day rolls over holidays where the
// rule says so (CC 203); paused days do not count; extensions are added at the end.
Due due(Book const&, ClockRule const&, Instant trigger, std::vector<Pause> const& pauses,
        std::vector<Extension> const& extensions, Instant now);
Due due(Book const&, std::string_view clock, Instant trigger, Instant now);  // no pauses, no extensions

bool is_working_day(Calendar const&, Date);
Date plus_working_days(Calendar const&, Date, int n);  // the n-th working day after
Date next_working_day(Calendar const&, Date);          // itself when it is one

}  // namespace maple::law
