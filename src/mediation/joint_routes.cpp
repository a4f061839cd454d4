#include "dispute/calls.hpp"
#include "dispute/view.hpp"
#include "mediation/joint_rules.hpp"
#include "mediation/rooms.hpp"
#include "registry/phone.hpp"
#include "registry/roll.hpp"
#include "storage/onward.hpp"
#include "api/words.hpp"

namespace maple::mediation {
namespace {

using access::Right;
using dispute::Call;
using dispute::File;
using dispute::FileView;

// --- At the host's table -----------------------------------------------------------------------

struct CallDepartment {
    Key dispute{};
    Key organisation{};
    Narrative need;
    Instant arrive_by;
    Instant answer_by;
    std::vector<Key> consented;
};
BOOST_DESCRIBE_STRUCT(CallDepartment, (), (dispute, organisation, need, arrive_by, answer_by, consented))

FileView called(Desk& desk, CallDepartment const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    auto const who = registry::find_organisation(desk, ask.organisation);
    if (!who || who->closed_at) throw Refused(refuse_field("/organisation", "unknown_organisation"));
    if (!may_be_called(who->kind)) throw Refused(refuse_field("/organisation", "not_to_be_called"));
    Call call;
    call.id = new_key();
    call.organisation = who->id;
    call.scope = who->path;
    call.need = file.keep("call.need", ask.need.str());
    call.arrive_by = ask.arrive_by;
    call.answer_by = ask.answer_by;
    file.record(call_department(*file, std::move(call), ask.consented, desk.now).value());
    return done(file);
}

struct OneCall {
    Key dispute{};
    Key call{};
};
BOOST_DESCRIBE_STRUCT(OneCall, (), (dispute, call))

FileView seen_arriving(Desk& desk, OneCall const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(arrive(*file, ask.call).value());
    return done(file);
}

struct AnswerFor {
    Key dispute{};
    Key call{};
    Narrative answer;
};
BOOST_DESCRIBE_STRUCT(AnswerFor, (), (dispute, call, answer))

FileView answered_for(Desk& desk, AnswerFor const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    auto const answer = file.keep("call.answer", ask.answer.str());
    file.record(answer_call(*file, ask.call, answer, true, desk.now).value());
    return done(file);
}

FileView called_off(Desk& desk, OneCall const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(call_off(*file, ask.call).value());
    return done(file);
}

// --- The department's own page -------------------------------------------------------------------

// Closed: by its host after an answer, or with the dispute.
enum class CallState { waiting, accepted, arrived, answered, declined, handed_back, called_off, closed };
BOOST_DESCRIBE_ENUM(CallState, waiting, accepted, arrived, answered, declined, handed_back, called_off, closed)

CallState state_of(dispute::Dispute const& d, Call const& call)
{
    if (call.declined_at) return CallState::declined;
    if (call.ended_at && !call.called_off) return CallState::handed_back;
    if (call.ended_at) return call.answered_at ? CallState::closed : CallState::called_off;
    if (!dispute::running(d, call)) return CallState::closed;
    if (call.answered_at) return CallState::answered;
    if (call.arrived_at) return CallState::arrived;
    return call.accepted_at ? CallState::accepted : CallState::waiting;
}

// How another one that was called stands: the clocks of all are seen by all.
struct Companion {
    std::string organisation_name;
    CallState state{};
    std::string state_name;
    Instant arrive_by, answer_by;
    bool overdue = false;
    std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(Companion, (), (organisation_name, state, state_name, arrive_by, answer_by, overdue, answer))

struct SharedRecord {
    Instant held_at;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SharedRecord, (), (held_at, text))

struct CallView {
    Key id{};
    std::int64_t version = 0;
    std::string number, kind_name, place_name, host_name, host_phone;
    std::optional<std::string> mediator_name;
    std::string organisation_name;
    CallState state{};
    std::string state_name;
    std::optional<std::string> need;
    std::string parties;
    Instant called_at, arrive_by, answer_by;
    std::optional<dispute::CallStep> owes;   // what comes next, and by when
    std::optional<Instant> due_at;
    bool overdue = false;
    std::optional<Instant> arrived_at, answered_at, ended_at;
    std::optional<std::string> answer, decline_reason;
    bool by_host = false;
    std::vector<Companion> companions;
    std::vector<SharedRecord> records;  // of what was heard together since it was called
    std::vector<std::string> may;       // deeds that are possible now
};
BOOST_DESCRIBE_STRUCT(CallView, (), (id, version, number, kind_name, place_name, host_name, host_phone, mediator_name, organisation_name,
                                     state, state_name, need, parties, called_at, arrive_by, answer_by, owes, due_at, overdue, arrived_at,
                                     answered_at, ended_at, answer, decline_reason, by_host, companions, records, may))

std::string state_word(Desk& desk, CallState state)
{
    return api::say(desk.language, std::string("call_state.") + boost::describe::enum_to_string(state, "?"));
}

bool overdue(Desk const& desk, dispute::Dispute const& d, Call const& call)
{
    auto const owed = dispute::owed(d, call, desk.book());
    return owed && owed->at < desk.now;
}

std::vector<std::string> possible(dispute::Dispute const& d, Call const& call)
{
    std::vector<std::string> may;
    if (!dispute::running(d, call)) return may;
    if (call.answered_at) return {std::string(call.by_host ? CallAnswered::deed : CallEnded::deed)};
    if (!call.accepted_at) may.emplace_back(CallAccepted::deed);
    if (!call.arrived_at) may.emplace_back(CallDeclined::deed);
    if (!call.arrived_at) may.emplace_back(DepartmentArrived::deed);
    if (call.arrived_at) may.emplace_back(CallAnswered::deed);
    return may;
}

void companions_into(CallView& view, Desk& desk, dispute::Dispute const& d, Call const& mine)
{
    for (auto const& one : d.room.calls) {
        if (one.id == mine.id) continue;
        auto const state = state_of(d, one);
        view.companions.push_back({registry::called(desk, registry::organisation(desk, one.organisation)), state, state_word(desk, state),
                                   one.arrive_by, one.answer_by, overdue(desk, d, one), one.answer.text});
    }
}

// Of what was heard together: since it was called, and, if its host had to answer for it, until then.
bool shared_with(Call const& call, dispute::Session const& s)
{
    if (s.kind == dispute::SessionKind::separate || s.kind == dispute::SessionKind::conference) return false;
    if (!s.held_at || *s.held_at < call.called_at) return false;
    bool const for_it = call.answered_at && (call.by_host || !call.arrived_at);
    return !for_it || *s.held_at <= *call.answered_at;
}

// Whom it may ask while the call runs.
void mediator_into(CallView& view, Desk& desk, dispute::Dispute const& d)
{
    auto const* chair = dispute::presiding(d);
    if (!chair) return;
    auto const person = registry::person(desk, chair->person);
    view.mediator_name = person.name;
    if (auto phone = registry::phone_of(desk, person); !phone.empty()) view.host_phone = std::move(phone);
}

// What a department sees once the call is over is that it was called, and what was said then.
void shared_into(CallView& view, Desk& desk, dispute::Dispute const& d, Call const& call)
{
    view.version = d.version;
    view.need = call.need.text;
    view.parties = dispute::parties_line(d);
    mediator_into(view, desk, d);
    companions_into(view, desk, d, call);
    for (auto const& s : d.sessions)
        if (shared_with(call, s) && s.record.text) view.records.push_back({*s.held_at, *s.record.text});
    desk.etag = d.version;
}

// Who holds the dispute; of a call that is over, who held it then.
Key host_of(dispute::Dispute const& d, Call const& call)
{
    auto const until = call.declined_at ? call.declined_at : dispute::ended_at(d, call);
    auto host = d.handlings.front().organisation;
    for (auto const& turn : d.handlings)
        if (turn.received_at && (!until || *turn.received_at <= *until)) host = turn.organisation;
    return host;
}

CallView view_of(Desk& desk, dispute::Dispute d, Key id)
{
    auto const sight = access::sight(desk.caller, dispute::matter_of(d, desk.now));
    dispute::fill_words(desk, d, {true, sight.personal, false, false});
    auto const& call = *dispute::call(std::as_const(d), id);
    auto const host = registry::organisation(desk, host_of(d, call));
    CallView view;
    view.id = call.id;
    view.number = dispute::number_of(d);
    view.kind_name = dispute::kind_word(desk, d.kind);
    view.place_name = registry::division_name(desk, d.place);
    view.host_name = registry::called(desk, host);
    view.host_phone = host.phone;
    view.organisation_name = registry::called(desk, registry::organisation(desk, call.organisation));
    view.state = state_of(d, call);
    view.state_name = state_word(desk, view.state);
    view.called_at = call.called_at;
    view.arrive_by = call.arrive_by;
    view.answer_by = call.answer_by;
    if (auto const next = dispute::owed(d, call, desk.book())) {
        view.owes = next->step;
        view.due_at = next->at;
        view.overdue = next->at < desk.now;
    }
    view.arrived_at = call.arrived_at;
    view.answered_at = call.answered_at;
    view.ended_at = dispute::ended_at(d, call);
    view.answer = call.answer.text;
    // Its own word stays readable when the call is over, unless the dossier is shut.
    if (call.answer && !call.by_host && !d.restricted_at) view.answer = access::one_text(desk, call.answer);
    if (auto const* reason = desk.book().choice("call_decline", call.decline_reason)) view.decline_reason = law::in(reason->name, api::tag(desk.language));
    view.by_host = call.by_host;
    desk.etag.reset();
    if (dispute::running(d, call)) shared_into(view, desk, d, call);
    view.may = possible(d, call);
    return view;
}

struct CallKeys {
    Key id{};
    Key dispute{};
    std::string scope;
};
BOOST_DESCRIBE_STRUCT(CallKeys, (), (id, dispute, scope))

bool for_me(Desk& desk, std::string const& scope) { return access::may_in(desk.caller, Right::answer_call, scope); }

// Another department's call does not exist for this one.
CallKeys found(Desk& desk, Key id)
{
    auto const row = sql::one<CallKeys>(desk.sql, "SELECT id, dispute, scope FROM joint_call WHERE id = $1", id);
    if (!row) throw Refused(refuse(Because::not_found, "call.unknown"));
    if (!for_me(desk, row->scope)) throw Refused(hidden(refuse(Because::not_found, "call.unknown")));
    return *row;
}

struct WhichCall {
    Key call{};
};
BOOST_DESCRIBE_STRUCT(WhichCall, (), (call))

CallView show_call(Desk& desk, WhichCall const& ask)
{
    auto const row = found(desk, ask.call);
    return view_of(desk, dispute::read_unasked(desk, row.dispute), row.id);
}

CallView answered_by(Desk& desk, File& file, Key call)
{
    auto const& d = file.put_back();
    return view_of(desk, d, call);
}

CallView accepted(Desk& desk, WhichCall const& ask)
{
    auto file = File::open_unasked(desk, found(desk, ask.call).dispute);
    file.record(accept_call(*file, ask.call).value());
    return answered_by(desk, file, ask.call);
}

struct Decline {
    Key call{};
    std::string reason;
    OptionalNarrative note;
};
BOOST_DESCRIBE_STRUCT(Decline, (), (call, reason, note))

CallView declined(Desk& desk, Decline const& ask)
{
    auto file = File::open_unasked(desk, found(desk, ask.call).dispute);
    auto const note = file.keep("call.declined", ask.note.str());
    file.record(decline_call(*file, desk.book(), ask.call, ask.reason, note).value());
    return answered_by(desk, file, ask.call);
}

CallView arrived(Desk& desk, WhichCall const& ask)
{
    auto file = File::open_unasked(desk, found(desk, ask.call).dispute);
    file.record(arrive(*file, ask.call).value());
    return answered_by(desk, file, ask.call);
}

struct Answer {
    Key call{};
    Narrative answer;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (call, answer))

CallView answered(Desk& desk, Answer const& ask)
{
    auto file = File::open_unasked(desk, found(desk, ask.call).dispute);
    auto const answer = file.keep("call.answer", ask.answer.str());
    file.record(answer_call(*file, ask.call, answer, false, desk.now).value());
    return answered_by(desk, file, ask.call);
}

CallView handed_back(Desk& desk, WhichCall const& ask)
{
    auto file = File::open_unasked(desk, found(desk, ask.call).dispute);
    file.record(hand_back(*file, ask.call).value());
    return answered_by(desk, file, ask.call);
}

struct CallList {
    bool over = false;  // those that are over instead of those that run
    std::optional<Text<0, 80>> cursor;
};
BOOST_DESCRIBE_STRUCT(CallList, (), (over, cursor))

struct Calls {
    std::vector<CallView> calls;
    std::int64_t running = 0, owing = 0;  // on all pages: those that run, and those of them that owe a step
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(Calls, (), (calls, running, owing, cursor))

struct CallCounts {
    std::int64_t running = 0, owing = 0;
};
BOOST_DESCRIBE_STRUCT(CallCounts, (), (running, owing))

// Those that owe something soonest first; of the others the newest.
Calls calls_here(Desk& desk, CallList const& ask)
{
    sql::Binding bind;
    auto const here = sql::within("scope", access::scopes_of(desk.caller, Right::answer_call), bind);
    auto const counts = sql::all<CallCounts>(desk.sql, "SELECT count(*) AS running, count(due_at) AS owing FROM joint_call WHERE running = 1 AND " + here, bind.values());
    auto const condition = here + " AND running = " + bind(!ask.over);
    sql::Reading const urgent{"id, dispute, scope", "joint_call", condition, sql::Order({sql::or_never("due_at"), "-called_at"})};
    auto page = sql::onward<CallKeys>(desk.sql, urgent, ask.cursor ? ask.cursor->str() : "", bind);
    Calls out{{}, counts.front().running, counts.front().owing, std::move(page.cursor)};
    for (auto const& row : page.rows) out.calls.push_back(view_of(desk, dispute::read_unasked(desk, row.dispute), row.id));
    desk.etag.reset();
    return out;
}

}  // namespace

api::Room joint_room()
{
    using enum api::Verb;
    return {"joint",
            {
                {post, "/disputes/{dispute}/calls", Right::mediate, called, "Call a department to mediate jointly: what is needed, by when."},
                {put, "/disputes/{dispute}/calls/{call}/arrival", Right::mediate, seen_arriving, "The department has come, as its host saw."},
                {put, "/disputes/{dispute}/calls/{call}/answer", Right::mediate, answered_for, "The host answers for a department whose time is over."},
                {del, "/disputes/{dispute}/calls/{call}", Right::mediate, called_off, "End a call: before an answer the department is called off, after it the call is closed."},
                {get, "/calls", Right::answer_call, calls_here, "A department's own calls for joint mediation."},
                {get, "/calls/{call}", Right::answer_call, show_call, "One call: what is asked, who else comes, the shared record."},
                {put, "/calls/{call}/acceptance", Right::answer_call, accepted, "The department will come."},
                {post, "/calls/{call}/refusal", Right::answer_call, declined, "The department does not come, and why."},
                {put, "/calls/{call}/arrival", Right::answer_call, arrived, "The department is there."},
                {put, "/calls/{call}/answer", Right::answer_call, answered, "What the department found, says or does."},
                {put, "/calls/{call}/return", Right::answer_call, handed_back, "The department has done its part and hands back."},
            }};
}

}  // namespace maple::mediation
