#include "calendar/places.hpp"
#include "calendar/bookings.hpp"
#include "registry/roll.hpp"
#include "registry/sorting.hpp"
#include "storage/insert.hpp"

namespace maple::calendar {
namespace {

constexpr std::string_view kind = "place";

Place read_place(PlaceRow const& row)
{
    auto place = from_record<Place>(row.state);
    place.name.text = row.name;
    return place;
}

Refusal unknown() { return refuse(Because::not_found, "place.unknown"); }

void put_back(Sheet& sheet, std::string const& name) { sheet.put_back(kind, row_of(*sheet, name)); }

std::int64_t sessions_planned(Desk& desk, Key place)
{
    return sql::cell<std::int64_t>(desk.sql, R"(
        SELECT count(*) FROM booked WHERE thing = $1 AND to_at > $2 AND holds = 1)", of_place(place), desk.now).value_or(0);
}

Place named(Place place, std::string const& name)
{
    place.name.text = name;
    return place;
}

void sort(std::vector<Place>& places)
{
    registry::sort_by_name(places, [](Place const& one) { return *one.name.text; });
}

}  // namespace

PlaceRow row_of(Place const& place, std::string name)
{
    return {place.id, place.version, place.organisation, std::move(name), place.closed_at, record_text(place)};
}

std::optional<Place> find_place(Desk& desk, Key id)
{
    auto const row = sql::one<PlaceRow>(desk.sql, "SELECT * FROM place WHERE id = $1", id);
    if (!row) return std::nullopt;
    return read_place(*row);
}

Place place(Desk& desk, Key id)
{
    auto found = find_place(desk, id);
    if (!found) throw Refused(unknown());
    return std::move(*found);
}

std::vector<Place> places_of(Desk& desk, Key organisation)
{
    std::vector<Place> all;
    for (auto const& row : sql::all<PlaceRow>(desk.sql, "SELECT * FROM place WHERE organisation = $1 AND closed_at IS NULL ORDER BY id", organisation))
        all.push_back(read_place(row));
    sort(all);
    return all;
}

std::vector<Place> places(Desk& desk, std::vector<Key> const& keys)
{
    std::vector<Place> all;
    for (auto const key : keys)
        if (auto one = find_place(desk, key)) all.push_back(std::move(*one));
    return all;
}

// Whoever was merged is closed and stands below its successor.
registry::Organisation keeper_of(Desk& desk, Place const& place)
{
    auto office = registry::organisation(desk, place.organisation);
    while (office.closed_at && office.parent) office = registry::organisation(desk, *office.parent);
    return office;
}

bool open_to(Desk& desk, Place const& place, std::string_view path)
{
    if (place.closed_at) return false;
    return place.shared || access::lies_in(path, keeper_of(desk, place).path);
}

std::vector<Place> places_for(Desk& desk, registry::Organisation const& office)
{
    std::vector<Place> own, others;
    for (auto const& row : sql::all<PlaceRow>(desk.sql, "SELECT * FROM place WHERE closed_at IS NULL ORDER BY id")) {
        auto one = read_place(row);
        if (!open_to(desk, one, office.path)) continue;
        bool const mine = keeper_of(desk, one).id == office.id;
        (mine ? own : others).push_back(std::move(one));
    }
    sort(own);
    sort(others);
    own.insert(own.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    return own;
}

Place open_new_place(Desk& desk, NewPlace const& wanted)
{
    Place fresh;
    fresh.id = new_key();
    Sheet sheet(desk, kind, fresh);
    auto const name = sheet.keep("place.name", wanted.name);
    sheet.record(open_place({wanted.organisation, name, wanted.seats, wanted.hours, wanted.accessible, wanted.shared}).value());
    put_back(sheet, wanted.name);
    return named(*sheet, wanted.name);
}

Place change_this_place(Desk& desk, Key id, NewPlace const& wanted)
{
    Sheet sheet(desk, kind, place(desk, id));
    auto const name = sheet.keep("place.name", wanted.name);
    sheet.record(change_place(*sheet, {name, wanted.seats, wanted.hours, wanted.accessible, wanted.shared}).value());
    put_back(sheet, wanted.name);
    return named(*sheet, wanted.name);
}

// Nobody books it while it closes.
void close_this_place(Desk& desk, Key id)
{
    wait_for_turn(desk.sql, {of_place(id)});
    auto const known = place(desk, id);
    Sheet sheet(desk, kind, known);
    sheet.record(close_place(known, sessions_planned(desk, id)).value());
    put_back(sheet, *known.name.text);
}

}  // namespace maple::calendar
