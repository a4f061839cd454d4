// What people see of a proposal: reasons in words, with the points that they weigh.
#pragma once
#include "access/desk.hpp"
#include "diversion/plan.hpp"

namespace maple::diversion {

struct ReasonView {
    std::string key, says;
};
BOOST_DESCRIBE_STRUCT(ReasonView, (), (key, says))

struct TermView {
    std::string key, says;
    bool speaks_for = false;
    std::int64_t points = 0;
};
BOOST_DESCRIBE_STRUCT(TermView, (), (key, says, speaks_for, points))

struct BarView {
    std::string key, says;
    bool reason_is_enough = false;
};
BOOST_DESCRIBE_STRUCT(BarView, (), (key, says, reason_is_enough))

struct MediatorView {
    Key person{};
    std::string name, languages;
    std::int64_t load = 0;          // disputes in hand
    bool certificate_valid = true;
    bool proposed = false;
    std::vector<TermView> reasons;  // the heaviest, at most five
    std::vector<BarView> bars;      // why not proposed at all
};
BOOST_DESCRIBE_STRUCT(MediatorView, (), (person, name, languages, load, certificate_valid, proposed, reasons, bars))

struct DifferenceView {
    std::string key, says, name;    // whose reason it is
    std::int64_t more = 0;
};
BOOST_DESCRIBE_STRUCT(DifferenceView, (), (key, says, name, more))

struct ShiftView {
    Key dispute{};
    std::string number, parties, from_name, to_name, says;
};
BOOST_DESCRIBE_STRUCT(ShiftView, (), (dispute, number, parties, from_name, to_name, says))

struct WhyNotView {
    Key person{};
    std::string name;
    std::optional<Key> proposed;
    std::optional<std::string> proposed_name;
    std::string says;               // the answer in a sentence
    std::vector<BarView> bars;
    std::vector<DifferenceView> differences;
    std::int64_t more = 0, rest = 0;
    std::vector<ShiftView> shifts;
};
BOOST_DESCRIBE_STRUCT(WhyNotView, (), (person, name, proposed, proposed_name, says, bars, differences, more, rest, shifts))

std::vector<TermView> term_views(Desk const&, std::vector<Term> const&);
std::vector<BarView> bar_views(Desk const&, std::vector<Bar> const&);

// Of one dispute: the proposed one first, then as they fit, those who are not proposed last.
std::vector<MediatorView> mediators(Desk const&, Plan const&, Key dispute);
WhyNotView why_not_view(Desk&, Plan const&, Key dispute, Key person);

}  // namespace maple::diversion
