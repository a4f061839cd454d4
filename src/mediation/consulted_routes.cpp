// The pages of who was invited to a case conference: its question, exactly the papers chosen for it,
// its own advice; and the tasks that a conference gave somebody.
#include "api/words.hpp"
#include "dispute/view.hpp"
#include "mediation/conference_rules.hpp"
#include "mediation/rooms.hpp"
#include "registry/roll.hpp"
#include "storage/onward.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using access::Right;
using access::Secrecy;
using dispute::Conference;
using dispute::Dispute;
using dispute::File;
using dispute::PaperShown;
using dispute::Seat;
using dispute::ShownKind;

struct ShownPaper {
    ShownKind kind{};
    std::string title;
    std::optional<Instant> at;
    std::vector<std::string> texts;
    std::string form;  // to be opened by its key, where it is a form
};
BOOST_DESCRIBE_STRUCT(ShownPaper, (), (kind, title, at, texts, form))

struct ConsultationView {
    Key id{};                     // of the seat
    std::int64_t version = 0;
    std::string number, kind_name, place_name, host_name, host_phone;
    std::optional<dispute::Grade> grade;
    std::string parties;
    std::string invited_as;       // in words
    std::optional<std::string> question;
    Instant meets_at;
    dispute::By by{};
    std::optional<std::string> place;
    std::string presides_name;
    std::vector<ShownPaper> papers;
    std::optional<std::string> advice, basis;
    std::optional<Instant> advised_at, decided_at, closes_at;
    std::string road_name;        // once it is decided
    std::vector<std::string> may;
};
BOOST_DESCRIBE_STRUCT(ConsultationView, (), (id, version, number, kind_name, place_name, host_name, host_phone, grade, parties, invited_as,
                                             question, meets_at, by, place, presides_name, papers, advice, basis, advised_at, decided_at,
                                             closes_at, road_name, may))

void add(ShownPaper& paper, Kept const& kept)
{
    if (kept.text) paper.texts.push_back(*kept.text);
}

// One paper as it may be read; the account to which money goes is nobody's here.
ShownPaper shown_paper(Desk& desk, Dispute const& d, PaperShown const& chosen)
{
    ShownPaper paper{chosen.kind, api::word(desk.language, "shown_kind", chosen.kind), {}, {}, chosen.form};
    switch (chosen.kind) {
    case ShownKind::request:
        paper.at = d.requested_at.value_or(d.started_at);
        add(paper, d.facts);
        add(paper, d.request);
        break;
    case ShownKind::session:
        if (auto const* session = dispute::session(d, chosen.subject)) {
            paper.title = api::word(desk.language, "session_kind", session->kind);
            paper.at = session->held_at;
            add(paper, session->record);
        }
        break;
    case ShownKind::agreement:
        if (auto const* a = dispute::agreement(d, chosen.subject)) {
            paper.at = a->effective_at;
            for (auto const* part : {&a->facts, &a->terms, &a->breach}) add(paper, *part);
            for (auto const& promise : a->obligations) add(paper, promise.what);
        }
        break;
    case ShownKind::call:
        if (auto const* call = dispute::call(d, chosen.subject)) {
            paper.title = registry::called(desk, registry::organisation(desk, call->organisation));
            paper.at = call->answered_at;
            add(paper, call->answer);
        }
        break;
    case ShownKind::form: paper.title = api::say(desk.language, "shown_form." + chosen.form); break;
    }
    return paper;
}

Refusal unknown_seat() { return refuse(Because::not_found, "consultation.unknown"); }

Conference const& conference_of(Dispute const& d, Key seat)
{
    auto const* one = dispute::conference_of_seat(d, seat);
    if (!one) throw Refused(unknown_seat());
    return *one;
}

std::vector<std::string> possible(Conference const& one)
{
    if (!dispute::running(one)) return {};
    return {std::string(AdviceGiven::deed), std::string(Uninvited::deed)};
}

