#include "dispute/life.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

using enum Stage;
using access::Right;

std::vector<Stage> const before_the_room{requested, accepted, inviting, diverted};
std::vector<Stage> const in_the_room{accepted, inviting, diverted, mediating};
std::vector<Stage> const conferring{accepted, inviting, diverted, mediating, agreed};
std::vector<Stage> const from_acceptance{accepted, inviting, diverted, mediating, agreed, visiting};
std::vector<Stage> const alive{requested, accepted, inviting, diverted, mediating, agreed, visiting, terminated};
std::vector<Stage> const all{requested, accepted, inviting, diverted, mediating, agreed, visiting, archived,
                             advised, refused, terminated, transferred};
std::vector<Stage> const since_accepted{accepted, inviting, diverted, mediating, agreed, visiting, terminated, transferred, archived};
std::vector<Stage> const same{};  // a deed that leaves the stage as it is

std::vector<Permit> const table{
    // acceptance
    {"acceptance.requested", Right::take_in, {}, {requested}, false},
    {"acceptance.accepted", Right::take_in, {requested}, {accepted, inviting, diverted, mediating}},
    {"acceptance.advised", Right::take_in, {requested}, {advised}},
    {"acceptance.refused", Right::take_in, {requested}, {refused}},
    {"acceptance.transferred", Right::take_in, before_the_room, {transferred}},
    {"acceptance.consent_recorded", Right::take_in, {requested, accepted, inviting, diverted, mediating},
     {requested, accepted, inviting, diverted, mediating, agreed, visiting, terminated}},
    {"acceptance.tongue_chosen", Right::take_in, alive, same, false},  // by the party, at its own door
    {"acceptance.amended", Right::take_in, {requested, accepted, inviting, diverted, mediating}, same},
    {"acceptance.party_added", Right::take_in, {requested, accepted, inviting, diverted, mediating},
     {requested, accepted, inviting, diverted, mediating}},
    {"acceptance.party_amended", Right::take_in, alive, alive},  // back to asking, where somebody else has to speak for it
    {"acceptance.merged", Right::take_in, {requested}, {advised}},
    {"acceptance.unmerged", Right::take_in, {advised}, {requested}},
    // diversion
    {"diversion.graded", Right::divert, {accepted, inviting, diverted, mediating}, same},
    {"diversion.diverted", Right::divert, {accepted, inviting, diverted, mediating}, {inviting, diverted, mediating}},
    {"diversion.received", Right::receive, {inviting, diverted, mediating}, {inviting, diverted, mediating}},
    {"diversion.returned", Right::receive, {inviting, diverted, mediating}, {accepted, inviting, diverted, mediating}},
    {"diversion.appointed", Right::receive, {inviting, diverted, mediating, agreed}, {inviting, diverted, mediating, agreed}},
    {"diversion.handed_over", Right::keep_organisations, alive, same, false},
    {"diversion.appointment_ended", Right::keep_people, {inviting, diverted, mediating, agreed, visiting, terminated},
     {inviting, diverted, agreed, visiting, terminated}, false},
    {"diversion.wished", Right::take_in, in_the_room, same},
    {"diversion.disclosed", Right::mediate, {inviting, diverted, mediating}, same},
    {"diversion.challenged", Right::take_in, {inviting, diverted, mediating}, same},
    {"diversion.conflict_consented", Right::receive, {inviting, diverted, mediating}, same},
    {"diversion.conflict_decided", Right::lead_people, {inviting, diverted, mediating}, {inviting, diverted, mediating}},
    // mediation
    {"mediation.rights_told", Right::mediate, in_the_room, same},
    {"mediation.participant_invited", Right::mediate, in_the_room, same},
    {"mediation.participant_left", Right::mediate, since_accepted, same},  // who sits in to learn reads on after the end
    {"mediation.session_planned", Right::plan_sessions, {inviting, diverted, mediating}, same},
    {"mediation.session_cancelled", Right::plan_sessions, alive, same},
    {"mediation.session_answered", Right::mediate, {inviting, diverted, mediating}, same, false},  // by the party, at its own door
    {"mediation.session_held", Right::mediate, {inviting, diverted, mediating}, same},
    {"mediation.paused", Right::mediate, {mediating}, same},
    {"mediation.resumed", Right::mediate, {mediating}, same},
    {"mediation.extended", Right::mediate, {mediating}, same},
    {"mediation.noted", Right::follow_up, alive, same},
    {"mediation.risk_raised", Right::follow_up, alive, same},  // by the desk, too: danger does not wait for a mediator
    {"mediation.risk_reported", Right::read_dispute, alive, same},
    {"mediation.risk_cleared", Right::mediate, alive, same},
    {"mediation.department_called", Right::mediate, in_the_room, same},
    {"mediation.call_accepted", Right::answer_call, in_the_room, same},
    {"mediation.call_declined", Right::answer_call, in_the_room, same},
    {"mediation.department_arrived", Right::mediate, in_the_room, same},  // or the department itself
    {"mediation.call_answered", Right::mediate, in_the_room, same},
    {"mediation.call_ended", Right::mediate, in_the_room, same},
    {"mediation.issue_named", Right::mediate, in_the_room, same},
    {"mediation.vault_noted", Right::mediate, {inviting, diverted, mediating}, same},
    {"mediation.crossing_agreed", Right::mediate, {inviting, diverted, mediating}, same},
    {"mediation.crossing_withdrawn", Right::mediate, {inviting, diverted, mediating}, same},
    {"mediation.statement_released", Right::mediate, {inviting, diverted, mediating}, same},
    {"mediation.safety_asked", Right::mediate, alive, same},
    {"mediation.safety_lifted", Right::mediate, alive, same},
    {"mediation.child_heard", Right::mediate, alive, same},
    {"mediation.protection_filed", Right::follow_up, alive, same},
    {"mediation.protection_visited", Right::follow_up, alive, same},
    {"mediation.conference_called", Right::mediate, conferring, same},
    {"mediation.conference_invited", Right::mediate, alive, same},
    {"mediation.conference_papers_chosen", Right::mediate, alive, same},
    {"mediation.conference_uninvited", Right::mediate, alive, same},  // or who was invited, itself
    {"mediation.advice_given", Right::follow_up, alive, same},        // noted by a clerk; or by who was invited, itself
    {"mediation.conference_decided", Right::mediate, alive, same},
    {"mediation.conference_called_off", Right::mediate, alive, same},
    {"mediation.conference_task_done", Right::follow_up, all, same},
    {"mediation.party_left", Right::mediate, {inviting, diverted, mediating},
     {inviting, diverted, mediating, agreed, visiting}},
    {"mediation.terminated", Right::end_mediation, {accepted, inviting, diverted, mediating}, {terminated, agreed, visiting}},
    {"mediation.termination_delivered", Right::end_mediation, {terminated, agreed, visiting}, same},
    // resolution
    {"resolution.agreement_drafted", Right::mediate, {mediating}, same},
    {"resolution.signed", Right::mediate, {mediating}, same},
    {"resolution.link_made", Right::mediate, {mediating}, same},
    {"resolution.link_revoked", Right::mediate, {mediating}, same},
    {"resolution.signing_declined", Right::mediate, {mediating}, same},
    {"resolution.mediator_signed", Right::mediate, {mediating}, same},
    {"resolution.sealed", Right::seal, {mediating}, {mediating, agreed, visiting}},
    {"resolution.orally_agreed", Right::mediate, {mediating}, {mediating, agreed, visiting}},
    {"resolution.performed", Right::follow_up, {mediating, agreed, visiting}, {mediating, agreed, visiting}},  // a broken promise, too, late
    {"resolution.waived", Right::follow_up, {mediating, agreed}, {mediating, agreed, visiting}},
    {"resolution.breached", Right::follow_up, {mediating, agreed}, {mediating, agreed, visiting}},
    {"resolution.court_chosen", Right::follow_up, {mediating, agreed, visiting, archived}, same},
    {"resolution.confirmation_applied", Right::follow_up, {mediating, agreed, visiting, archived}, same},
    {"resolution.confirmation_docketed", Right::follow_up, {mediating, agreed, visiting, archived}, same},
    {"resolution.confirmation_ruled", Right::follow_up, {mediating, agreed, visiting, archived}, same},
    {"resolution.ruling_received", Right::follow_up, {mediating, agreed, visiting, archived}, same},
    // follow-up
    {"followup.visited", Right::follow_up, {agreed, visiting, terminated}, {agreed, visiting, terminated}},
    {"followup.reopened", Right::follow_up, {agreed, visiting, terminated, archived}, {agreed, visiting, terminated, archived}},
    {"followup.archived", Right::archive, {visiting, terminated}, {archived}},
    // documents: what no deed says is filled in by hand; once the dossier is bound, only its note
    {"documents.filled", Right::follow_up, all, same, false},
    {"documents.package_sent", Right::follow_up, since_accepted, same},
    // oversight
    {"oversight.glass_broken", Right::break_glass, all, same},
    {"privacy.restricted", Right::archive, {archived, advised, refused, transferred}, same},
    {"privacy.released", Right::archive, {archived, advised, refused, transferred}, same},
    // side doors
    {"documents.imported", Right::administer, {}, {archived, accepted, inviting, diverted, mediating}, false},
};

