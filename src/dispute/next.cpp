#include "dispute/next.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

using law::Book;

law::Due desk_clock(Dispute const& d, Book const& book, std::string_view key, Instant trigger, Instant now)
{
    (void)d;
    return law::due(book, key, trigger, now);
}

Next step(Dispute const& d, Action action, std::string_view deed, std::string_view statute, std::optional<law::Due> due = {})
{
    Next next{action, answerable(d).organisation, {}, {}, {}, std::string(statute), deed, {}, {}};
    if (due) {
        next.clock = due->clock;
        if (!due->paused) next.due = due->at;
        next.why = due->why;
        if (next.statute.empty()) next.statute = due->statute;
    }
    return next;
}

Next by_mediator(Dispute const& d, Next next)
{
    if (auto const* chair = presiding(d)) next.person = chair->person;
    return next;
}

Next about(Next next, Key subject)
{
    next.subject = shown(subject);
    return next;
}

Party const* first_party(Dispute const& d, bool (*asks)(Party const&))
{
    for (auto const& p : d.parties)
        if (!p.left && asks(p)) return &p;
    return nullptr;
}

// PML art. 17: whoever clearly does not want it is not mediated. Another of the same side who was not asked
// yet may still go on without this one.
std::optional<Next> unwilling(Dispute const& d, std::optional<law::Due> clock)
{
    auto const present = present_parties(d);
    auto const gone = std::any_of(present.begin(), present.end(), [&](Party const* p) {
        return p->consent == Consent::refused && std::none_of(present.begin(), present.end(), [&](Party const* other) {
                   return other->side == p->side && other->consent == Consent::not_asked;
               });
    });
    if (!gone) return std::nullopt;
    return by_mediator(d, step(d, Action::terminate, "mediation.terminated", "PML-17", std::move(clock)));
}

Next inviting(Dispute const& d, Book const& book, Instant now)
{
    auto const unasked = first_party(d, [](Party const& p) { return p.consent == Consent::not_asked; });
    auto const clock = desk_clock(d, book, "desk.inviting", d.stage_since, now);
    if (auto end = unwilling(d, clock)) return *end;
    if (unasked) return about(step(d, Action::ask_consent, "acceptance.consent_recorded", "PML-17", clock), unasked->id);
    auto const silent = first_party(d, [](Party const& p) { return p.consent == Consent::unreachable; });
    auto asked = step(d, Action::ask_consent, "acceptance.consent_recorded", "PML-17", clock);
    return silent ? about(asked, silent->id) : asked;
}

Next diverting(Dispute const& d, Book const& book, Instant now)
{
    auto const clock = desk_clock(d, book, "desk.accepted", d.accepted_at.value_or(d.stage_since), now);
    if (auto end = unwilling(d, clock)) return *end;
    return step(d, Action::grade_and_divert, "diversion.diverted", "", clock);
}

Next receiving(Dispute const& d, Book const& book, Instant now)
{
    if (awaits_receipt(d)) {
        auto next = step(d, Action::sign_for, "diversion.received", "",
                         desk_clock(d, book, "desk.diverted", latest_handling(d).sent_at, now));
        return next;  // the sender stays answerable until the receiver has signed
    }
    auto since = latest_handling(d).received_at.value_or(d.stage_since);
    for (auto const& a : d.appointments)
        if (a.until) since = std::max(since, *a.until);  // somebody was here and is gone: the time begins anew
    return step(d, Action::appoint_mediator, "diversion.appointed", "PML-19", desk_clock(d, book, "desk.diverted", since, now));
}

Session const* planned_session(Dispute const& d)
{
    Session const* soonest = nullptr;
    for (auto const& s : d.sessions)
        if (awaited(s) && (!soonest || *s.planned_for < *soonest->planned_for)) soonest = &s;
    return soonest;
}

Agreement const* open_draft(Dispute const& d)
{
    for (auto const& a : d.agreements)
        if (!a.oral && !a.effective_at) return &a;
    return nullptr;
}

bool signed_by_parties(Dispute const& d, Agreement const& a)
{
    return std::all_of(a.parties.begin(), a.parties.end(), [&](Key party) { return signed_at(d, a, party).has_value(); });
}

ClockPause const* open_pause(Dispute const& d)
{
    return d.pauses.empty() || d.pauses.back().until ? nullptr : &d.pauses.back();
}

