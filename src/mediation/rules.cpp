#include "mediation/rules.hpp"
#include "dispute/next.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using dispute::Consent;
using dispute::Party;
using dispute::Session;
using dispute::SessionKind;

constexpr std::string_view note_kinds[] = {"call", "visit", "talk", "evidence", "other"};

// Every fault of a list of parties at once.
Result<void> sound_parties(Dispute const& d, std::vector<Key> const& parties, std::string const& list)
{
    Problems faults;
    for (std::size_t i = 0; i < parties.size(); ++i) {
        auto const* p = dispute::party(d, parties[i]);
        auto const at = list + "/" + std::to_string(i);
        if (!p) faults.push_back({at, "unknown_party"});
        else if (p->left) faults.push_back({at, "party_left"});
        else if (std::count(parties.begin(), parties.begin() + std::ptrdiff_t(i), parties[i]) > 0) faults.push_back({at, "party_twice"});
    }
    if (faults.empty()) return {};
    return Refusal{Because::invalid, "form.invalid", {}, {}, std::move(faults)};
}

Result<void> known_parties(Dispute const& d, std::vector<Key> const& parties)
{
    if (parties.empty()) return refuse_field("/parties", "party_needed");
    return sound_parties(d, parties, "/parties");
}

// Who had left by then was not there; a record that is written later names who was.
Result<void> known_participants(Dispute const& d, std::vector<Key> const& participants, Instant at)
{
    for (std::size_t i = 0; i < participants.size(); ++i) {
        auto const field = "/participants/" + std::to_string(i);
        auto const* guest = dispute::participant(d, participants[i]);
        if (!guest) return refuse_field(field, "unknown_participant");
        if (guest->left && guest->left->at <= at) return refuse_field(field, "participant_left");
    }
    return {};
}

Result<void> remedies_told(law::Book const& book, std::vector<std::string> const& remedies)
{
    if (remedies.empty()) return refuse_field("/remedies", "remedies_needed", {}, "PML-26");
    for (std::size_t i = 0; i < remedies.size(); ++i)
        if (!book.choice("remedy", remedies[i])) return refuse_field("/remedies/" + std::to_string(i), "not_in_the_book");
    return {};
}

// Of every kind of meeting: whoever looks at a place with both brings them together, too.
Result<void> may_meet(std::optional<dispute::Apart> apart)
{
    if (!apart) return {};
    switch (*apart) {
    case dispute::Apart::by_risk: return refuse(Because::forbidden_by, "session.violence_apart", {}, "DV-5");
    case dispute::Apart::by_order: return refuse(Because::forbidden_by, "session.order_in_force", {}, "DV-29");
    case dispute::Apart::by_measure: break;
    }
    return refuse(Because::forbidden_by, "session.kept_apart", {}, "DV-5");
}

// Whether this party may sit down to be mediated now.
Result<void> willing_and_told(Party const& p, Instant at)
{
    if (p.consent == Consent::refused) return refuse(Because::forbidden_by, "session.refused", by_side(p), "PML-17");
    if (p.consent != Consent::agreed) return refuse(Because::forbidden_by, "session.not_consented", by_side(p), "PML-17");
    if (!p.rights_told_at || *p.rights_told_at > at) return refuse(Because::forbidden_by, "session.rights_not_told", by_side(p), "PML-23");
    if (p.capacity != dispute::Capacity::full && !p.guardian)
        return refuse(Because::forbidden_by, "session.guardian_needed", by_side(p), p.capacity == dispute::Capacity::none ? "CC-20" : "CC-19");
    if (p.guardian && p.guardian->accused && p.capacity != dispute::Capacity::full)
        return refuse(Because::forbidden_by, "session.guardian_accused", by_side(p), "MIN-11");
    return {};
}

// Nobody's time is booked for a session that may not be held: the party stays away, the others would come.
Result<void> nobody_refuses(Dispute const& d, Session const& s)
{
    if (s.kind != SessionKind::joint && s.kind != SessionKind::separate) return {};
    for (auto const id : s.parties)
        if (auto const& p = *dispute::party(d, id); p.consent == Consent::refused) {
            auto no = refuse(Because::forbidden_by, "session.refused", by_side(p), "PML-17");
            no.problems = {{"/parties", "session.refused", by_side(p)}};
            return no;
        }
    return {};
}

