// A person asks what is held about it: taken down by one officer, confirmed by a second one of the
// bureau, answered to that person and nobody else. The one search by person there is, and no
// officer sees its result before two have vouched for it.
#include "access/audit.hpp"
#include "api/words.hpp"
#include "dispute/sheet.hpp"
#include "dispute/view.hpp"
#include "foundation/resident_id.hpp"
#include "privacy/routes.hpp"
#include "privacy/rules.hpp"
#include "registry/roll.hpp"
#include "storage/onward.hpp"

namespace maple::privacy {
namespace {

using access::Right;
using Sheet = dispute::Sheet<OwnRequest>;

void put_back(Sheet& sheet) { sheet.put_back("own_request", row_of(*sheet)); }

bool second_may(Desk const& desk, OwnRequest const& r) { return access::may_in(desk.caller, Right::break_glass, r.desk_scope); }
bool may_see(Desk const& desk, OwnRequest const& r) { return r.officer == desk.caller.person || second_may(desk, r); }

OwnRequest find(Desk& desk, Key id)
{
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM own_request WHERE id = $1", id);
    if (state)
        if (auto r = from_state(desk, *state); may_see(desk, r)) return r;
    throw Refused(refuse(Because::not_found, "own_request.unknown"));
}

// --- What officers see: who took it down and how far it is, and whom it is about in initials -----

struct OwnRequestView {
    Key id{};
    std::int64_t version = 0;
    Status status{};
    std::string status_name;
    std::string name, number;          // both masked
    std::string papers, officer_name, second_name;
    Instant asked_at;
    std::optional<Instant> decided_at, answered_at;
    std::optional<std::string> why_declined;
    std::optional<Instant> answer_until;
    bool may_decide = false, may_answer = false;
};
BOOST_DESCRIBE_STRUCT(OwnRequestView, (), (id, version, status, status_name, name, number, papers, officer_name, second_name, asked_at,
                                           decided_at, answered_at, why_declined, answer_until, may_decide, may_answer))

OwnRequestView view(Desk& desk, OwnRequest const& r)
{
    auto const text = [&](Kept const& kept) { return access::one_text(desk, kept); };
    OwnRequestView out{r.id, r.version, r.status,
                       api::say(desk.language, std::string("own_request_status.") + boost::describe::enum_to_string(r.status, "?")),
                       KeptName::masked(text(r.name).value_or("")), KeptIdNumber::masked(text(r.number).value_or("")), r.papers,
                       registry::person(desk, r.officer).name, r.second ? registry::person(desk, r.second).name : "", r.asked_at,
                       r.decided_at, r.answered_at, text(r.why_declined), {}, false, false};
    out.may_decide = r.status == Status::asked && second_may(desk, r) && r.officer != desk.caller.person;
    if (r.status == Status::confirmed || r.status == Status::answered) {
        out.answer_until = plus_seconds(*r.decided_at, desk.book().policy("own_data_days") * 86'400);
        out.may_answer = answer(r, desk.book(), desk.caller.person, desk.now).has_value();
    }
    desk.etag = r.version;
    return out;
}

// --- Deeds ----------------------------------------------------------------------------------------

struct Ask {
    Text<15, 20> number;
    Name name;
    Line papers;       // what the person showed
};
BOOST_DESCRIBE_STRUCT(Ask, (), (number, name, papers))

registry::Organisation office_of(Desk& desk)
{
    for (auto const& grant : desk.caller.grants)
        if (grant.role == access::Role::desk_clerk || grant.role == access::Role::director) return registry::organisation(desk, grant.organisation);
    throw Refused(refuse(Because::not_allowed, "not_allowed"));
}

OwnRequestView taken_down(Desk& desk, Ask const& ask)
{
    if (auto const fault = fault_in_resident_id(ask.number.str()); fault != IdFault::none)
        throw Refused(refuse_field("/number", "id_" + std::string(boost::describe::enum_to_string(fault, "?"))));
    auto const office = office_of(desk);
    OwnRequest r;
    r.id = new_key();
    Sheet sheet(desk, "own_request", r);
    r.number = sheet.keep("own_request.number", normal_resident_id(ask.number.str()), access::Secrecy::personal);
    r.name = sheet.keep("own_request.name", ask.name.str(), access::Secrecy::personal);
    r.papers = ask.papers.str();
    r.officer = desk.caller.person;
    r.desk = office.id;
    r.desk_scope = office.path;
    sheet.record(Asked{r});
    put_back(sheet);
    return view(desk, *sheet);
}

struct One {
    Key own_request{};
};
BOOST_DESCRIBE_STRUCT(One, (), (own_request))

Sheet opened_to_decide(Desk& desk, Key id)
{
    auto r = find(desk, id);
    if (!second_may(desk, r)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return Sheet(desk, "own_request", std::move(r));
}

OwnRequestView confirmed(Desk& desk, One const& ask)
{
    auto sheet = opened_to_decide(desk, ask.own_request);
    sheet.record(confirm(*sheet, desk.caller.person).value());
    put_back(sheet);
    return view(desk, *sheet);
}

struct Decline {
    Key own_request{};
    Line why;
};
BOOST_DESCRIBE_STRUCT(Decline, (), (own_request, why))

OwnRequestView declined(Desk& desk, Decline const& ask)
{
    auto sheet = opened_to_decide(desk, ask.own_request);
    sheet.record(decline(*sheet, desk.caller.person, sheet.keep("own_request.declined", ask.why.str())).value());
    put_back(sheet);
    return view(desk, *sheet);
}

// --- The answer -----------------------------------------------------------------------------------

struct OwnPromise {
    bool mine = false;                 // the person owes it; else it is owed to the person
    std::string what;
    std::optional<Fen> amount;
    Date due{};
    dispute::Promise state{};
};
BOOST_DESCRIBE_STRUCT(OwnPromise, (), (mine, what, amount, due, state))

struct OwnDispute {
    std::string number, kind_name, stage_name, organisation_name;
    dispute::Side side{};
    Instant since;
    std::optional<Instant> concluded_at;
    std::string name;
    std::optional<std::string> phone, address, id_number;
    std::optional<dispute::Sex> sex;
    std::optional<std::int64_t> birth_year;
    dispute::Tongue language{};
    dispute::Consent consent{};
    std::optional<Instant> consent_at, rights_told_at;
    std::optional<std::string> told;   // the facts, where this person is the one who told them
    std::vector<OwnPromise> promises;
    std::vector<dispute::Satisfaction> answers;
    bool restricted = false;
};
BOOST_DESCRIBE_STRUCT(OwnDispute, (), (number, kind_name, stage_name, organisation_name, side, since, concluded_at, name, phone, address,
                                       id_number, sex, birth_year, language, consent, consent_at, rights_told_at, told, promises,
                                       answers, restricted))

struct OwnData {
    std::string name;
    Instant told_at;
    std::string officer_name, second_name;
    std::vector<OwnDispute> disputes;
};
BOOST_DESCRIBE_STRUCT(OwnData, (), (name, told_at, officer_name, second_name, disputes))

OwnDispute own_part(Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    auto const words = access::words_of(desk.sql, desk.house.vault, d.id, true, false);
    auto const text = [&](Kept const& kept) {
        auto const known = words.find(kept.id.n);
        return known == words.end() ? std::nullopt : std::optional(known->second);
    };
    OwnDispute out;
    out.number = dispute::number_of(d);
    out.kind_name = dispute::kind_word(desk, d.kind);
    out.stage_name = dispute::stage_word(desk, d);
    out.organisation_name = registry::called(desk, registry::organisation(desk, dispute::answerable(d).organisation));
    out.side = me.side;
    out.since = d.started_at;
    out.concluded_at = d.concluded_at;
    out.name = text(me.name).value_or("");
    out.phone = text(me.phone);
    out.address = text(me.address);
    out.id_number = text(me.id_number);
    out.sex = me.sex;
    out.birth_year = me.birth_year;
    out.language = me.language;
    out.consent = me.consent;
    out.consent_at = me.consent_at;
    out.rights_told_at = me.rights_told_at;
    if (me.side == dispute::Side::applicant) out.told = text(d.facts);
    for (auto const& a : d.agreements)
        if (a.effective_at)
            for (auto const& o : a.obligations)
                if (o.from == me.id || o.to == me.id) out.promises.push_back({o.from == me.id, text(o.what).value_or(""), o.amount, o.due, o.state});
    for (auto const& visit : d.visits)
        for (auto const& one : visit.answers)
            if (one.party == me.id) out.answers.push_back(one.satisfaction);
    out.restricted = d.restricted_at.has_value();
    return out;
}

struct PartyRow {
    Key dispute{};
    Key party{};
};
BOOST_DESCRIBE_STRUCT(PartyRow, (), (dispute, party))

OwnData answered(Desk& desk, One const& ask)
{
    Sheet sheet(desk, "own_request", find(desk, ask.own_request));
    sheet.record(answer(*sheet, desk.book(), desk.caller.person, desk.now).value());
    put_back(sheet);
    access::audit(desk, access::AuditKind::exported, sheet->id, {.subject_kind = "own_request"});
    auto const number = access::one_text(desk, sheet->number).value_or("");
    OwnData out{access::one_text(desk, sheet->name).value_or(""), desk.now, registry::person(desk, sheet->officer).name,
                registry::person(desk, sheet->second).name, {}};
    for (auto const& row : sql::all<PartyRow>(desk.sql, "SELECT dispute, party FROM identity WHERE blind = $1 ORDER BY dispute",
                                              dispute::blind_of(desk.house.vault, number))) {
        auto const d = dispute::read_unasked(desk, row.dispute);
        if (auto const* me = dispute::party(d, row.party)) out.disputes.push_back(own_part(desk, d, *me));
    }
    desk.etag = sheet->version;
    return out;
}

struct AskOwnRequests {
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(AskOwnRequests, (), (cursor))

struct OwnRequests {
    std::vector<OwnRequestView> requests;
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(OwnRequests, (), (requests, cursor))

// My own ones, and for the bureau those below it: `may_see`, said in SQL.
OwnRequests list(Desk& desk, AskOwnRequests const& ask)
{
    sql::Binding bind;
    auto const condition = "(officer = " + bind(desk.caller.person) + " OR " + sql::within("desk_scope", access::scopes_of(desk.caller, Right::break_glass), bind) + ")";
    auto const found = sql::onward(desk.sql, "own_request", condition, ask.cursor, std::move(bind));
    OwnRequests out;
    for (auto const& state : found.states) {
        auto const r = from_state(desk, state);
        if (found.more) out.cursor = r.id;
        if (may_see(desk, r)) out.requests.push_back(view(desk, r));
    }
    desk.etag.reset();
    return out;
}

}  // namespace

std::vector<api::Route> own_request_routes()
{
    using enum api::Verb;
    return {
        {post, "/own-requests", Right::take_in, taken_down, "A person who has shown its papers asks what is held about it."},
        {get, "/own-requests", Right::see_people, list, "The requests that I took down, and those that wait for my confirmation."},
        {get, "/own-requests/{own_request}", Right::see_people, +[](Desk& desk, One const& ask) { return view(desk, find(desk, ask.own_request)); },
         "One such request."},
        {post, "/own-requests/{own_request}/confirmation", Right::break_glass, confirmed, "The second officer confirms the request."},
        {post, "/own-requests/{own_request}/decline", Right::break_glass, declined, "The second officer declines the request, with a reason."},
        {post, "/own-requests/{own_request}/answer", Right::take_in, answered,
         "All that is held about the person, to be handed to it by who took the request down; each time is written down."},
    };
}

}  // namespace maple::privacy
