#include "calendar/ics.hpp"

#include "foundation/chinese_text.hpp"

#include <gtest/gtest.h>

namespace maple::calendar {
namespace {

Instant const stamp = instant_from_iso("2023-11-20T09:00:00+08:00").value();

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = text.find("\r\n", at);
        EXPECT_NE(end, std::string::npos) << "every line ends with CRLF";
        if (end == std::string::npos) break;
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

// Long lines put together again.
std::string unfolded(std::string text)
{
    for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at)) text.erase(at, 3);
    return text;
}

IcsEvent session() { return {"A@maplebridge", "人民调解 克迎汇人调字〔2023〕第012号", "一号调解室", instant_from_iso("2023-11-24T16:00:00+08:00").value(), instant_from_iso("2023-11-24T17:00:00+08:00").value(), {}, false, 3}; }

TEST(ics, a_session_has_its_times_in_beijing_and_the_zone_is_in_the_file)
{
    auto const text = ics_text("日程", {session()}, stamp);
    for (auto const* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "TZID:Asia/Shanghai", "TZOFFSETTO:+0800", "DTSTART;TZID=Asia/Shanghai:20231124T160000",
                             "DTEND;TZID=Asia/Shanghai:20231124T170000", "DTSTAMP:20231120T010000Z", "UID:A@maplebridge", "SEQUENCE:3", "LOCATION:一号调解室",
                             "STATUS:CONFIRMED", "TRIGGER:-P1D", "END:VCALENDAR"})
        EXPECT_NE(unfolded(text).find(std::string(line) + "\r\n"), std::string::npos) << line;
}

TEST(ics, lines_are_folded_at_75_octets_and_never_within_a_character)
{
    auto long_one = session();
    for (int n = 0; n < 20; ++n) long_one.summary += "调解室、";
    auto const text = ics_text("日程", {long_one}, stamp);
    for (auto const& line : lines_of(text)) {
        EXPECT_LE(line.size(), 75u);
        EXPECT_TRUE(is_utf8(line)) << line;
    }
    EXPECT_NE(unfolded(text).find("SUMMARY:" + long_one.summary), std::string::npos);
}

TEST(ics, commas_semicolons_and_line_breaks_are_escaped)
{
    auto odd = session();
    odd.location = "a,b;c\\d\ne";
    EXPECT_NE(ics_text("x", {odd}, stamp).find("LOCATION:a\\,b\\;c\\\\d\\ne\r\n"), std::string::npos);
}

TEST(ics, what_is_due_on_a_day_takes_no_time_and_what_is_cancelled_says_so)
{
    auto due = session();
    due.day = date_from_iso("2023-12-31").value();
    auto const text = ics_text("x", {due}, stamp);
    EXPECT_NE(text.find("DTSTART;VALUE=DATE:20231231\r\nDTEND;VALUE=DATE:20240101\r\nTRANSP:TRANSPARENT"), std::string::npos);
    auto off = session();
    off.cancelled = true;
    auto const cancelled = ics_text("x", {off}, stamp);
    EXPECT_NE(cancelled.find("STATUS:CANCELLED"), std::string::npos);
    EXPECT_EQ(cancelled.find("VALARM"), std::string::npos);
}

}  // namespace
}  // namespace maple::calendar
