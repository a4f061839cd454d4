// Places where sessions are held, and free time. Times of day are minutes after midnight,
// Beijing time.
#pragma once
#include "foundation/form.hpp"
#include "foundation/kept.hpp"
#include "foundation/record.hpp"

namespace maple::calendar {

struct Hours {
    std::int64_t opens = 0, closes = 0;
    std::int64_t pause_from = 0, pause_until = 0;  // the same twice: no pause
    bool every_day = false;                        // else on the working days of the law's calendar
    bool operator==(Hours const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hours, (), (opens, closes, pause_from, pause_until, every_day))

// A room, a table, a hall: one session at a time.
struct Place {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};
    Kept name;
    std::int64_t seats = 0;
    Hours hours;
    bool accessible = false;  // without steps, for a wheelchair
    bool shared = false;      // other organisations may book it, too
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(Place, (), (id, version, organisation, name, seats, hours, accessible, shared, closed_at))

struct Span {
    Instant from, to;
    auto operator<=>(Span const&) const = default;
};

inline bool overlap(Span const& a, Span const& b) { return a.from < b.to && b.from < a.to; }

struct Slot {
    Instant from, to;
    Key place{};
    auto operator<=>(Slot const&) const = default;
};

}  // namespace maple::calendar
