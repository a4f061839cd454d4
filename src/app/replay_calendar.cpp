// The calendar's part of `verify`. A booking is no deed of its own: it is what the dispute's planned
// sessions take, and each row must be one of those.
#include "app/findings.hpp"
#include "app/pages.hpp"
#include "calendar/places.hpp"
#include "dispute/calls.hpp"

#include <algorithm>

namespace maple::app {
namespace {

std::vector<calendar::BookedRow> booked_rows(sql::Session& sql, Key dispute)
{
    auto rows = sql::all<calendar::BookedRow>(sql, "SELECT thing, session, dispute, from_at, to_at, holds FROM booked WHERE dispute = $1", dispute);
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool same(calendar::BookingRow const& row, calendar::Booking const& told)
{
    return row.session == told.session && row.place == told.place && row.from_at == told.from_at && row.to_at == told.to_at && row.holds == told.holds;
}

bool same_bookings(std::vector<calendar::BookingRow> const& rows, std::vector<calendar::Booking> told)
{
    std::sort(told.begin(), told.end(), [](auto const& a, auto const& b) { return a.session < b.session; });
    return std::equal(rows.begin(), rows.end(), told.begin(), told.end(), same);
}

}  // namespace

void CalendarReplay::hear(dispute::Dispute const& d)
{
    auto const told = dispute::bookings(d);
    auto const rows = sql::all<calendar::BookingRow>(sql_, R"(
        SELECT session, dispute, place, from_at, to_at, holds FROM booking WHERE dispute = $1 ORDER BY session)", d.id);
    if (!same_bookings(rows, told)) found_.differs("booking", d.id, "is not what the planned sessions of this dispute tell");
    if (booked_rows(sql_, d.id) != calendar::rows_of(sql_, told)) found_.differs("booked", d.id, "is not what the planned sessions of this dispute take");
    found_.out.bookings += std::int64_t(told.size());
    booked_ += std::int64_t(told.size());
}

void CalendarReplay::compare()
{
    auto const rows = sql::cell<std::int64_t>(sql_, "SELECT count(*) FROM booking").value_or(0);
    if (rows != booked_) found_.differs("booking", std::to_string(rows), "bookings are there, but disputes tell of " + std::to_string(booked_));
    auto const strays = sql::cell<std::int64_t>(sql_, "SELECT count(*) FROM booked WHERE session NOT IN (SELECT session FROM booking)").value_or(0);
    if (strays != 0) found_.differs("booked", std::to_string(strays), "rows belong to no booking");
}

void CalendarReplay::places()
{
    for (auto const& row : sql::all<calendar::PlaceRow>(sql_, "SELECT * FROM place ORDER BY id")) {
        ++found_.out.places;
        found_.unless_unreadable("place", shown(row.id), [&] {
            calendar::Place place;
            place.id = row.id;
            for (auto const& page : access::pages_of(sql_, row.id)) {
                if (!apply<calendar::PlaceEvents>(place, page, moment_of(page))) found_.differs("page", page.id, "tells of a deed that nobody knows: " + page.deed);
                place.version = page.n;
            }
            auto const again = calendar::row_of(place, row.name);
            each_field<calendar::PlaceRow>([&](auto field) {
                if (sql::to_sql(row.*field.pointer) != sql::to_sql(again.*field.pointer))
                    found_.differs("place", row.id, std::string("column ") + field.name + " is not what the pages tell");
            });
            if (!found_.tells_of(place.name, row.name)) found_.differs("place", row.id, "its name is not what the pages tell");
        });
    }
}

}  // namespace maple::app
