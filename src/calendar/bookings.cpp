#include "calendar/bookings.hpp"
#include "foundation/refusal.hpp"
#include "storage/insert.hpp"

#include <algorithm>

namespace maple::calendar {
namespace {

// No session is planned to take longer; what begins earlier than so long before is over.
constexpr std::int64_t longest_seconds = 24 * 60 * 60;

constexpr std::string_view party_prefix = "party/";

// New, moved, or it takes something that it did not take before. One that merely awaits its session
// again, since the dispute is mediated again, refuses nobody's deed: the calendar shows both.
bool claims_more(Booking const& now, std::vector<Booking> const& before)
{
    if (!now.holds) return false;
    auto const known = std::find_if(before.begin(), before.end(), [&](Booking const& b) { return b.session == now.session; });
    if (known == before.end() || known->from_at != now.from_at || known->to_at != now.to_at) return true;
    return !std::includes(known->takes.begin(), known->takes.end(), now.takes.begin(), now.takes.end());
}

void claim(sql::Session& sql, Booking const& one)
{
    auto const what = things(sql, one);
    wait_for_turn(sql, what);
    if (!taken(sql, what, one.from_at, one.to_at, one.session).empty()) throw Refused(refuse(Because::conflict, "booking.taken"));
}

}  // namespace

std::string of_place(Key place) { return "place/" + shown(place); }
std::string of_person(Key person) { return "person/" + shown(person); }
std::string of_party(Key party) { return std::string(party_prefix) + shown(party); }
std::string of_identity(std::string_view blind) { return "identity/" + std::string(blind); }

std::vector<std::string> things(sql::Session& sql, Booking const& one)
{
    auto all = one.takes;
    if (!one.holds) return all;
    for (auto const& thing : one.takes) {
        if (!thing.starts_with(party_prefix)) continue;
        auto const party = key_from_shown(std::string_view(thing).substr(party_prefix.size()));
        for (auto const& blind : sql::column<std::string>(sql, "SELECT blind FROM identity WHERE party = $1", party.value_or(Key{})))
            all.push_back(of_identity(blind));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::vector<BookedRow> rows_of(sql::Session& sql, std::vector<Booking> const& bookings)
{
    std::vector<BookedRow> rows;
    for (auto const& one : bookings)
        for (auto& thing : things(sql, one)) rows.push_back({std::move(thing), one.session, one.dispute, one.from_at, one.to_at, one.holds});
    std::sort(rows.begin(), rows.end());
    return rows;
}

// In one order for everybody, so that no two wait for each other. Whoever changes a row keeps
// others from it until the end of the transaction; on SQLite there is one writer anyway.
void wait_for_turn(sql::Session& sql, std::vector<std::string> things)
{
    std::sort(things.begin(), things.end());
    things.erase(std::unique(things.begin(), things.end()), things.end());
    for (auto const& thing : things)
        sql::change(sql, R"(
            INSERT INTO bookable (thing, turns) VALUES ($1, 1)
                ON CONFLICT (thing) DO UPDATE SET turns = bookable.turns + 1)", thing);
}

std::vector<BookedRow> taken(sql::Session& sql, std::vector<std::string> const& things, Instant from, Instant to, Key but_session)
{
    std::vector<BookedRow> all;
    for (auto const& thing : things)
        for (auto& row : sql::all<BookedRow>(sql, R"(
                SELECT thing, session, dispute, from_at, to_at, holds FROM booked
                 WHERE thing = $1 AND from_at < $2 AND from_at > $3 AND to_at > $4 AND holds = 1 AND session <> $5
                 ORDER BY from_at, session)", thing, to, plus_seconds(from, -longest_seconds), from, but_session))
            all.push_back(std::move(row));
    return all;
}

void write_bookings(sql::Session& sql, Key dispute, std::vector<Booking> const& before, std::vector<Booking> const& now)
{
    sql::change(sql, "DELETE FROM booked WHERE dispute = $1", dispute);
    sql::change(sql, "DELETE FROM booking WHERE dispute = $1", dispute);
    // What stays as it is comes first, so that two sessions of one dispute meet here, too.
    for (bool const claiming : {false, true})
        for (auto const& one : now) {
            if (claims_more(one, before) != claiming) continue;
            if (claiming) claim(sql, one);
            sql::insert(sql, "booking", BookingRow{one.session, one.dispute, one.place, one.from_at, one.to_at, one.holds});
            for (auto& row : rows_of(sql, {one})) sql::insert(sql, "booked", std::move(row));
        }
}

}  // namespace maple::calendar
