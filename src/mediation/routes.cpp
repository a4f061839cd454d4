#include "mediation/rooms.hpp"
#include "dispute/disclosure_form.hpp"
#include "dispute/happened.hpp"
#include "dispute/view.hpp"
#include "mediation/rules.hpp"
#include "registry/roll.hpp"
#include "workforce/standing.hpp"

namespace maple::mediation {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

struct TellRights {
    Key dispute{};
    std::vector<Key> parties;
    bool in_writing = false;
    std::optional<dispute::Tongue> language;
    std::optional<dispute::DisclosureForm> disclosure;  // said in the same breath
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(TellRights, (), (dispute, parties, in_writing, language, disclosure, happened_at))

FileView told(Desk& desk, TellRights const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(tell_rights(*file, ask.parties, ask.in_writing, ask.language.value_or(dispute::Tongue::zh)).value(), ask.happened_at);
    if (ask.disclosure) write_down(file, *ask.disclosure, ask.happened_at);
    return done(file);
}

struct Invite {
    Key dispute{};
    Text<1, 40> role;
    std::optional<Name> name;    // of somebody of the registry it is known
    std::optional<Key> person;   // who serves: an apprentice, an adviser
    std::vector<Key> consented;
};
BOOST_DESCRIBE_STRUCT(Invite, (), (dispute, role, name, person, consented))

FileView invited(Desk& desk, Invite const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    dispute::Participant guest{new_key(), ask.role.str(), {}, ask.consented, ask.person.value_or(Key{})};
    std::string name = ask.name ? ask.name->str() : "";
    if (ask.person) {
        auto const who = registry::find_person(desk, *ask.person);
        if (!who || who->left_at) throw Refused(refuse_field("/person", "unknown_person"));
        name = who->name;
    }
    if (name.empty()) throw Refused(refuse_field("/name", "missing"));
    guest.name = file.keep("participant.name", name);
    file.record(invite(*file, std::move(guest)).value());
    return done(file);
}

struct LetGo {
    Key dispute{};
    Key participant{};
    std::string reason;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(LetGo, (), (dispute, participant, reason, happened_at))

FileView gone(Desk& desk, LetGo const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(let_go(*file, desk.book(), ask.participant, ask.reason).value(), ask.happened_at);
    return done(file);
}

// --- Sessions ----------------------------------------------------------------------------

struct HoldSession {
    Key dispute{};
    std::optional<Key> session;  // the planned one that was held; none: it was not planned
    dispute::SessionKind kind{};
    std::optional<dispute::By> by;
    OptionalLine place;
    std::vector<Key> parties;
    std::vector<Key> participants;
    std::optional<dispute::Tongue> language;
    bool interpreter = false;
    std::vector<std::string> methods;
    Narrative record;
    std::optional<dispute::SessionResult> result;
    std::optional<dispute::DisclosureForm> disclosure;  // at its beginning, where it was not made before
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(HoldSession, (), (dispute, session, kind, by, place, parties, participants, language, interpreter, methods,
                                        record, result, disclosure, happened_at))

FileView held(Desk& desk, HoldSession const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    workforce::may_write_records(desk);
    if (ask.session && !dispute::session(*file, *ask.session)) throw Refused(refuse_field("/session", "unknown_session"));
    dispute::Session session;
    session.id = ask.session.value_or(new_key());
    session.kind = ask.kind;
    session.by = ask.by.value_or(dispute::By::in_person);
    session.place = file.keep("session.place", ask.place.str());
    session.parties = ask.parties;
    session.participants = ask.participants;
    session.language = ask.language.value_or(dispute::Tongue::zh);
    session.interpreter = ask.interpreter;
    session.methods = ask.methods;
    // What one side said alone reaches the dispute's mediators and nobody else.
    bool const alone = ask.kind == dispute::SessionKind::separate;
    if (alone && !ask.parties.empty()) session.alone = file.keep_apart(ask.parties.front(), "session.record", ask.record.str());
    else session.record = file.keep("session.record", ask.record.str());
    session.result = ask.result;
    auto const at = ask.happened_at.value_or(desk.now);
    if (ask.disclosure) write_down(file, *ask.disclosure, at);
    file.record(hold(*file, desk.book(), std::move(session), at).value(), at);
    return done(file);
}

// --- The clock ---------------------------------------------------------------------------

struct Pause {
    Key dispute{};
    std::string reason;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Pause, (), (dispute, reason, happened_at))

FileView paused(Desk& desk, Pause const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(pause(*file, desk.book(), ask.reason).value(), ask.happened_at);
    return done(file);
}

struct Resume {
    Key dispute{};
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Resume, (), (dispute, happened_at))

FileView resumed(Desk& desk, Resume const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(resume(*file, dispute::happened_or_now(desk, ask.happened_at)).value(), ask.happened_at);
    return done(file);
}

struct Extend {
    Key dispute{};
    DaysMore days;
    std::vector<Key> agreed_by;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Extend, (), (dispute, days, agreed_by, happened_at))

FileView extended(Desk& desk, Extend const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    auto const at = dispute::happened_or_now(desk, ask.happened_at);
    file.record(extend(*file, desk.book(), ask.days, ask.agreed_by, at).value(), ask.happened_at);
    return done(file);
}

// --- Notes and risks -----------------------------------------------------------------------

struct Note {
    Key dispute{};
    std::string kind;
    Narrative note;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Note, (), (dispute, kind, note, happened_at))

FileView noted(Desk& desk, Note const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    auto const text = file.keep("note", ask.note.str());
    file.record(note(*file, ask.kind, text).value(), ask.happened_at);
    return done(file);
}

struct RaiseRisk {
    Key dispute{};
    dispute::RiskKind kind{};
    dispute::RiskLevel level{};
    OptionalNarrative about;
};
BOOST_DESCRIBE_STRUCT(RaiseRisk, (), (dispute, kind, level, about))

FileView risk_raised(Desk& desk, RaiseRisk const& ask)
{
    // The desk hears of a danger before there is a mediator (PML art. 25).
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    dispute::Risk risk;
    risk.id = new_key();
    risk.kind = ask.kind;
    risk.level = ask.level;
    risk.about = file.keep("risk.about", ask.about.str());
    file.record(raise_risk(*file, std::move(risk)).value());
    return done(file);
}

struct ReportRisk {
    Key dispute{};
    Key risk{};
    Text<1, 80> to;
    OptionalLine receipt;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(ReportRisk, (), (dispute, risk, to, receipt, happened_at))

FileView risk_reported(Desk& desk, ReportRisk const& ask)
{
    // Reporting a danger is everybody's who may see the dispute.
    auto file = File::open(desk, ask.dispute, Right::read_dispute);
    auto const receipt = file.keep("risk.receipt", ask.receipt.str());
    file.record(report_risk(*file, ask.risk, ask.to.str(), receipt).value(), ask.happened_at);
    return done(file);
}

struct ClearRisk {
    Key dispute{};
    Key risk{};
    Narrative why;
};
BOOST_DESCRIBE_STRUCT(ClearRisk, (), (dispute, risk, why))

FileView risk_cleared(Desk& desk, ClearRisk const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    auto const why = file.keep("risk.cleared", ask.why.str());
    file.record(clear_risk(*file, ask.risk, why).value());
    return done(file);
}

// --- The end without agreement ---------------------------------------------------------------

struct Leave {
    Key dispute{};
    Key party{};
    std::optional<Key> member;
    std::string reason;
    std::vector<std::string> remedies;
};
BOOST_DESCRIBE_STRUCT(Leave, (), (dispute, party, member, reason, remedies))

FileView left(Desk& desk, Leave const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::mediate);
    file.record(leave(*file, desk.book(), ask.party, ask.member.value_or(Key{}), ask.reason, ask.remedies).value());
    return done(file);
}

struct Terminate {
    Key dispute{};
    std::string reason;
    std::vector<std::string> remedies;
    OptionalNarrative note;
    std::optional<dispute::By> delivered_by;  // delivered in the same stroke, when the parties are in the room
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Terminate, (), (dispute, reason, remedies, note, delivered_by, happened_at))

FileView terminated(Desk& desk, Terminate const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::end_mediation);
    auto const note = file.keep("termination.note", ask.note.str());
    file.record(terminate(*file, desk.book(), ask.reason, ask.remedies, note).value(), ask.happened_at);
    if (ask.delivered_by) file.record(deliver(*file, *ask.delivered_by).value(), ask.happened_at);
    return done(file);
}

struct Deliver {
    Key dispute{};
    dispute::By by{};
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Deliver, (), (dispute, by, happened_at))

FileView delivered(Desk& desk, Deliver const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::end_mediation);
    file.record(deliver(*file, ask.by).value(), ask.happened_at);
    return done(file);
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    return {"mediation",
            {
                {post, "/disputes/{dispute}/rights", Right::mediate, told, "Note that parties were told their rights and duties, before the first session."},
                {post, "/disputes/{dispute}/participants", Right::mediate, invited, "Invite a relative, neighbour or expert with the parties' consent."},
                {post, "/disputes/{dispute}/participants/{participant}/departure", Right::mediate, gone, "Somebody who was invited no longer takes part; reading the file ends at once."},
                {post, "/disputes/{dispute}/records", Right::mediate, held, "Write the record of a session that was held."},
                {post, "/disputes/{dispute}/pause", Right::mediate, paused, "Stop the clock for a reason of the book."},
                {del, "/disputes/{dispute}/pause", Right::mediate, resumed, "Let the clock run again."},
                {post, "/disputes/{dispute}/extensions", Right::mediate, extended, "Extend the time as all parties agreed."},
                {post, "/disputes/{dispute}/notes", Right::follow_up, noted, "One line of the work log: a call, a visit, a talk."},
                {post, "/disputes/{dispute}/risks", Right::follow_up, risk_raised, "Raise a risk of this dispute: its mediators, or the desk that answers for it."},
                {post, "/disputes/{dispute}/risks/{risk}/report", Right::read_dispute, risk_reported, "Report a risk to the police or another authority, to each of them once it was told: to whom and when."},
                {post, "/disputes/{dispute}/risks/{risk}/clearance", Right::mediate, risk_cleared, "The risk is over, and why."},
                {post, "/disputes/{dispute}/departures", Right::mediate, left, "A party, or a member of a group, leaves; the others go on."},
                {post, "/disputes/{dispute}/termination", Right::end_mediation, terminated, "End mediation without agreement and tell the other roads: who mediates, or the answerable desk while nobody presides."},
                {post, "/disputes/{dispute}/termination/delivery", Right::end_mediation, delivered, "The notice of termination reached the parties."},
            }};
}

}  // namespace maple::mediation
