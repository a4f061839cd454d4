// The time that sessions take of a place, of the people who hold them and of the parties called.
// Rows are read off the dispute (dispute/calls.hpp) and written with it. Whoever books waits for
// the turn of each thing that is booked, so that two overlapping bookings never both commit, on
// either engine.
#pragma once
#include "foundation/key.hpp"
#include "foundation/time.hpp"
#include "storage/sql.hpp"

#include <span>
#include <string>
#include <vector>

namespace maple::calendar {

struct Booking {
    Key session{};
    Key dispute{};
    Key place{};
    Instant from_at, to_at;
    bool holds = false;               // still awaited: the time is taken
    std::vector<std::string> takes;   // "person/…", "place/…", "party/…"; sorted
    bool operator==(Booking const&) const = default;
};

// A row of the table `booking`.
struct BookingRow {
    Key session{};
    Key dispute{};
    Key place{};
    Instant from_at, to_at;
    bool holds = false;
};
BOOST_DESCRIBE_STRUCT(BookingRow, (), (session, dispute, place, from_at, to_at, holds))

// A row of the table `booked`: one thing that a session takes.
struct BookedRow {
    std::string thing;
    Key session{};
    Key dispute{};
    Instant from_at, to_at;
    bool holds = false;
    auto operator<=>(BookedRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(BookedRow, (), (thing, session, dispute, from_at, to_at, holds))

std::string of_place(Key);
std::string of_person(Key);
std::string of_party(Key);
// A party whose identity number is on file is one and the same in two disputes.
std::string of_identity(std::string_view blind);

// The things of a booking with what is known of its parties' identity, while it holds.
std::vector<std::string> things(sql::Session&, Booking const&);
std::vector<BookedRow> rows_of(sql::Session&, std::vector<Booking> const&);

// Waits until nobody else is booking one of these things; held until the transaction ends.
void wait_for_turn(sql::Session&, std::vector<std::string> things);

// What of these is taken already in that time, by sessions other than this one.
std::vector<BookedRow> taken(sql::Session&, std::vector<std::string> const& things, Instant from, Instant to, Key but_session);

// Instead of what was there before. Refuses: booking.taken, where a booking is new, moved or takes
// more, and somebody was there first.
void write_bookings(sql::Session&, Key dispute, std::vector<Booking> const& before, std::vector<Booking> const& now);

}  // namespace maple::calendar
