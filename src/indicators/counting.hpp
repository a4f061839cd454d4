// Counting a figure over a period and a part of the tree, in one statement.
#pragma once
#include "access/desk.hpp"
#include "indicators/figures.hpp"

namespace maple::indicators {

struct Period {
    std::string from, to;  // months, "2023-01"
};

// The condition of the base within period and scopes, and its values, numbered as they are bound.
struct Asked {
    std::string condition;
    std::vector<sql::Value> values;
};
Asked asked(Desk&, Figure const&, Period const&, std::vector<std::string> const& scopes);

// "… AS hits, … AS total": the columns of a count.
std::string sums(Figure const&);

struct Counted {
    std::int64_t hits = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (hits, total))
Counted counted(Desk&, Figure const&, Period const&, std::vector<std::string> const& scopes);

}  // namespace maple::indicators