Result<void> may_attend(Dispute const& d, Session const& s, Instant at)
{
    for (auto const id : s.parties) {
        auto const& p = *dispute::party(d, id);
        if (s.kind == SessionKind::joint) {
            if (auto ok = willing_and_told(p, at); !ok) return ok;
        } else if (p.consent == Consent::refused && s.kind == SessionKind::separate) {
            return refuse(Because::forbidden_by, "session.refused", by_side(p), "PML-17");
        }
    }
    if (s.kind == SessionKind::separate && dispute::both_sides(d, s.parties)) return refuse_field("/parties", "separate_means_one_side");
    return may_meet(dispute::kept_apart(d, s.parties, at, at));
}

// SPC16 art. 15: whoever mediates has said what ties there are before all sit down together;
// where there is one, every party has to wish to go on before anything is held.
Result<void> nothing_stands_between(Dispute const& d, Session const& s)
{
    if (dispute::open_conflict_in_the_room(d)) return refuse(Because::forbidden_by, "session.conflict_open", {}, "SPC16-15");
    if (s.kind != SessionKind::joint) return {};
    for (auto const& a : d.appointments)
        if (!a.until && !dispute::disclosed(d, a.person)) return refuse(Because::forbidden_by, "session.not_disclosed", {}, "SPC16-15");
    return {};
}

}  // namespace

Result<RightsTold> tell_rights(Dispute const& d, std::vector<Key> parties, bool in_writing, dispute::Tongue language)
{
    if (auto ok = dispute::permitted(d, RightsTold::deed); !ok) return ok.error();
    if (auto ok = known_parties(d, parties); !ok) return ok.error();
    return RightsTold{std::move(parties), in_writing, language};
}

Result<ParticipantInvited> invite(Dispute const& d, dispute::Participant participant)
{
    if (auto ok = dispute::permitted(d, ParticipantInvited::deed); !ok) return ok.error();
    if (participant.role == dispute::apprentice && !participant.person) return refuse_field("/person", "apprentice_person_needed");
    if (participant.person) {
        if (dispute::is_mediator(d, participant.person)) return refuse_field("/person", "apprentice_is_mediator");
        for (auto const& known : d.participants)
            if (known.person == participant.person && !known.left) return refuse_field("/person", "participant_already");
    }
    if (auto ok = sound_parties(d, participant.consented, "/consented"); !ok) return ok.error();
    for (auto const* p : dispute::present_parties(d))
        if (std::find(participant.consented.begin(), participant.consented.end(), p->id) == participant.consented.end())
            return refuse(Because::forbidden_by, "participant.not_consented", by_side(*p), "PML-20");
    return ParticipantInvited{std::move(participant)};
}

Result<ParticipantLeft> let_go(Dispute const& d, law::Book const& book, Key id, std::string reason)
{
    if (auto ok = dispute::permitted(d, ParticipantLeft::deed); !ok) return ok.error();
    auto const* guest = dispute::participant(d, id);
    if (!guest) return refuse(Because::not_found, "participant.unknown");
    if (guest->left) return refuse(Because::conflict, "participant.left");
    if (!book.choice("participant_left", reason)) return refuse_field("/reason", "not_in_the_book");
    return ParticipantLeft{id, std::move(reason)};
}

Result<SessionPlanned> plan(Dispute const& d, Session session, Instant now)
{
    if (auto ok = dispute::permitted(d, SessionPlanned::deed); !ok) return ok.error();
    if (auto ok = known_parties(d, session.parties); !ok) return ok.error();
    if (!session.planned_for || *session.planned_for < now) return refuse_field("/planned_for", "in_the_past");
    if (auto const* known = dispute::session(d, session.id)) {
        if (known->held_at) return refuse(Because::conflict, "session.held_already");
        if (known->cancelled_at) return refuse(Because::conflict, "session.cancelled_already");
    }
    if (auto ok = nobody_refuses(d, session); !ok) return ok.error();
    if (auto ok = may_meet(dispute::kept_apart(d, session.parties, *session.planned_for, now)); !ok) return ok.error();
    if (session.room && session.by != dispute::By::in_person) return refuse_field("/room", "no_place_needed");
    for (std::size_t i = 0; i < session.people.size(); ++i)
        if (!dispute::takes_part(d, session.people[i])) return refuse_field("/people/" + std::to_string(i), "not_taking_part");
    return SessionPlanned{std::move(session)};
}

