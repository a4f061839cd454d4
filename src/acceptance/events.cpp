#include "acceptance/events.hpp"

#include <algorithm>

namespace maple::acceptance {
namespace {

// Before a party's entry changes: a text that was drawn up is what it was, and whoever signed it signed
// with the name of that day. One that is drawn up anew bears today's.
void keep_names(dispute::Agreement& a, dispute::Party const& p)
{
    if (std::find(a.parties.begin(), a.parties.end(), p.id) == a.parties.end()) return;
    auto borne = std::find_if(a.names.begin(), a.names.end(), [&](auto const& one) { return one.party == p.id; });
    if (borne == a.names.end()) borne = a.names.insert(borne, {p.id, p.name, {}, {}, false});
    bool const is_signed = a.effective_at || std::any_of(a.signatures.begin(), a.signatures.end(), [&](auto const& s) { return s.party == p.id; });
    if (!is_signed || borne->whole) return;
    borne->represented_by = p.represented_by;
    borne->guardian = p.guardian;
    borne->whole = true;
}

template <class K> void mend(K& kept, K const& now)
{
    if (now) kept = now;
}

}  // namespace

void evolve(Dispute& d, Accepted const& e, Moment const& m)
{
    d.accepted_at = m.happened;
    d.accepted_by = m.person;
    d.number = e.number;
    if (e.kind) d.kind = *e.kind;
}

void evolve(Dispute& d, Advised const& e, Moment const& m)
{
    d.closed_at = m.happened;
    d.closed_as = dispute::Closing::advised;
    d.closing_reason = e.reason;
    d.closing_note = e.advice;
}

void evolve(Dispute& d, RefusedToAccept const& e, Moment const& m)
{
    d.closed_at = m.happened;
    d.closed_as = dispute::Closing::refused;
    d.closing_reason = e.reason;
    d.closing_note = e.note;
    d.remedies = e.remedies;
}

void evolve(Dispute& d, Transferred const& e, Moment const& m)
{
    d.closed_at = m.happened;
    d.closed_as = dispute::Closing::transferred;
    d.closing_reason = e.reason;
    d.closing_note = e.note;
    d.transferred_to = e.organisation;
}

void evolve(Dispute& d, ConsentRecorded const& e, Moment const& m)
{
    auto* p = dispute::party(d, e.party);
    if (!p) return;
    p->consent = e.consent;
    p->consent_at = m.happened;
    // A party that asks for mediation by itself interrupts the limitation period for itself; once.
    if (e.by_the_party_itself && e.consent == dispute::Consent::agreed && p->side == dispute::Side::applicant && !p->requested_at)
        p->requested_at = m.happened;
}

void evolve(Dispute& d, TongueChosen const& e, Moment const&)
{
    if (auto* p = dispute::party(d, e.party)) p->language = e.language;
}

void evolve(Dispute& d, Amended const& e, Moment const&)
{
    if (e.kind) d.kind = *e.kind;
    if (e.place) d.place = *e.place;
    if (e.amount) d.amount = e.amount;
    if (e.facts) d.facts = e.facts;
    if (e.request) d.request = e.request;
}

void evolve(Dispute& d, PartyAdded const& e, Moment const&) { d.parties.push_back(e.party); }

namespace {

// Somebody else has to speak for the party from now on: it turns out to be a child, or its guardian is
// another one, or is accused.
bool speaks_otherwise(dispute::Party const& p, PartyAmended const& e)
{
    auto const capacity = e.capacity.value_or(p.capacity);
    if (capacity == dispute::Capacity::full) return false;
    if (p.capacity == dispute::Capacity::full) return true;
    if (!e.guardian) return false;
    return !p.guardian || p.guardian->name.id != e.guardian->name.id || (e.guardian->accused && !p.guardian->accused);
}

// What was agreed to, or signed without effect yet, by who could not, is asked for once more.
void take_back(Dispute& d, dispute::Party& p)
{
    if (p.consent == dispute::Consent::agreed && !d.concluded_at) p.consent = dispute::Consent::not_asked;
    for (auto& a : d.agreements)
        if (!a.effective_at) std::erase_if(a.signatures, [&](auto const& one) { return one.party == p.id; });
}

}  // namespace

void evolve(Dispute& d, PartyAmended const& e, Moment const&)
{
    auto* p = dispute::party(d, e.party);
    if (!p) return;
    if (e.name || e.represented_by || e.guardian)
        for (auto& a : d.agreements) keep_names(a, *p);
    bool const anew = speaks_otherwise(*p, e);
    mend(p->name, e.name);
    mend(p->phone, e.phone);
    mend(p->address, e.address);
    mend(p->id_number, e.id_number);
    mend(p->credit_code, e.credit_code);
    mend(p->represented_by, e.represented_by);
    if (e.birth_year) p->birth_year = e.birth_year;
    if (e.capacity) p->capacity = *e.capacity;
    if (e.guardian) p->guardian = e.guardian;
    if (anew) take_back(d, *p);
    d.risks.insert(d.risks.end(), e.risks.begin(), e.risks.end());
}

void evolve(Dispute& d, Merged const& e, Moment const& m)
{
    d.closed_at = m.happened;
    d.closed_as = dispute::Closing::merged;
    d.merged_into = e.into;
}

void evolve(Dispute& d, Unmerged const&, Moment const&)
{
    d.closed_at.reset();
    d.closed_as.reset();
    d.merged_into = {};
}

}  // namespace maple::acceptance
