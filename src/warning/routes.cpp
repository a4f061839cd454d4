#include "warning/routes.hpp"
#include "api/words.hpp"
#include "dispute/request.hpp"
#include "dispute/sheet.hpp"
#include "dispute/view.hpp"
#include "registry/edition.hpp"
#include "registry/roll.hpp"
#include "storage/onward.hpp"
#include "warning/rules.hpp"

namespace maple::warning {
namespace {

using access::Right;
using Sheet = dispute::Sheet<Lead>;

void put_back(Sheet& sheet)
{
    registry::must_be_current(sheet.desk());
    sheet.put_back("lead", row_of(*sheet, sheet.desk().book()));
}

struct LeadView {
    Key id{};
    std::int64_t version = 0;
    Status status{};
    std::string status_name, kind, kind_name, place, place_name;
    Urgency urgency{};
    std::optional<std::string> where, words, outcome;
    Instant reported_at;
    std::optional<Instant> due_at;
    bool overdue = false;
    std::optional<Key> dispute;               // for the desk
    std::optional<std::string> became;        // the stage of the dispute it grew into, in words
    bool mine = false;
};
BOOST_DESCRIBE_STRUCT(LeadView, (), (id, version, status, status_name, kind, kind_name, place, place_name, urgency, where, words,
                                     outcome, reported_at, due_at, overdue, dispute, became, mine))

LeadView view(Desk& desk, Lead const& lead)
{
    auto const row = row_of(lead, desk.book());
    auto const text = [&](Kept const& kept) { return access::one_text(desk, kept); };
    auto const* kind = desk.book().kind(lead.kind);
    LeadView out{lead.id, lead.version, lead.status,
                 api::say(desk.language, std::string("lead_status.") + boost::describe::enum_to_string(lead.status, "?")), lead.kind,
                 kind ? law::in(kind->name, api::tag(desk.language)) : lead.kind, lead.place, registry::division_name(desk, lead.place),
                 lead.urgency, text(lead.where), text(lead.words), text(lead.outcome), lead.reported_at, row.due_at,
                 row.due_at && *row.due_at < desk.now, {}, {}, lead.reporter == desk.caller.person};
    if (lead.dispute) {
        if (access::may_in(desk.caller, Right::triage_lead, lead.desk_scope)) out.dispute = lead.dispute;
        auto const d = dispute::read_unasked(desk, lead.dispute);
        out.became = dispute::stage_word(desk, d);
    }
    desk.etag = lead.version;
    return out;
}

// --- Reporting -------------------------------------------------------------------------------

struct Report {
    std::string place;
    std::string kind;
    Urgency urgency{};
    OptionalLine where;
    Text<1, 500> words;
};
BOOST_DESCRIBE_STRUCT(Report, (), (place, kind, urgency, where, words))

LeadView report(Desk& desk, Report const& ask)
{
    may_report(registry::person(desk, desk.caller.person), desk.book(), ask.urgency, date_in_beijing(desk.now)).value();
    Problems faults;
    if (!desk.book().kind(ask.kind)) faults.push_back({"/kind", "unknown_kind"});
    if (!registry::division(desk, ask.place)) faults.push_back({"/place", "unknown_division"});
    if (!faults.empty()) throw Refused({Because::invalid, "form.invalid", {}, {}, std::move(faults)});
    auto const office = registry::acceptance_desk_for(desk, ask.place);
    Lead lead;
    lead.id = new_key();
    Sheet sheet(desk, "lead", lead);
    lead.reporter = desk.caller.person;
    lead.place = ask.place;
    lead.kind = ask.kind;
    lead.urgency = ask.urgency;
    lead.where = sheet.keep("lead.where", ask.where.str(), access::Secrecy::personal);
    lead.words = sheet.keep("lead.words", ask.words.str());
    lead.desk = office.id;
    lead.desk_scope = office.path;
    sheet.record(Reported{lead});
    put_back(sheet);
    return view(desk, *sheet);
}

// --- Triage ----------------------------------------------------------------------------------

Lead find(Desk& desk, Key id)
{
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM lead WHERE id = $1", id);
    if (state) {
        auto lead = from_state(desk, *state);
        if (lead.reporter == desk.caller.person || access::may_in(desk.caller, Right::triage_lead, lead.desk_scope)) return lead;
    }
    throw Refused(refuse(Because::not_found, "lead.unknown"));
}

struct One {
    Key lead{};
};
BOOST_DESCRIBE_STRUCT(One, (), (lead))

LeadView look(Desk& desk, One const& ask) { return view(desk, find(desk, ask.lead)); }

struct Triage {
    Key lead{};
    Status status{};
    Narrative outcome;                            // told to the informant
    std::optional<Key> dispute;                   // merged into this one
    std::optional<dispute::RequestForm> request;  // becomes a request; the parties are asked first
};
BOOST_DESCRIBE_STRUCT(Triage, (), (lead, status, outcome, dispute, request))

struct TriageAnswer {
    LeadView lead;
    std::vector<dispute::ReceiptCode> codes;
};
BOOST_DESCRIBE_STRUCT(TriageAnswer, (), (lead, codes))

TriageAnswer triaged(Desk& desk, Triage const& ask)
{
    auto lead = find(desk, ask.lead);
    if (!access::may_in(desk.caller, Right::triage_lead, lead.desk_scope)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    Sheet sheet(desk, "lead", lead);
    TriageAnswer answer;
    Key dispute = ask.dispute.value_or(Key{});
    names_what_it_became(ask.status, ask.dispute.has_value(), ask.request.has_value()).value();
    if (dispute && !dispute::find_dispute(desk, dispute, Right::take_in)) throw Refused(refuse_field("/dispute", "unknown_dispute"));
    triage(*sheet, ask.status, {}, dispute).value();  // refuses before a request begins
    if (ask.status == Status::became_request) {
        auto form = *ask.request;
        form.source = dispute::Source::lead;
        dispute::Origin origin;
        origin.lead = lead.id;
        origin.desk = lead.desk;
        origin.at = "/request";
        auto const begun = dispute::make_request(desk, form, origin);
        dispute = begun.dispute;
        answer.codes = begun.codes;
    }
    auto const outcome = sheet.keep("lead.outcome", ask.outcome.str());
    sheet.record(triage(*sheet, ask.status, outcome, dispute).value());
    put_back(sheet);
    answer.lead = view(desk, *sheet);
    return answer;
}

struct LeadList {
    std::optional<Status> status;
    std::optional<bool> mine;  // reported by the caller, not those of the desk
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(LeadList, (), (status, mine, cursor))

struct Leads {
    std::vector<LeadView> leads;
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(Leads, (), (leads, cursor))

Leads list(Desk& desk, LeadList const& ask)
{
    sql::Binding bind;
    auto condition = "(reporter = " + bind(desk.caller.person);
    if (!ask.mine.value_or(false))
        for (auto const& scope : access::scopes_of(desk.caller, Right::triage_lead))
            condition += " OR (desk_scope >= " + bind(scope) + " AND desk_scope < " + bind(scope + "~") + ")";
    condition += ")";
    if (ask.status) condition += " AND status = " + bind(*ask.status);
    auto const found = sql::onward(desk.sql, "lead", condition, ask.cursor, std::move(bind));
    Leads out;
    for (auto const& state : found.states) {
        auto const lead = from_state(desk, state);
        if (found.more) out.cursor = lead.id;
        out.leads.push_back(view(desk, lead));
    }
    desk.etag.reset();
    return out;
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    return {"warning",
            {
                {post, "/leads", Right::report_lead, report, "Report a sign of a dispute: a place, a kind, how urgent, a sentence."},
                {get, "/leads", Right::signed_in, list, "My own leads, and those of this desk, the newest first."},
                {get, "/leads/{lead}", Right::signed_in, look, "One lead and what became of it."},
                {post, "/leads/{lead}/triage", Right::triage_lead, triaged, "No dispute, solved on the spot, becomes a request, or merged."},
            }};
}

}  // namespace maple::warning