Result<SessionHeld> hold(Dispute const& d, law::Book const& book, Session session, Instant at)
{
    if (auto ok = dispute::permitted(d, SessionHeld::deed); !ok) return ok.error();
    if (auto ok = known_parties(d, session.parties); !ok) return ok.error();
    if (auto ok = known_participants(d, session.participants, at); !ok) return ok.error();
    if (auto const* known = dispute::session(d, session.id); known && known->held_at) return refuse(Because::conflict, "session.held_already");
    if (auto const* known = dispute::session(d, session.id); known && known->cancelled_at) return refuse(Because::conflict, "session.cancelled_already");
    if (session.kind == SessionKind::joint && d.stage != dispute::Stage::mediating)
        return dispute::permitted(d, "resolution.agreement_drafted").error();  // names the stage
    for (auto const& r : d.pauses)
        if (!r.until) return refuse(Because::conflict, "session.paused");
    if (auto ok = may_attend(d, session, at); !ok) return ok.error();
    if (auto ok = nothing_stands_between(d, session); !ok) return ok.error();
    for (std::size_t i = 0; i < session.methods.size(); ++i)
        if (!book.choice("method", session.methods[i])) return refuse_field("/methods/" + std::to_string(i), "not_in_the_book");
    if (session.kind == SessionKind::joint && !session.result) return refuse_field("/result", "missing");
    return SessionHeld{std::move(session)};
}

Result<Paused> pause(Dispute const& d, law::Book const& book, std::string reason)
{
    if (auto ok = dispute::permitted(d, Paused::deed); !ok) return ok.error();
    if (!d.pauses.empty() && !d.pauses.back().until) return refuse(Because::conflict, "pause.already");
    if (auto const* clock = dispute::mediation_rule(d, book); clock && !clock->may_pause)
        return refuse(Because::forbidden_by, "pause.not_this_clock", {}, clock->statute);
    if (!book.choice("pause", reason)) return refuse_field("/reason", "not_in_the_book");
    return Paused{std::move(reason)};
}

Result<Resumed> resume(Dispute const& d, Instant at)
{
    if (auto ok = dispute::permitted(d, Resumed::deed); !ok) return ok.error();
    if (d.pauses.empty() || d.pauses.back().until) return refuse(Because::conflict, "pause.none");
    if (at < d.pauses.back().from) return refuse_field("/happened_at", "before_the_pause");
    return Resumed{};
}

Result<Extended> extend(Dispute const& d, law::Book const& book, DaysMore days, std::vector<Key> agreed_by, Instant at)
{
    if (auto ok = dispute::permitted(d, Extended::deed); !ok) return ok.error();
    auto const* clock = dispute::mediation_rule(d, book);
    if (auto ok = sound_parties(d, agreed_by, "/agreed_by"); !ok) return ok.error();
    if (clock && !clock->may_extend) return refuse(Because::forbidden_by, "extend.not_this_clock", {}, clock->statute);
    for (auto const* p : dispute::present_parties(d))
        if (std::find(agreed_by.begin(), agreed_by.end(), p->id) == agreed_by.end())
            return refuse(Because::forbidden_by, "extend.not_agreed", by_side(*p), clock ? clock->statute : "");
    // Where mediation has failed by its time, that is made no longer; what was agreed before may be written down after it.
    if (auto const due = dispute::mediation_clock(d, book, at); due.at < at && clock && !clock->may_extend_late)
        return refuse_field("/happened_at", "time_was_over", {{"date", iso(date_in_beijing(due.at))}}, clock->statute);
    return Extended{days, std::move(agreed_by)};
}

