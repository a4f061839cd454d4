// The committees of a ledger, found in the registry by their names, and their mediators.
#pragma once
#include "access/desk.hpp"
#include "documents/ledger/layout.hpp"

#include <set>

namespace maple::documents::ledger {

class Offices {
public:
    Offices(Desk&, Layout const&);

    // Null when nobody bears the name, or when several do (`ambiguous`).
    registry::Organisation const* find(std::string_view name) const;
    bool ambiguous(std::string_view name) const;
    // The one mediator of that name who serves there; none when nobody or two do.
    std::optional<Key> mediator(Key organisation, std::string_view name);

    // Enters committees below the root; what they are is read off their names.
    void create(std::set<std::string> const& names);

private:
    void learn(registry::Organisation const&);
    std::vector<std::size_t> bearing(std::string_view name) const;

    Desk& desk_;
    Layout const& layout_;
    std::vector<registry::Organisation> all_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;     // the whole name, as a spelling
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_committee_;  // without prefix and ending
    std::map<Key, std::map<std::string, std::vector<Key>, std::less<>>> mediators_;
};

}  // namespace maple::documents::ledger
