// The assignment board of an office: what waits for a mediator, who has what in hand, a
// proposal for everything at once, and its approval.
#include "api/words.hpp"
#include "dispute/view.hpp"
#include "diversion/office.hpp"
#include "diversion/routes.hpp"
#include "diversion/rules.hpp"
#include "diversion/views.hpp"
#include "registry/roll.hpp"
#include "workforce/standing.hpp"

#include <algorithm>

namespace maple::diversion {
namespace {

using access::Right;
using dispute::File;

struct AskOffice {
    std::optional<Key> organisation;  // none: my own, or the first where something waits
};
BOOST_DESCRIBE_STRUCT(AskOffice, (), (organisation))

// --- Which office ------------------------------------------------------------------------

struct OfficeView {
    Key organisation{};
    std::string name;
    std::int64_t waiting = 0;
};
BOOST_DESCRIBE_STRUCT(OfficeView, (), (organisation, name, waiting))

struct WaitingRow {
    Key organisation{};
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (), (organisation, n))

registry::Organisation own_office(Desk& desk) { return registry::organisation(desk, registry::person(desk, desk.caller.person).organisation); }

// Every office where this reader may appoint and something waits, and his own.
std::vector<OfficeView> offices(Desk& desk)
{
    std::map<Key, std::int64_t> waiting;
    for (auto const& scope : access::scopes_of(desk.caller, Right::receive))
        for (auto const& row : sql::all<WaitingRow>(desk.sql, "SELECT organisation, count(*) AS n FROM dispute WHERE scope >= $1 AND scope < $2 AND " +
                                                    std::string(unassigned) + " GROUP BY organisation", scope, scope + "~"))
            waiting[row.organisation] = row.n;
    if (auto const own = own_office(desk); registry::may_handle(own.kind) && access::may_in(desk.caller, Right::receive, own.path)) waiting[own.id];
    std::vector<OfficeView> all;
    for (auto const& [id, n] : waiting)
        if (auto const one = registry::find_organisation(desk, id)) all.push_back({id, registry::called(desk, *one), n});
    std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.waiting > b.waiting; });
    return all;
}

