#include "resolution/events.hpp"

#include <algorithm>
#include <utility>

namespace maple::resolution {
namespace {

void take_effect(Dispute& d, dispute::Agreement& a)
{
    a.effective_at = effective_at(d, a);
    if (a.effective_at && a.ends_dispute && !d.concluded_at) d.concluded_at = a.effective_at;
}

// Signatures stand under the text before; links to it lead nowhere, and what was said against it
// was said against it.
void keep_what_was(dispute::Agreement& now, dispute::Agreement const& before, Instant at)
{
    now.links = before.links;
    for (auto& link : now.links)
        if (!link.used_at && !link.revoked_at) link.revoked_at = at;
    now.declined = before.declined;
    now.voided = before.voided;
    for (auto const& s : before.signatures) now.voided.push_back({s.party, s.pen ? s.pen->member : Key{}, s.at, at});
    if (before.mediator_signed_at) now.voided.push_back({{}, {}, *before.mediator_signed_at, at});
}

void use_up(Dispute& d, Key link, Instant at)
{
    if (auto* used = dispute::signing_link(d, link)) used->used_at = at;
}

}  // namespace

std::optional<Instant> effective_at(Dispute const& d, dispute::Agreement const& a)
{
    if (a.oral) return a.reached_at;  // PML art. 30
    if (!a.mediator_signed_at || !a.sealed_at) return std::nullopt;
    Instant last = std::max(*a.mediator_signed_at, *a.sealed_at);
    for (auto const party : a.parties) {
        auto const at = dispute::signed_at(d, a, party);
        if (!at) return std::nullopt;
        last = std::max(last, *at);
    }
    return last;
}

void evolve(Dispute& d, AgreementDrafted const& e, Moment const& m)
{
    auto* known = dispute::agreement(d, e.agreement.id);
    if (!known) return void(d.agreements.push_back(e.agreement));
    auto before = std::exchange(*known, e.agreement);
    keep_what_was(*known, before, m.happened);
}

void evolve(Dispute& d, LinkMade const& e, Moment const&)
{
    if (auto* a = dispute::agreement(d, e.agreement)) a->links.push_back(e.link);
}

void evolve(Dispute& d, LinkRevoked const& e, Moment const& m)
{
    if (auto* link = dispute::signing_link(d, e.link)) link->revoked_at = m.happened;
}

void evolve(Dispute& d, Signed const& e, Moment const& m)
{
    auto* a = dispute::agreement(d, e.agreement);
    if (!a) return;
    a->signatures.push_back({e.party, e.manner, m.happened, e.pen});
    if (e.pen) use_up(d, e.pen->link, m.happened);
    take_effect(d, *a);
}

void evolve(Dispute& d, SigningDeclined const& e, Moment const& m)
{
    auto* a = dispute::agreement(d, e.agreement);
    if (!a) return;
    a->declined.push_back({e.party, e.member, m.happened, e.reason, e.text});
    use_up(d, e.link, m.happened);
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
    if (auto* a = dispute::agreement(d, e.agreement)) a->confirmation = dispute::Confirmation{e.applicants, e.court, m.happened, {}, {}, {}, {}, {}, e.court_outside, {}};
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

void evolve(Dispute& d, RulingReceived const& e, Moment const&)
{
    auto* a = dispute::agreement(d, e.agreement);
    if (!a || !a->confirmation) return;
    auto& all = a->confirmation->received;
    std::erase_if(all, [&](auto const& one) { return one.party == e.receipt.party; });
    all.push_back(e.receipt);
}

}  // namespace maple::resolution
