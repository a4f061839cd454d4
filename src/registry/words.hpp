// The words of the registry: organisations as a tree, people who serve.
#pragma once
#include "foundation/form.hpp"

namespace maple::registry {

// The level of an organisation in the chain city, district, subdistrict, community.
enum class Level { community, subdistrict, district, city };
BOOST_DESCRIBE_ENUM(Level, community, subdistrict, district, city)

// What an organisation is (domain.md 3.2, 4.2, 2).
enum class OrganisationKind {
    village_committee, community_committee, township_committee, subdistrict_committee, enterprise_committee,
    social_committee,       // social groups and other organisations, sector committees among them
    resolution_centre,      // one-stop centre: accepts and diverts; mediates jointly
    legal_service_centre,
    judicial_office,        // of a subdistrict: accepts, diverts, guides
    justice_bureau,
    personal_room, stationed_room, mediation_group,  // belong to a committee, use its seal, report through it
    governance_centre,      // 综治中心: a platform of several bodies; settles nothing itself
    police, petition_office, procuratorate, court,
    department,             // human resources, housing, health, market supervision …
};
BOOST_DESCRIBE_ENUM(OrganisationKind, village_committee, community_committee, township_committee, subdistrict_committee,
                    enterprise_committee, social_committee, resolution_centre, legal_service_centre, judicial_office,
                    justice_bureau, personal_room, stationed_room, mediation_group,
                    governance_centre, police, petition_office, procuratorate, court, department)

struct Organisation {
    Key id{};
    std::optional<Key> parent;
    std::string path;        // "/A/B/": its ancestors and itself, for scopes
    OrganisationKind kind{};
    Level level{};
    std::string name;
    std::string name_en;
    std::string short_name;  // of numbers: "克迎汇"
    std::string division;    // official code, 6 to 12 digits
    std::string phone;       // public
    std::string address;     // public
    std::string hours;       // opening hours, Beijing time
    bool has_seal = false;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (id, parent, path, kind, level, name, name_en, short_name, division, phone, address,
                                         hours, has_seal, closed_at))

// What it settles is people's mediation: committees of any kind, their rooms, and centres
// (a room or centre counts at its committee, see `committee_of`).
bool is_committee(OrganisationKind);
// Works in a committee's name: a room or a group in a grid, a village or a firm.
bool is_part_of_committee(OrganisationKind);
// A committee in its own right, with seal and numbers of its own: no room and no centre.
bool stands_alone(OrganisationKind);
// May a dispute be diverted here? Committees, rooms, centres, and departments.
bool may_handle(OrganisationKind);
bool is_agency(OrganisationKind);

struct Person {
    Key id{};
    Key organisation{};      // where he or she serves
    std::string name;
    std::string sealed_phone;  // of the office, shown to parties: `phone_of` opens it
    std::string languages;   // "zh,ug": chosen by the person, never inferred
    std::string skills;      // kinds of dispute, "neighbour,marriage_family"
    std::string certificate;               // its number, "" without one
    std::optional<Date> certificate_until;
    std::optional<Instant> left_at;
    bool mediator = false;                 // serves as one; an informant's certificate is none to mediate with
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, organisation, name, sealed_phone, languages, skills, certificate, certificate_until, left_at, mediator))

bool certificate_valid(Person const&, Date on);

// A division of the city with its official code (domain.md 6.8).
struct Division {
    std::string code;    // 4, 6, 9 or 12 digits
    std::string parent;  // "" for the city
    std::string name;
    std::string name_en;
};
BOOST_DESCRIBE_STRUCT(Division, (), (code, parent, name, name_en))

}  // namespace maple::registry
