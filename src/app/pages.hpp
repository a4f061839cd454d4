// A page as it lies in its table, and what it tells of a thing.
#pragma once
#include "access/journal.hpp"

namespace maple::app {

struct PageRow {
    Key id{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PageRow, (), (id, text))

inline access::Moment moment_of(access::Page const& page) { return {page.happened, page.recorded, page.person, page.account}; }

// Applies a page to what it tells of; false for a deed that nobody knows. `moment` is what the
// thing's evolve() takes: a time, or who did it when.
template <class Events, class T, class M> bool apply(T& thing, access::Page const& page, M const& moment)
{
    bool known = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Events>>([&](auto identity) {
        using Event = typename decltype(identity)::type;
        if (known || page.deed != Event::deed) return;
        known = true;
        evolve(thing, from_record<Event>(page.body), moment);
    });
    return known;
}

}  // namespace maple::app
