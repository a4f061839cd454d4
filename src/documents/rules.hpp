// What may be filled in by hand. Pure.
#pragma once
#include "documents/filled.hpp"
#include "documents/table.hpp"

namespace maple::documents {

struct CellText {
    Cell cell;
    std::string text;  // "": to be emptied
};

// Those of the cells that change anything. Refuses, with the place of each fault: a value that the
// form does not have or that follows from the law's facts, a row that is none, a text that does not
// fit its line, more rows than a form has room for.
Result<std::vector<CellText>> changes(FormRow const&, std::vector<CellText> const& asked, Filling const& before);

// A dossier that is bound is not changed any more; what is mended afterwards stands on its note
// (domain.md 3.8, no. 17).
Result<void> may_fill(Dispute const&, FormRow const&);

}  // namespace maple::documents
