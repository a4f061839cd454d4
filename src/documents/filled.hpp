// What somebody filled into a form by hand, because no deed of the dispute says it: an agent's
// powers, who was asked, why a paper is missing. Each change is a page of the dispute; its words
// are kept beside the page, and the form is put together from the pages every time, so that there
// is no second place that could say something else.
#pragma once
#include "dispute/dispute.hpp"

#include <map>

namespace maple {
struct Desk;
}

namespace maple::documents {

// A place of a form: a value of its own, or one of a row of a section. The row is the shown key of
// what the row is about, or a number from 1 where rows are added by hand.
struct Cell {
    std::string section;
    std::string row;
    std::string key;
    auto operator<=>(Cell const&) const = default;
};

struct FilledCell {
    std::string section;
    std::string row;
    std::string key;
    Kept text;  // none: it was emptied
};
BOOST_DESCRIBE_STRUCT(FilledCell, (), (section, row, key, text))

struct Filled {
    static constexpr std::string_view deed = "documents.filled";
    std::string form;
    Key subject{};
    std::vector<FilledCell> cells;  // those that changed
};
BOOST_DESCRIBE_STRUCT(Filled, (), (form, subject, cells))
inline void evolve(dispute::Dispute&, Filled const&, dispute::Moment const&) {}  // the pages are all there is

struct Written {
    std::string text;
    Key person{};
    Instant at;
};

struct Change {
    Instant at;
    Key person{};
    std::vector<Cell> cells;
};

// What is filled into one form about one subject, and who changed what, oldest first.
struct Filling {
    std::map<Cell, Written> cells;
    std::vector<Change> changes;

    std::string text(Cell const& cell) const
    {
        auto const found = cells.find(cell);
        return found == cells.end() ? "" : found->second.text;
    }
};

struct Fillings {
    std::map<std::pair<std::string, Key>, Filling> all;
    Filling const& of(std::string_view form, Key subject) const
    {
        static Filling const nothing;
        auto const found = all.find({std::string(form), subject});
        return found == all.end() ? nothing : found->second;
    }
};

// As far as this reader may see it: nothing without personal words; contacts and identity numbers
// for those who may ask for them.
Fillings fillings_of(Desk&, dispute::Dispute const&);

}  // namespace maple::documents