Result<Noted> note(Dispute const& d, std::string kind, Kept text)
{
    if (auto ok = dispute::permitted(d, Noted::deed); !ok) return ok.error();
    if (std::find(std::begin(note_kinds), std::end(note_kinds), kind) == std::end(note_kinds)) return refuse_field("/kind", "not_in_the_book");
    return Noted{std::move(kind), std::move(text)};
}

Result<RiskRaised> raise_risk(Dispute const& d, dispute::Risk risk)
{
    if (auto ok = dispute::permitted(d, RiskRaised::deed); !ok) return ok.error();
    return RiskRaised{std::move(risk)};
}

Result<RiskReported> report_risk(Dispute const& d, Key id, std::string to, Kept receipt)
{
    if (auto ok = dispute::permitted(d, RiskReported::deed); !ok) return ok.error();
    auto const* r = dispute::risk(d, id);
    if (!r) return refuse(Because::not_found, "risk.unknown");
    if (r->cleared_at) return refuse(Because::conflict, "risk.cleared");
    return RiskReported{id, std::move(to), std::move(receipt)};
}

Result<RiskCleared> clear_risk(Dispute const& d, Key id, Kept why)
{
    if (auto ok = dispute::permitted(d, RiskCleared::deed); !ok) return ok.error();
    auto const* r = dispute::risk(d, id);
    if (!r) return refuse(Because::not_found, "risk.unknown");
    if (r->cleared_at) return refuse(Because::conflict, "risk.cleared");
    if (r->level == dispute::RiskLevel::red && !r->reported_at) return refuse(Because::forbidden_by, "risk.unreported", {}, "PML-25");
    return RiskCleared{id, std::move(why)};
}

Result<PartyLeft> leave(Dispute const& d, law::Book const& book, Key id, Key member, std::string reason, std::vector<std::string> remedies)
{
    if (auto ok = dispute::permitted(d, PartyLeft::deed); !ok) return ok.error();
    auto const* p = dispute::party(d, id);
    if (!p) return refuse(Because::not_found, "party.unknown");
    if (p->left) return refuse(Because::conflict, "party.left");
    if (!book.choice("termination", reason)) return refuse_field("/reason", "not_in_the_book");
    if (auto ok = remedies_told(book, remedies); !ok) return ok.error();
    if (member) {
        auto const one = std::find_if(p->members.begin(), p->members.end(), [&](auto const& m) { return m.id == member; });
        if (one == p->members.end()) return refuse(Because::not_found, "member.unknown");
        if (one->left) return refuse(Because::conflict, "party.left");
        return PartyLeft{id, member, std::move(reason), std::move(remedies)};
    }
    auto const present = dispute::present_parties(d);
    if (std::count_if(present.begin(), present.end(), [&](auto const* other) { return other->side == p->side; }) < 2)
        return refuse(Because::forbidden_by, "leave.last_of_its_side", by_side(*p), "PML-26");
    return PartyLeft{id, {}, std::move(reason), std::move(remedies)};
}

Result<Terminated> terminate(Dispute const& d, law::Book const& book, std::string reason, std::vector<std::string> remedies, Kept note)
{
    if (auto ok = dispute::permitted(d, Terminated::deed); !ok) return ok.error();
    if (!book.choice("termination", reason)) return refuse_field("/reason", "not_in_the_book");
    if (auto ok = remedies_told(book, remedies); !ok) return ok.error();
    if (dispute::red_risk_unreported(d)) return refuse(Because::forbidden_by, "risk.unreported", {}, "PML-25");
    // Before it was sent to anybody nothing but a clear no ends what was accepted (PML art. 17).
    if (d.stage == dispute::Stage::accepted && !dispute::anyone_refuses(d))
        return refuse(Because::forbidden_by, "termination.nobody_refuses", {}, "PML-17");
    return Terminated{std::move(reason), std::move(remedies), std::move(note)};
}

Result<TerminationDelivered> deliver(Dispute const& d, dispute::By by)
{
    if (auto ok = dispute::permitted(d, TerminationDelivered::deed); !ok) return ok.error();
    if (!d.termination) return refuse(Because::conflict, "termination.none");
    if (d.termination->delivered_at) return refuse(Because::conflict, "termination.delivered");
    return TerminationDelivered{by};
}

}  // namespace maple::mediation
