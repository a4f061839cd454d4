// A case conference at the host's table: called, people invited, papers chosen, advice noted, decided.
#include "dispute/view.hpp"
#include "mediation/conference_rules.hpp"
#include "mediation/rooms.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using access::Right;
using access::Secrecy;
using dispute::File;
using dispute::FileView;

// A director answers for the dispute of his committee, also where he does not preside.
bool as_director(Desk& desk, dispute::Dispute const& d)
{
    auto const all = access::relations(desk.caller, dispute::matter_of(d, desk.now));
    return std::find(all.begin(), all.end(), access::Relation::director) != all.end();
}

std::optional<registry::Person> serving(Desk& desk, Key person)
{
    auto who = registry::find_person(desk, person);
    return who && !who->left_at ? who : std::nullopt;
}

// Whom the house knows and who may give advice: by name and office, nothing more.
struct Consultable {
    Key id{};
    std::string name, organisation_name;
};
BOOST_DESCRIBE_STRUCT(Consultable, (), (id, name, organisation_name))

struct ConsultablePeople {
    std::vector<Consultable> people;
};
BOOST_DESCRIBE_STRUCT(ConsultablePeople, (), (people))

struct OneDispute {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(OneDispute, (), (dispute))

constexpr int most_consultable = 1000;

ConsultablePeople consultable(Desk& desk, OneDispute const& ask)
{
    auto const d = dispute::shared_dispute(desk, ask.dispute, Right::mediate);
    ConsultablePeople out;
    std::vector<Key> keys;
    for (auto const& person : sql::column<Key>(desk.sql, R"(
             SELECT DISTINCT account.person AS person
               FROM account JOIN grant_of ON grant_of.account = account.id AND grant_of.ended_at IS NULL
              WHERE account.suspended_at IS NULL
                AND grant_of.role IN ('adviser', 'mediator', 'director', 'desk_clerk', 'agency_officer')
              ORDER BY account.person LIMIT $1)", most_consultable))
        keys.push_back(person);
    for (auto const& one : registry::people(desk, keys))
        if (!one.left_at && !dispute::is_mediator(*d, one.id))
            out.people.push_back({one.id, one.name, registry::called(desk, registry::organisation(desk, one.organisation))});
    desk.etag.reset();
    return out;
}

struct CallConference {
    Key dispute{};
    Narrative question;
    OptionalNarrative why;       // where the grade does not ask for one
    Instant meets_at;
    std::optional<dispute::By> by;
    OptionalLine place;
    std::optional<Key> presides;  // none: who calls
};
BOOST_DESCRIBE_STRUCT(CallConference, (), (dispute, question, why, meets_at, by, place, presides))

FileView called(Desk& desk, CallConference const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    dispute::Conference one;
    one.id = new_key();
    one.presides = ask.presides.value_or(desk.caller.person);
    if (!serving(desk, one.presides)) throw Refused(refuse_field("/presides", "unknown_person"));
    one.question = file.keep("conference.question", ask.question.str(), Secrecy::personal);
    one.why = file.keep("conference.why", ask.why.str(), Secrecy::personal);
    one.meets_at = ask.meets_at;
    one.by = ask.by.value_or(dispute::By::in_person);
    one.place = file.keep("conference.place", ask.place.str());
    file.record(call_conference(*file, std::move(one), as_director(desk, *file), desk.now).value());
    return done(file);
}

// A paper as it is chosen: which one, unless there is only one of its kind; which form.
struct PaperChoice {
    dispute::ShownKind kind{};
    std::optional<Key> subject;
    std::optional<std::string> form;
};
BOOST_DESCRIBE_STRUCT(PaperChoice, (), (kind, subject, form))

std::vector<dispute::PaperShown> chosen(std::vector<PaperChoice> const& papers)
{
    std::vector<dispute::PaperShown> out;
    for (auto const& one : papers) out.push_back({one.kind, one.subject.value_or(Key{}), one.form.value_or("")});
    return out;
}

struct InviteToConference {
    Key dispute{};
    Key conference{};
    dispute::SeatKind kind{};
    std::optional<Key> person;   // who serves or has an account; none: by name
    std::optional<Name> name;
    OptionalLine from;           // the office that somebody from outside comes from
    bool asked = false;          // about kinship and earlier representation, and nothing stands
    std::vector<PaperChoice> papers;
};
BOOST_DESCRIBE_STRUCT(InviteToConference, (), (dispute, conference, kind, person, name, from, asked, papers))

// Whether somebody in the dispute, or who speaks for one of them, bears this very name. Asked inside
// one dispute and of one person that a mediator is about to invite; nothing of it is kept.
bool named_there(Desk& desk, dispute::Dispute const& d, std::string const& name)
{
    auto const texts = access::words_of(desk.sql, desk.house.vault, d.id, true, false);
    auto const is = [&](Kept const& kept) {
        auto const known = texts.find(kept.id.n);
        return kept && known != texts.end() && known->second == name;
    };
    return std::any_of(d.parties.begin(), d.parties.end(), [&](dispute::Party const& p) {
        return is(p.name) || is(p.represented_by) || (p.guardian && is(p.guardian->name)) ||
               std::any_of(p.members.begin(), p.members.end(), [&](dispute::Member const& m) { return is(m.name); });
    }) || std::any_of(d.participants.begin(), d.participants.end(), [&](dispute::Participant const& one) { return ever_took_part(one) && on_a_side(desk.book(), one.role) && is(one.name); });
}

FileView invited(Desk& desk, InviteToConference const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    dispute::Seat seat;
    seat.id = new_key();
    seat.kind = ask.kind;
    std::string name = ask.name ? ask.name->str() : "";
    if (ask.person) {
        auto const who = serving(desk, *ask.person);
        if (!who) throw Refused(refuse_field("/person", "unknown_person"));
        seat.person = who->id;
        name = who->name;
    }
    bool const there = !name.empty() && named_there(desk, *file, name);
    seat.name = file.keep("conference.guest", name);
    if (!ask.person) seat.from = file.keep("conference.from", ask.from.str());
    seat.papers = chosen(ask.papers);
    file.record(invite_to_conference(*file, desk.book(), ask.conference, std::move(seat), {ask.asked, there}).value());
    return done(file);
}

struct ChoosePapers {
    Key dispute{};
    Key seat{};
    std::vector<PaperChoice> papers;
};
BOOST_DESCRIBE_STRUCT(ChoosePapers, (), (dispute, seat, papers))

FileView papers_chosen(Desk& desk, ChoosePapers const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(choose_papers(*file, ask.seat, chosen(ask.papers)).value());
    return done(file);
}

struct OneSeat {
    Key dispute{};
    Key seat{};
};
BOOST_DESCRIBE_STRUCT(OneSeat, (), (dispute, seat))

FileView uninvited(Desk& desk, OneSeat const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(uninvite(*file, desk.book(), ask.seat, "").value());
    return done(file);
}

struct NoteAdvice {
    Key dispute{};
    Key seat{};
    Narrative advice;
    OptionalNarrative basis;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(NoteAdvice, (), (dispute, seat, advice, basis, happened_at))

FileView advice_noted(Desk& desk, NoteAdvice const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    auto const advice = file.keep("conference.advice", ask.advice.str(), Secrecy::personal);
    auto const basis = file.keep("conference.basis", ask.basis.str(), Secrecy::personal);
    file.record(advise(*file, ask.seat, desk.caller.person, advice, basis).value(), ask.happened_at);
    return done(file);
}

struct TaskForm {
    Narrative what;
    Key person{};
    Date due{};
};
BOOST_DESCRIBE_STRUCT(TaskForm, (), (what, person, due))

struct DecideConference {
    Key dispute{};
    Key conference{};
    std::string road;
    Narrative reasons;
    std::vector<TaskForm> tasks;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(DecideConference, (), (dispute, conference, road, reasons, tasks, happened_at))

FileView decided(Desk& desk, DecideConference const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    Decision decision{new_key(), ask.road, file.keep("conference.reasons", ask.reasons.str(), Secrecy::personal), {}};
    for (std::size_t n = 0; n < ask.tasks.size(); ++n) {
        auto const& one = ask.tasks[n];
        if (!serving(desk, one.person)) throw Refused(refuse_field("/tasks/" + std::to_string(n) + "/person", "unknown_person"));
        decision.tasks.push_back({new_key(), file.keep("conference.task", one.what.str(), Secrecy::personal), one.person, one.due, {}, {}, {}});
    }
    auto const at = ask.happened_at.value_or(desk.now);
    file.record(decide_conference(*file, desk.book(), ask.conference, std::move(decision), desk.caller.person, as_director(desk, *file), at).value(), at);
    return done(file);
}

struct OneConference {
    Key dispute{};
    Key conference{};
};
BOOST_DESCRIBE_STRUCT(OneConference, (), (dispute, conference))

FileView called_off(Desk& desk, OneConference const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(call_conference_off(*file, ask.conference).value());
    return done(file);
}

struct FinishTask {
    Key dispute{};
    Key task{};
    Narrative outcome;
};
BOOST_DESCRIBE_STRUCT(FinishTask, (), (dispute, task, outcome))

FileView task_done(Desk& desk, FinishTask const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    auto const outcome = file.keep("conference.outcome", ask.outcome.str(), Secrecy::personal);
    file.record(finish_task(*file, ask.task, outcome).value());
    return done(file);
}

}  // namespace

api::Room conference_room()
{
    using enum api::Verb;
    return {"conference",
            {
                {get, "/disputes/{dispute}/consultable", Right::mediate, consultable, "Who may be invited: people with an account who may give advice, by name and office."},
                {post, "/disputes/{dispute}/conferences", Right::mediate, called, "Call a case conference: the question, when, who presides."},
                {del, "/disputes/{dispute}/conferences/{conference}", Right::mediate, called_off, "Call the conference off, as long as nobody has advised."},
                {post, "/disputes/{dispute}/conferences/{conference}/seats", Right::mediate, invited, "Invite an expert, adviser, mediator or department; who is tied to a party cannot be."},
                {put, "/disputes/{dispute}/conferences/{conference}/decision", Right::mediate, decided, "Decide which road is taken, why, and who does what by when."},
                {put, "/disputes/{dispute}/seats/{seat}/papers", Right::mediate, papers_chosen, "Choose what somebody who is invited may see: open papers and records, nothing said alone."},
                {del, "/disputes/{dispute}/seats/{seat}", Right::mediate, uninvited, "Take the invitation back; access ends at once."},
                {put, "/disputes/{dispute}/seats/{seat}/advice", Right::follow_up, advice_noted, "Note the advice of somebody who has no page of its own."},
                {put, "/disputes/{dispute}/tasks/{task}", Right::follow_up, task_done, "A task that the conference gave is done."},
            }};
}

}  // namespace maple::mediation
