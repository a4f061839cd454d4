// Receiving, examining, deciding and answering complaints. Only those in charge read what was
// said; the person concerned learns of the kind, where it stands and what was decided.
#include "api/words.hpp"
#include "law/clock.hpp"
#include "registry/keep.hpp"
#include "storage/onward.hpp"
#include "workforce/complaints.hpp"
#include "workforce/folder.hpp"
#include "workforce/parts.hpp"
#include "workforce/rules.hpp"
#include "workforce/scopes.hpp"
#include "workforce/sheet.hpp"
#include "workforce/sight.hpp"
#include "workforce/standing.hpp"

namespace maple::workforce {
namespace {

using access::Right;
using access::Secrecy;

template <DescribedEnum E> std::string in_words(Desk const& desk, std::string_view list, E e) { return api::say(desk.language, std::string(list) + "." + enum_key(e)); }

bool examines(Desk const& desk, Complaint const& c) { return c.person != desk.caller.person && sight_in(desk, c.scope).in_charge(); }

bool knows_of(Desk const& desk, Complaint const& c)
{
    return sight_in(desk, c.scope).in_charge() || c.person == desk.caller.person || (c.entered_by && c.entered_by == desk.caller.person);
}

Complaint find(Desk& desk, Key id)
{
    if (auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM complaint WHERE id = $1", id))
        if (auto complaint = complaint_from(desk, *state); knows_of(desk, complaint)) return complaint;
    throw Refused(refuse(Because::not_found, "complaint.unknown"));
}

// For the steps: the person concerned takes none of them.
Complaint to_handle(Desk& desk, Key id)
{
    auto complaint = find(desk, id);
    not_in_own_matter(complaint, desk.caller.person).value();
    must(examines(desk, complaint));
    return complaint;
}

// The engagement that counts, with the committee behind it.
std::optional<registry::Organisation> binding_committee(Desk& desk, Key person, Date today)
{
    for (auto const& one : service_of(desk, person).engagements)
        if (in_force(one, today)) return registry::find_organisation(desk, one.organisation);
    return std::nullopt;
}

// The disputes that lost their mediator and have no other yet, of those that the reader oversees.
std::vector<LostDispute> waiting(Desk& desk, Complaint const& c)
{
    std::vector<LostDispute> lost;
    for (auto const dispute : c.disputes)
        for (auto const& scope : scopes_for(desk, Right::read_dispute))
            if (auto const number = sql::cell<std::string>(desk.sql, R"(
                    SELECT number FROM dispute
                     WHERE id = $1 AND mediator IS NULL AND stage IN ('inviting', 'diverted', 'mediating', 'agreed', 'visiting', 'terminated')
                       AND scope >= $2 AND scope < $3)", dispute, scope, scope + "~")) {
                lost.push_back({dispute, *number});
                break;
            }
    return lost;
}

ComplaintView view(Desk& desk, Complaint const& c)
{
    auto const text = [&](Kept const& kept) { return access::one_text(desk, kept); };
    auto const row = row_of(c, desk.book());
    bool const own = c.person == desk.caller.person, whole = examines(desk, c);
    auto const today = date_in_beijing(desk.now);
    ComplaintView v;
    v.id = c.id;
    v.version = c.version;
    v.person = c.person;
    v.person_name = registry::person_name(desk, c.person);
    v.organisation_name = name_of_organisation(desk, c.organisation);
    v.status = c.status;
    v.status_name = in_words(desk, "complaint_status", c.status);
    v.kind = c.kind;
    v.kind_name = in_words(desk, "misconduct", c.kind);
    v.brought_by = c.brought_by;
    v.brought_by_name = in_words(desk, "brought_by", c.brought_by);
    v.received_at = c.received_at;
    v.due_at = row.due_at;
    v.overdue = row.due_at && *row.due_at < desk.now;
    v.decided_at = c.decided_at;
    if (own || whole) {
        v.outcome = c.outcome;
        if (c.outcome) v.outcome_name = in_words(desk, "outcome", *c.outcome);
        if (c.decided_by) v.decided_by_name = in_words(desk, "body", *c.decided_by);
        v.decided_on = c.decided_on;
        v.minutes = text(c.minutes);
        v.note.text = text(c.note);
        v.examined_at = c.examined_at;
        v.heard.text = text(c.heard);
    }
    v.answered_at = c.answered_at;
    desk.etag = c.version;
    if (!whole) return v;
    v.words.text = text(c.words);
    v.complainant.text = text(c.complainant);
    if (auto const contact = text(c.contact)) v.contact.text = KeptPhone::masked(*contact);
    v.entered_by_name = registry::person_name(desk, c.entered_by);
    if (c.examined_at) v.well_founded = c.well_founded;
    v.findings.text = text(c.findings);
    v.waiting = waiting(desk, c);
    if (c.answered_by) v.answered_by_name = in_words(desk, "answered_by", *c.answered_by);
    v.answer.text = text(c.answer);
    v.by_receipt = bool(c.party);
    v.engaged = standing(desk, c.person, today).engaged;
    if (auto const committee = binding_committee(desk, c.person, today))
        for (auto const body : electing_bodies(committee->kind)) v.electing.push_back(enum_key(body));
    if (c.status == ComplaintStatus::received || c.status == ComplaintStatus::examined) v.allowed.push_back("examine");
    if (c.status == ComplaintStatus::examined) v.allowed.push_back("decide");
    if (c.status == ComplaintStatus::decided) v.allowed.push_back("answer");
    return v;
}

// --- Receiving ------------------------------------------------------------------------------------

struct Complain {
    Key person{};
    Misconduct kind{};
    BroughtBy brought_by{};
    Narrative words;
    Text<0, 80> complainant;
    OptionalLine contact;      // where the answer goes
};
BOOST_DESCRIBE_STRUCT(Complain, (), (person, kind, brought_by, words, complainant, contact))

ComplaintView complain(Desk& desk, Complain const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.sees && !sight.self);
    if (ask.brought_by == BroughtBy::own_finding) must(sight.in_charge());
    else if (ask.complainant.empty()) throw Refused(refuse_field("/complainant", "complainant_needed"));
    return view(desk, receive_complaint(desk, {person.id, ask.kind, ask.brought_by, ask.words.str(), ask.complainant.str(), ask.contact.str(),
                                               {}, {}, desk.caller.person}));
}

// --- Examining and answering -------------------------------------------------------------------------

struct Examine {
    Key complaint{};
    bool well_founded = false;
    Narrative findings;
    OptionalNarrative heard;   // what the mediator says to it
};
BOOST_DESCRIBE_STRUCT(Examine, (), (complaint, well_founded, findings, heard))

ComplaintView examine_it(Desk& desk, Examine const& ask)
{
    Sheet sheet(desk, "complaint", to_handle(desk, ask.complaint));
    auto const findings = sheet.keep("complaint.findings", ask.findings.str(), Secrecy::personal);
    auto const heard = sheet.keep("complaint.heard", ask.heard.str(), Secrecy::personal);
    sheet.record(examine(*sheet, ask.well_founded, findings, heard).value());
    sheet.put_back();
    return view(desk, *sheet);
}

struct Answer {
    Key complaint{};
    AnsweredBy by{};
    Narrative words;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (complaint, by, words))

ComplaintView answer_it(Desk& desk, Answer const& ask)
{
    Sheet sheet(desk, "complaint", to_handle(desk, ask.complaint));
    auto const words = sheet.keep("complaint.answer", ask.words.str(), Secrecy::personal);
    sheet.record(answer(*sheet, ask.by, words).value());
    sheet.put_back();
    return view(desk, *sheet);
}

// --- Lists ---------------------------------------------------------------------------------------------

struct OneComplaint {
    Key complaint{};
};
BOOST_DESCRIBE_STRUCT(OneComplaint, (), (complaint))

ComplaintView show_complaint(Desk& desk, OneComplaint const& ask) { return view(desk, find(desk, ask.complaint)); }

struct ContactView {
    std::optional<std::string> contact;
};
BOOST_DESCRIBE_STRUCT(ContactView, (), (contact))

// Unmasked for who examines it; that it was asked for stands in the ledger.
ContactView contact(Desk& desk, OneComplaint const& ask)
{
    Sheet sheet(desk, "complaint", to_handle(desk, ask.complaint));
    sheet.record(ContactTold{});
    sheet.put_back();
    return {access::one_text(desk, sheet->contact)};
}

struct ComplaintLine {
    Key id{};
    std::string person_name, organisation_name, kind_name;
    ComplaintStatus status{};
    std::string status_name;
    Instant received_at;
    std::optional<Instant> due_at;
    bool overdue = false;
    bool about_me = false;
};
BOOST_DESCRIBE_STRUCT(ComplaintLine, (), (id, person_name, organisation_name, kind_name, status, status_name, received_at, due_at, overdue, about_me))

struct AskComplaints {
    std::optional<bool> open;    // only what has not been answered
    std::optional<Key> person;
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(AskComplaints, (), (open, person, cursor))

struct Complaints {
    std::vector<ComplaintLine> complaints;
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(Complaints, (), (complaints, cursor))

Complaints list_complaints(Desk& desk, AskComplaints const& ask)
{
    auto scopes = scopes_for(desk, Right::keep_people);
    for (auto const& one : scopes_for(desk, Right::lead_people)) scopes.push_back(one);
    sql::Binding bind;
    auto condition = "(person = " + bind(desk.caller.person) + " OR " + sql::within("scope", scopes, bind) + ")";
    if (ask.person) condition += " AND person = " + bind(*ask.person);
    if (ask.open.value_or(false)) condition += " AND status <> " + bind(ComplaintStatus::answered);
    auto const found = sql::onward(desk.sql, "complaint", condition, ask.cursor, std::move(bind));
    Complaints out;
    for (auto const& state : found.states) {
        auto const c = complaint_from(desk, state);
        if (found.more) out.cursor = c.id;
        if (!knows_of(desk, c)) continue;
        auto const due = row_of(c, desk.book()).due_at;
        out.complaints.push_back({c.id, registry::person_name(desk, c.person), name_of_organisation(desk, c.organisation), in_words(desk, "misconduct", c.kind), c.status,
                                  in_words(desk, "complaint_status", c.status), c.received_at, due, due && *due < desk.now, c.person == desk.caller.person});
    }
    return out;
}

}  // namespace

Complaint receive_complaint(Desk& desk, NewComplaint const& wanted)
{
    auto const person = registry::person(desk, wanted.person);
    may_be_complained_of(person, standing(desk, wanted.person, date_in_beijing(desk.now))).value();
    Complaint c;
    c.id = new_key();
    Sheet sheet(desk, "complaint", c);
    c.person = wanted.person;
    c.organisation = person.organisation;
    c.scope = registry::organisation(desk, person.organisation).path;
    c.kind = wanted.kind;
    c.brought_by = wanted.brought_by;
    c.words = sheet.keep("complaint.words", wanted.words, Secrecy::personal);
    c.complainant = sheet.keep("complaint.complainant", wanted.complainant, Secrecy::personal);
    c.contact = sheet.keep("complaint.contact", wanted.contact, Secrecy::personal);
    c.dispute = wanted.dispute;
    c.party = wanted.party;
    c.entered_by = wanted.entered_by;
    sheet.record(ComplaintReceived{c});
    sheet.put_back();
    return *sheet;
}

std::vector<OwnComplaint> complaints_of(Desk& desk, Key dispute, Key party)
{
    std::vector<OwnComplaint> own;
    for (auto const& state : sql::column<std::string>(desk.sql, "SELECT state FROM complaint WHERE dispute = $1 AND party = $2 ORDER BY id DESC", dispute, party)) {
        auto const c = complaint_from(desk, state);
        OwnComplaint o{c.kind, in_words(desk, "misconduct", c.kind), c.status, in_words(desk, "complaint_status", c.status), c.received_at,
                       law::due(desk.book(), "desk.complaint", c.received_at, desk.now).at, c.answered_at, {}};
        if (c.answer) o.answer = access::one_text(desk, c.answer);
        own.push_back(std::move(o));
    }
    return own;
}

namespace {

void end_everything(Desk& desk, Complaint const& c, Date today)
{
    auto folder = Folder::open(desk, c.person);
    auto const as = *c.outcome == Outcome::removed ? Ending::removed : Ending::dismissed;
    for (auto const& one : folder.service().engagements)
        if (in_force(one, today)) folder.record(EngagementEnded{one.id, today, as});
    auto const service = folder.service();
    auto const* card = certificate_of(service);
    if ((card && !card->revoked) || (!card && !text_of(folder->roll.certificate).empty()))
        folder.record(CertificateRevoked{card ? card->id : Key{}, today, {}});
    folder.put_back();
    if (!registry::person(desk, c.person).left_at) registry::leave_service(desk, c.person);
    std::vector<sql::Value> const whose{c.person.n};
    for (auto const& row : desk.sql.run("SELECT grant_of.id FROM grant_of JOIN account ON account.id = grant_of.account WHERE account.person = $1 AND grant_of.ended_at IS NULL",
                                        whose).rows)
        registry::end_grant(desk, {std::get<std::int64_t>(row.front())});
}

}  // namespace

ComplaintView decide_complaint(Desk& desk, DecideComplaint const& ask, std::function<std::vector<Key>(Key)> const& end_appointments)
{
    Sheet sheet(desk, "complaint", to_handle(desk, ask.complaint));
    auto const today = date_in_beijing(desk.now);
    auto const committee = binding_committee(desk, sheet->person, today);
    Deciding const deciding{ask.outcome, ask.body, ask.decided_on, committee ? committee->kind : registry::OrganisationKind::department};
    auto event = decide(*sheet, deciding, standing(desk, sheet->person, today), today).value();
    event.minutes = sheet.keep("complaint.minutes", ask.minutes.str());
    event.note = sheet.keep("complaint.note", ask.note.str(), Secrecy::personal);
    if (ends_service(ask.outcome)) event.disputes = end_appointments(sheet->person);
    sheet.record(event);
    sheet.put_back();
    if (ends_service(ask.outcome)) end_everything(desk, *sheet, today);
    return view(desk, *sheet);
}

std::vector<api::Route> complaint_routes()
{
    using enum api::Verb;
    return {
        {post, "/people/{person}/complaints", Right::see_people, complain, "Enters a complaint about a mediator, for a party or another person, or an own finding."},
        {get, "/complaints", Right::signed_in, list_complaints, "Complaints that I examine, entered or am concerned by."},
        {get, "/complaints/{complaint}", Right::signed_in, show_complaint, "One complaint and its course, as far as I may see it."},
        {post, "/complaints/{complaint}/contact", Right::see_people, contact, "Where the answer goes, unmasked; who asked for it stands in the ledger."},
        {post, "/complaints/{complaint}/examination", Right::see_people, examine_it, "What was found, and what the mediator says to it."},
        {post, "/complaints/{complaint}/answer", Right::see_people, answer_it, "The answer to whoever complained."},
    };
}

}  // namespace maple::workforce
