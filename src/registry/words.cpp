#include "registry/words.hpp"

namespace maple::registry {

bool stands_alone(OrganisationKind kind)
{
    switch (kind) {
    case OrganisationKind::village_committee:
    case OrganisationKind::community_committee:
    case OrganisationKind::township_committee:
    case OrganisationKind::subdistrict_committee:
    case OrganisationKind::enterprise_committee:
    case OrganisationKind::social_committee: return true;
    default: return false;
    }
}

bool is_part_of_committee(OrganisationKind kind)
{
    switch (kind) {
    case OrganisationKind::personal_room:
    case OrganisationKind::stationed_room:
    case OrganisationKind::mediation_group: return true;
    default: return false;
    }
}

bool is_committee(OrganisationKind kind)
{
    switch (kind) {
    case OrganisationKind::resolution_centre:
    case OrganisationKind::legal_service_centre: return true;
    default: return stands_alone(kind) || is_part_of_committee(kind);
    }
}

bool may_handle(OrganisationKind kind) { return is_committee(kind) || kind == OrganisationKind::department; }

bool is_agency(OrganisationKind kind)
{
    switch (kind) {
    case OrganisationKind::police:
    case OrganisationKind::petition_office:
    case OrganisationKind::procuratorate:
    case OrganisationKind::court: return true;
    default: return false;
    }
}

bool certificate_valid(Person const& person, Date on)
{
    return !person.certificate.empty() && (!person.certificate_until || *person.certificate_until >= on);
}

}  // namespace maple::registry
