#include "diversion/routes.hpp"
#include "api/words.hpp"
#include "committees/terms.hpp"
#include "dispute/view.hpp"
#include "diversion/office.hpp"
#include "diversion/rules.hpp"
#include "diversion/views.hpp"
#include "registry/numbers.hpp"
#include "registry/roll.hpp"
#include "registry/teams.hpp"
#include "workforce/standing.hpp"

#include <algorithm>

namespace maple::diversion {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

struct One {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(One, (), (dispute))

// --- The proposal: grade, door and mediators, with reasons -------------------------------

struct DoorView {
    Key organisation{};
    std::string name;
    dispute::Level level{};
    bool proposed = false;
};
BOOST_DESCRIBE_STRUCT(DoorView, (), (organisation, name, level, proposed))

struct ProposalView {
    dispute::Grade grade{};
    std::vector<ReasonView> reasons;
    std::vector<DoorView> doors;         // where it could go, the proposed one first
    std::vector<MediatorView> mediators; // of the organisation that has it, best first
    std::vector<ReasonView> methods;     // suggested for this kind
};
BOOST_DESCRIBE_STRUCT(ProposalView, (), (grade, reasons, doors, mediators, methods))

bool of_subdistrict(registry::OrganisationKind kind)
{
    using enum registry::OrganisationKind;
    return kind == subdistrict_committee || kind == township_committee || kind == resolution_centre || kind == legal_service_centre;
}

// General disputes to the community committee of the place, others to the subdistrict's
// committee or centre.
std::optional<registry::Organisation> proposed_door(Desk& desk, dispute::Dispute const& d, dispute::Grade grade)
{
    if (grade == dispute::Grade::general)
        if (auto const committee = registry::committee_for(desk, d.place)) return committee;
    for (auto const& one : registry::organisations_of_division(desk, d.place.substr(0, 9)))
        if (registry::is_committee(one.kind) && !one.closed_at) return one;
    for (auto const& one : registry::organisations_of_division(desk, d.place.substr(0, 9)))
        if (of_subdistrict(one.kind) && !one.closed_at) return one;
    return std::nullopt;
}

std::vector<DoorView> doors(Desk& desk, dispute::Dispute const& d, dispute::Grade grade)
{
    std::vector<DoorView> out;
    auto const best = proposed_door(desk, d, grade);
    if (best) out.push_back({best->id, registry::called(desk, *best), best->level, true});
    auto const add = [&](registry::Organisation const& one) {
        bool const there = std::any_of(out.begin(), out.end(), [&](DoorView const& door) { return door.organisation == one.id; });
        if (!there && registry::may_handle(one.kind) && !one.closed_at) out.push_back({one.id, registry::called(desk, one), one.level, false});
    };
    for (auto const& code : {d.place, d.place.substr(0, 9), d.place.substr(0, 6)})
        for (auto const& one : registry::organisations_of_division(desk, code)) add(one);
    return out;
}

std::vector<ReasonView> methods(Desk& desk, dispute::Dispute const& d)
{
    std::vector<ReasonView> out;
    auto const* kind = desk.book().kind(d.kind);
    if (!kind) return out;
    for (auto const& key : kind->methods)
        if (auto const* method = desk.book().choice("method", key)) out.push_back({key, law::in(method->name, api::tag(desk.language))});
    return out;
}

ProposalView proposal(Desk& desk, One const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute);
    auto const proposed = propose_grade(d, desk.book());
    ProposalView view{proposed.grade, {}, doors(desk, d, d.grade.value_or(proposed.grade)), {}, methods(desk, d)};
    if (dispute::permitted(d, Appointed::deed)) view.mediators = mediators(desk, plan_for(desk, d), d.id);
    for (auto const& key : proposed.reasons)
        for (auto const& rule : desk.book().grading)
            if (rule.key == key) view.reasons.push_back({key, law::in(rule.name, api::tag(desk.language))});
    return view;
}

// --- Deeds -------------------------------------------------------------------------------

struct Grade {
    Key dispute{};
    dispute::Grade grade{};
    OptionalLine override_reason;
};
BOOST_DESCRIBE_STRUCT(Grade, (), (dispute, grade, override_reason))

FileView grade_it(Desk& desk, Grade const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::divert);
    file.record(grade(*file, desk.book(), ask.grade, ask.override_reason.str()).value());
    return done(file);
}

