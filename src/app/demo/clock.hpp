// The demo's clock: the moment that is stored, plus the real time that has passed since the
// server started. It can be moved ahead, never back.
#pragma once
#include "foundation/time.hpp"
#include "storage/store.hpp"

#include <atomic>

namespace maple::app::demo {

// 2023-11-20 09:00 in Beijing: the city's first morning.
Instant first_morning();

// Where the clock stands by what is written down, never before the ledger's latest page: for who
// writes into the city without serving it.
Instant stopped_at(sql::Session&);

class DemoClock {
public:
    // Begins where the clock stopped.
    explicit DemoClock(sql::Store&);

    Instant now() const;
    // Moves on by whole days and stores where the clock stands, durably.
    void ahead(int days);

private:
    sql::Store& store_;
    std::int64_t started_at_;              // of the machine's steady clock, microseconds
    std::atomic<std::int64_t> stood_at_;   // the demo's time then
};

}  // namespace maple::app::demo