// Where the time of mediation stands still, the house says when the pause is looked at again.
std::optional<law::Due> pause_clock(Dispute const& d, Book const& book, Instant now)
{
    auto const* pause = open_pause(d);
    if (!pause || !mediation_clock(d, book, now).paused) return std::nullopt;
    return law::due(book, "desk.pause", pause->from, now);
}

Next mediating(Dispute const& d, Book const& book, Instant now)
{
    auto const clock = mediation_clock(d, book, now);
    auto const mediator = [&](Action action, std::string_view deed, std::string_view statute) {
        return by_mediator(d, step(d, action, deed, statute, clock));
    };
    if (open_pause(d)) {  // nothing is held before it has ended, whether or not this clock can be stopped
        auto const again = pause_clock(d, book, now);
        return by_mediator(d, step(d, Action::resume_mediation, "mediation.resumed", "", again.value_or(clock)));
    }
    if (auto const unasked = first_party(d, [](Party const& p) { return p.consent == Consent::not_asked; }))
        return about(mediator(Action::ask_consent, "acceptance.consent_recorded", "PML-17"), unasked->id);
    // Before the draft, too: nobody signs without knowing its rights, and another may have joined since.
    if (auto const untold = first_party(d, [](Party const& p) { return !p.rights_told_at; }))
        return about(mediator(Action::tell_rights, "mediation.rights_told", "PML-23"), untold->id);
    if (auto const* draft = open_draft(d)) {
        bool const parties = signed_by_parties(d, *draft), ready = parties && draft->mediator_signed_at;
        auto next = ready ? mediator(Action::affix_seal, "resolution.sealed", "PML-29")
                          : mediator(Action::collect_signatures, parties ? "resolution.mediator_signed" : "resolution.signed", "PML-29");
        if (ready) next.person = {};  // the seal is the committee's
        return about(next, draft->id);
    }
    if (!disclosed(d, presiding(d)->person)) return mediator(Action::disclose, "diversion.disclosed", "SPC16-15");
    if (auto const* planned = planned_session(d)) {
        auto next = mediator(Action::hold_session, "mediation.session_held", "PML-22");
        if (!next.due || *planned->planned_for < *next.due) {
            next.due = planned->planned_for;
            next.clock = {};
            next.why = {{"clock.session_planned", {{"date", iso(date_in_beijing(*planned->planned_for))}}}};
        }
        return about(next, planned->id);
    }
    auto const joint = std::find_if(d.sessions.rbegin(), d.sessions.rend(), [](Session const& s) { return s.held_at && s.kind != SessionKind::conference; });
    if (joint == d.sessions.rend()) return mediator(Action::plan_session, "mediation.session_planned", "PML-21");
    if (joint->result == SessionResult::failed) return mediator(Action::terminate, "mediation.terminated", "PML-26");
    if (joint->result == SessionResult::success) return mediator(Action::reach_agreement, "resolution.agreement_drafted", "PML-28");
    return mediator(Action::plan_session, "mediation.session_planned", "PML-21");
}

Obligation const* first_promise(Dispute const& d)
{
    Obligation const* soonest = nullptr;
    for (auto const& a : d.agreements)
        if (a.effective_at)
            for (auto const& o : a.obligations)
                if (!o.settled_at && (!soonest || o.due < soonest->due)) soonest = &o;
    return soonest;
}

Next agreed(Dispute const& d, Instant now)
{
    auto const* soonest = first_promise(d);
    bool const late = soonest && end_of(soonest->due) < now;
    auto next = by_mediator(d, step(d, late ? Action::urge_performance : Action::check_performance, "resolution.performed", "PML-31"));
    if (soonest) {
        next.due = end_of(soonest->due);
        next.why.push_back({"clock.promise_due", {{"date", iso(soonest->due)}}});
        next.subject = shown(soonest->id);
    }
    return next;
}

// Counted from the last day of a promise that is not settled: before it nobody can see whether it was kept.
std::optional<law::Due> check_clock(Dispute const& d, Book const& book, Instant now)
{
    auto const* promise = first_promise(d);
    if (!promise || now <= end_of(promise->due)) return std::nullopt;
    return law::due(book, "desk.obligation_check", end_of(promise->due), now);
}

bool visit_needed(Dispute const& d)
{
    if (d.historical) return false;
    if (d.termination && !has_effective_agreement(d)) return risk_open(d);
    return true;
}

