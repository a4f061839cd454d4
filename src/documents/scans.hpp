// The sheet that people put their names to by hand, scanned or photographed: what is printed from the
// file has the words, the scan has the names (PML art. 29). Wanted where somebody signed on paper, and
// never a hindrance: the sheet itself lies in the folder.
#pragma once
#include "dispute/dispute.hpp"
#include "papers/paper.hpp"

namespace maple::documents {

// Under an agreement in writing; a signature that says no way was noted before ways were told apart.
bool signed_on_paper(dispute::Agreement const&);

// Open signed papers of this agreement; one that hangs on nothing is of the only agreement in writing.
std::vector<papers::OpenPaper> scans_of(Desk&, dispute::Dispute const&, dispute::Agreement const&);

// It has taken effect, somebody signed on paper, and no scan is there.
bool wants_a_scan(Desk&, dispute::Dispute const&, dispute::Agreement const&);

}  // namespace maple::documents
