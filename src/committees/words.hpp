// The words of a committee's term: its seats, its election, its notices to the court.
#pragma once
#include "access/moment.hpp"
#include "foundation/record.hpp"
#include "registry/words.hpp"

namespace maple::committees {

using access::Moment;

enum class Post { director, deputy_director, member };
BOOST_DESCRIBE_ENUM(Post, director, deputy_director, member)

// Who elects (PML art. 9); of a committee by reference (art. 34), who set it up.
enum class Electors {
    villagers_meeting, villagers_representatives, residents_meeting, staff_meeting, staff_congress, trade_union, founding_body,
};
BOOST_DESCRIBE_ENUM(Electors, villagers_meeting, villagers_representatives, residents_meeting, staff_meeting, staff_congress,
                    trade_union, founding_body)

enum class Leaving { resigned, moved_away, not_re_elected, removed, dismissed, ill, died };
BOOST_DESCRIBE_ENUM(Leaving, resigned, moved_away, not_re_elected, removed, dismissed, ill, died)

struct Seat {
    Key person{};
    Post post = Post::member;
    bool woman = false;     // declared by the committee for this seat
    bool minority = false;  // sits for one of the smaller ethnic groups of the place; which one is not kept
    Date since{};
    std::optional<Date> until;  // the last day, of one who has left
    std::optional<Leaving> left_as;
};
BOOST_DESCRIBE_STRUCT(Seat, (), (person, post, woman, minority, since, until, left_as))

// What the court is told of (PML art. 10).
enum class About { term, composition, closing };
BOOST_DESCRIBE_ENUM(About, term, composition, closing)

struct Notice {
    Key id{};
    About about{};
    Date of{};                   // the day from which it is so
    std::vector<Seat> seats;     // as they were then, those who left with this change last
    std::optional<Date> sent_on;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (id, about, of, seats, sent_on))

struct Term {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};
    Date begins{};
    Date ends{};                 // the last day of the three years; never typed
    Electors elected_by{};
    Date elected_on{};
    Kept minutes;                // where the minutes of the election lie
    bool multi_ethnic = false;   // the place is home to several ethnic groups
    Kept waiver;                 // why no member of a smaller group could be found
    Kept vacancy;                // why a seat that the law wants filled is empty for now
    std::vector<Seat> seats;     // past ones, too
    std::vector<Notice> notices;
    std::optional<Date> closed_on;  // the committee itself ended
};
BOOST_DESCRIBE_STRUCT(Term, (), (id, version, organisation, begins, ends, elected_by, elected_on, minutes, multi_ethnic, waiver, vacancy, seats,
                                 notices, closed_on))

// --- Reading a term ----------------------------------------------------------------------

std::vector<Seat> sitting(Term const&);  // seats that nobody has left
Seat const* seat_of(Term const&, Key person);  // who sits now; null for who does not
std::vector<Notice const*> untold(Term const&);

// How a term stands on a day. `ending`: the renewal is due (policy term_reminder_days).
enum class TermState { coming, current, ending, expired, closed };
BOOST_DESCRIBE_ENUM(TermState, coming, current, ending, expired, closed)
TermState state_of(Term const&, Date today, std::int64_t reminder_days);

}  // namespace maple::committees
