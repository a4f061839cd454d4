// Case conferences as rows: the seats of people with an account, so that each finds its own page, and
// the tasks that are not done yet, so that they lie on a desk.
#pragma once
#include "access/desk.hpp"
#include "dispute/dispute.hpp"

namespace maple::dispute {

struct SeatRow {
    Key id{};
    Key dispute{};
    Key conference{};
    Key person{};
    Instant invited_at;
    Instant meets_at;
    bool advised = false;
    std::optional<Instant> closes_at;  // when its papers are taken back; none while it goes on
    bool operator==(SeatRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SeatRow, (), (id, dispute, conference, person, invited_at, meets_at, advised, closes_at))

struct TaskRow {
    Key id{};
    Key dispute{};
    Key person{};
    Date due{};
    bool operator==(TaskRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskRow, (), (id, dispute, person, due))

struct ConferenceRows {
    std::vector<SeatRow> seats;
    std::vector<TaskRow> tasks;
    bool operator==(ConferenceRows const&) const = default;
};

ConferenceRows conference_rows(Dispute const&);
void write_conferences(sql::Session&, Key dispute, ConferenceRows const&);  // instead of those that are there

}  // namespace maple::dispute
