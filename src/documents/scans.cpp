#include "documents/scans.hpp"

#include <algorithm>

namespace maple::documents {

using dispute::Agreement;

bool signed_on_paper(Agreement const& a)
{
    return !a.oral && std::any_of(a.signatures.begin(), a.signatures.end(), [](dispute::Signature const& one) {
        return one.pen ? one.pen->way == dispute::SigningWay::paper : one.manner != dispute::Signing::electronic;
    });
}

std::vector<papers::OpenPaper> scans_of(Desk& desk, dispute::Dispute const& d, Agreement const& a)
{
    bool const only_one = std::count_if(d.agreements.begin(), d.agreements.end(), [](Agreement const& one) { return !one.oral; }) == 1;
    auto scans = papers::signed_papers(desk, d.id);
    std::erase_if(scans, [&](papers::OpenPaper const& one) {
        bool const hangs_on_nothing = !one.agreement && !one.session && !one.obligation;
        return one.agreement != a.id && !(hangs_on_nothing && only_one && !a.oral);
    });
    return scans;
}

bool wants_a_scan(Desk& desk, dispute::Dispute const& d, Agreement const& a)
{
    return a.effective_at && signed_on_paper(a) && scans_of(desk, d, a).empty();
}

}  // namespace maple::documents
