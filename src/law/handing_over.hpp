// Where papers go outside the house: courts that are not the place's own, and by what right a
// package is handed over. Data of the rule pack (courts.toml, packages.toml).
#pragma once
#include "law/book.hpp"

namespace maple::law {

// A court of the Production and Construction Corps, and the reclamation areas that are its own
// (SPC05 art. 3): codes of divisions.
struct CorpsCourt {
    std::string key;
    Wording name;
    std::vector<std::string> areas;
};

// By what right a package goes to a body of these kinds, and whether the parties have to agree.
struct PackageBasis {
    std::string key;
    std::vector<std::string> to;  // as registry::OrganisationKind
    bool consent = false;
};

struct HandingOver {
    std::int64_t intermediate_from = 0;  // fen: from here on an intermediate court decides
    std::vector<CorpsCourt> corps_courts;
    std::vector<PackageBasis> bases;     // names and articles: the list "package_basis"

    CorpsCourt const* corps_court(std::string_view key) const;
    PackageBasis const* basis(std::string_view key) const;
};

}  // namespace maple::law
