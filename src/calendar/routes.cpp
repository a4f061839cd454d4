// Places are kept by the director of their organisation, and seen by everybody on the staff.
#include "calendar/routes.hpp"
#include "registry/roll.hpp"

namespace maple::calendar {
namespace {

using access::Right;

bool may_keep(Desk& desk, registry::Organisation const& office) { return access::may_in(desk.caller, Right::keep_places, office.path); }

registry::Organisation kept_office(Desk& desk, Key id)
{
    auto office = registry::organisation(desk, id);
    if (!may_keep(desk, office)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    if (office.closed_at) throw Refused(refuse(Because::forbidden_by, "organisation.closed"));
    return office;
}

struct AskPlaces {
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(AskPlaces, (), (organisation))

PlaceList list(Desk& desk, AskPlaces const& ask)
{
    auto const office = registry::organisation(desk, ask.organisation);
    PlaceList out;
    for (auto const& one : places_of(desk, office.id)) out.places.push_back(seen(desk, one));
    out.usual = usual_hours(desk.book().planning);
    out.may_keep = !office.closed_at && may_keep(desk, office);
    return out;
}

struct PlaceForm {
    Key organisation{};
    Text<1, 60> name;
    std::int64_t seats = 0;
    Hours hours;
    bool accessible = false;
    bool shared = false;
};
BOOST_DESCRIBE_STRUCT(PlaceForm, (), (organisation, name, seats, hours, accessible, shared))

PlaceView open(Desk& desk, PlaceForm const& form)
{
    auto const office = kept_office(desk, form.organisation);
    return seen(desk, open_new_place(desk, {office.id, form.name.str(), form.seats, form.hours, form.accessible, form.shared}));
}

// One that the caller keeps, at the version that he has seen.
Place mine(Desk& desk, Key id)
{
    auto known = place(desk, id);
    if (!may_keep(desk, keeper_of(desk, known))) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    if (desk.if_match && *desk.if_match != known.version)
        throw Refused(refuse(Because::stale, "stale", {{"seen", std::to_string(*desk.if_match)}, {"now", std::to_string(known.version)}}));
    return known;
}

struct ChangeForm {
    Key place{};
    Text<1, 60> name;
    std::int64_t seats = 0;
    Hours hours;
    bool accessible = false;
    bool shared = false;
};
BOOST_DESCRIBE_STRUCT(ChangeForm, (), (place, name, seats, hours, accessible, shared))

PlaceView change(Desk& desk, ChangeForm const& form)
{
    auto const known = mine(desk, form.place);
    return seen(desk, change_this_place(desk, known.id, {known.organisation, form.name.str(), form.seats, form.hours, form.accessible, form.shared}));
}

struct One {
    Key place{};
};
BOOST_DESCRIBE_STRUCT(One, (), (place))

api::Nothing close(Desk& desk, One const& ask)
{
    close_this_place(desk, mine(desk, ask.place).id);
    desk.etag.reset();
    return {};
}

}  // namespace

PlaceView seen(Desk& desk, Place const& one)
{
    auto const office = keeper_of(desk, one);
    return {one.id, one.version, text_of(one.name), office.id, registry::called(desk, office), one.seats, one.hours, one.accessible,
            one.shared, !one.closed_at && may_keep(desk, office)};
}

api::Room room()
{
    using enum api::Verb;
    return {"calendar",
            {
                {get, "/organisations/{organisation}/places", Right::see_people, list,
                 "The rooms of an organisation where sessions are held, with their seats and opening hours."},
                {post, "/organisations/{organisation}/places", Right::keep_places, open, "Open a place where sessions are held."},
                {put, "/places/{place}", Right::keep_places, change, "Change the name, the seats or the hours of a place."},
                {del, "/places/{place}", Right::keep_places, close, "Close a place; refused while sessions are planned there."},
            }};
}

}  // namespace maple::calendar
