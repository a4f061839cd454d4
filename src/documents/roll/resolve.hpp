// The rows of a list held against the registry: where they belong, what is known already, and
// what only the registry can find wrong. Part of import.cpp.
#pragma once
#include "documents/roll/import.hpp"
#include "registry/roll.hpp"

namespace maple::documents::roll {

struct PlacedPerson {
    PersonRow const* row = nullptr;
    Key organisation{};
    bool known = false;
};

struct PlacedOrganisation {
    OrganisationRow const* row = nullptr;
    std::string division;                 // its code
    std::optional<Key> parent;            // in the registry …
    OrganisationRow const* above = nullptr;  // … or in the same list
    bool known = false;
};

struct Resolved {
    std::vector<PlacedPerson> people;
    std::vector<PlacedOrganisation> organisations;  // whatever stands above another comes before it
    std::vector<Fault> faults;                      // of the file and of the registry, in the order of rows
    std::int64_t bad = 0;
};
Resolved resolve(Desk&, Parsed const&, Layout const&, Options const&);

}  // namespace maple::documents::roll
