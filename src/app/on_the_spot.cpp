// Record on the spot: a quarrel settled in ten minutes on the stairs is one form and one
// submit that runs request, acceptance, diversion to oneself, record and oral agreement in
// one transaction, by one person, also when it is entered hours later.
#include "app/on_the_spot.hpp"
#include "acceptance/rules.hpp"
#include "dispute/disclosure_form.hpp"
#include "dispute/happened.hpp"
#include "dispute/request.hpp"
#include "dispute/view.hpp"
#include "diversion/rules.hpp"
#include "mediation/rules.hpp"
#include "registry/numbers.hpp"
#include "registry/roll.hpp"
#include "resolution/rules.hpp"
#include "workforce/rules.hpp"
#include "workforce/standing.hpp"

#include <map>

namespace maple::app {
namespace {

using access::Right;
using dispute::File;

using Place = Whole<0, 50>;  // of a party in the form's own list

struct PromiseForm {
    Place from;
    Place to;
    Narrative what;
    dispute::Manner manner{};
    std::optional<Fen> amount;
    std::optional<Date> due;       // none: done on the spot
    OptionalLine evidence;         // of what was done on the spot
};
BOOST_DESCRIBE_STRUCT(PromiseForm, (), (from, to, what, manner, amount, due, evidence))

struct OnTheSpot {
    dispute::RequestForm request;
    std::vector<std::string> methods;
    Narrative record;
    Narrative terms;
    std::vector<PromiseForm> promises;
    bool all_agreed_and_told = false;  // everybody wished to be mediated and was told rights and duties
    bool no_conflict = false;          // and I have no tie to either side
    std::optional<Key> organisation;   // in whose name; none: my own
};
BOOST_DESCRIBE_STRUCT(OnTheSpot, (), (request, methods, record, terms, promises, all_agreed_and_told, no_conflict, organisation))

struct Recorded {
    dispute::FileView file;
    std::vector<dispute::ReceiptCode> codes;
};
BOOST_DESCRIBE_STRUCT(Recorded, (), (file, codes))

// The rules of the rooms speak of their own forms: here parties stand in the request, and
// obligations are called promises.
Refusal of_this_form(Refusal no)
{
    for (auto& problem : no.problems)
        for (auto const& [theirs, ours] : {std::pair("/obligations", "/promises"), std::pair("/parties", "/request/parties")})
            if (problem.at.starts_with(theirs)) {
                problem.at.replace(0, std::string_view(theirs).size(), ours);
                break;
            }
    return no;
}
template <class T> T sound(Result<T> result)
{
    if (!result) throw Refused(of_this_form(std::move(result).error()));
    return std::move(result).value();
}

registry::Organisation in_whose_name(Desk& desk, OnTheSpot const& ask)
{
    if (ask.organisation) {
        auto const chosen = registry::find_organisation(desk, *ask.organisation);
        if (!chosen) throw Refused(refuse_field("/organisation", "unknown_organisation"));
        if (!access::may_in(desk.caller, Right::take_in, chosen->path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
        return *chosen;
    }
    auto const own = registry::organisation(desk, registry::person(desk, desk.caller.person).organisation);
    if (!registry::may_handle(own.kind)) throw Refused(refuse_field("/organisation", "cannot_handle"));
    return own;
}

// Whoever settled a quarrel on the stairs writes it down, on leave or not; whether an expired
// certificate stands in the way is for the rule pack to say.
std::string why_all_the_same(workforce::Standing const& me, law::Book const& book)
{
    bool const expired = me.certificate.state == workforce::CertificateState::expired;
    if (workforce::fit_to_be_appointed(me, book, "") || (expired && workforce::expired_stops(book, "recording"))) return "";
    return "on_the_spot";
}

// Each in the language that it asked for (PML art. 23).
void tell_rights(File& file, Instant at)
{
    std::map<dispute::Tongue, std::vector<Key>> by_language;
    for (auto const& p : file->parties) by_language[p.language].push_back(p.id);
    for (auto& [language, parties] : by_language) file.record(mediation::tell_rights(*file, std::move(parties), false, language).value(), at);
}

// Everybody is in the room: consent, rights, the chair.
void open_the_room(File& file, registry::Organisation const& office, Instant at)
{
    auto& desk = file.desk();
    auto accepted = acceptance::accept(*file, "").value();
    accepted.number = registry::next_numbered(desk, office, "acceptance", at);
    file.record(accepted, at);
    auto const proposal = diversion::propose_grade(*file, desk.book());
    file.record(diversion::grade(*file, desk.book(), proposal.grade, "").value(), at);
    file.record(diversion::divert(*file, office, true, "", at).value(), at);
    auto const committee = registry::is_committee(office.kind) ? registry::committee_of(desk, office) : office;
    file.record(diversion::receive(*file, registry::next_numbered(desk, committee, "dossier", at)).value(), at);
    for (auto const& p : file->parties)
        if (p.consent != dispute::Consent::agreed)
            file.record(acceptance::record_consent(*file, p.id, dispute::Consent::agreed, dispute::SaidBy::in_person, false).value(), at);
    auto const me = workforce::standing(desk, desk.caller.person, date_in_beijing(at));
    // No field of the form says who mediates: it is the one who writes it down.
    auto const chair = diversion::appoint(*file, desk.book(), me, {true, false, why_all_the_same(me, desk.book()), {}});
    if (!chair && !chair.error().problems.empty())
        throw Refused(refuse(Because::forbidden_by, "spot." + chair.error().problems.front().code, {}, "PML-13"));
    file.record(chair.value(), at);
    tell_rights(file, at);
    dispute::write_down(file, {}, at);
}

void hold_session(File& file, OnTheSpot const& ask, Instant at)
{
    dispute::Session session;
    session.id = new_key();
    session.kind = dispute::SessionKind::joint;
    for (auto const& p : file->parties) session.parties.push_back(p.id);
    session.methods = ask.methods;
    session.record = file.keep("session.record", ask.record.str());
    session.result = dispute::SessionResult::success;
    file.record(sound(mediation::hold(*file, file.desk().book(), std::move(session), at)), at);
}

Key party_at(File const& file, Place place, std::string const& at)
{
    if (std::size_t(place.n) >= file->parties.size()) throw Refused(refuse_field(at, "unknown_party"));
    return file->parties[std::size_t(place.n)].id;
}

void agree(File& file, OnTheSpot const& ask, Instant at)
{
    dispute::Agreement a;
    a.id = new_key();
    for (auto const& p : file->parties) a.parties.push_back(p.id);
    a.terms = file.keep("agreement.terms", ask.terms.str());
    a.facts = file->facts;
    for (std::size_t i = 0; i < ask.promises.size(); ++i) {
        auto const& one = ask.promises[i];
        auto const here = "/promises/" + std::to_string(i);
        dispute::Obligation o;
        o.id = new_key();
        o.from = party_at(file, one.from, here + "/from");
        o.to = party_at(file, one.to, here + "/to");
        o.what = file.keep("obligation.what", one.what.str());
        o.manner = one.manner;
        o.amount = one.amount;
        o.due = one.due.value_or(date_in_beijing(at));
        a.obligations.push_back(std::move(o));
    }
    auto const promises = a.obligations;
    file.record(sound(resolution::agree_orally(*file, file.desk().book(), std::move(a), date_in_beijing(at))), at);
    for (std::size_t i = 0; i < promises.size(); ++i) {
        if (ask.promises[i].due) continue;
        auto const evidence = file.keep("performance.evidence", ask.promises[i].evidence.str());
        file.record(under("/promises/" + std::to_string(i), resolution::perform(*file, promises[i].id, promises[i].amount, true, evidence)).value(), at);
    }
}

Recorded record(Desk& desk, OnTheSpot const& ask)
{
    if (!ask.all_agreed_and_told) throw Refused(refuse_field("/all_agreed_and_told", "consent_and_rights_first", {}, "PML-17"));
    if (!ask.no_conflict) throw Refused(refuse_field("/no_conflict", "disclosure_first", {}, "SPC16-15"));
    auto const office = in_whose_name(desk, ask);
    dispute::Origin origin;
    origin.desk = office.id;
    origin.at = "/request";
    auto const at = dispute::happened_or_now(desk, ask.request.happened_at);
    auto file = dispute::begin_request(desk, ask.request, origin);
    open_the_room(file, office, at);
    hold_session(file, ask, at);
    agree(file, ask, at);
    auto const& d = file.put_back();
    return {dispute::slip_of(desk, d.id, d.version), file.codes()};
}

}  // namespace

api::Room on_the_spot_room()
{
    using enum api::Verb;
    return {"on the spot",
            {
                {post, "/disputes/on-the-spot", Right::take_in, record, "A quarrel settled on the spot: one form, one submit, from request to oral agreement."},
            }};
}

}  // namespace maple::app
