#include "committees/routes.hpp"
#include "access/rules.hpp"
#include "api/words.hpp"

#include <algorithm>

namespace maple::committees {
namespace {

using access::Right;

// --- Reading -------------------------------------------------------------------------------

struct OfOrganisation {
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(OfOrganisation, (), (organisation))

struct ElectorsView {
    Electors key{};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ElectorsView, (), (key, name))

// Who may be chosen: serves at the committee or at one of its rooms and groups.
struct Candidate {
    Key id{};
    std::string name, organisation_name;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, name, organisation_name))

struct TermList {
    std::vector<TermView> terms;              // the latest first
    std::vector<ElectorsView> electors;       // who may elect a committee of this kind
    bool multi_ethnic = false;                // what the rule pack says of the place
    std::vector<Candidate> candidates;        // for those who keep terms
    bool may_keep = false;                    // enter terms, change them, tell the court
};
BOOST_DESCRIBE_STRUCT(TermList, (), (terms, electors, multi_ethnic, candidates, may_keep))

std::string word_of(Desk& desk, Electors electors)
{
    return api::say(desk.language, std::string("electors.") + boost::describe::enum_to_string(electors, "?"));
}

TermList list(Desk& desk, OfOrganisation const& ask)
{
    auto const committee = registry::organisation(desk, ask.organisation);
    TermList out;
    for (auto const& one : terms_of(desk, committee.id)) out.terms.push_back(view(desk, one));
    for (auto const electors : electors_of(committee.kind)) out.electors.push_back({electors, word_of(desk, electors)});
    out.multi_ethnic = desk.book().is_on("multi_ethnic_place");
    out.may_keep = access::may_in(desk.caller, Right::keep_people, committee.path);
    if (!out.may_keep || committee.closed_at) return out;
    for (auto const& office : registry::all_organisations(desk, committee.path))
        for (auto const& person : registry::people_of(desk, office.id)) out.candidates.push_back({person.id, person.name, registry::called(desk, office)});
    return out;
}

// --- Entering and changing --------------------------------------------------------------------

// The committee, where the caller keeps people.
registry::Organisation kept_committee(Desk& desk, Key id)
{
    auto committee = registry::organisation(desk, id);
    if (!access::may_in(desk.caller, Right::keep_people, committee.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return committee;
}

Sheet kept_term(Desk& desk, Key id)
{
    auto found = term(desk, id);
    kept_committee(desk, found.organisation);
    if (desk.if_match && *desk.if_match != found.version)
        throw Refused(refuse(Because::stale, "stale", {{"seen", std::to_string(*desk.if_match)}, {"now", std::to_string(found.version)}}));
    return Sheet(desk, "term", std::move(found));
}

struct MemberForm {
    Key person{};
    Post post{};
    bool woman = false;
    bool minority = false;
};
BOOST_DESCRIBE_STRUCT(MemberForm, (), (person, post, woman, minority))

std::vector<Seat> seats_of(Desk& desk, registry::Organisation const& committee, std::vector<MemberForm> const& members, Term const* before)
{
    std::vector<Seat> seats;
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto const at = "/members/" + std::to_string(i) + "/person";
        auto const person = registry::find_person(desk, members[i].person);
        if (!person) throw Refused(refuse_field(at, "unknown_person"));
        // Who sits already keeps the seat until a change says otherwise.
        if (!before || !seat_of(*before, person->id)) may_sit(*person, registry::organisation(desk, person->organisation), committee, at).value();
        seats.push_back({members[i].person, members[i].post, members[i].woman, members[i].minority, {}, {}, {}});
    }
    return seats;
}

struct TermForm {
    Key organisation{};
    Date begins{};
    Electors elected_by{};
    Date elected_on{};
    Line minutes;
    std::optional<bool> multi_ethnic;  // none: as the rule pack says
    OptionalLine waiver;
    std::vector<MemberForm> members;
    std::optional<Date> told_on;
};
BOOST_DESCRIBE_STRUCT(TermForm, (), (organisation, begins, elected_by, elected_on, minutes, multi_ethnic, waiver, members, told_on))

TermView enter(Desk& desk, TermForm const& form)
{
    auto const committee = kept_committee(desk, form.organisation);
    NewTerm wanted;
    wanted.begun.begins = form.begins;
    wanted.begun.elected_by = form.elected_by;
    wanted.begun.elected_on = form.elected_on;
    wanted.begun.multi_ethnic = form.multi_ethnic.value_or(desk.book().is_on("multi_ethnic_place"));
    wanted.begun.seats = seats_of(desk, committee, form.members, nullptr);
    wanted.begun.told_on = form.told_on;
    wanted.minutes = form.minutes.str();
    wanted.waiver = form.waiver.str();
    return view(desk, begin_term(desk, committee, wanted));
}

struct CompositionForm {
    Key term{};
    Date from{};
    std::vector<MemberForm> members;
    std::vector<Departure> left;
    std::optional<Date> elected_on;
    OptionalLine minutes;
    OptionalLine waiver;
    OptionalLine vacancy;
};
BOOST_DESCRIBE_STRUCT(CompositionForm, (), (term, from, members, left, elected_on, minutes, waiver, vacancy))

TermView change_composition(Desk& desk, CompositionForm const& form)
{
    auto sheet = kept_term(desk, form.term);
    auto const committee = registry::organisation(desk, sheet->organisation);
    CompositionChanged wanted;
    wanted.from = form.from;
    wanted.left = form.left;
    wanted.seats = seats_of(desk, committee, form.members, &*sheet);
    wanted.elected_on = form.elected_on;
    wanted.minutes = sheet.keep("term.minutes", form.minutes.str());
    wanted.waiver = sheet.keep("term.waiver", form.waiver.str());
    wanted.vacancy = sheet.keep("term.vacancy", form.vacancy.str());
    wanted.notice = new_key();
    sheet.record(change(*sheet, is_latest(desk, *sheet), std::move(wanted), desk.book(), date_in_beijing(desk.now)).value());
    put_back(sheet);
    return view(desk, *sheet);
}

struct SentForm {
    Key term{};
    Key notice{};
    Date on{};
};
BOOST_DESCRIBE_STRUCT(SentForm, (), (term, notice, on))

TermView mark_sent(Desk& desk, SentForm const& form)
{
    auto sheet = kept_term(desk, form.term);
    sheet.record(send(*sheet, form.notice, form.on, date_in_beijing(desk.now)).value());
    put_back(sheet);
    return view(desk, *sheet);
}

// --- What is due --------------------------------------------------------------------------------

enum class Duty { renew, fill_seat, tell_court };
BOOST_DESCRIBE_ENUM(Duty, renew, fill_seat, tell_court)

struct DutyView {
    Duty duty{};
    std::string says;
    Key organisation{};
    std::string organisation_name;
    Key term{};
    std::optional<Key> notice;
    std::optional<Date> due;
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(DutyView, (), (duty, says, organisation, organisation_name, term, notice, due, overdue))

struct Duties {
    std::vector<DutyView> duties;       // by due day, the most urgent first
    std::int64_t without_term = 0;      // committees for which no term was entered
};
BOOST_DESCRIBE_STRUCT(Duties, (), (duties, without_term))

// Terms with which something may have to be done: the latest of each open committee, and those
// of which the court was not told.
std::vector<Term> at_work(Desk& desk, std::string const& scope)
{
    std::vector<Term> terms;
    for (auto const& state : sql::column<std::string>(desk.sql, R"(
            SELECT term.state
              FROM term JOIN organisation ON organisation.id = term.organisation
             WHERE organisation.path >= $1 AND organisation.path < $2
               AND (term.untold > 0
                    OR (organisation.closed_at IS NULL
                        AND NOT EXISTS (SELECT 1 FROM term AS later
                                         WHERE later.organisation = term.organisation AND later.begins > term.begins)))
             ORDER BY term.id)", scope, scope + "~"))
        terms.push_back(from_record<Term>(state));
    return terms;
}

void add_duties(Desk& desk, Term const& term, Duties& out)
{
    auto const today = date_in_beijing(desk.now);
    auto const committee = registry::organisation(desk, term.organisation);
    auto const add = [&](Duty duty, std::string_view key, Params params, std::optional<Key> notice, std::optional<Date> due) {
        out.duties.push_back({duty, api::say(desk.language, "duty." + std::string(key), params), committee.id, registry::called(desk, committee),
                              term.id, notice, due, due && *due < today});
    };
    for (auto const* notice : untold(term))
        add(Duty::tell_court, std::string("tell_court_") + boost::describe::enum_to_string(notice->about, "?"), {{"date", iso(notice->of)}},
            notice->id, notice_due(desk.book(), *notice));
    if (committee.closed_at || !is_latest(desk, term)) return;
    auto const state = state_of(term, today, desk.book().policy("term_reminder_days"));
    if (state == TermState::ending) add(Duty::renew, "renew", {{"date", iso(term.ends)}}, {}, term.ends);
    if (state == TermState::expired) add(Duty::renew, "renew_expired", {{"date", iso(term.ends)}}, {}, term.ends);
    if (state == TermState::expired || state == TermState::closed) return;
    if (auto const faults = faults_today(desk, term); !faults.empty())
        add(Duty::fill_seat, "fill_seat", {{"what", api::say(desk.language, "refusal." + faults.front().code, faults.front().params)}}, {}, {});
}

Duties duties(Desk& desk, api::Nothing const&)
{
    Duties out;
    std::set<Key> met;
    std::vector<std::string> scopes;
    for (auto const right : {Right::keep_people, Right::lead_people})
        for (auto& scope : access::scopes_of(desk.caller, right)) scopes.push_back(std::move(scope));
    for (auto const& scope : scopes) {
        for (auto const& term : at_work(desk, scope))
            if (met.insert(term.id).second) add_duties(desk, term, out);
        for (auto const& id : sql::column<Key>(desk.sql, R"(
                SELECT id FROM organisation
                 WHERE path >= $1 AND path < $2 AND closed_at IS NULL
                   AND kind IN ('village_committee', 'community_committee', 'township_committee', 'subdistrict_committee',
                                'enterprise_committee', 'social_committee')
                   AND NOT EXISTS (SELECT 1 FROM term WHERE term.organisation = organisation.id))", scope, scope + "~"))
            out.without_term += met.insert(id).second;
    }
    std::stable_sort(out.duties.begin(), out.duties.end(), [](DutyView const& a, DutyView const& b) {
        return a.due.value_or(Date{}) < b.due.value_or(Date{});
    });
    return out;
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    return {"committees",
            {
                {get, "/organisations/{organisation}/terms", Right::see_people, list, "The terms of a committee, its members and the notices to the court."},
                {post, "/terms", Right::keep_people, enter, "A new term of three years, with its members and their election."},
                {put, "/terms/{term}/composition", Right::keep_people, change_composition, "Members join, leave or change posts; the law is asked again."},
                {put, "/terms/{term}/notices/{notice}", Right::keep_people, mark_sent, "The basic-level court was told of the composition on that day."},
                {get, "/duties", Right::see_people, duties, "What committees owe in my scope: renewals, empty seats, notices to the court."},
            }};
}

}  // namespace maple::committees
