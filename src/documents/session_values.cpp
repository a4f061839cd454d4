// Sessions, what was called together for them, return visits and dangers.
#include "documents/reading.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

using dispute::Session;

bool took_part(Session const& s, Key party) { return std::find(s.parties.begin(), s.parties.end(), party) != s.parties.end(); }

std::vector<Values> open_risks(Reading const& r)
{
    std::vector<Values> all;
    for (auto const& one : r.d.risks)
        if (!one.cleared_at)
            all.push_back(row_of(shown(one.id), {{"risk", r.say.word("risk_kind", one.kind)}, {"risk_level", r.say.word("risk_level", one.level)}, {"measures", ""}}));
    return all;
}

void present(Reading const& r, Session const& s, Values& v)
{
    std::vector<Values> all, here, participants;
    std::vector<std::string> guests;
    for (auto const& p : r.d.parties) {
        bool const came = took_part(s, p.id);
        if (p.left && !came) continue;
        all.push_back(party_values(r, p));
        put(all.back(), {{"present", yes_no(r, came)}});
        if (came) here.push_back(all.back());
    }
    for (auto const& guest : r.d.participants) {
        if (std::find(s.participants.begin(), s.participants.end(), guest.id) == s.participants.end()) continue;
        guests.push_back(text_of(guest.name));
        participants.push_back(row_of(shown(guest.id), {{"name", text_of(guest.name)}}));
    }
    put(v, {{"participants", r.say.list(guests)}});
    put(v, "parties", std::move(all));
    put(v, "present_parties", std::move(here));
    put(v, "participant_list", std::move(participants));
}

void failed(Reading const& r, Session const& s, Values& v)
{
    std::vector<std::string> remedies;
    auto const* kind = r.desk.book().kind(r.d.kind);
    for (auto const& key : r.d.termination ? r.d.termination->remedies : kind ? kind->remedies : std::vector<std::string>{})
        remedies.push_back(choice_name(r, "remedy", key));
    auto why = r.filling().text({"", "", "failure_reason"});
    if (why.empty() && r.d.termination) why = choice_name(r, "termination", r.d.termination->reason);
    put(v, {{"failure_reason", why}});
    put(v, "failed", once(s.result == dispute::SessionResult::failed, {{"failure_reason", why}, {"remedy_names", r.say.list(remedies)}}));
}

// Who was asked and what each advised: the record of a conference stays in the office.
void conferred(Reading const& r, dispute::Conference const& one, Values& v, std::vector<Values>& opinions, std::vector<Values>& tasks)
{
    std::vector<std::string> guests;
    for (auto const& seat : one.seats) {
        if (seat.withdrawn_at) continue;
        auto const from = text_of(seat.from);
        guests.push_back(text_of(seat.name) + (from.empty() ? "" : "（" + from + "）"));
        if (seat.advised_at) opinions.push_back(row_of(shown(seat.id), {{"name", text_of(seat.name)}, {"opinion", text_of(seat.advice)}}));
    }
    for (auto const& task : one.tasks)
        tasks.push_back(row_of(shown(task.id), {{"name", person_name(r, task.person)}, {"task", text_of(task.what)}, {"due", r.say.date(task.due)}}));
    put(v, {{"chair", person_name(r, one.presides)}, {"participants", r.say.list(guests)}, {"issue", text_of(one.question)}});
}

}  // namespace

void of_session(Reading const& r, Values& v)
{
    auto const& s = *dispute::session(r.d, r.subject);
    std::vector<std::string> methods;
    for (auto const& method : s.methods) methods.push_back(choice_name(r, "method", method));
    auto const at = s.held_at.value_or(r.desk.now);
    put(v, {{"held_at", s.held_at ? r.say.time(*s.held_at) : ""},
            {"held_on", r.say.date(s.held_at)},
            {"place", text_of(s.place)},
            {"by", r.say.word("by", s.by)},
            {"session_kind", r.say.word("session_kind", s.kind)},
            {"mediators", mediators_at(r, at)},
            {"chair", person_name(r, dispute::presiding(r.d) ? dispute::presiding(r.d)->person : Key{})},
            {"language", r.say.word("tongue", s.language)},
            {"interpreter", yes_no(r, s.interpreter)},
            {"methods", r.say.list(methods)},
            {"record", text_of(s.record)},
            {"result", s.result ? r.say.word("session_result", *s.result) : ""},
            {"issue", text_of(s.record)}});
    present(r, s, v);
    failed(r, s, v);
    std::vector<Values> opinions, tasks;
    if (auto const* conference = dispute::conference_of_session(r.d, s.id)) conferred(r, *conference, v, opinions, tasks);
    for (auto const& call : r.d.room.calls)
        if (call.answered_at) opinions.push_back(row_of(shown(call.id), {{"name", organisation_name(r.desk, call.organisation)}, {"opinion", text_of(call.answer)}}));
    put(v, "opinions", std::move(opinions));
    put(v, "risks", open_risks(r));
    put(v, "tasks", std::move(tasks));
}

