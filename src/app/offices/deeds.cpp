#include "access/rules.hpp"
#include "app/offices/moving.hpp"
#include "app/offices/offices.hpp"
#include "registry/roll.hpp"
#include "registry/view.hpp"

namespace maple::app {
namespace {

using access::Right;
using registry::OrganisationView;

registry::Organisation kept(Desk& desk, Key id)
{
    auto one = registry::organisation(desk, id);
    if (!access::may_in(desk.caller, Right::keep_organisations, one.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return one;
}

// The other organisation of a deed, which a form names.
registry::Organisation kept_field(Desk& desk, Key id, char const* at)
{
    if (!registry::find_organisation(desk, id)) throw Refused(refuse_field(at, "unknown_organisation"));
    return kept(desk, id);
}

OrganisationView again(Desk& desk, Key id) { return registry::seen(desk, registry::organisation(desk, id)); }

struct MoveForm {
    Key organisation{};
    Key parent{};
    Line reason;
};
BOOST_DESCRIBE_STRUCT(MoveForm, (), (organisation, parent, reason))

OrganisationView moved(Desk& desk, MoveForm const& form)
{
    auto const what = kept(desk, form.organisation);
    move(desk, what, kept_field(desk, form.parent, "/parent"), form.reason.str());
    return again(desk, what.id);
}

struct MergeForm {
    Key organisation{};
    Key into{};
    Line reason;
};
BOOST_DESCRIBE_STRUCT(MergeForm, (), (organisation, into, reason))

OrganisationView merged(Desk& desk, MergeForm const& form)
{
    auto const what = kept(desk, form.organisation);
    merge(desk, what, kept_field(desk, form.into, "/into"), form.reason.str());
    return again(desk, what.id);
}

struct CloseForm {
    Key organisation{};
    Line reason;
};
BOOST_DESCRIBE_STRUCT(CloseForm, (), (organisation, reason))

OrganisationView closed(Desk& desk, CloseForm const& form)
{
    close(desk, kept(desk, form.organisation), form.reason.str());
    return again(desk, form.organisation);
}

}  // namespace

api::Room offices_room()
{
    using enum api::Verb;
    api::Room room{"offices",
                   {
                       {put, "/organisations/{organisation}/parent", Right::keep_organisations, moved,
                        "Moves an organisation, with all below it, to another place in the tree."},
                       {post, "/organisations/{organisation}/merger", Right::keep_organisations, merged,
                        "Merges an organisation into another, which goes on with its people and its open disputes."},
                       {post, "/organisations/{organisation}/closing", Right::keep_organisations, closed,
                        "Closes an organisation that has nothing in hand; what it has done stays."},
                   }};
    for (auto* part : {overview_routes, history_routes, number_routes})
        for (auto& route : part()) room.routes.push_back(std::move(route));
    return room;
}

}  // namespace maple::app
