// What people type into the search box above the list: a number or the short end of it, a
// party's name, the words of a place or of a kind of dispute; several words narrow it down. A
// reader finds by a name only what shows him the name: where a line has initials alone, the
// initials find it and nothing more (loop.md, invariant 9).
#pragma once
#include "access/desk.hpp"
#include "app/question.hpp"

namespace maple::app {

class Search {
public:
    Search(Desk& desk, std::string_view text);

    bool empty() const { return words_.empty(); }
    // The disputes that are found.
    void narrow(Question&) const;
    // 0: this very number; 1: a number with these characters in it; 2: found otherwise. As an
    // expression to sort by.
    std::string rank(Question&) const;

private:
    std::string number_with(Question&, std::string const& word) const;
    std::string this_number(Question&, std::string const& word) const;
    std::string parties(Question&, std::string const& word) const;
    std::vector<std::string> places(Question&, std::string const& word) const;
    std::vector<std::string> kinds(Question&, std::string const& word) const;

    Desk& desk_;
    std::vector<std::string> words_;
};

// Whether the line of a dispute shows this reader the names of the parties, as lines() has it.
std::string shows_names(Question&, Desk const&);

}  // namespace maple::app