registry::Organisation chosen_office(Desk& desk, std::optional<Key> asked, std::vector<OfficeView> const& open_ones)
{
    auto const own = own_office(desk);
    bool const mine = std::any_of(open_ones.begin(), open_ones.end(), [&](auto const& one) { return one.organisation == own.id; });
    auto const office = asked ? registry::organisation(desk, *asked) : mine || open_ones.empty() ? own : registry::organisation(desk, open_ones.front().organisation);
    if (!access::may_in(desk.caller, Right::receive, office.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return office;
}

// --- The board ---------------------------------------------------------------------------

struct BoardLine {
    dispute::Line line;
    std::optional<Key> mediator;           // who presides
    std::vector<dispute::Tongue> languages;  // other than Chinese, that parties have chosen
};
BOOST_DESCRIBE_STRUCT(BoardLine, (), (line, mediator, languages))

struct BoardMediator {
    Key person{};
    std::string name, languages;
    std::vector<std::string> skills;       // in words
    std::int64_t load = 0;
    bool too_much = false;                 // more in hand than the pack names
    std::vector<BarView> bars;             // leave, an expired certificate
};
BOOST_DESCRIBE_STRUCT(BoardMediator, (), (person, name, languages, skills, load, too_much, bars))

struct BoardView {
    Key organisation{};
    std::string organisation_name;
    std::vector<OfficeView> offices;
    std::vector<BoardMediator> mediators;
    std::vector<BoardLine> disputes;       // waiting first, then by due time
    std::int64_t most = 0;                 // in one hand, before the board warns
};
BOOST_DESCRIBE_STRUCT(BoardView, (), (organisation, organisation_name, offices, mediators, disputes, most))

std::vector<BoardLine> lines_of(Desk& desk, registry::Organisation const& office, OfficeFacts const& facts)
{
    auto const text = "SELECT " + std::string(dispute::line_columns) + " FROM dispute WHERE scope = $1 AND sent_scope IS NULL AND stage IN " +
                      std::string(in_hand) + " ORDER BY (CASE WHEN mediator IS NULL THEN 0 ELSE 1 END), due_at NULLS LAST, id";
    auto const rows = sql::all<dispute::LineRow>(desk.sql, text, office.path);
    auto lines = dispute::lines(desk, rows);
    std::vector<BoardLine> all;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        BoardLine one{std::move(lines[i]), rows[i].mediator, {}};
        for (auto const& d : facts.disputes)
            if (d.id == rows[i].id)
                for (auto const& p : d.parties)
                    if (p.language != dispute::Tongue::zh && std::find(one.languages.begin(), one.languages.end(), p.language) == one.languages.end())
                        one.languages.push_back(p.language);
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<BoardMediator> mediators_of(Desk& desk, OfficeFacts const& facts, std::int64_t most)
{
    std::vector<BoardMediator> all;
    for (auto const& who : facts.people) {
        BoardMediator one{who.standing.person, who.name, workforce::joined(who.standing.languages), {}, who.held, who.held > most,
                          bar_views(desk, bars_of(who.standing, desk.book()))};
        for (auto const& kind : who.standing.skills)
            if (auto const* known = desk.book().kind(kind)) one.skills.push_back(law::in(known->name, api::tag(desk.language)));
        all.push_back(std::move(one));
    }
    return all;
}

BoardView board(Desk& desk, AskOffice const& ask)
{
    BoardView view;
    view.offices = offices(desk);
    auto const office = chosen_office(desk, ask.organisation, view.offices);
    auto const facts = facts_of(desk, office);
    view.organisation = office.id;
    view.organisation_name = registry::called(desk, office);
    view.most = desk.book().policy("mediator_load_warning");
    view.mediators = mediators_of(desk, facts, view.most);
    view.disputes = lines_of(desk, office, facts);
    return view;
}

// --- The proposal for everything that waits ------------------------------------------------

struct ProposedView {
    Key dispute{};
    std::int64_t version = 0;
    std::optional<Key> person;        // none: nobody can be proposed
    std::vector<MediatorView> mediators;  // the proposed one first, each with reasons
};
BOOST_DESCRIBE_STRUCT(ProposedView, (), (dispute, version, person, mediators))

struct WholeProposal {
    Key organisation{};
    std::vector<ProposedView> proposals;  // in the order of keys
};
BOOST_DESCRIBE_STRUCT(WholeProposal, (), (organisation, proposals))

WholeProposal propose_all(Desk& desk, AskOffice const& ask)
{
    auto const office = chosen_office(desk, ask.organisation, offices(desk));
    Plan const plan(facts_of(desk, office), desk.book());
    WholeProposal view{office.id, {}};
    for (auto const& d : plan.disputes()) {
        ProposedView one{d.id, d.version, {}, mediators(desk, plan, d.id)};
        if (auto const person = plan.proposed(d.id)) one.person = person;
        view.proposals.push_back(std::move(one));
    }
    return view;
}

// --- Approval ------------------------------------------------------------------------------

struct Approval {
    Key dispute{};
    std::int64_t version = 0;         // that the director has seen
    Key person{};
    std::optional<Key> proposed;      // whom the program proposed
    bool chosen_by_parties = false;
    OptionalLine reason;
};
BOOST_DESCRIBE_STRUCT(Approval, (), (dispute, version, person, proposed, chosen_by_parties, reason))

struct Approve {
    std::vector<Approval> approvals;
};
BOOST_DESCRIBE_STRUCT(Approve, (), (approvals))

struct ApprovedView {
    Key dispute{};
    std::string number, parties;
    bool appointed = false;
    std::string name;                 // of the mediator
    std::optional<std::string> why_not;  // what has changed meanwhile, or stands against it
};
BOOST_DESCRIBE_STRUCT(ApprovedView, (), (dispute, number, parties, appointed, name, why_not))

struct ApprovedAll {
    std::vector<ApprovedView> approvals;
};
BOOST_DESCRIBE_STRUCT(ApprovedAll, (), (approvals))

std::string sentence(Desk& desk, Refusal const& no)
{
    if (no.problems.empty()) return api::say(desk.language, "refusal." + no.code, no.params);
    return api::say(desk.language, "problem." + no.problems.front().code, no.problems.front().params);
}

// The ordinary appointment, or why it did not come about; what was not done leaves no trace.
std::optional<Refusal> appoint_as_approved(Desk& desk, File& file, Approval const& ask)
{
    if (file->version != ask.version)
        return refuse(Because::stale, "stale", {{"seen", std::to_string(ask.version)}, {"now", std::to_string(file->version)}});
    auto const who = workforce::standing(desk, ask.person, date_in_beijing(desk.now));
    auto event = appoint(*file, desk.book(), who, {true, ask.chosen_by_parties, ask.reason.str(), ask.proposed.value_or(Key{})});
    if (!event) return event.error();
    file.record(*event);
    file.put_back();
    return std::nullopt;
}

ApprovedAll approve(Desk& desk, Approve const& ask)
{
    if (ask.approvals.empty()) throw Refused(refuse_field("/approvals", "missing"));
    ApprovedAll all;
    for (std::size_t i = 0; i < ask.approvals.size(); ++i) {
        auto const& one = ask.approvals[i];
        auto const person = registry::find_person(desk, one.person);
        if (!person) throw Refused(refuse_field("/approvals/" + std::to_string(i) + "/person", "unknown_person"));
        auto file = File::open(desk, one.dispute, Right::receive);
        auto const no = appoint_as_approved(desk, file, one);
        ApprovedView view{one.dispute, {}, {}, !no, person->name, {}};
        if (no) view.why_not = sentence(desk, *no);
        all.approvals.push_back(std::move(view));
    }
    std::vector<dispute::LineRow> rows;
    for (auto const& one : all.approvals)
        if (auto row = sql::one<dispute::LineRow>(desk.sql, "SELECT " + std::string(dispute::line_columns) + " FROM dispute WHERE id = $1", one.dispute))
            rows.push_back(std::move(*row));
    auto const lines = dispute::lines(desk, rows);
    for (std::size_t i = 0; i < lines.size() && i < all.approvals.size(); ++i) {
        all.approvals[i].number = lines[i].number;
        all.approvals[i].parties = lines[i].parties;
    }
    desk.etag.reset();
    return all;
}

}  // namespace

std::vector<api::Route> board_routes()
{
    using enum api::Verb;
    return {
        {get, "/assignments", Right::receive, board, "The assignment board of an office: what waits for a mediator, and who has what in hand."},
        {get, "/assignments/proposal", Right::receive, propose_all, "A proposal for everything that waits in an office at once, each with its reasons."},
        {post, "/assignments", Right::receive, approve, "Appoint as approved, in one transaction; what has changed meanwhile is told one by one."},
    };
}

}  // namespace maple::diversion
