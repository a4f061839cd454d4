// The dossier as a whole: which papers it needs, which are there, and what makes those that are
// missing (domain.md 3.8).
#pragma once
#include "documents/reading.hpp"

namespace maple::documents {

// A form about a subject, as the dossier has it or misses it.
struct DossierLine {
    FormRow const* row;
    Key subject{};
    std::string_view hindrance;  // why it cannot be printed; "" when it can
    bool needed = false;
    bool there = false;
};

// Every form, in the order of the dossier: one line for each subject; one without a subject for a
// form that there is nothing to make out about yet.
std::vector<DossierLine> sheets(Dispute const&, Fillings const&);

// Lies with the papers that both sides may see; one side's own, and an authority's, are kept apart.
bool lies_with_others(FormRow const&);

// Needed papers, and how many of them are there. Of sessions and visits one is enough.
struct Completeness {
    std::int64_t needed = 0;
    std::int64_t there = 0;
    std::vector<DossierLine> missing;
};
Completeness completeness(std::vector<DossierLine> const&);

}  // namespace maple::documents