bool by_consent_of_all(Dispute const& d, Participant const& p)
{
    auto const present = present_parties(d);
    return std::all_of(present.begin(), present.end(), [&](Party const* one) {
        return std::find(p.consented.begin(), p.consented.end(), one->id) != p.consented.end();
    });
}

// What is heard from one side alone is heard by a mediator in person, whatever office somebody holds;
// the rules of the room say no to everybody else.
bool for_mediators_alone(std::string_view deed)
{
    return deed.starts_with("mediation.vault_") || deed.starts_with("mediation.safety_") || deed.starts_with("mediation.crossing_") ||
           deed == "mediation.statement_released" || deed == "mediation.child_heard";
}

bool concluded_by_agreement(Dispute const& d) { return d.concluded_at && has_effective_agreement(d); }

}  // namespace

std::span<Permit const> life() { return table; }

Permit const* permit(std::string_view deed)
{
    auto const found = std::find_if(table.begin(), table.end(), [&](Permit const& p) { return p.deed == deed; });
    return found == table.end() ? nullptr : &*found;
}

Stage stage_of(Dispute const& d)
{
    if (d.archived_at) return archived;
    if (d.closed_as)
        return *d.closed_as == Closing::transferred ? transferred : *d.closed_as == Closing::refused ? refused : advised;
    if (concluded_by_agreement(d)) return promises_settled(d) ? visiting : agreed;
    if (d.termination) return terminated;
    if (!d.accepted_at) return requested;
    if (!d.diverted_at) return accepted;
    if (!all_consented(d)) return inviting;
    if (awaits_receipt(d) || !presiding(d)) return diverted;
    return mediating;
}