// Who takes a dispute over begins a dossier, with a number of its own; a bureau or a court has its own files.
Received taken_over(Desk& desk, Dispute const& d, registry::Organisation const& office, Instant at)
{
    auto event = receive(d, "").value();  // refuses before a number is taken
    bool const committee = registry::is_committee(office.kind);
    if (!committee && registry::is_agency(office.kind)) return event;
    auto const numbered_by = committee ? registry::committee_of(desk, office) : office;
    if (committee) committees::must_be_in_office(desk, numbered_by, "receipts");
    event.number = registry::next_numbered(desk, numbered_by, "dossier", at);
    return event;
}

struct Divert {
    Key dispute{};
    Key organisation{};
    std::optional<dispute::Grade> grade;  // graded in the same stroke, when it was not before
    OptionalLine override_reason;
    OptionalLine change_reason;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Divert, (), (dispute, organisation, grade, override_reason, change_reason, happened_at))

// Whether the caller speaks for the organisation that has it, or for the committee that this one is
// part of; an office above does not.
bool of_the_handler(Desk& desk, dispute::Dispute const& d)
{
    auto const handler = registry::organisation(desk, dispute::answerable(d).organisation);
    auto const whole = registry::is_committee(handler.kind) ? registry::committee_of(desk, handler).id : handler.id;
    return std::any_of(desk.caller.grants.begin(), desk.caller.grants.end(), [&](access::Grant const& grant) {
        return access::gives(grant.role, Right::divert) && (grant.organisation == handler.id || grant.organisation == whole);
    });
}

FileView divert_it(Desk& desk, Divert const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::divert);
    if (ask.grade && file->grade != ask.grade)
        file.record(grade(*file, desk.book(), *ask.grade, ask.override_reason.str()).value(), ask.happened_at);
    sent_on_by(*file, of_the_handler(desk, *file)).value();
    auto const to = registry::find_organisation(desk, ask.organisation);
    if (!to) throw Refused(refuse_field("/organisation", "unknown_organisation"));
    auto const best = file->grade ? proposed_door(desk, *file, *file->grade) : std::nullopt;
    bool const as_proposed = !best || best->id == to->id;
    file.record(divert(*file, *to, as_proposed, ask.change_reason.str(), ask.happened_at.value_or(desk.now)).value(), ask.happened_at);
    // An organisation that sends to itself, or to what it may sign for, does not wait for itself.
    if (access::may_in(desk.caller, Right::receive, to->path) && to->id == dispute::answerable(*file).organisation)
        file.record(taken_over(desk, *file, *to, ask.happened_at.value_or(desk.now)), ask.happened_at);
    return done(file);
}

struct Receive {
    Key dispute{};
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Receive, (), (dispute, happened_at))

// Who signs must belong to the receiver, not to the sender.
void must_be_the_receiver(Desk& desk, dispute::Dispute const& d)
{
    if (!access::may_in(desk.caller, Right::receive, dispute::latest_handling(d).scope))
        throw Refused(refuse(Because::not_allowed, "receipt.not_yours"));
}

FileView sign_for(Desk& desk, Receive const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::receive);
    receive(*file, "").value();  // there is something to sign for
    must_be_the_receiver(desk, *file);
    auto const office = registry::organisation(desk, dispute::latest_handling(*file).organisation);
    file.record(taken_over(desk, *file, office, ask.happened_at.value_or(desk.now)), ask.happened_at);
    return done(file);
}

