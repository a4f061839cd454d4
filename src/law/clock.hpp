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
// The clauses of a clock, all below "clock.": started{date} | started_at{at}, first_day_not_counted,
// length{n,unit}, paused{from,until,reason}, paused_since{from,reason}, not_pausable, not_extendable,
// extended{days,unit,date}, working_days{n,skipped}, rolled{from,to,holiday}, calendar_unknown{date},
// calendar_unknown_before{date}, holiday_missing{holiday,from,to}, due{date} | due_at{at}. Dates are ISO, moments "2023-11-20 09:00" in Beijing; unit, reason and
// holiday are keys of the catalogue ("@unit.days", "@pause.appraisal", "@holiday.weekend").

struct Due {
    std::string clock;       // key of the ClockRule
    Instant at;              // the last moment: end of the last day, Beijing time (hours: to the minute)
    bool paused = false;     // the clock stands still now; `at` is where it would end if it went on at `now`
    bool calendar_known = true;  // all days off that it was asked about stand in the calendar
    std::vector<Clause> why;
    std::string statute;
};

// Day of the trigger does not count (CC 201); the last day rolls over holidays where the
// rule says so (CC 203); paused days do not count, both ends included; extensions are added
// at the end. What a rule does not allow (may_pause, may_extend) has no effect, and is said.
Due due(Book const&, ClockRule const&, Instant trigger, std::vector<Pause> const& pauses,
        std::vector<Extension> const& extensions, Instant now);
// No pauses, no extensions. Throws std::out_of_range for a clock that the book does not have.
Due due(Book const&, std::string_view clock, Instant trigger, Instant now);

bool is_working_day(Calendar const&, Date);
Date plus_working_days(Calendar const&, Date, int n);  // the n-th working day after
Date next_working_day(Calendar const&, Date);          // itself when it is one

}  // namespace maple::law