Result<void> permitted(Dispute const& d, std::string_view deed)
{
    auto const* row = permit(deed);
    if (row && std::find(row->from.begin(), row->from.end(), d.stage) != row->from.end()) return {};
    return refuse(Because::wrong_stage, "wrong_stage",
                  {{"deed", "@deed." + std::string(deed)},
                   {"stage", std::string("@stage.") + boost::describe::enum_to_string(d.stage, "?")}});
}

bool Deeds::contains(std::string_view deed) const
{
    auto const* row = permit(deed);
    auto const n = row ? std::size_t(row - table.data()) : most;
    return row && (bits_[n / 64] >> n % 64 & 1);
}

std::vector<std::string> Deeds::names() const
{
    std::vector<std::string> all;
    for (std::size_t n = 0; n < table.size(); ++n)
        if (bits_[n / 64] >> n % 64 & 1) all.emplace_back(table[n].deed);
    return all;
}

Deeds allowed(Dispute const& d, access::Caller const& caller, Instant now)
{
    if (table.size() > Deeds::most) throw std::logic_error("more deeds than a set of them can hold");
    Deeds deeds;
    auto const matter = matter_of(d, now);
    bool const mediates = is_mediator(d, caller.person);
    // A few rights stand in many rows: each is asked for once.
    std::array<std::optional<bool>, std::size_t(Right::break_glass) + 1> known;
    auto const may = [&](Right right) {
        auto& answer = known[std::size_t(right)];
        if (!answer) answer = access::may(caller, right, matter);
        return *answer;
    };
    for (std::size_t n = 0; n < table.size(); ++n) {
        auto const& row = table[n];
        if (row.listed && std::find(row.from.begin(), row.from.end(), d.stage) != row.from.end() && may(row.right) &&
            (mediates || !for_mediators_alone(row.deed)))
            deeds.add(n);
    }
    return deeds;
}

access::Matter matter_of(Dispute const& d, Instant now)
{
    access::Matter matter;
    for (auto const& turn : d.handlings) matter.scopes.push_back(turn.scope);
    if (!d.handlings.empty()) matter.answering = answerable(d).scope;
    for (auto const& a : d.appointments) {
        matter.hands.push_back(a.person);
        if (!a.until) matter.persons.push_back(a.person);
    }
    if (d.appointments.empty() && !d.handlings.empty()) matter.registrar = d.handlings.front().sent_by;
    for (auto const& p : d.participants) {
        if (!p.person || p.left || !by_consent_of_all(d, p)) continue;
        if (p.role == apprentice) matter.apprentices.push_back(p.person);
        else if (!d.concluded_at) matter.participants.push_back(p.person);
    }
    for (auto const& one : d.room.calls)
        if (running(d, one)) matter.called.push_back(one.scope);
    for (auto const& one : d.room.conferences)
        for (auto const& seat : one.seats)
            if (seat.person && !d.restricted_at && may_look(one, seat, now)) matter.consulted.push_back(seat.person);
    matter.presided = presiding(d) != nullptr;
    matter.restricted = d.restricted_at.has_value();
    for (auto const& glass : d.glasses)
        if (now < glass.until) matter.glass.push_back(glass.person);
    return matter;
}

bool takes_part(Dispute const& d, Key person)
{
    if (is_mediator(d, person)) return true;
    return std::any_of(d.participants.begin(), d.participants.end(), [&](Participant const& one) { return one.person && one.person == person && !one.left; });
}

bool is_over(Stage stage)
{
    return stage == archived || stage == advised || stage == refused || stage == transferred;
}

}  // namespace maple::dispute
