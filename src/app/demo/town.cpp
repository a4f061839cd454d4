#include "app/demo/town.hpp"
#include "registry/standing.hpp"

#include <algorithm>
#include <cstdio>

namespace maple::app::demo {
namespace {

using registry::OrganisationKind;
using registry::Service;

bool of_community(OrganisationKind kind)
{
    return kind == OrganisationKind::community_committee || kind == OrganisationKind::village_committee;
}

bool of_street(OrganisationKind kind)
{
    return kind == OrganisationKind::subdistrict_committee || kind == OrganisationKind::township_committee;
}

access::Role role_of(std::string const& word)
{
    access::Role role{};
    if (!boost::describe::enum_from_string(word.c_str(), role)) throw std::runtime_error("the demo knows no role \"" + word + "\"");
    return role;
}

Service service_of(std::string const& role)
{
    if (role == "mediator") return Service::mediator;
    if (role == "informant") return Service::informant;
    if (role == "agency_officer") return Service::officer;
    return Service::staff;
}

std::string tongues(Dice& dice, PersonName const& person)
{
    if (!person.tradition->dotted) return dice.chance(4) ? "zh,ug" : "zh";
    return person.tradition->key == "kazakh" ? "zh,kk" : "zh,ug";
}

// Desks number what they accept; the list names short names of committees only.
std::string short_name(OrganisationEntry const& entry)
{
    if (!entry.short_name.empty()) return entry.short_name;
    std::string_view ending = entry.kind == OrganisationKind::judicial_office ? "司" : entry.kind == OrganisationKind::resolution_centre ? "中" : "";
    if (ending.empty()) return "";
    for (auto const& one : stock().organisations)
        if (of_street(one.kind) && one.division == entry.division) return one.short_name + std::string(ending);
    return "";
}

// Invented numbers: no line of Karamay begins like these, and no mobile number has four noughts there.
std::string office_line(int n)
{
    char text[16];
    std::snprintf(text, sizeof text, "0990-2000%03d", n % 1000);
    return text;
}

std::string work_phone(int n)
{
    char text[16];
    std::snprintf(text, sizeof text, "1370000%04d", n % 10000);
    return text;
}

// Bureaus answer on the public legal service line, everybody else on a line of the office.
bool on_the_hotline(OrganisationKind kind) { return kind == OrganisationKind::justice_bureau; }

registry::NewOrganisation opened(OrganisationEntry const& entry, std::optional<Key> parent, int nth)
{
    registry::NewOrganisation o;
    o.parent = parent;
    o.kind = entry.kind;
    o.level = entry.level;
    o.name = entry.name;
    o.name_en = entry.name_en;
    o.short_name = short_name(entry);
    o.division = entry.division;
    o.phone = on_the_hotline(entry.kind) ? stock().hotline : office_line(nth);
    o.hours = stock().hours;
    o.has_seal = entry.seal;
    return o;
}

}  // namespace

std::string username_of_face(std::string_view key) { return "demo." + std::string(key); }

Town::Town(Desk& desk, Dice& dice, CitySize const& size) : desk_(desk), dice_(dice), size_(size)
{
    registry::keep_divisions(desk, official_divisions());
    registry::Registrar registrar(desk);
    open_offices(registrar);
    seat_faces(registrar);
    for (auto const& entry : stock().organisations) staff(registrar, offices_.find(entry.key)->second);
    form_team(registrar);
    registrar.write();
    for (auto const& entry : stock().organisations) describe(offices_.find(entry.key)->second);
}

void Town::open_offices(registry::Registrar& registrar)
{
    for (auto const& entry : stock().organisations) {
        auto const parent = entry.parent.empty() ? std::nullopt : std::optional(office(entry.parent).id);
        auto const opened_now = registrar.add(opened(entry, parent, int(offices_.size()) + 1));
        Office one;
        one.id = opened_now.id;
        one.path = opened_now.path;
        one.entry = &entry;
        offices_.emplace(entry.key, std::move(one));
        if (!of_community(entry.kind)) continue;
        by_division_[entry.division] = entry.key;
        places_in_[entry.division.substr(0, 9)].push_back(entry.division);
    }
}

void Town::seat_faces(registry::Registrar& registrar)
{
    for (auto const* list : {&stock().faces, &stock().extras})
        for (auto const& face : *list) {
            if (face.grants.empty()) continue;
            auto const service = service_of(face.grants.front().role);
            auto server = enter(registrar, office(face.organisation), service, face.name, face.languages.empty() ? "zh" : face.languages,
                                service == Service::mediator || service == Service::informant);
            server.woman = face.sex == "female";
            open_account(registrar, server, username_of_face(face.key), face.grants);
            faces_.emplace(face.key, std::move(server));
        }
}

Server Town::enter(registry::Registrar& registrar, Office const& at, Service service, std::string name, std::string languages, bool certified)
{
    registry::NewPerson person;
    person.organisation = at.id;
    person.name = std::move(name);
    person.languages = std::move(languages);
    if (service != Service::informant) person.phone = work_phone(++phones_);
    person.serves_as = {service};
    if (certified) {
        char number[32];
        std::snprintf(number, sizeof number, "%s证%05d", service == Service::mediator ? "调" : "信", ++certificates_);
        person.certificate = number;
        person.certificate_until = plus_days(date_in_beijing(desk_.now), int(dice_.between(430, 1095)));
    }
    if (service == Service::mediator) {
        auto const& kinds = desk_.book().kinds;
        auto const first = dice_.pick(kinds).key, second = dice_.pick(kinds).key;
        person.skills = first == second ? first : first + "," + second;
    }
    return {registrar.add(person).id, person.name, person.languages, {}, at.id};
}

Server Town::enter_any(registry::Registrar& registrar, Office const& at, Service service, bool certified, std::string_view sex)
{
    for (;;) {
        auto const person = make_person(dice_, sex);
        if (!names_.insert(person.full()).second && dice_.chance(90)) continue;  // namesakes are rare
        auto server = enter(registrar, at, service, person.full(), tongues(dice_, person), certified);
        server.woman = !person.male;
        server.minority = person.tradition->key != "han";
        return server;
    }
}

void Town::open_account(registry::Registrar& registrar, Server& server, std::string const& username, std::vector<FaceGrant> const& grants)
{
    registry::NewAccount account;
    account.person = server.person;
    account.username = username;
    for (auto const& grant : grants) {
        auto const& at = office(grant.organisation);
        account.grants.push_back({role_of(grant.role), at.id});
        server.caller.grants.push_back({role_of(grant.role), at.id, at.path});
    }
    server.caller.account = registrar.add(account);
    server.caller.person = server.person;
}

Server const* Town::face_with(std::string_view role, std::string const& at) const
{
    for (auto const* list : {&stock().faces, &stock().extras})
        for (auto const& face : *list)
            for (auto const& grant : face.grants)
                if (grant.role == role && grant.organisation == at) return &faces_.find(face.key)->second;
    return nullptr;
}

void Town::staff(registry::Registrar& registrar, Office& at)
{
    auto const& entry = *at.entry;
    auto const named = [&] { return "demo.a" + std::to_string(++accounts_); };
    auto const serve = [&](std::vector<Server>& where, int wanted, Service service, std::string const& role) {
        if (auto const* face = face_with(role, entry.key)) where.push_back(*face);
        int const n = size_.everybody || entry.key == stock().team_committee ? wanted : std::min(wanted, 3);
        while (int(where.size()) < n) {
            // No committee without a woman (PML art. 8).
            bool const last = int(where.size()) + 1 == n;
            bool const women = std::any_of(where.begin(), where.end(), [](Server const& one) { return one.woman; });
            where.push_back(enter_any(registrar, at, service, true, last && !women && service == Service::mediator ? "female" : ""));
            std::vector<FaceGrant> grants{{role, entry.key}};
            // The first mediator of a committee also directs it, unless somebody else does.
            if (service == Service::mediator && where.size() == 1 && !face_with("director", entry.key)) grants.push_back({"director", entry.key});
            open_account(registrar, where.back(), named(), grants);
        }
    };
    serve(at.mediators, entry.mediators, Service::mediator, "mediator");
    serve(at.informants, entry.informants, Service::informant, "informant");
    auto const one = [&](std::string const& role, Service service) {
        if (auto const* face = face_with(role, entry.key)) return *face;
        auto server = enter_any(registrar, at, service, false);
        open_account(registrar, server, named(), {{role, entry.key}});
        return server;
    };
    if (entry.kind == OrganisationKind::judicial_office) at.clerk = one("desk_clerk", Service::staff);
    if (entry.kind == OrganisationKind::resolution_centre) at.clerk = office(entry.parent).clerk;
    if (registry::is_agency(entry.kind)) at.officer = one("agency_officer", Service::officer);
    if (!registry::is_committee(entry.kind)) return;
    if (auto const* face = face_with("director", entry.key)) at.director = *face;
    else if (!registry::stands_alone(entry.kind)) at.director = office(entry.parent).director;
    else if (!at.mediators.empty()) at.director = at.mediators.front();
}

void Town::form_team(registry::Registrar& registrar)
{
    auto const& home = office(stock().team_committee);
    registry::NewTeam team;
    team.organisation = home.id;
    team.name = stock().team_name;
    team.name_en = stock().team_name_en;
    team_ = home.mediators;
    for (auto const& one : team_) team.members.push_back({one.person, one.person == face("mediator").person});
    team_key_ = registrar.add(team);
}

// Who set a committee up; of the others what the list says.
void Town::describe(Office const& at)
{
    auto const& entry = *at.entry;
    registry::Standing standing;
    standing.organisation = at.id;
    standing.basis = registry::usual_basis(entry.kind);
    standing.host = entry.host;
    standing.sector = entry.sector;
    if (!entry.seated_at.empty()) standing.seated_at = office(entry.seated_at).id;
    if (of_community(entry.kind)) standing.host = entry.place + (entry.kind == OrganisationKind::village_committee ? "村民委员会" : "居民委员会");
    if (!standing.host.empty() || !standing.sector.empty() || standing.seated_at) registry::set_standing(desk_, standing);
}

Office const& Town::office(std::string_view key) const
{
    auto const found = offices_.find(key);
    if (found == offices_.end()) throw std::runtime_error("the demo has no organisation " + std::string(key));
    return found->second;
}

Office const& Town::committee_of(std::string_view place) const { return office(by_division_.at(std::string(place))); }

Office const& Town::desk_of(std::string_view place) const
{
    auto const street = std::string(place.substr(0, 9));
    for (auto const& [key, one] : offices_)
        if (one.entry->kind == OrganisationKind::resolution_centre && one.entry->division == street) return one;
    return office("office_" + street);
}

Office const* Town::agency_of(OrganisationKind kind, std::string_view place) const
{
    for (auto const digits : {9u, 6u, 4u})
        for (auto const& [key, one] : offices_)
            if (one.entry->kind == kind && one.entry->division == place.substr(0, digits)) return &one;
    return nullptr;
}

std::string Town::any_place(Dice& dice, Lines const& only_in) const
{
    std::vector<double> weights;
    std::vector<std::vector<std::string> const*> lists;
    for (auto const& [street, weight] : stock().place_weights) {
        bool const fits = only_in.empty() || std::any_of(only_in.begin(), only_in.end(), [&](auto const& code) { return street.starts_with(code); });
        auto const known = places_in_.find(street);
        if (!fits || known == places_in_.end()) continue;
        weights.push_back(weight);
        lists.push_back(&known->second);
    }
    return dice.pick(*lists.at(dice.weighted(weights)));
}

Office const* Town::street_committee(std::string_view place) const
{
    for (auto const& [key, one] : offices_)
        if (of_street(one.entry->kind) && one.entry->division == place.substr(0, 9)) return &one;
    return nullptr;
}

Office const* Town::handler(std::string const& word, std::string const& place, Dice& dice) const
{
    auto const& rule = stock().handlers.at(word);
    if (!rule.within.empty() && !place.starts_with(rule.within)) return rule.otherwise.empty() ? nullptr : handler(rule.otherwise, place, dice);
    if (rule.of_place == "community") return &committee_of(place);
    if (rule.of_place == "subdistrict") return street_committee(place);
    if (rule.any_of.empty()) return &office(rule.organisation);
    for (auto const& key : rule.any_of)
        if (office(key).entry->division.starts_with(place.substr(0, 6))) return &office(key);
    return rule.otherwise.empty() ? nullptr : handler(rule.otherwise, place, dice);
}

bool Town::is_proposed(Office const& at, std::string const& place, bool general) const
{
    return general ? at.id == committee_of(place).id : at.id == street_committee(place)->id;
}

}  // namespace maple::app::demo
