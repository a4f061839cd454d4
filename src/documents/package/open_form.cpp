#include "documents/package/open_form.hpp"
#include "documents/reading.hpp"

namespace maple::documents {

std::optional<OpenForm> OpenForm::of(FormRow const& row, Dispute const& d, Key subject, Date today)
{
    if (row.paper_class != PaperClass::open || row.group == Group::safety) return std::nullopt;
    // The sheet that asks for an address goes nowhere while the other side may not know it (DV art. 5).
    if (row.about == About::party && address_kept_back(d, subject, today)) return std::nullopt;
    if (row.key == "package_manifest") return std::nullopt;  // the list of a package is made with it
    return OpenForm(row, subject);
}

}  // namespace maple::documents
