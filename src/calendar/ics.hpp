// A calendar as a file that other programs read (RFC 5545): number, place and times, no names and
// nothing of what it is about. Times are Beijing time, with the rule of the zone in the file.
#pragma once
#include "foundation/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace maple::calendar {

struct IcsEvent {
    std::string uid;       // unique for good, the same in every file
    std::string summary;
    std::string location;  // "" for none
    Instant from, to;
    std::optional<Date> day;  // of something that is due on a day, and takes no time of it
    bool cancelled = false;
    std::int64_t sequence = 0;  // counts the changes
};

// Lines end with CRLF and are folded at 75 octets, never within a character.
std::string ics_text(std::string const& name, std::vector<IcsEvent> const&, Instant stamped);

}  // namespace maple::calendar