// The last moment from which quiet is counted: promises settled, or the ending itself.
std::optional<Instant> settled_since(Dispute const& d)
{
    std::optional<Instant> last = d.concluded_at;
    for (auto const& a : d.agreements)
        for (auto const& o : a.obligations)
            if (o.settled_at && (!last || *o.settled_at > *last)) last = o.settled_at;
    return last;
}

bool visited_since_settled(Dispute const& d)
{
    auto const since = settled_since(d);
    return std::any_of(d.visits.begin(), d.visits.end(), [&](Visit const& v) { return !since || v.at >= *since; });
}

Next afterwards(Dispute const& d, Book const& book, Instant now)
{
    if (d.termination && !d.termination->delivered_at)
        return by_mediator(d, step(d, Action::deliver_termination, "mediation.termination_delivered", "PML-26",
                                   desk_clock(d, book, "desk.termination_delivery", d.termination->at, now)));
    if (visit_needed(d) && !visited_since_settled(d))
        return by_mediator(d, step(d, Action::make_visit, "followup.visited", "PML-31", visit_clock(d, book, now)));
    Instant last = d.stage_since;
    for (auto const& visit : d.visits) last = std::max(last, visit.at);
    return step(d, Action::archive, "followup.archived", "PML-27", desk_clock(d, book, "desk.archive", last, now));
}

bool going_on(Dispute const& d) { return d.stage == Stage::inviting || d.stage == Stage::diverted || d.stage == Stage::mediating; }

// While something stands against a mediator in the room, the organisation has to decide.
std::optional<Next> deciding(Dispute const& d, Book const& book, Instant now)
{
    auto const* conflict = going_on(d) && !awaits_receipt(d) ? open_conflict_in_the_room(d) : nullptr;
    if (!conflict) return std::nullopt;
    return about(step(d, Action::decide_conflict, "diversion.conflict_decided", "SPC16-15",
                      desk_clock(d, book, "desk.conflict", conflict->told_at, now)), conflict->id);
}

// Both were called to one hour before anybody knew that they must be kept apart (domain.md 6.4).
std::optional<Next> calling_off(Dispute const& d, Instant now)
{
    Session const* planned = nullptr;
    for (auto const& s : d.sessions)
        if (to_be_called_off(d, s, now) && (!planned || *s.planned_for < *planned->planned_for)) planned = &s;
    if (!planned || !going_on(d)) return std::nullopt;
    auto const why = kept_apart(d, planned->parties, *planned->planned_for, now);
    auto next = by_mediator(d, step(d, Action::call_off_session, "mediation.session_cancelled", why == Apart::by_order ? "DV-29" : "DV-5"));
    next.due = *planned->planned_for;
    return about(next, planned->id);
}

Next by_stage(Dispute const& d, Book const& book, Instant now)
{
    if (auto decision = deciding(d, book, now)) return *decision;
    switch (d.stage) {
    case Stage::requested:
        return step(d, Action::decide_acceptance, anyone_refuses(d) ? "acceptance.refused" : "acceptance.accepted", "PML-17",
                    desk_clock(d, book, "desk.requested", d.started_at, now));
    case Stage::accepted: return diverting(d, book, now);
    case Stage::inviting: return inviting(d, book, now);
    case Stage::diverted: return receiving(d, book, now);
    case Stage::mediating: return mediating(d, book, now);
    case Stage::agreed: return agreed(d, now);
    default: return afterwards(d, book, now);
    }
}

}  // namespace

std::optional<Next> next_step(Dispute const& d, law::Book const& book, Instant now)
{
    if (is_over(d.stage)) return std::nullopt;
    for (auto const& r : d.risks) {
        if (r.level != RiskLevel::red || r.reported_at) continue;  // PML art. 25: first of all
        auto report = by_mediator(d, step(d, Action::report_risk, "mediation.risk_reported", "PML-25",
                                          desk_clock(d, book, "desk.risk_report", r.raised_at, now)));
        if (r.kind == RiskKind::harm_to_minor) report.statute = "MIN-11";
        return about(report, r.id);
    }
    if (auto meeting = calling_off(d, now)) return *meeting;
    return by_stage(d, book, now);
}

std::optional<Next> next_step_for_party(Dispute d, law::Book const& book, Key party, Instant now)
{
    if (is_over(d.stage)) return std::nullopt;
    std::erase_if(d.sessions, [&](Session const& s) { return awaited(s) && !is_told_of(d, s, party, now); });
    return by_stage(d, book, now);
}

