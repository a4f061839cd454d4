#include "resolution/events.hpp"

#include <algorithm>

namespace maple::resolution {
namespace {

void take_effect(Dispute& d, dispute::Agreement& a)
{
    a.effective_at = effective_at(a);
    if (a.effective_at && a.ends_dispute && !d.concluded_at) d.concluded_at = a.effective_at;
}

}  // namespace

std::optional<Instant> effective_at(dispute::Agreement const& a)
{
    if (a.oral) return a.reached_at;  // PML art. 30
    if (!a.mediator_signed_at || !a.sealed_at) return std::nullopt;
    Instant last = std::max(*a.mediator_signed_at, *a.sealed_at);
    for (auto const party : a.parties) {
        auto const signature = std::find_if(a.signatures.begin(), a.signatures.end(), [&](auto const& s) { return s.party == party; });
        if (signature == a.signatures.end()) return std::nullopt;
        last = std::max(last, signature->at);
    }
    return last;
}

void evolve(Dispute& d, AgreementDrafted const& e, Moment const&)
{
    if (auto* known = dispute::agreement(d, e.agreement.id)) *known = e.agreement;
    else d.agreements.push_back(e.agreement);
}

void evolve(Dispute& d, Signed const& e, Moment const& m)
{
    auto* a = dispute::agreement(d, e.agreement);
    if (!a) return;
    a->signatures.push_back({e.party, e.manner, m.happened});
    take_effect(d, *a);
}

void evolve(Dispute& d, MediatorSigned const& e, Moment const& m)
{
    auto* a = dispute::agreement(d, e.agreement);
    if (!a) return;
    a->mediator_signed_at = m.happened;
    take_effect(d, *a);
}

void evolve(Dispute& d, Sealed const& e, Moment const& m)
{
    auto* a = dispute::agreement(d, e.agreement);
    if (!a) return;
    a->sealed_at = m.happened;
    a->number = e.number;
    take_effect(d, *a);
}

void evolve(Dispute& d, OrallyAgreed const& e, Moment const& m)
{
    auto& a = d.agreements.emplace_back(e.agreement);
    a.oral = true;
    a.reached_at = m.happened;
    take_effect(d, a);
}

void evolve(Dispute& d, Performed const& e, Moment const& m)
{
    auto* o = dispute::obligation(d, e.obligation);
    if (!o) return;
    o->performed.push_back({m.happened, e.amount, e.evidence});
    if (!e.in_full) return;
    o->state = date_in_beijing(m.happened) > o->due ? dispute::Promise::late : dispute::Promise::performed;
    o->settled_at = m.happened;
}

void evolve(Dispute& d, Waived const& e, Moment const& m)
{
    auto* o = dispute::obligation(d, e.obligation);
    if (!o) return;
    o->state = dispute::Promise::waived;
    o->settled_at = m.happened;
}

void evolve(Dispute& d, Breached const& e, Moment const& m)
{
    auto* o = dispute::obligation(d, e.obligation);
    if (!o) return;
    o->state = dispute::Promise::breached;
    o->settled_at = m.happened;
}

void evolve(Dispute& d, CourtChosen const& e, Moment const& m)
{
    auto* a = dispute::agreement(d, e.agreement);
    if (!a) return;
    a->court_choice = e.choice;
    a->court_choice->at = m.happened;
}

// A request that was dismissed, not accepted or withdrawn gives way to a new one.
void evolve(Dispute& d, ConfirmationApplied const& e, Moment const& m)
{
    if (auto* a = dispute::agreement(d, e.agreement)) a->confirmation = dispute::Confirmation{e.applicants, e.court, m.happened, {}, {}, {}, {}, {}, e.court_outside};
}

void evolve(Dispute& d, ConfirmationDocketed const& e, Moment const& m)
{
    auto* a = dispute::agreement(d, e.agreement);
    if (!a || !a->confirmation) return;
    a->confirmation->docketed_at = m.happened;
    a->confirmation->docket_number = e.number;
}

void evolve(Dispute& d, ConfirmationRuled const& e, Moment const& m)
{
    auto* a = dispute::agreement(d, e.agreement);
    if (!a || !a->confirmation) return;
    a->confirmation->ruling = e.ruling;
    a->confirmation->ruled_at = m.happened;
    a->confirmation->reason = e.reason;
}

}  // namespace maple::resolution
