#include "dispute/dispute.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

template <class List> auto* with_id(List& list, Key id)
{
    auto const found = std::find_if(list.begin(), list.end(), [&](auto const& one) { return one.id == id; });
    return found == list.end() ? nullptr : &*found;
}

bool holds(SafetyCheck const& check, std::string_view action)
{
    return std::find(check.actions.begin(), check.actions.end(), action) != check.actions.end();
}

template <class D> auto find_seat(D& d, Key id) -> decltype(d.room.conferences.front().seats.data())
{
    for (auto& one : d.room.conferences)
        if (auto* found = with_id(one.seats, id)) return found;
    return nullptr;
}

template <class D> auto find_task(D& d, Key id) -> decltype(d.room.conferences.front().tasks.data())
{
    for (auto& one : d.room.conferences)
        if (auto* found = with_id(one.tasks, id)) return found;
    return nullptr;
}

}  // namespace

bool running(Conference const& one) { return !one.decided_at && !one.called_off_at; }

bool may_look(Conference const& one, Seat const& seat, Instant now)
{
    return !seat.withdrawn_at && !one.called_off_at && (!one.papers_until || now < *one.papers_until);
}

bool running(Call const& call) { return !call.declined_at && !call.ended_at; }

bool running(Dispute const& d, Call const& call)
{
    using enum Stage;
    bool const going_on = d.stage == requested || d.stage == accepted || d.stage == inviting || d.stage == diverted || d.stage == mediating;
    return going_on && running(call);
}

Call* call(Dispute& d, Key id) { return with_id(d.room.calls, id); }
Call const* call(Dispute const& d, Key id) { return with_id(d.room.calls, id); }
VaultSlip* slip(Dispute& d, Key id) { return with_id(d.room.vault, id); }
VaultSlip const* slip(Dispute const& d, Key id) { return with_id(d.room.vault, id); }
SafetyCheck* safety_check(Dispute& d, Key id) { return with_id(d.room.checks, id); }
SafetyCheck const* safety_check(Dispute const& d, Key id) { return with_id(d.room.checks, id); }
Protection* protection(Dispute& d, Key id) { return with_id(d.room.protections, id); }
Protection const* protection(Dispute const& d, Key id) { return with_id(d.room.protections, id); }
Conference* conference(Dispute& d, Key id) { return with_id(d.room.conferences, id); }
Conference const* conference(Dispute const& d, Key id) { return with_id(d.room.conferences, id); }
Seat* seat(Dispute& d, Key id) { return find_seat(d, id); }
Seat const* seat(Dispute const& d, Key id) { return find_seat(d, id); }
FollowUpTask* follow_up_task(Dispute& d, Key id) { return find_task(d, id); }
FollowUpTask const* follow_up_task(Dispute const& d, Key id) { return find_task(d, id); }

Conference const* conference_of_session(Dispute const& d, Key session)
{
    for (auto const& one : d.room.conferences)
        if (session && one.session == session) return &one;
    return nullptr;
}

Conference const* conference_of_seat(Dispute const& d, Key seat)
{
    for (auto const& one : d.room.conferences)
        for (auto const& there : one.seats)
            if (there.id == seat) return &one;
    return nullptr;
}

bool safety_measure(Dispute const& d, std::string_view action)
{
    return std::any_of(d.room.checks.begin(), d.room.checks.end(), [&](auto const& check) { return holds(check, action); });
}

bool safety_measure_for(Dispute const& d, Key party, std::string_view action)
{
    return std::any_of(d.room.checks.begin(), d.room.checks.end(), [&](auto const& check) { return check.party == party && holds(check, action); });
}

Protection const* order_in_force(Dispute const& d, Date on)
{
    for (auto const& one : d.room.protections)
        if (one.kind == ProtectionKind::protection_order && one.from <= on && (!one.until || on <= *one.until)) return &one;
    return nullptr;
}

namespace {

// By what stands on that day, of what was told until then.
std::optional<Apart> kept_apart(Dispute const& d, Date on, Instant told)
{
    auto const violent = [&](Risk const& r) { return r.kind == RiskKind::domestic_violence && r.raised_at <= told && !r.cleared_at; };
    if (std::any_of(d.risks.begin(), d.risks.end(), violent)) return Apart::by_risk;
    if (order_in_force(d, on)) return Apart::by_order;
    auto const found = [&](SafetyCheck const& one) { return one.at <= told && holds(one, "no_joint_session"); };
    if (std::any_of(d.room.checks.begin(), d.room.checks.end(), found)) return Apart::by_measure;
    return std::nullopt;
}

}  // namespace

bool both_sides(Dispute const& d, std::vector<Key> const& parties)
{
    bool sides[2]{};
    for (auto const id : parties)
        if (auto const* p = party(d, id)) sides[p->side == Side::respondent] = true;
    return sides[0] && sides[1];
}

std::optional<Apart> kept_apart(Dispute const& d, std::vector<Key> const& parties, Instant at, Instant now)
{
    if (!both_sides(d, parties)) return std::nullopt;
    if (at <= now) return kept_apart(d, date_in_beijing(at), at);  // what was told only after they had met does not undo it
    auto const today = kept_apart(d, date_in_beijing(now), now);
    return today ? today : kept_apart(d, date_in_beijing(at), now);
}

bool to_be_called_off(Dispute const& d, Session const& s, Instant now)
{
    return awaited(s) && *s.planned_for > now && kept_apart(d, s.parties, *s.planned_for, now);
}

bool stands_apart(Party const& p) { return p.left || p.consent == Consent::refused; }

bool is_told_of(Dispute const& d, Session const& s, Key id, Instant now)
{
    auto const* p = party(d, id);
    if (!p || !among(s.parties, id)) return false;
    return !awaited(s) || (!stands_apart(*p) && !to_be_called_off(d, s, now));
}

}  // namespace maple::dispute