law::ClockRule const* mediation_rule(Dispute const& d, law::Book const& book)
{
    auto const* kind = book.kind(d.kind);
    std::string_view key = kind ? std::string_view(kind->clock) : "general";
    if (d.handover && !d.handover->clock.empty()) key = d.handover->clock;
    auto const* rule = book.clock(key);
    return rule ? rule : book.clock("general");
}

law::Due mediation_clock(Dispute const& d, law::Book const& book, Instant now)
{
    auto const* rule = mediation_rule(d, book);
    // Labour counts from the application, the court's clocks from signing for the papers.
    auto trigger = d.accepted_at.value_or(d.started_at);
    if (rule->key == "labour") trigger = d.requested_at.value_or(d.started_at);
    std::vector<law::Pause> pauses;
    for (auto const& p : d.pauses) pauses.push_back({p.from, p.until, p.reason});
    std::vector<law::Extension> extensions;
    for (auto const& e : d.extensions) extensions.push_back({int(e.days), e.agreed_at});
    return law::due(book, *rule, trigger, pauses, extensions, now);
}

std::optional<law::Due> visit_clock(Dispute const& d, law::Book const& book, Instant now)
{
    auto const since = settled_since(d);
    if (!since || !promises_settled(d)) return std::nullopt;
    return law::due(book, "desk.visit", *since, now);
}

CourtClocks court_clocks(Agreement const& a, law::Book const& book, Instant now)
{
    CourtClocks out;
    if (!a.confirmation) return out;
    auto const& c = *a.confirmation;
    if (c.docketed_at && !c.ruling) out.review = law::due(book, "court_review", *c.docketed_at, now);
    if (c.ruling == Ruling::valid && c.ruled_at) {
        for (auto const party : c.applicants) {
            auto const received = ruling_received(c, party);
            auto const from = received ? start_of(*received) : *c.ruled_at;
            out.objections.push_back({party, received, law::due(book, "confirmation_objection", from, now)});
        }
        out.third_party = law::due(book, "third_party_objection", *c.ruled_at, now);
    }
    return out;
}

std::optional<Date> ruling_received(Confirmation const& c, Key party)
{
    for (auto const& one : c.received)
        if (one.party == party) return one.on;
    return std::nullopt;
}

CourtNews court_news(Confirmation const& c)
{
    if (!c.ruling) return c.docketed_at ? CourtNews{AtCourt::docketed, "JI22-356"} : CourtNews{AtCourt::asked, "PML-33"};
    switch (*c.ruling) {
    case Ruling::valid: return {AtCourt::valid, "CPL-206"};
    case Ruling::dismissed: return {AtCourt::dismissed, "CPL-206"};
    case Ruling::not_accepted: return {AtCourt::not_accepted, "JI22-355"};
    case Ruling::withdrawn: break;
    }
    return {AtCourt::withdrawn, "JI22-357"};
}

bool confirmation_open(Agreement const& a)
{
    return a.effective_at && (!a.confirmation || (a.confirmation->ruling && a.confirmation->ruling != Ruling::valid));
}

bool after_filing(Dispute const& d) { return d.handover && d.handover->clock.starts_with("court_after"); }

bool may_go_to_court(Dispute const& d, law::Book const& book, Agreement const& a)
{
    auto const* kind = book.kind(d.kind);
    return confirmation_open(a) && !a.oral && !after_filing(d) && (!kind || kind->confirmable);
}

std::vector<law::Due> clocks(Dispute const& d, law::Book const& book, Instant now)
{
    std::vector<law::Due> running;
    if (d.historical || is_over(d.stage)) return running;
    if (d.accepted_at && !d.concluded_at) running.push_back(mediation_clock(d, book, now));
    if (d.stage == Stage::mediating)
        if (auto again = pause_clock(d, book, now)) running.push_back(*again);
    for (auto const& a : d.agreements) {
        if (may_go_to_court(d, book, a)) {
            auto const window = law::due(book, "confirmation", *a.effective_at, now);
            if (!a.confirmation || window.at >= now) running.push_back(window);  // who has asked once is not late
        }
        if (auto const review = court_clocks(a, book, now).review) running.push_back(*review);
    }
    if (d.stage == Stage::agreed)
        if (auto check = check_clock(d, book, now)) running.push_back(*check);
    if (d.stage == Stage::visiting)
        if (auto visit = visit_clock(d, book, now)) running.push_back(*visit);
    return running;
}

}  // namespace maple::dispute
