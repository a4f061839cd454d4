#include "dispute/file.hpp"
#include "dispute/next.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

void outcome_into(Row& row, Dispute const& d)
{
    for (auto const& a : d.agreements) {
        if (!a.effective_at) continue;
        row.agreed = true;
        row.outcome = a.oral && row.outcome != "written" ? "oral" : "written";
        for (auto const& o : a.obligations)
            if (o.amount) row.amount = Fen{row.amount.value_or(Fen{}).n + o.amount->n};
    }
    if (!row.agreed && d.termination) row.outcome = d.termination->reason;
    if (d.merged_into) row.outcome = "merged";
    if (!d.concluded_at) row.agreed = false;
}

void promises_into(Row& row, Dispute const& d)
{
    bool all_settled = true, all_kept = true, any = false;
    for (auto const& a : d.agreements) {
        if (!a.effective_at) continue;
        for (auto const& o : a.obligations) {
            any = true;
            row.promises_due = std::max(row.promises_due.value_or(o.due), o.due);
            all_settled = all_settled && o.settled_at;
            all_kept = all_kept && (o.state == Promise::performed || o.state == Promise::late || o.state == Promise::waived);
        }
    }
    if (any && all_settled) row.promises_kept = all_kept;
    if (any && !all_kept && any_breach(d)) row.promises_kept = false;
}

void visits_into(Row& row, Dispute const& d, law::Book const& book, Instant recorded)
{
    if (!d.visits.empty()) row.visited_at = d.visits.back().at;
    for (auto const& visit : d.visits)
        for (auto const& answer : visit.answers) {
            if (answer.satisfaction == Satisfaction::no_answer) continue;
            ++row.answered;
            row.satisfied += answer.satisfaction == Satisfaction::very_satisfied || answer.satisfaction == Satisfaction::satisfied;
        }
    if (d.historical || !d.concluded_at || !row.agreed) return;
    if (auto const due = visit_clock(d, book, recorded)) {
        row.visit_due = date_in_beijing(due->at);
        row.visited_late = row.visited_at && *row.visited_at > due->at;
    }
}

void legal_clock_into(Row& row, Dispute const& d, law::Book const& book, Instant recorded)
{
    if (!d.accepted_at || d.historical) return;
    auto const clock = mediation_clock(d, book, d.concluded_at.value_or(recorded));
    if (!clock.paused) row.legal_due_at = clock.at;
    row.concluded_late = d.concluded_at && !clock.paused && *d.concluded_at > clock.at;
}

}  // namespace

std::string office_key(Key organisation, Date accepted, std::string_view office_number)
{
    return shown(organisation) + "/" + std::to_string(year_of(accepted)) + "/" + std::string(office_number);
}

std::string number_of(Dispute const& d)
{
    for (auto turn = d.handlings.rbegin(); turn != d.handlings.rend(); ++turn)
        if (!turn->number.empty()) return turn->number;
    return d.number.empty() ? d.office_number : d.number;
}

std::string parties_line(Dispute const& d)
{
    std::string sides[2];
    for (auto const& p : d.parties) {
        auto& side = sides[p.side == Side::respondent];
        side += (side.empty() ? "" : "、") + text_of(p.name);
    }
    return sides[1].empty() ? sides[0] : sides[0] + " / " + sides[1];
}

Row row_of(Dispute const& d, law::Book const& book, Instant recorded)
{
    Row row{d.id, d.version, d.stage, d.kind, d.source, d.grade, number_of(d), parties_line(d)};
    auto const* kind = book.kind(d.kind);
    row.discreet = minor_concerned(d) || (kind && kind->personal_relations);
    row.place = d.place;
    row.historical = d.historical;
    if (!d.office_number.empty())
        row.office_key = office_key(
            d.handlings.front().organisation, date_in_beijing(d.accepted_at.value_or(d.started_at)), d.office_number);
    row.desk = d.handlings.front().organisation;
    row.desk_scope = d.handlings.front().scope;
    row.organisation = answerable(d).organisation;
    row.scope = answerable(d).scope;
    if (awaits_receipt(d)) row.sent_scope = latest_handling(d).scope;
    if (auto const* chair = presiding(d)) row.mediator = chair->person;
    for (auto const& a : d.appointments)
        if (!a.until) row.mediators += (row.mediators.empty() ? ";" : "") + shown(a.person) + ";";
    for (auto const& a : d.appointments)
        if (a.presiding && !a.until && a.team) row.team = a.team;
    for (auto const& p : d.participants)
        if (p.person && p.role == apprentice && ever_took_part(p)) row.apprentices += (row.apprentices.empty() ? ";" : "") + shown(p.person) + ";";
    auto const matter = matter_of(d, recorded);
    for (auto const* guests : {&matter.apprentices, &matter.participants})
        for (auto const person : *guests) row.guests += (row.guests.empty() ? ";" : "") + shown(person) + ";";
    if (auto const next = next_step(d, book, recorded)) {
        row.next_action = boost::describe::enum_to_string(next->action, "?");
        row.due_at = next->due;
        if (next->person) row.person = next->person;
    }
    if (d.handover) row.referral = d.handover->referral;
    if (d.original) row.original = d.original;
    row.requested_at = d.requested_at.value_or(d.started_at);
    row.accepted_at = d.accepted_at;
    row.concluded_at = d.concluded_at;
    if (d.concluded_at) row.concluded_in = iso(*d.concluded_at).substr(0, 7);
    row.archived_at = d.archived_at;
    if (d.diverted_at) row.first_level = d.first_level;
    if (d.concluded_at && has_effective_agreement(d)) row.settled_level = answerable(d).level;
    row.people = d.people;
    if (d.appointments.empty() && d.handlings.front().sent_by) row.registrar = d.handlings.front().sent_by;
    row.restricted_at = d.restricted_at;
    if (!d.glasses.empty()) row.glass_at = d.glasses.back().at;
    outcome_into(row, d);
    promises_into(row, d);
    legal_clock_into(row, d, book, recorded);
    visits_into(row, d, book, recorded);
    row.state = state_of(d);
    return row;
}

std::string state_of(Dispute d)
{
    for (auto& turn : d.handlings) turn.scope.clear();
    for (auto& call : d.room.calls) call.scope.clear();
    return record_text(d);
}

}  // namespace maple::dispute
