#include "calendar/ics.hpp"

namespace maple::calendar {
namespace {

constexpr std::size_t longest_line = 75;  // octets: RFC 5545, 3.1

bool within_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void put(std::string& out, std::string const& line)
{
    std::size_t at = 0, room = longest_line;
    while (line.size() - at > room) {
        auto cut = at + room;
        while (within_character(line[cut])) --cut;
        out += line.substr(at, cut - at) + "\r\n ";
        at = cut;
        room = longest_line - 1;  // the space that continues it counts, too
    }
    out += line.substr(at) + "\r\n";
}

std::string escaped(std::string const& text)
{
    std::string out;
    for (char const c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out;
}

// "2023-11-20T09:00:00+08:00" → "20231120T090000"
std::string local(Instant at)
{
    std::string out;
    for (char const c : iso(at).substr(0, 19))
        if (c != '-' && c != ':') out += c;
    return out;
}

std::string compact(Date day)
{
    std::string out;
    for (char const c : iso(day))
        if (c != '-') out += c;
    return out;
}

// The same moment as the zone "Z" has it.
std::string universal(Instant at) { return local(plus_seconds(at, -8 * 60 * 60)) + "Z"; }

void put_zone(std::string& out)
{
    for (auto const* line : {"BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19910915T000000", "TZOFFSETFROM:+0800",
                             "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE"})
        put(out, line);
}

void put_event(std::string& out, IcsEvent const& event, Instant stamped)
{
    put(out, "BEGIN:VEVENT");
    put(out, "UID:" + event.uid);
    put(out, "DTSTAMP:" + universal(stamped));
    put(out, "SEQUENCE:" + std::to_string(event.sequence));
    if (event.day) {
        put(out, "DTSTART;VALUE=DATE:" + compact(*event.day));
        put(out, "DTEND;VALUE=DATE:" + compact(plus_days(*event.day, 1)));
        put(out, "TRANSP:TRANSPARENT");
    } else {
        put(out, "DTSTART;TZID=Asia/Shanghai:" + local(event.from));
        put(out, "DTEND;TZID=Asia/Shanghai:" + local(event.to));
    }
    put(out, "SUMMARY:" + escaped(event.summary));
    if (!event.location.empty()) put(out, "LOCATION:" + escaped(event.location));
    put(out, event.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    put(out, "CLASS:PRIVATE");
    if (!event.cancelled) {
        for (auto const* line : {"BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D"}) put(out, line);
        put(out, "DESCRIPTION:" + escaped(event.summary));
        put(out, "END:VALARM");
    }
    put(out, "END:VEVENT");
}

}  // namespace

std::string ics_text(std::string const& name, std::vector<IcsEvent> const& events, Instant stamped)
{
    std::string out;
    for (auto const* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Maplebridge//Calendar//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"}) put(out, line);
    put(out, "X-WR-CALNAME:" + escaped(name));
    put(out, "X-WR-TIMEZONE:Asia/Shanghai");
    put_zone(out);
    for (auto const& event : events) put_event(out, event, stamped);
    put(out, "END:VCALENDAR");
    return out;
}

}  // namespace maple::calendar