struct Return {
    Key dispute{};
    std::string reason;
    OptionalNarrative note;
};
BOOST_DESCRIBE_STRUCT(Return, (), (dispute, reason, note))

FileView return_it(Desk& desk, Return const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::receive);
    must_be_the_receiver(desk, *file);
    auto const note = file.keep("return.note", ask.note.str());
    file.record(give_back(*file, desk.book(), ask.reason, note).value());
    return done(file);
}

struct Appoint {
    Key dispute{};
    Key person{};
    std::optional<bool> presiding;
    bool chosen_by_parties = false;
    OptionalLine reason;
    std::optional<Key> team;      // in whose name, where a team takes it on
    std::optional<Key> proposed;  // whom the program proposed on the page that was shown
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Appoint, (), (dispute, person, presiding, chosen_by_parties, reason, team, proposed, happened_at))

// A team takes on what comes from where it is at home or radiates to, by one of its members.
Key team_for(Desk& desk, dispute::Dispute const& d, Appoint const& ask)
{
    if (!ask.team) return {};
    auto const team = registry::find_team(desk, *ask.team);
    if (!team) throw Refused(refuse_field("/team", "unknown_team"));
    if (!registry::is_member(*team, ask.person)) throw Refused(refuse_field("/team", "not_of_the_team"));
    if (!registry::reaches(*team, dispute::answerable(d).organisation)) throw Refused(refuse_field("/team", "out_of_reach"));
    return team->id;
}

FileView appoint_it(Desk& desk, Appoint const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::receive);
    if (!registry::find_person(desk, ask.person)) throw Refused(refuse_field("/person", "unknown_person"));
    auto const who = workforce::standing(desk, ask.person, date_in_beijing(desk.now));
    Appointing const how{ask.presiding.value_or(true), ask.chosen_by_parties, ask.reason.str(), ask.proposed.value_or(Key{})};
    auto event = appoint(*file, desk.book(), who, how).value();
    event.team = team_for(desk, *file, ask);
    file.record(event, ask.happened_at);
    return done(file);
}

struct WhyNot {
    Key dispute{};
    Key person{};
};
BOOST_DESCRIBE_STRUCT(WhyNot, (), (dispute, person))

WhyNotView why_not(Desk& desk, WhyNot const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute, Right::receive);
    auto const plan = plan_for(desk, d);
    auto const there = std::any_of(plan.people().begin(), plan.people().end(), [&](auto const& one) { return one.standing.person == ask.person; });
    if (!there) throw Refused(refuse_field("/person", "not_of_this_office"));
    return why_not_view(desk, plan, d.id, ask.person);
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    api::Room all{"diversion",
            {
                {get, "/disputes/{dispute}/proposal", Right::read_dispute, proposal, "The grade, the door and the mediators that the rules propose, with reasons."},
                {get, "/disputes/{dispute}/proposal/{person}", Right::receive, why_not, "Why not this mediator? What would weigh how much more, and what the other open disputes of the office would lose."},
                {put, "/disputes/{dispute}/grade", Right::divert, grade_it, "Grade the dispute; another grade than the table's needs a reason."},
                {post, "/disputes/{dispute}/diversion", Right::divert, divert_it, "Send the dispute to the organisation that shall handle it."},
                {put, "/disputes/{dispute}/receipt", Right::receive, sign_for, "Sign for a dispute that was sent here; from now on it is answered here."},
                {post, "/disputes/{dispute}/return", Right::receive, return_it, "Send a dispute back that does not belong here, with a reason."},
                {put, "/disputes/{dispute}/assignment", Right::receive, appoint_it, "Appoint a mediator; to replace one, or another than the proposed one, needs a reason."},
            }};
    for (auto const& more : {conflict_routes(), board_routes(), resident_routes()}) all.routes.insert(all.routes.end(), more.begin(), more.end());
    return all;
}

}  // namespace maple::diversion
