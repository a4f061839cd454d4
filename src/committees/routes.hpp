#pragma once
#include "api/route.hpp"
#include "committees/terms.hpp"
#include "registry/view.hpp"

namespace maple::committees {

api::Room room();

// What the law finds wrong, worded.
struct FaultView {
    std::string code, says;
    std::optional<registry::ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(FaultView, (), (code, says, article))

struct SeatView {
    Key person{};
    std::string name;
    Post post{};
    std::string post_name;
    bool woman = false;
    bool minority = false;
    Date since{};
    std::optional<Date> until;
    std::optional<std::string> left_as;  // worded
    bool serves = true;                  // false: no longer serves here, the seat is empty
};
BOOST_DESCRIBE_STRUCT(SeatView, (), (person, name, post, post_name, woman, minority, since, until, left_as, serves))

struct NoticeView {
    Key id{};
    About about{};
    std::string says;             // "The new term"
    Date of{};
    std::optional<Date> sent_on;
    Date due{};
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (), (id, about, says, of, sent_on, due, overdue))

struct TermView {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};
    Date begins{};
    Date ends{};
    std::optional<Date> closed_on;
    TermState state{};
    std::string state_name;
    bool latest = true;
    Electors elected_by{};
    std::string elected_by_name;
    Date elected_on{};
    std::optional<std::string> minutes;
    bool multi_ethnic = false;
    std::optional<std::string> waiver, vacancy;
    std::vector<SeatView> seats;   // sitting ones, the director first
    std::vector<SeatView> former;
    std::vector<FaultView> faults;
    std::vector<NoticeView> notices;
};
BOOST_DESCRIBE_STRUCT(TermView, (), (id, version, organisation, begins, ends, closed_on, state, state_name, latest, elected_by,
                                     elected_by_name, elected_on, minutes, multi_ethnic, waiver, vacancy, seats, former, faults, notices))

TermView view(Desk&, Term const&);
// When the court should have been told (policy court_notice_days).
Date notice_due(law::Book const&, Notice const&);

}  // namespace maple::committees
