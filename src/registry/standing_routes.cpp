// What an organisation is by law and how it is found: described and changed where it stands.
#include "access/rules.hpp"
#include "registry/roll.hpp"
#include "registry/routes.hpp"
#include "registry/view.hpp"

namespace maple::registry {
namespace {

using access::Right;

// The organisation, where the caller keeps organisations; open, or refused.
Organisation kept(Desk& desk, Key id)
{
    auto one = organisation(desk, id);
    if (!access::may_in(desk.caller, Right::keep_organisations, one.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    if (one.closed_at) throw Refused(refuse(Because::forbidden_by, "organisation.closed"));
    return one;
}

struct ParticularsForm {
    Key organisation{};
    Name name;
    OptionalLine name_en;
    Text<0, 12> short_name;
    Text<4, 12> division;
    Text<0, 20> phone;
    OptionalLine address;
    OptionalLine hours;
    bool has_seal = false;
    Line reason;
};
BOOST_DESCRIBE_STRUCT(ParticularsForm, (), (organisation, name, name_en, short_name, division, phone, address, hours, has_seal, reason))

OrganisationView change(Desk& desk, ParticularsForm const& form)
{
    auto const one = kept(desk, form.organisation);
    if (!division(desk, form.division.str())) throw Refused(refuse_field("/division", "unknown_division"));
    may_have_seal(one.kind, form.has_seal).value();
    change_organisation(desk, one.id, {form.name, form.name_en, form.short_name, form.division, form.phone, form.address, form.hours, form.has_seal},
                        form.reason.str());
    return seen(desk, organisation(desk, one.id));
}

struct StandingForm {
    Key organisation{};
    Basis basis{};
    OptionalLine host;
    std::optional<Key> seated_at;
    Text<0, 40> sector;
    Text<0, 80> contact;
    OptionalLine seal_words;
    std::optional<Date> set_up_on;
};
BOOST_DESCRIBE_STRUCT(StandingForm, (), (organisation, basis, host, seated_at, sector, contact, seal_words, set_up_on))

StandingView describe(Desk& desk, StandingForm const& form)
{
    auto const one = kept(desk, form.organisation);
    may_rest_on(one.kind, form.basis).value();
    if (!form.sector.empty() && !desk.book().choice("sector", form.sector.str())) throw Refused(refuse_field("/sector", "not_in_the_book"));
    if (!form.sector.empty() && one.kind != OrganisationKind::social_committee) throw Refused(refuse_field("/sector", "only_for_a_sector_committee"));
    if (form.seated_at && one.kind != OrganisationKind::stationed_room) throw Refused(refuse_field("/seated_at", "only_for_a_stationed_room"));
    if (form.seated_at && !find_organisation(desk, *form.seated_at)) throw Refused(refuse_field("/seated_at", "unknown_organisation"));
    if (!form.seal_words.empty() && !one.has_seal) throw Refused(refuse_field("/seal_words", "has_no_seal"));
    if (form.set_up_on && *form.set_up_on > date_in_beijing(desk.now)) throw Refused(refuse_field("/set_up_on", "in_the_future"));
    set_standing(desk, {one.id, form.basis, form.host, form.seated_at, form.sector, form.contact, form.seal_words, form.set_up_on});
    return standing_view(desk, one);
}

}  // namespace

std::vector<api::Route> standing_routes()
{
    using enum api::Verb;
    return {
        {put, "/organisations/{organisation}/particulars", Right::keep_organisations, change,
         "Name, place, phone, address, hours and seal change; what was before stays in its history."},
        {put, "/organisations/{organisation}/standing", Right::keep_organisations, describe,
         "The legal basis, the host, the trade, the contact and the seal of an organisation."},
    };
}

}  // namespace maple::registry
