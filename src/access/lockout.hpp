// Slowing down those who guess names and passwords. Stored, so that a restart or a second
// process forgets nothing; a write for each failure is little beside hashing a password.
// Counted by what is tried ("sign_in:<address>"); the first few cost nothing, then each
// failure doubles the wait. A day without a new beginning forgets. Strangers at the open
// door, who have no password to try, are counted in memory: tries.hpp.
#pragma once
#include "storage/sql.hpp"

namespace maple::access {

struct Patience {
    std::int64_t free = 5;        // failures that cost nothing
    std::int64_t first = 30;      // seconds after the next one, doubled with each further one
    std::int64_t most = 15 * 60;  // seconds, however many there were
};

// Seconds to wait after so many failures.
std::int64_t delay_after(std::int64_t failures, Patience const& = {});

// Until when nothing more may be tried; nothing when it may be tried now.
std::optional<Instant> locked_until(sql::Session&, std::string_view what, Instant real_now);
void note_failure(sql::Session&, std::string_view what, Instant real_now, Patience const& = {});
void forget_failures(sql::Session&, std::string_view what);
// Drops what is older than two days.
void sweep_attempts(sql::Session&, Instant real_now);

// Whole seconds from now on, at least one: for Retry-After.
std::int64_t seconds_until(Instant then, Instant real_now);

}  // namespace maple::access
