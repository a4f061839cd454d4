// A dispute told again from its pages. Every room's events are chapters; app/rooms.cpp binds
// them all into one story when the program starts, because no room knows those above it.
#pragma once
#include "access/journal.hpp"
#include "dispute/dispute.hpp"

#include <span>

namespace maple::dispute {

struct Chapter {
    std::string_view deed;
    void (*tell)(Dispute&, std::string_view body, Moment const&);
};

void bind_story(std::span<Chapter const>);  // once more is no harm

// Applies the page as its event did. False for a deed that nobody knows.
bool tell(Dispute&, access::Page const&);

// The dispute as it stood after its page number `version`.
Dispute as_it_was(sql::Session&, Key, std::int64_t version);

template <class Event> Chapter chapter_of()
{
    return {Event::deed, [](Dispute& d, std::string_view body, Moment const& m) { evolve(d, from_record<Event>(body), m); }};
}

template <class... Event> std::vector<Chapter> chapters_of(boost::mp11::mp_list<Event...>) { return {chapter_of<Event>()...}; }

}  // namespace maple::dispute
