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

}  // namespace maple::dispute
