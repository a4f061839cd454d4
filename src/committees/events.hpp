// What can happen to a committee's term.
#pragma once
#include "committees/words.hpp"

namespace maple::committees {

struct TermBegun {
    static constexpr std::string_view deed = "committees.term_begun";
    Key organisation{};
    Date begins{};
    Electors elected_by{};
    Date elected_on{};
    Kept minutes;
    bool multi_ethnic = false;
    Kept waiver;
    std::vector<Seat> seats;
    Key notice{};                 // the court is to be told
    std::optional<Date> told_on;  // and has been, on paper, before this was entered
    std::optional<Date> ends;     // by the book of that day; pages from before it said so have none
};
BOOST_DESCRIBE_STRUCT(TermBegun, (), (organisation, begins, elected_by, elected_on, minutes, multi_ethnic, waiver, seats, notice, told_on, ends))
Date last_day(TermBegun const&);

struct Departure {
    Key person{};
    Leaving as{};
};
BOOST_DESCRIBE_STRUCT(Departure, (), (person, as))

// Members join, leave or change posts within the term. `seats` are all that sit afterwards.
struct CompositionChanged {
    static constexpr std::string_view deed = "committees.composition_changed";
    Date from{};                      // the first day on which it is so
    std::vector<Departure> left;
    std::vector<Seat> seats;
    std::optional<Date> elected_on;   // of who joined
    Kept minutes;
    Kept waiver;
    Kept vacancy;                     // why a seat that the law wants filled is empty for now
    Key notice{};
};
BOOST_DESCRIBE_STRUCT(CompositionChanged, (), (from, left, seats, elected_on, minutes, waiver, vacancy, notice))

struct NoticeSent {
    static constexpr std::string_view deed = "committees.notice_sent";
    Key notice{};
    Date on{};
};
BOOST_DESCRIBE_STRUCT(NoticeSent, (), (notice, on))

// The committee was closed or merged: its term is over, and the court is told.
struct TermClosed {
    static constexpr std::string_view deed = "committees.term_closed";
    Date on{};
    Key notice{};
};
BOOST_DESCRIBE_STRUCT(TermClosed, (), (on, notice))

void evolve(Term&, TermBegun const&, Moment const&);
void evolve(Term&, CompositionChanged const&, Moment const&);
void evolve(Term&, NoticeSent const&, Moment const&);
void evolve(Term&, TermClosed const&, Moment const&);

using Events = boost::mp11::mp_list<TermBegun, CompositionChanged, NoticeSent, TermClosed>;

}  // namespace maple::committees
