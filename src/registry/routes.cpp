#include "registry/routes.hpp"
#include "access/rules.hpp"
#include "api/words.hpp"
#include "registry/keep.hpp"
#include "registry/phone.hpp"
#include "registry/places.hpp"
#include "registry/roll.hpp"
#include "registry/view.hpp"

namespace maple::registry {
namespace {

using access::Right;

std::vector<std::string> split(std::string_view line)
{
    std::vector<std::string> parts;
    while (!line.empty()) {
        auto const comma = line.find(',');
        parts.emplace_back(line.substr(0, comma));
        line = comma == line.npos ? std::string_view{} : line.substr(comma + 1);
    }
    return parts;
}

template <class T> std::string joined(std::vector<T> const& parts)
{
    std::string line;
    for (auto const& one : parts) line += (line.empty() ? "" : ",") + std::string(one);
    return line;
}

// --- Reading ---------------------------------------------------------------------------

struct DivisionList {
    std::vector<Division> divisions;
};
BOOST_DESCRIBE_STRUCT(DivisionList, (), (divisions))

DivisionList list_divisions(Desk& desk, api::Nothing const&) { return {divisions(desk)}; }

struct OrganisationList {
    std::vector<OrganisationView> organisations;
};
BOOST_DESCRIBE_STRUCT(OrganisationList, (), (organisations))

struct WhichOrganisations {
    std::optional<Key> below;
    std::optional<OrganisationKind> kind;
    std::optional<Text<1, 12>> division;
};
BOOST_DESCRIBE_STRUCT(WhichOrganisations, (), (below, kind, division))

void must_be_division(Desk& desk, std::string const& code)
{
    if (!division(desk, code)) throw Refused(refuse_field("/division", "unknown_division"));
}

OrganisationList list_organisations(Desk& desk, WhichOrganisations const& which)
{
    if (which.division) must_be_division(desk, *which.division);
    OrganisationList list;
    auto const scope = which.below ? organisation(desk, *which.below).path : std::string("/");
    for (auto const& one : all_organisations(desk, scope)) {
        if (which.kind && one.kind != *which.kind) continue;
        if (which.division && !one.division.starts_with(which.division->str())) continue;
        list.organisations.push_back(seen(desk, one));
    }
    return list;
}

struct WhichCommittees {
    std::optional<Text<4, 12>> division;
};
BOOST_DESCRIBE_STRUCT(WhichCommittees, (), (division))

OrganisationList list_committees(Desk& desk, WhichCommittees const& which)
{
    if (which.division) must_be_division(desk, *which.division);
    OrganisationList list;
    for (auto const& one : all_organisations(desk)) {
        if (!is_committee(one.kind)) continue;
        if (which.division && !one.division.starts_with(which.division->str())) continue;
        list.organisations.push_back(seen(desk, one));
    }
    return list;
}

struct OneOrganisation {
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(OneOrganisation, (), (organisation))

OrganisationView show_organisation(Desk& desk, OneOrganisation const& which)
{
    return seen(desk, organisation(desk, which.organisation));
}

struct MediatorView {
    Key id{};
    std::string name, phone;
    std::vector<std::string> languages, skills;
    bool certificate_valid = false;
    std::optional<Date> certificate_until;
    std::int64_t load = 0;
};
BOOST_DESCRIBE_STRUCT(MediatorView, (), (id, name, phone, languages, skills, certificate_valid, certificate_until, load))

struct MediatorList {
    std::vector<MediatorView> mediators;
};
BOOST_DESCRIBE_STRUCT(MediatorList, (), (mediators))

struct LoadRow {
    Key mediator{};
    std::int64_t load = 0;
};
BOOST_DESCRIBE_STRUCT(LoadRow, (), (mediator, load))

// Disputes on each mediator's hands: accepted and not concluded.
std::map<Key, std::int64_t> loads_in(Desk& desk, Key organisation)
{
    std::map<Key, std::int64_t> loads;
    for (auto const& row : sql::all<LoadRow>(desk.sql, R"(
            SELECT dispute.mediator AS mediator, count(*) AS load
              FROM person JOIN dispute ON dispute.mediator = person.id
             WHERE person.organisation = $1 AND dispute.stage IN ('accepted', 'inviting', 'diverted', 'mediating')
             GROUP BY dispute.mediator)", organisation))
        loads[row.mediator] = row.load;
    return loads;
}

MediatorList list_mediators(Desk& desk, OneOrganisation const& which)
{
    organisation(desk, which.organisation);
    auto loads = loads_in(desk, which.organisation);
    auto const today = date_in_beijing(desk.now);
    MediatorList list;
    for (auto const& one : mediators_of(desk, which.organisation))
        list.mediators.push_back({one.id, one.name, phone_of(desk, one), split(one.languages), split(one.skills), certificate_valid(one, today),
                                  one.certificate_until, loads[one.id]});
    return list;
}

// --- Registering -----------------------------------------------------------------------

void must_administer(Desk& desk, Organisation const& organisation)
{
    if (!access::may_in(desk.caller, Right::administer, organisation.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
}

// The organisation that a form names, in the administrator's own scope and open.
Organisation named_organisation(Desk& desk, Key id, std::string const& at)
{
    auto const found = find_organisation(desk, id);
    if (!found) throw Refused(refuse_field(at, "unknown_organisation"));
    must_administer(desk, *found);
    if (found->closed_at) throw Refused(refuse_field(at, "organisation_closed"));
    return *found;
}

struct OrganisationForm {
    Key parent{};
    OrganisationKind kind{};
    Level level{};
    Name name;
    OptionalLine name_en;
    Text<0, 12> short_name;
    Text<4, 12> division;
    Text<0, 20> phone;
    OptionalLine address;
    OptionalLine hours;
    bool has_seal = false;
};
BOOST_DESCRIBE_STRUCT(OrganisationForm, (), (parent, kind, level, name, name_en, short_name, division, phone, address, hours, has_seal))

OrganisationView open_organisation(Desk& desk, OrganisationForm const& form)
{
    auto const above = find_organisation(desk, form.parent);
    if (!above) throw Refused(refuse_field("/parent", "unknown_organisation"));
    if (!access::may_in(desk.caller, Right::keep_organisations, above->path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    if (above->closed_at) throw Refused(refuse_field("/parent", "organisation_closed"));
    may_stand_below(form.kind, *above).value();
    may_have_seal(form.kind, form.has_seal).value();
    auto const place = roll_code(form.division.str());
    if (!division(desk, place)) throw Refused(refuse_field("/division", "unknown_division"));
    if (!fits(form.level, place))
        throw Refused(refuse_field("/division", "division_of_another_level",
                                   {{"level", std::string("@level.") + boost::describe::enum_to_string(form.level, "?")},
                                    {"digits", std::to_string(digits_of(form.level))}}));
    Registrar registrar(desk);
    auto const opened = registrar.add(NewOrganisation{{}, form.parent, form.kind, form.level, form.name, form.name_en, form.short_name,
                                                      place, form.phone, form.address, form.hours, form.has_seal});
    registrar.write();
    return seen(desk, opened);
}

struct PersonForm {
    Key organisation{};
    Name name;
    Text<0, 20> phone;
    std::vector<Text<1, 8>> languages;
    std::vector<Text<1, 40>> skills;
    std::vector<Service> serves_as;
    Text<0, 40> certificate;
    std::optional<Date> certificate_until;
};
BOOST_DESCRIBE_STRUCT(PersonForm, (), (organisation, name, phone, languages, skills, serves_as, certificate, certificate_until))

struct PersonView {
    Key id{};
    Key organisation{};
    std::string organisation_name, name, phone;
    std::vector<std::string> languages, skills;
    std::string certificate;
    std::optional<Date> certificate_until;
    std::optional<Instant> left_at;
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, organisation, organisation_name, name, phone, languages, skills, certificate,
                                       certificate_until, left_at))

PersonView seen(Desk& desk, Person const& p)
{
    return {p.id, p.organisation, called(desk, organisation(desk, p.organisation)), p.name, phone_of(desk, p), split(p.languages), split(p.skills),
            p.certificate, p.certificate_until, p.left_at};
}

PersonView register_person(Desk& desk, PersonForm const& form)
{
    named_organisation(desk, form.organisation, "/organisation");
    for (std::size_t i = 0; i < form.skills.size(); ++i)
        if (!desk.book().kind(form.skills[i].str())) throw Refused(refuse_field("/skills/" + std::to_string(i), "unknown_kind"));
    if (form.serves_as.empty()) throw Refused(refuse_field("/serves_as", "service_needed"));
    Registrar registrar(desk);
    auto const person = registrar.add(NewPerson{{}, form.organisation, form.name, form.phone, joined(form.languages), joined(form.skills),
                                                form.serves_as, form.certificate, form.certificate_until});
    registrar.write();
    return seen(desk, person);
}

struct PersonList {
    std::vector<PersonView> people;
};
BOOST_DESCRIBE_STRUCT(PersonList, (), (people))

PersonList list_people(Desk& desk, OneOrganisation const& which)
{
    must_administer(desk, organisation(desk, which.organisation));
    PersonList list;
    for (auto const& one : people_of(desk, which.organisation)) list.people.push_back(seen(desk, one));
    return list;
}

struct OnePerson {
    Key person{};
};
BOOST_DESCRIBE_STRUCT(OnePerson, (), (person))

PersonView end_service(Desk& desk, OnePerson const& which)
{
    must_administer(desk, organisation(desk, person(desk, which.person).organisation));
    leave_service(desk, which.person);
    return seen(desk, person(desk, which.person));
}

}  // namespace

std::vector<api::Route> roll_routes()
{
    using enum api::Verb;
    return {
        {get, "/divisions", Right::anyone, list_divisions, "The divisions of the city with their official codes."},
        {get, "/committees", Right::anyone, list_committees, "Where people can go: the committees, rooms and centres of a place."},
        {get, "/organisations", Right::signed_in, list_organisations, "Open organisations, by place in the tree, kind or division."},
        {get, "/organisations/{organisation}", Right::signed_in, show_organisation, "One organisation."},
        {get, "/organisations/{organisation}/mediators", Right::signed_in, list_mediators,
         "The mediators who serve there now, with the disputes on their hands."},
        {get, "/organisations/{organisation}/people", Right::administer, list_people, "Everybody who serves there now."},
        {post, "/organisations", Right::keep_organisations, open_organisation, "Opens an organisation below another."},
        {post, "/people", Right::administer, register_person, "Registers a person who serves at an organisation."},
        {post, "/people/{person}/departure", Right::administer, end_service, "Ends a person's service and suspends the accounts."},
    };
}

api::Room registry_room()
{
    api::Room room{"registry", roll_routes()};
    for (auto* part : {standing_routes, session_routes, account_routes, door_routes})
        for (auto& route : part()) room.routes.push_back(std::move(route));
    return room;
}

}  // namespace maple::registry