ConsultationView view_of(Desk& desk, Dispute d, Key id)
{
    dispute::fill_words(desk, d, {true, true, false, false, true});
    auto const& one = conference_of(d, id);
    auto const& seat = *dispute::seat(std::as_const(d), id);
    auto const host = registry::organisation(desk, dispute::answerable(d).organisation);
    ConsultationView view;
    view.id = id;
    view.version = d.version;
    view.number = dispute::number_of(d);
    view.kind_name = dispute::kind_word(desk, d.kind);
    view.place_name = registry::division_name(desk, d.place);
    view.host_name = registry::called(desk, host);
    view.host_phone = host.phone;
    view.grade = d.grade;
    view.parties = dispute::parties_line(d);
    view.invited_as = api::word(desk.language, "seat_kind", seat.kind);
    view.question = one.question.text;
    view.meets_at = one.meets_at;
    view.by = one.by;
    view.place = one.place.text;
    view.presides_name = registry::person(desk, one.presides).name;
    for (auto const& chosen : seat.papers) view.papers.push_back(shown_paper(desk, d, chosen));
    view.advice = seat.advice.text;
    view.basis = seat.basis.text;
    view.advised_at = seat.advised_at;
    view.decided_at = one.decided_at;
    view.closes_at = one.papers_until;
    view.road_name = api::choice_name(desk, "conference_road", one.road);
    view.may = possible(one);
    desk.etag = d.version;
    return view;
}