void of_call(Reading const& r, Values& v)
{
    auto const& call = *dispute::call(r.d, r.subject);
    std::vector<Key> parties;
    for (auto const* one : dispute::present_parties(r.d)) parties.push_back(one->id);
    auto const name = organisation_name(r.desk, call.organisation);
    put(v, {{"addressee", name},
            {"planned_at", r.say.time(call.arrive_by)},
            {"place", ""},
            {"answer_by", r.say.time(call.answer_by)},
            {"consented_on", r.say.date(call.called_at)},  // nobody is called without it (PML art. 20)
            {"language", languages(r, parties)},
            {"date", r.say.date(call.called_at)}});
    put(v, "called", {row_of(shown(call.id), {{"name", name}, {"task", text_of(call.need)}})});
}

void of_facts(Reading const& r, Values& v)
{
    std::vector<Key> parties;
    bool interpreter = false;
    for (auto const* one : dispute::present_parties(r.d)) {
        parties.push_back(one->id);
        interpreter = interpreter || one->interpreter;
    }
    std::vector<Values> issues;
    for (auto const& one : r.d.room.issues) issues.push_back(row_of(shown(one.id), {{"issue", text_of(one.title)}}));
    put(v, {{"language", languages(r, parties)}, {"interpreter", yes_no(r, interpreter)}});
    put(v, "undisputed", {});
    put(v, "disputed", std::move(issues));
}

void of_visit(Reading const& r, Values& v)
{
    auto const& visits = r.d.visits;
    auto const& visit = *std::find_if(visits.begin(), visits.end(), [&](auto const& one) { return one.id == r.subject; });
    std::vector<Values> answers, promises;
    for (auto const& one : visit.answers)
        if (auto const* p = dispute::party(r.d, one.party)) {
            answers.push_back(party_values(r, *p));
            put(answers.back(), {{"satisfaction", r.say.word("satisfaction", one.satisfaction)}});
        }
    auto const* a = main_agreement(r.d);
    if (a)
        for (auto const& o : a->obligations)
            promises.push_back(row_of(shown(o.id), {{"from", name_of(r, o.from)}, {"to", name_of(r, o.to)}, {"what", text_of(o.what)},
                                                    {"due", r.say.date(o.due)}, {"state", r.say.word("promise", o.state)}}));
    put(v, {{"agreement_number", a ? agreement_number(r, *a) : ""},
            {"visited_on", r.say.date(visit.at)},
            {"by", r.say.word("by", visit.by)},
            {"effective_on", effective_on(r, a)},
            {"performed", yes_no(r, visit.performed)},
            {"relapse", r.say(visit.relapse ? "document.there_are" : "document.there_are_none")},
            {"findings", text_of(visit.findings)}});
    put(v, "answers", std::move(answers));
    put(v, "obligations", std::move(promises));
}

void of_risk(Reading const& r, Values& v)
{
    auto const& risk = *dispute::risk(r.d, r.subject);
    // The child is named where there is one alone; the rest is for who reports to say.
    std::vector<Party const*> minors;
    for (auto const* one : dispute::present_parties(r.d))
        if (one->capacity != dispute::Capacity::full) minors.push_back(one);
    auto const* child = minors.size() == 1 ? minors.front() : nullptr;
    std::vector<std::string> orders;
    for (auto const& one : r.d.room.protections)
        orders.push_back(r.say.word("protection_kind", one.kind) + " " + one.number + (one.until ? " – " + r.say.date(*one.until) : ""));
    std::vector<std::string> addressees;
    for (auto const& report : risk.reports)
        if (auto const key = "reported_to." + report.to; api::can_say(r.desk.language, key)) addressees.push_back(r.say(key));
    put(v, {{"addressee", r.say.list(addressees)},
            {"child", child ? text_of(child->name) : ""},
            {"sex", child && child->sex ? r.say.word("sex", *child->sex) : ""},
            {"birth_year", child && child->birth_year ? std::to_string(*child->birth_year) : ""},
            {"guardian", child && child->guardian ? text_of(child->guardian->name) : ""},
            {"place", ""},
            {"raised_at", r.say.time(risk.raised_at)},
            {"risk", r.say.word("risk_kind", risk.kind)},
            {"risk_level", r.say.word("risk_level", risk.level)},
            {"about", text_of(risk.about)},
            {"orders_in_force", r.say.list(orders)},
            {"reported_by", person_name(r, risk.reported_by)},
            {"reported_at", risk.reported_at ? r.say.time(*risk.reported_at) : r.say("document.pen_date")}});
    // DV art. 14 asks for a report when the victim cannot act alone.
    put(v, "family", once(risk.kind == dispute::RiskKind::domestic_violence && !minors.empty()));
}

}  // namespace maple::documents
