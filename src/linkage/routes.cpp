#include "linkage/routes.hpp"
#include "api/words.hpp"
#include "calendar/bookings.hpp"
#include "dispute/request.hpp"
#include "dispute/sheet.hpp"
#include "dispute/view.hpp"
#include "linkage/offered.hpp"
#include "linkage/rules.hpp"
#include "foundation/phone.hpp"
#include "registry/edition.hpp"
#include "registry/roll.hpp"
#include "storage/onward.hpp"

namespace maple::linkage {
namespace {

using access::Right;
using Sheet = dispute::Sheet<Referral>;

void put_back(Sheet& sheet)
{
    registry::must_be_current(sheet.desk());
    sheet.put_back("referral", row_of(*sheet, sheet.desk().book()));
}

bool sent_it(Desk const& desk, Referral const& r)
{
    return r.officer == desk.caller.person && access::may_in(desk.caller, Right::refer, r.agency_scope);
}

// The officer that sent it, the desk that answers it, nobody else.
bool may_see(Desk const& desk, Referral const& r)
{
    return sent_it(desk, r) || access::may_in(desk.caller, Right::answer_referral, r.desk_scope);
}

// The desk sees how to reach people where it asks for it, in the dispute, and that is logged.
void hide_contacts(dispute::RequestForm& request)
{
    for (auto& p : request.parties) {
        if (p.phone) p.phone = masked_phone(*p.phone);
        if (p.id_number) p.id_number = masked_id(*p.id_number);
        p.address = {};
        if (p.guardian && p.guardian->phone) p.guardian->phone = masked_phone(*p.guardian->phone);
        for (auto& member : p.members)
            if (member.phone) member.phone = masked_phone(*member.phone);
    }
}

// As it was sent: forms may have become narrower since.
dispute::RequestForm sent_form(std::string_view sent)
{
    dispute::RequestForm form;
    Problems ignored;
    Form<dispute::RequestForm>::read(json::parse(sent), form, At{}, ignored);
    return form;
}

Referral find(Desk& desk, Key id)
{
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM referral WHERE id = $1", id);
    if (state)
        if (auto r = from_state(desk, *state); may_see(desk, r)) return r;
    throw Refused(refuse(Because::not_found, "referral.unknown"));
}

// --- What people see -----------------------------------------------------------------------

struct PromiseView {
    std::string what;
    std::optional<Fen> amount;
    Date due{};
    dispute::Promise state{};
};
BOOST_DESCRIBE_STRUCT(PromiseView, (), (what, amount, due, state))

struct AgreementView {
    std::string number;
    bool oral = false;
    Instant effective_at;
    std::optional<std::string> terms;
    std::vector<PromiseView> promises;
};
BOOST_DESCRIBE_STRUCT(AgreementView, (), (number, oral, effective_at, terms, promises))

// What comes back to the officer: the result, never what was said in the room.
struct Feedback {
    dispute::Stage stage{};
    std::string stage_name, number;
    std::string organisation_name;
    std::optional<std::string> mediator_name;
    std::optional<Instant> legal_due;
    std::vector<AgreementView> agreements;
    std::optional<std::string> ended_because;   // refusal or termination, worded
    std::vector<std::string> remedies;
    bool risk_remains = false;
    std::optional<Instant> concluded_at;
};
BOOST_DESCRIBE_STRUCT(Feedback, (), (stage, stage_name, number, organisation_name, mediator_name, legal_due, agreements,
                                     ended_because, remedies, risk_remains, concluded_at))

struct ReferralView {
    Key id{};
    std::int64_t version = 0;
    Status status{};
    std::string status_name;
    std::string agency_name, desk_name, reference;
    std::optional<CourtStage> court_stage;
    std::optional<Date> answer_by;
    std::int64_t calls = 0;
    bool consent_stated = false;
    Instant sent_at;
    std::optional<Instant> answer_due;
    bool overdue = false;
    std::optional<Instant> answered_at;
    std::optional<dispute::RequestForm> request;   // for the desk and the sender
    std::optional<std::string> decline_reason, decline_note;
    std::optional<Key> dispute;                    // for the desk
    std::optional<Feedback> feedback;
    bool may_answer = false;
};
BOOST_DESCRIBE_STRUCT(ReferralView, (), (id, version, status, status_name, agency_name, desk_name, reference, court_stage, answer_by,
                                         calls, consent_stated, sent_at, answer_due, overdue, answered_at, request, decline_reason,
                                         decline_note, dispute, feedback, may_answer))

AgreementView agreement_view(dispute::Agreement const& a)
{
    AgreementView view{a.number, a.oral, *a.effective_at, a.terms.text, {}};
    for (auto const& o : a.obligations) view.promises.push_back({text_of(o.what), o.amount, o.due, o.state});
    return view;
}

Feedback feedback(Desk& desk, dispute::Dispute d)
{
    dispute::fill_words(desk, d, {true, access::sees(access::Relation::agency, FieldClass::personal), false, false});
    Feedback out;
    out.stage = d.stage;
    out.stage_name = dispute::stage_word(desk, d);
    out.number = dispute::number_of(d);
    out.organisation_name = registry::called(desk, registry::organisation(desk, dispute::answerable(d).organisation));
    if (auto const* chair = dispute::presiding(d)) out.mediator_name = registry::person(desk, chair->person).name;
    if (d.accepted_at && !d.concluded_at) out.legal_due = dispute::mediation_clock(d, desk.book(), desk.now).at;
    for (auto const& a : d.agreements)
        if (a.effective_at) out.agreements.push_back(agreement_view(a));
    if (d.termination) out.ended_because = api::choice_name(desk, "termination", d.termination->reason);
    else if (d.closed_as)
        out.ended_because = api::choice_name(desk, *d.closed_as == dispute::Closing::refused ? "refusal" : *d.closed_as == dispute::Closing::advised ? "advice" : "transfer", d.closing_reason);
    for (auto const& remedy : d.termination ? d.termination->remedies : d.remedies) out.remedies.push_back(api::choice_name(desk, "remedy", remedy));
    out.risk_remains = dispute::risk_open(d);
    out.concluded_at = d.concluded_at;
    return out;
}

ReferralView view(Desk& desk, Referral const& r)
{
    auto const row = row_of(r, desk.book());
    ReferralView out{r.id, r.version, r.status,
                     api::say(desk.language, std::string("referral_status.") + boost::describe::enum_to_string(r.status, "?")),
                     registry::called(desk, registry::organisation(desk, r.agency)), registry::called(desk, registry::organisation(desk, r.desk)), r.reference,
                     r.court_stage, r.answer_by, r.calls, r.consent_stated, r.sent_at, row.due_at,
                     row.due_at && *row.due_at < desk.now, r.answered_at, {}, {}, {}, {}, {}, false};
    auto const sent = access::one_text(desk, r.request);
    if (sent) out.request = sent_form(*sent);
    if (out.request && !sent_it(desk, r)) hide_contacts(*out.request);
    if (r.status == Status::declined) {
        out.decline_reason = api::choice_name(desk, "decline", r.decline_reason);
        if (r.decline_note) out.decline_note = access::one_text(desk, r.decline_note);
    }
    bool const of_the_desk = access::may_in(desk.caller, Right::answer_referral, r.desk_scope);
    out.may_answer = of_the_desk && r.status == Status::sent;
    if (r.dispute) {
        if (of_the_desk) out.dispute = r.dispute;
        out.feedback = feedback(desk, dispute::read_unasked(desk, r.dispute));
    }
    desk.etag = r.version;
    return out;
}

// --- Deeds -----------------------------------------------------------------------------------

struct Refer {
    Line reference;
    std::optional<CourtStage> court_stage;
    std::optional<Date> answer_by;
    std::optional<Whole<0, 1000>> calls;
    bool consent_stated = false;
    dispute::RequestForm request;
};
BOOST_DESCRIBE_STRUCT(Refer, (), (reference, court_stage, answer_by, calls, consent_stated, request))

dispute::Source source_of(registry::OrganisationKind kind)
{
    using enum registry::OrganisationKind;
    switch (kind) {
    case petition_office: return dispute::Source::petition;
    case police: return dispute::Source::police;
    case procuratorate: return dispute::Source::procuratorate;
    case court: return dispute::Source::court;
    default: return dispute::Source::other_agency;
    }
}

registry::Organisation agency_of(Desk& desk)
{
    for (auto const& grant : desk.caller.grants)
        if (grant.role == access::Role::agency_officer) return registry::organisation(desk, grant.organisation);
    throw Refused(refuse(Because::not_allowed, "not_allowed"));
}

struct Earlier {
    Status status{};
    Instant sent_at;
};
BOOST_DESCRIBE_STRUCT(Earlier, (), (status, sent_at))

// Two officers, or one with two windows, who send the same number at once would both be the first.
void must_be_the_first(Desk& desk, Key agency, std::string const& reference)
{
    calendar::wait_for_turn(desk.sql, {"referral/" + shown(agency)});
    auto const earlier = sql::all<Earlier>(desk.sql, R"(
        SELECT status, sent_at
          FROM referral
         WHERE reference = $1 AND agency = $2
         ORDER BY id)", reference, agency);
    for (auto const& one : earlier) may_send_again(one.status, one.sent_at).value();
}

ReferralView refer(Desk& desk, Refer const& ask)
{
    auto const agency = agency_of(desk);
    auto request = ask.request;
    request.source = source_of(agency.kind);
    auto faults = dispute::faults_in(request, desk.book(), date_in_beijing(desk.now));
    if (!registry::division(desk, request.place)) faults.push_back({"/place", "unknown_division"});
    if (request.happened_at && *request.happened_at > plus_seconds(desk.now, dispute::clock_slack)) faults.push_back({"/happened_at", "in_the_future"});
    for (auto& fault : faults) fault.at = "/request" + fault.at;
    if (ask.court_stage && agency.kind != registry::OrganisationKind::court) faults.push_back({"/court_stage", "only_for_a_court"});
    if (ask.answer_by && *ask.answer_by < date_in_beijing(desk.now)) faults.push_back({"/answer_by", "in_the_past"});
    if (!faults.empty()) throw Refused({Because::invalid, "form.invalid", {}, {}, std::move(faults)});
    must_be_the_first(desk, agency.id, ask.reference.str());

    auto const office = registry::acceptance_desk_for(desk, request.place);
    Referral r;
    r.id = new_key();
    Sheet sheet(desk, "referral", r);
    r.agency = agency.id;
    r.agency_scope = agency.path;
    r.officer = desk.caller.person;
    r.desk = office.id;
    r.desk_scope = office.path;
    r.reference = ask.reference.str();
    r.court_stage = ask.court_stage;
    r.answer_by = ask.answer_by;
    r.calls = ask.calls ? ask.calls->n : 0;
    r.consent_stated = ask.consent_stated;
    // The whole form holds phones and identity numbers: it is kept encrypted.
    r.request = sheet.keep("referral.request", written(request), access::Secrecy::personal);
    sheet.record(Sent{r});
    put_back(sheet);
    return view(desk, *sheet);
}

struct One {
    Key referral{};
};
BOOST_DESCRIBE_STRUCT(One, (), (referral))

ReferralView look(Desk& desk, One const& ask) { return view(desk, find(desk, ask.referral)); }

struct Taking {
    ReferralView referral;
    std::vector<dispute::ReceiptCode> codes;
};
BOOST_DESCRIBE_STRUCT(Taking, (), (referral, codes))

Sheet open_to_answer(Desk& desk, Key id)
{
    auto r = find(desk, id);
    if (!access::may_in(desk.caller, Right::answer_referral, r.desk_scope)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return Sheet(desk, "referral", std::move(r));
}

Taking accept(Desk& desk, One const& ask)
{
    auto sheet = open_to_answer(desk, ask.referral);
    take(*sheet, Key{}).value();
    auto const sent = access::one_text(desk, sheet->request);
    if (!sent) throw Refused(refuse(Because::conflict, "referral.erased"));
    dispute::Origin origin;
    origin.handover = dispute::Handover{sheet->id, sheet->agency, clock_of(*sheet), sheet->calls};
    origin.desk = sheet->desk;
    origin.at.reset();
    auto const begun = dispute::make_request(desk, sent_form(*sent), origin);
    sheet.record(take(*sheet, begun.dispute).value());
    put_back(sheet);
    return {view(desk, *sheet), begun.codes};
}

struct Decline {
    Key referral{};
    std::string reason;
    OptionalNarrative note;
};
BOOST_DESCRIBE_STRUCT(Decline, (), (referral, reason, note))

ReferralView declined(Desk& desk, Decline const& ask)
{
    auto sheet = open_to_answer(desk, ask.referral);
    auto const note = sheet.keep("referral.declined", ask.note.str());
    sheet.record(decline(*sheet, desk.book(), ask.reason, note).value());
    put_back(sheet);
    return view(desk, *sheet);
}

struct ReferralList {
    std::optional<Status> status;
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(ReferralList, (), (status, cursor))

struct Referrals {
    std::vector<ReferralView> referrals;
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(Referrals, (), (referrals, cursor))

// `may_see`, said in SQL: what a colleague of the same agency sent must not use up a page. Inside a
// text of the state quotes are escaped, so that nothing but the member itself reads "officer":"….
std::string in_sight(Desk const& desk, sql::Binding& bind)
{
    std::string any;
    auto const within = [&](std::string const& column, std::string const& scope) {
        any += (any.empty() ? "(" : " OR ") + std::string("(") + column + " >= " + bind(scope) + " AND " + column + " < " + bind(scope + "~");
    };
    for (auto const& scope : access::scopes_of(desk.caller, Right::answer_referral)) {
        within("desk_scope", scope);
        any += ")";
    }
    for (auto const& scope : access::scopes_of(desk.caller, Right::refer)) {
        within("agency_scope", scope);
        any += " AND state LIKE " + bind("%\"officer\":\"" + shown(desk.caller.person) + "\"%") + ")";
    }
    return any.empty() ? "1 = 0" : any + ")";
}

Referrals list(Desk& desk, ReferralList const& ask)
{
    sql::Binding bind;
    auto condition = in_sight(desk, bind);
    if (ask.status) condition += " AND status = " + bind(*ask.status);
    auto const found = sql::onward(desk.sql, "referral", condition, ask.cursor, std::move(bind));
    Referrals out;
    for (auto const& state : found.states) {
        auto const r = from_state(desk, state);
        if (found.more) out.cursor = r.id;
        if (may_see(desk, r)) out.referrals.push_back(view(desk, r));
    }
    desk.etag.reset();
    return out;
}

}  // namespace

Offered offered(Desk& desk, Key referral)
{
    auto const r = find(desk, referral);
    if (!access::may_in(desk.caller, Right::answer_referral, r.desk_scope)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    auto const sent = access::one_text(desk, r.request);
    return {r.agency, r.reference, r.dispute, sent ? sent_form(*sent) : dispute::RequestForm{}};
}

api::Room room()
{
    using enum api::Verb;
    return {"linkage",
            {
                {post, "/referrals", Right::refer, refer, "Hand a dispute over with the agency's own number, consent, facts and deadline."},
                {get, "/referrals", Right::signed_in, list, "An officer's own referrals, or those of this desk, the newest first."},
                {get, "/referrals/{referral}", Right::signed_in, look, "One referral with what has become of it."},
                {post, "/referrals/{referral}/acceptance", Right::answer_referral, accept, "Take the referral: it becomes a request; its parties are still asked."},
                {post, "/referrals/{referral}/decline", Right::answer_referral, declined, "Decline the referral with a reason."},
            }};
}

}  // namespace maple::linkage
