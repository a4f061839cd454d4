#include "dispute/dispute.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

template <class Items> auto* with_id(Items& items, Key id)
{
    auto const found = std::find_if(items.begin(), items.end(), [&](auto const& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

template <class D> auto* find_obligation(D& dispute, Key id)
{
    for (auto& agreement : dispute.agreements)
        if (auto* found = with_id(agreement.obligations, id)) return found;
    return decltype(with_id(dispute.agreements.front().obligations, id)){};
}

template <class D> auto* find_link(D& dispute, Key id)
{
    for (auto& agreement : dispute.agreements)
        if (auto* found = with_id(agreement.links, id)) return found;
    return decltype(with_id(dispute.agreements.front().links, id)){};
}

Key member_of(Signature const& s) { return s.pen ? s.pen->member : Key{}; }

Signature const* signature_of(Agreement const& a, Key party, Key member)
{
    for (auto const& s : a.signatures)
        if (s.party == party && member_of(s) == member) return &s;
    return nullptr;
}

// By which signature a member is bound: his own, or that of a representative whom he authorised in
// writing.
Signature const* binding(Party const& group, Agreement const& a, Member const& member)
{
    if (auto const* own = signature_of(a, group.id, member.id)) return own;
    if (!member.authorised) return nullptr;
    for (auto const& one : group.members)
        if (one.representative && !one.left)
            if (auto const* theirs = signature_of(a, group.id, one.id)) return theirs;
    return nullptr;
}

}  // namespace

Party const* party(Dispute const& d, Key id) { return with_id(d.parties, id); }

Params by_side(Party const& p) { return {{"side", std::string("@side.") + boost::describe::enum_to_string(p.side, "?")}}; }

Party* party(Dispute& d, Key id) { return with_id(d.parties, id); }
bool awaited(Session const& s) { return s.planned_for && !s.held_at && !s.cancelled_at; }

Session* session(Dispute& d, Key id) { return with_id(d.sessions, id); }
Session const* session(Dispute const& d, Key id) { return with_id(d.sessions, id); }
Participant* participant(Dispute& d, Key id) { return with_id(d.participants, id); }
Participant const* participant(Dispute const& d, Key id) { return with_id(d.participants, id); }
bool ever_took_part(Participant const& one) { return !one.left || one.left->reason != entered_by_mistake; }
Agreement* agreement(Dispute& d, Key id) { return with_id(d.agreements, id); }
Agreement const* agreement(Dispute const& d, Key id) { return with_id(d.agreements, id); }
Obligation* obligation(Dispute& d, Key id) { return find_obligation(d, id); }
Obligation const* obligation(Dispute const& d, Key id) { return find_obligation(d, id); }
SigningLink* signing_link(Dispute& d, Key id) { return find_link(d, id); }
SigningLink const* signing_link(Dispute const& d, Key id) { return find_link(d, id); }
Risk* risk(Dispute& d, Key id) { return with_id(d.risks, id); }
Risk const* risk(Dispute const& d, Key id) { return with_id(d.risks, id); }

Conflict* conflict(Dispute& d, Key id) { return with_id(d.conflicts, id); }
Conflict const* conflict(Dispute const& d, Key id) { return with_id(d.conflicts, id); }

Handling const& latest_handling(Dispute const& d) { return d.handlings.back(); }

Handling const& answerable(Dispute const& d)
{
    for (auto turn = d.handlings.rbegin(); turn != d.handlings.rend(); ++turn)
        if (turn->received_at) return *turn;
    return d.handlings.front();
}

bool awaits_receipt(Dispute const& d) { return !d.handlings.empty() && !d.handlings.back().received_at; }

Appointment const* presiding(Dispute const& d)
{
    for (auto const& a : d.appointments)
        if (a.presiding && !a.until) return &a;
    return nullptr;
}

bool is_mediator(Dispute const& d, Key person)
{
    return std::any_of(d.appointments.begin(), d.appointments.end(),
                       [&](Appointment const& a) { return a.person == person && !a.until; });
}

std::vector<Party const*> present_parties(Dispute const& d)
{
    std::vector<Party const*> present;
    for (auto const& p : d.parties)
        if (!p.left) present.push_back(&p);
    return present;
}

bool disclosed(Dispute const& d, Key mediator)
{
    auto const present = present_parties(d);
    return std::all_of(present.begin(), present.end(), [&](Party const* p) {
        return std::any_of(d.conflicts.begin(), d.conflicts.end(), [&](Conflict const& c) {
            return c.person == mediator && !c.party && std::find(c.parties.begin(), c.parties.end(), p->id) != c.parties.end();
        });
    });
}

bool all_wish_to_go_on(Dispute const& d, Conflict const& c)
{
    auto const present = present_parties(d);
    return std::all_of(present.begin(), present.end(), [&](Party const* p) {
        return std::find(c.consented.begin(), c.consented.end(), p->id) != c.consented.end();
    });
}

Conflict const* open_conflict(Dispute const& d, Key person)
{
    for (auto const& c : d.conflicts)
        if (c.person == person && !c.ground.empty() && c.end != ConflictEnd::unfounded && !all_wish_to_go_on(d, c)) return &c;
    return nullptr;
}

Conflict const* open_conflict_in_the_room(Dispute const& d)
{
    if (auto const* chair = presiding(d))
        if (auto const* mine = open_conflict(d, chair->person)) return mine;
    for (auto const& a : d.appointments)
        if (!a.until)
            if (auto const* theirs = open_conflict(d, a.person)) return theirs;
    return nullptr;
}

bool all_consented(Dispute const& d)
{
    auto const present = present_parties(d);
    return std::all_of(present.begin(), present.end(), [](auto const* p) { return p->consent == Consent::agreed; });
}

bool anyone_refuses(Dispute const& d)
{
    auto const present = present_parties(d);
    return std::any_of(present.begin(), present.end(), [](auto const* p) { return p->consent == Consent::refused; });
}

bool red_risk_unreported(Dispute const& d)
{
    return std::any_of(d.risks.begin(), d.risks.end(),
                       [](Risk const& r) { return r.level == RiskLevel::red && !r.reported_at; });
}

bool risk_open(Dispute const& d)
{
    return std::any_of(d.risks.begin(), d.risks.end(), [](Risk const& r) { return !r.cleared_at; });
}

std::optional<Instant> signed_at(Dispute const& d, Agreement const& a, Key id)
{
    if (auto const* whole = signature_of(a, id, {})) return whole->at;
    auto const* group = party(d, id);
    if (!group || group->kind != PartyKind::group) return std::nullopt;
    std::optional<Instant> last;
    for (auto const& member : group->members) {
        if (member.left) continue;
        auto const* s = binding(*group, a, member);
        if (!s) return std::nullopt;
        last = std::max(last.value_or(s->at), s->at);
    }
    return last;
}

std::vector<Key> members_missing(Dispute const& d, Agreement const& a, Key id)
{
    std::vector<Key> missing;
    auto const* group = party(d, id);
    if (!group || group->kind != PartyKind::group || signature_of(a, id, {})) return missing;
    for (auto const& member : group->members)
        if (!member.left && !binding(*group, a, member)) missing.push_back(member.id);
    return missing;
}

bool has_effective_agreement(Dispute const& d)
{
    return std::any_of(d.agreements.begin(), d.agreements.end(), [](Agreement const& a) { return a.effective_at.has_value(); });
}

bool promises_settled(Dispute const& d)
{
    for (auto const& agreement : d.agreements) {
        if (!agreement.effective_at) continue;
        for (auto const& promise : agreement.obligations)
            if (!promise.settled_at) return false;
    }
    return true;
}

bool any_breach(Dispute const& d)
{
    for (auto const& agreement : d.agreements)
        for (auto const& promise : agreement.obligations)
            if (promise.state == Promise::breached) return true;
    return false;
}

bool minor_concerned(Dispute const& d)
{
    return std::any_of(d.parties.begin(), d.parties.end(), [](Party const& p) { return p.capacity != Capacity::full; });
}

bool lacks_guardian(Party const& p) { return p.capacity != Capacity::full && (!p.guardian || p.guardian->accused); }

bool harm_suspected(Dispute const& d)
{
    return std::any_of(d.risks.begin(), d.risks.end(), [](Risk const& r) { return r.kind == RiskKind::harm_to_minor && !r.cleared_at; });
}

Risk suspected_harm(Instant raised_at)
{
    Risk harm;
    harm.id = new_key();
    harm.kind = RiskKind::harm_to_minor;
    harm.level = RiskLevel::red;
    harm.raised_at = raised_at;
    return harm;
}

void bear_names_of(Dispute& d, Agreement const& a)
{
    for (auto const& borne : a.names) {
        auto* p = party(d, borne.party);
        if (!p) continue;
        if (borne.name) p->name = borne.name;
        if (!borne.whole) continue;
        p->represented_by = borne.represented_by;
        p->guardian = borne.guardian;
    }
}

}  // namespace maple::dispute