struct SeatKeys {
    Key id{};
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(SeatKeys, (), (id, dispute))

// Another one's seat does not exist for this reader, nor does his own once the papers are taken back.
SeatKeys found(Desk& desk, Key id)
{
    auto const row = sql::one<SeatKeys>(desk.sql, "SELECT id, dispute FROM conference_seat WHERE id = $1 AND person = $2", id, desk.caller.person);
    if (!row) throw Refused(unknown_seat());
    auto const d = dispute::shared_unasked(desk, row->dispute);
    auto const* seat = dispute::seat(*d, id);
    bool const open = seat && !d->restricted_at && dispute::may_look(conference_of(*d, id), *seat, desk.now);
    if (!open || !access::may(desk.caller, Right::give_advice, dispute::matter_of(*d, desk.now))) throw Refused(hidden(unknown_seat()));
    return *row;
}

struct One {
    Key seat{};
};
BOOST_DESCRIBE_STRUCT(One, (), (seat))

ConsultationView show_consultation(Desk& desk, One const& ask)
{
    auto const row = found(desk, ask.seat);
    return view_of(desk, dispute::read_unasked(desk, row.dispute), row.id);
}

struct ConsultationList {
    std::optional<bool> waiting;  // only those that wait for the caller's advice
    std::optional<Text<0, 60>> cursor;
};
BOOST_DESCRIBE_STRUCT(ConsultationList, (), (waiting, cursor))

struct Consultations {
    std::vector<ConsultationView> consultations;  // the next to meet first
    std::int64_t waiting = 0;                     // for the caller's advice, on all pages
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(Consultations, (), (consultations, waiting, cursor))

// Until it is decided, when its papers are taken back.
constexpr std::string_view waits = " AND advised = 0 AND closes_at IS NULL";

bool may_advise(Desk& desk, SeatKeys const& row)
{
    return access::may(desk.caller, Right::give_advice, dispute::matter_of(*dispute::shared_unasked(desk, row.dispute), desk.now));
}

std::int64_t waiting_for(Desk& desk)
{
    auto const rows = sql::all<SeatKeys>(desk.sql, "SELECT id, dispute FROM conference_seat WHERE person = $1" + std::string(waits), desk.caller.person);
    return std::count_if(rows.begin(), rows.end(), [&](SeatKeys const& row) { return may_advise(desk, row); });
}

Consultations consultations(Desk& desk, ConsultationList const& ask)
{
    sql::Binding bind;
    auto condition = "person = " + bind(desk.caller.person) + " AND (closes_at IS NULL OR closes_at > " + bind(desk.now) + ")";
    if (ask.waiting.value_or(false)) condition += waits;
    sql::Reading const next{"id, dispute", "conference_seat", condition, sql::Order({"meets_at"})};
    auto page = sql::onward<SeatKeys>(desk.sql, next, ask.cursor ? ask.cursor->str() : "", bind, [&](SeatKeys const& row) { return may_advise(desk, row); });
    Consultations out{{}, waiting_for(desk), std::move(page.cursor)};
    for (auto const& row : page.rows) out.consultations.push_back(view_of(desk, *dispute::shared_unasked(desk, row.dispute), row.id));
    desk.etag.reset();
    return out;
}

struct Advise {
    Key seat{};
    Narrative advice;
    OptionalNarrative basis;
};
BOOST_DESCRIBE_STRUCT(Advise, (), (seat, advice, basis))

ConsultationView advised(Desk& desk, Advise const& ask)
{
    auto file = File::open_unasked(desk, found(desk, ask.seat).dispute);
    auto const advice = file.keep("conference.advice", ask.advice.str(), Secrecy::personal);
    auto const basis = file.keep("conference.basis", ask.basis.str(), Secrecy::personal);
    file.record(advise(*file, ask.seat, desk.caller.person, advice, basis).value());
    return view_of(desk, file.put_back(), ask.seat);
}

struct StepAside {
    Key seat{};
    std::string ground;  // key of the list "conflict"
};
BOOST_DESCRIBE_STRUCT(StepAside, (), (seat, ground))

// Whoever finds that it is tied to a party gives the seat up, and sees nothing of it any more.
api::Nothing stepped_aside(Desk& desk, StepAside const& ask)
{
    auto file = File::open_unasked(desk, found(desk, ask.seat).dispute);
    if (ask.ground.empty()) throw Refused(refuse_field("/ground", "missing"));
    file.record(uninvite(*file, desk.book(), ask.seat, ask.ground).value());
    file.put_back();
    desk.etag.reset();
    return {};
}

// --- Tasks ---------------------------------------------------------------------------------------

struct TaskView {
    Key id{};
    Key dispute{};
    std::string number, kind_name, host_name;
    std::optional<std::string> what;
    Date due{};
    bool overdue = false;
    bool may_open = false;  // the file itself
};
BOOST_DESCRIBE_STRUCT(TaskView, (), (id, dispute, number, kind_name, host_name, what, due, overdue, may_open))

struct TaskList {
    std::optional<Text<0, 60>> cursor;
};
BOOST_DESCRIBE_STRUCT(TaskList, (), (cursor))

struct Tasks {
    std::vector<TaskView> tasks;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(Tasks, (), (tasks, cursor))

TaskView task_view(Desk& desk, Dispute d, Key id)
{
    bool const may_open = access::may(desk.caller, Right::read_dispute, dispute::matter_of(d, desk.now));
    dispute::fill_words(desk, d, {true, false, false, false, true});
    auto const& task = *dispute::follow_up_task(std::as_const(d), id);
    return {id, d.id, dispute::number_of(d), dispute::kind_word(desk, d.kind),
            registry::called(desk, registry::organisation(desk, dispute::answerable(d).organisation)), task.what.text, task.due,
            task.due < date_in_beijing(desk.now), may_open};
}

Tasks my_tasks(Desk& desk, TaskList const& ask)
{
    sql::Binding bind;
    auto const condition = "person = " + bind(desk.caller.person);
    sql::Reading const urgent{"id, dispute", "conference_task", condition, sql::Order({sql::day_or_never("due")})};
    auto page = sql::onward<SeatKeys>(desk.sql, urgent, ask.cursor ? ask.cursor->str() : "", bind,
                                      [&](SeatKeys const& row) { return !dispute::shared_unasked(desk, row.dispute)->restricted_at; });
    Tasks out{{}, std::move(page.cursor)};
    for (auto const& row : page.rows) out.tasks.push_back(task_view(desk, *dispute::shared_unasked(desk, row.dispute), row.id));
    desk.etag.reset();
    return out;
}

struct FinishMyTask {
    Key task{};
    Narrative outcome;
};
BOOST_DESCRIBE_STRUCT(FinishMyTask, (), (task, outcome))

Tasks finished(Desk& desk, FinishMyTask const& ask)
{
    auto const row = sql::one<SeatKeys>(desk.sql, "SELECT id, dispute FROM conference_task WHERE id = $1 AND person = $2", ask.task, desk.caller.person);
    if (!row) throw Refused(refuse(Because::not_found, "task.unknown"));
    auto file = File::open_unasked(desk, row->dispute);
    if (file->restricted_at) throw Refused(refuse(Because::not_found, "task.unknown"));  // PIPL art. 47
    auto const outcome = file.keep("conference.outcome", ask.outcome.str(), Secrecy::personal);
    file.record(finish_task(*file, ask.task, outcome).value());
    file.put_back();
    return my_tasks(desk, {});
}

}  // namespace

api::Room consulted_room()
{
    using enum api::Verb;
    return {"consulted",
            {
                {get, "/consultations", Right::give_advice, consultations, "The case conferences to which the caller is invited, with the papers chosen for it."},
                {get, "/consultations/{seat}", Right::give_advice, show_consultation, "One of them: the question, the papers, the caller's own advice."},
                {put, "/consultations/{seat}/advice", Right::give_advice, advised, "What the caller advises, and on what ground; until it is decided it may be changed."},
                {post, "/consultations/{seat}/stepping-aside", Right::give_advice, stepped_aside, "The caller is tied to a party and must not advise."},
                {get, "/tasks", Right::signed_in, my_tasks, "What case conferences gave the caller to do, and by when."},
                {put, "/tasks/{task}", Right::signed_in, finished, "A task of the caller is done, and what came of it."},
            }};
}

}  // namespace maple::mediation
