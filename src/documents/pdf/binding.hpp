// A dossier bound from its forms: cover and catalogue before the papers, the back cover behind
// them, pages numbered through (domain.md 3.8). Covers and catalogue are not counted, so that the
// catalogue can tell the pages of the papers however long it is itself.
#pragma once
#include "documents/pdf/pdf.hpp"

namespace maple::documents {

struct FilledForm {
    std::string form;            // "cover", "catalogue" and "back_cover" have their places
    std::string_view markdown;   // its template
    Values values;
    std::string language = "zh-CN";
    std::string about = {};      // of several forms of one name: "2023年11月20日，共同调解"
    std::string header = {};
    std::string verification = {}, digest = {};  // of a leaf
};

// A paper that somebody brought, as pages behind the forms; `row` is that of the catalogue's section
// "brought" which tells of it.
struct BroughtPaper {
    std::string row, header, language = "zh-CN";
    std::vector<Plate> plates;
};

// Fills in what only whoever binds can know: {{pages}} of a cover, the last number of all, and of
// the catalogue's sections "documents" and "brought" the {{pages}} of each paper. A catalogue that has as many
// rows as there are papers keeps what it says of them; another one gets rows of its own. What was brought
// and is not bound keeps what its row says.
BoundPdf bound_dossier(std::vector<FilledForm>, PdfOptions const& = {}, std::vector<BroughtPaper> = {});

}  // namespace maple::documents
