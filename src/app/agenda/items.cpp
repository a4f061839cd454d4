#include "app/agenda/items.hpp"
#include "dispute/calls.hpp"

#include <algorithm>

namespace maple::app {
namespace {

using dispute::Dispute;
using dispute::Session;

void obligations_into(std::vector<DueItem>& items, Dispute const& d)
{
    for (auto const& a : d.agreements)
        for (auto const& o : a.obligations)
            if (a.effective_at && !o.settled_at) items.push_back({EntryKind::obligation, shown(o.id), end_of(o.due), true, "resolution.performed", ""});
}

constexpr std::string_view promise_check = "desk.obligation_check";

void clocks_into(std::vector<DueItem>& items, Dispute const& d, law::Book const& book, Instant now)
{
    for (auto const& clock : dispute::clocks(d, book, now)) {
        if (clock.paused) continue;
        bool const visit = clock.clock == "desk.visit", pause = clock.clock == "desk.pause", check = clock.clock == promise_check;
        auto const* rule = book.clock(clock.clock);
        if (!visit && !pause && !check && rule && !rule->legal) continue;
        if (clock.clock == "confirmation" && clock.at < now) continue;  // a way that is closed asks nothing of anybody
        items.push_back({visit ? EntryKind::visit : EntryKind::clock, clock.clock, clock.at, true,
                         visit ? "followup.visited" : pause ? "mediation.resumed" : check ? "resolution.performed" : "", clock.clock});
    }
}

void protection_into(std::vector<DueItem>& items, Dispute const& d, law::Book const& book, Instant now)
{
    for (auto const& p : d.room.protections)
        if (auto const day = next_protection_visit(p, book, date_in_beijing(now)))
            items.push_back({EntryKind::protection_visit, shown(p.id), end_of(*day), true, "mediation.protection_visited", ""});
}

void calls_into(std::vector<DueItem>& items, Dispute const& d, law::Book const& book)
{
    for (auto const& call : d.room.calls)
        if (auto const next = dispute::owed(d, call, book))
            items.push_back({EntryKind::call, shown(call.id), next->at, false, "", boost::describe::enum_to_string(next->step, "?")});
}

// A reminder and when it begins.
struct Speaking {
    law::Book const& book;
    Instant now;
    std::vector<Reminder>& out;

    bool near(std::string_view key, Instant due) const { return days_between(date_in_beijing(now), date_in_beijing(due)) <= book.reminder(key).days; }
    void say(std::string key, std::string subject, Instant due, std::string deed, bool in_person, std::optional<Instant> asked = {})
    {
        if (near(key, due)) out.push_back({std::move(key), std::move(subject), due, std::move(deed), in_person, asked});
    }
};

// Nobody may act for a child: named from the first hour, because nothing can be agreed for it before.
void guardians_into(Speaking& speak, Dispute const& d)
{
    if (dispute::is_over(d.stage) || d.concluded_at) return;
    for (auto const* p : dispute::present_parties(d))
        if (dispute::lacks_guardian(*p)) speak.say("guardian_missing", shown(p->id), d.started_at, "acceptance.party_amended", false);
}

bool is_booked(Session const& s, Key reader) { return std::find(s.people.begin(), s.people.end(), reader) != s.people.end(); }

// The first time that a party asks for instead, of those that have not gone yet.
std::optional<Instant> asked_for(Session const& s, Instant now)
{
    std::optional<Instant> first;
    for (auto const& said : s.answers)
        for (auto const at : said.wishes)
            if (!said.comes && at > now && (!first || at < *first)) first = at;
    return first;
}

void sessions_into(Speaking& speak, Dispute const& d, Key reader, std::vector<Away> const& leave)
{
    for (auto const& s : d.sessions) {
        if (!dispute::awaited(s)) continue;
        auto const at = *s.planned_for;
        if (dispute::to_be_called_off(d, s, speak.now)) {
            speak.say("session_apart", shown(s.id), at, "mediation.session_cancelled", true);
            continue;
        }
        auto const until = plus_seconds(at, std::max<std::int64_t>(s.minutes, 1) * 60);
        if (until <= speak.now) {
            speak.say("session_unrecorded", shown(s.id), at, "mediation.session_held", true);
            continue;
        }
        speak.say("session_soon", shown(s.id), at, "mediation.session_held", true);
        if (auto const asked = asked_for(s, speak.now)) speak.say("time_asked", shown(s.id), at, "mediation.session_planned", true, asked);
        if (!is_booked(s, reader)) speak.say("session_unbooked", shown(s.id), at, "mediation.session_planned", true);
        if (std::any_of(leave.begin(), leave.end(), [&](Away const& days) { return at < days.until && days.from < until; }))
            speak.say("session_away", shown(s.id), at, "mediation.session_planned", true);
    }
}

}  // namespace

std::optional<Date> next_protection_visit(dispute::Protection const& p, law::Book const& book, Date today)
{
    if (p.until && *p.until < today) return std::nullopt;
    auto last = p.from;
    for (auto const visit : p.visits) last = std::max(last, date_in_beijing(visit));
    auto const next = plus_days(last, int(book.policy("protection_visit_every_days")));
    return p.until && *p.until < next ? std::nullopt : std::optional(next);
}

std::vector<DueItem> due_items(Dispute const& d, law::Book const& book, Instant now)
{
    std::vector<DueItem> items;
    if (d.historical || dispute::is_over(d.stage)) return items;
    obligations_into(items, d);
    clocks_into(items, d, book, now);
    protection_into(items, d, book, now);
    calls_into(items, d, book);
    return items;
}

std::vector<Reminder> reminders(Dispute const& d, law::Book const& book, Key reader, std::vector<Away> const& leave, Instant now)
{
    std::vector<Reminder> out;
    Speaking speak{book, now, out};
    for (auto& item : due_items(d, book, now)) {
        switch (item.kind) {
        case EntryKind::obligation: speak.say("obligation_due", item.subject, item.due, item.deed, false); break;
        case EntryKind::visit: speak.say("visit_due", item.subject, item.due, item.deed, false); break;
        case EntryKind::protection_visit: speak.say("protection_visit", item.subject, item.due, item.deed, false); break;
        case EntryKind::clock:
            if (item.about == promise_check) break;  // the promise itself is named
            speak.say(item.about == "desk.pause" ? "pause_again" : "legal_clock", item.subject, item.due, item.deed, false);
            break;
        default:
            if (item.due < now) speak.say("call_late", item.subject, item.due, item.deed, false);
        }
    }
    guardians_into(speak, d);
    if (dispute::is_mediator(d, reader)) {
        sessions_into(speak, d, reader, leave);
        return out;
    }
    auto const* chair = dispute::presiding(d);
    if (chair) std::erase_if(out, [&](Reminder const& one) { return one.due >= now; });
    return out;
}

}  // namespace maple::app
