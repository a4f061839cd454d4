#include "teams/routes.hpp"
#include "access/journal.hpp"
#include "dispute/file.hpp"
#include "registry/keep.hpp"
#include "registry/roll.hpp"
#include "teams/figures.hpp"
#include "teams/rules.hpp"

#include <algorithm>

namespace maple::teams {
namespace {

using access::Right;

// --- What people see ----------------------------------------------------------------------------

struct MemberView {
    Key person{};
    std::string name, organisation_name;
    bool leader = false;
};
BOOST_DESCRIBE_STRUCT(MemberView, (), (person, name, organisation_name, leader))

struct TeamLine {
    Key id{};
    std::string name, home_name, leader_name;
    std::int64_t members = 0, reach = 0, settled = 0;
};
BOOST_DESCRIBE_STRUCT(TeamLine, (), (id, name, home_name, leader_name, members, reach, settled))

struct TeamView {
    Key id{};
    std::string name;
    Key home{};
    std::string home_name;
    std::optional<std::string> story;
    std::optional<Date> founded_on;
    std::vector<MemberView> members;
    Figures figures;
    std::vector<Learned> chorus;
    Surface surface;
    bool may_keep = false;             // this reader may change it
};
BOOST_DESCRIBE_STRUCT(TeamView, (), (id, name, home, home_name, story, founded_on, members, figures, chorus, surface, may_keep))

struct StoryRow {
    std::string story;
    std::optional<Date> founded_on;
};
BOOST_DESCRIBE_STRUCT(StoryRow, (), (story, founded_on))

std::string called(Desk const& desk, registry::Team const& team)
{
    return desk.language == Language::en && !team.name_en.empty() ? team.name_en : team.name;
}

// The bureau above its home keeps it, and the director of its home.
bool may_keep(Desk& desk, registry::Team const& team)
{
    auto const path = registry::organisation(desk, team.organisation).path;
    return access::may_in(desk.caller, Right::keep_people, path) || access::may_in(desk.caller, Right::lead_people, path);
}

std::optional<StoryRow> story_of(Desk& desk, Key team)
{
    return sql::one<StoryRow>(desk.sql, "SELECT story, founded_on FROM team_story WHERE team = $1", team);
}

TeamView view(Desk& desk, registry::Team const& team)
{
    TeamView out{team.id, called(desk, team), team.organisation, registry::called(desk, registry::organisation(desk, team.organisation)), {}, {}, {}, {}, {}, {},
                 may_keep(desk, team)};
    if (auto const told = story_of(desk, team.id)) {
        if (!told->story.empty()) out.story = told->story;
        out.founded_on = told->founded_on;
    }
    for (auto const& one : team.members)
        if (auto const who = registry::find_person(desk, one.person))
            out.members.push_back({who->id, who->name, registry::called(desk, registry::organisation(desk, who->organisation)), one.leader});
    out.figures = figures_of(desk, team, out.founded_on);
    out.chorus = chorus_of(desk, team);
    out.surface = surface_of(desk, team);
    return out;
}

registry::Team found(Desk& desk, Key id)
{
    auto team = registry::find_team(desk, id);
    if (!team) throw Refused(refuse(Because::not_found, "team.unknown"));
    return std::move(*team);
}

registry::Team kept_by_me(Desk& desk, Key id)
{
    auto team = found(desk, id);
    if (!may_keep(desk, team)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return team;
}

struct Teams {
    std::vector<TeamLine> teams;
};
BOOST_DESCRIBE_STRUCT(Teams, (), (teams))

Teams list(Desk& desk, api::Nothing const&)
{
    Teams out;
    for (auto const& team : registry::all_teams(desk)) {
        TeamLine line{team.id, called(desk, team), registry::called(desk, registry::organisation(desk, team.organisation)), {},
                      std::int64_t(team.members.size()), std::int64_t(team.reach.size()), 0};
        for (auto const& one : team.members)
            if (one.leader)
                if (auto const who = registry::find_person(desk, one.person)) line.leader_name = who->name;
        line.settled = sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM dispute WHERE team = $1 AND agreed = 1", team.id).value_or(0);
        out.teams.push_back(std::move(line));
    }
    return out;
}

struct One {
    Key team{};
};
BOOST_DESCRIBE_STRUCT(One, (), (team))

// --- Deeds ----------------------------------------------------------------------------------------

template <class E> void write_on(Desk& desk, Key team, E const& event, std::vector<access::WordsToKeep> const& words = {})
{
    auto const n = sql::cell<std::int64_t>(desk.sql, "SELECT max(n) FROM page WHERE subject = $1", team).value_or(0) + 1;
    access::write_ledger(desk, {{"team", team, n, std::string(E::deed), desk.now, access::PageBody::of(event)}}, words);
}

struct Form {
    Key organisation{};
    Name name;
    OptionalLine name_en;
    Key leader{};
};
BOOST_DESCRIBE_STRUCT(Form, (), (organisation, name, name_en, leader))

TeamView formed(Desk& desk, Form const& ask)
{
    auto const home = registry::find_organisation(desk, ask.organisation);
    if (!home || home->closed_at || !registry::is_committee(home->kind)) throw Refused(refuse_field("/organisation", "unknown_organisation"));
    if (!access::may_in(desk.caller, Right::keep_people, home->path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    auto const leader = registry::find_person(desk, ask.leader);
    if (!leader) throw Refused(refuse_field("/leader", "unknown_person"));
    join(registry::Team{}, *leader, true).value();
    registry::Registrar registrar(desk);
    auto const id = registrar.add(registry::NewTeam{{}, home->id, ask.name.str(), ask.name_en.str(), {{leader->id, true}}});
    registrar.write();
    return view(desk, found(desk, id));
}

struct Tell {
    Key team{};
    OptionalNarrative story;
    std::optional<Date> founded_on;
};
BOOST_DESCRIBE_STRUCT(Tell, (), (team, story, founded_on))

TeamView told(Desk& desk, Tell const& ask)
{
    auto const team = kept_by_me(desk, ask.team);
    auto words = access::prepare_words(team.id, "team.story", ask.story.str(), access::Secrecy::open);
    write_on(desk, team.id, Told{words.kept, ask.founded_on}, {words});
    sql::change(desk.sql, R"(
        INSERT INTO team_story (team, story, founded_on) VALUES ($1, $2, $3)
            ON CONFLICT (team) DO UPDATE SET story = excluded.story, founded_on = excluded.founded_on)", team.id, ask.story.str(), ask.founded_on);
    return view(desk, found(desk, team.id));
}

struct Join {
    Key team{};
    Key person{};
    bool leader = false;
};
BOOST_DESCRIBE_STRUCT(Join, (), (team, person, leader))

TeamView joined(Desk& desk, Join const& ask)
{
    auto const team = kept_by_me(desk, ask.team);
    auto const who = registry::find_person(desk, ask.person);
    if (!who) throw Refused(refuse_field("/person", "unknown_person"));
    auto const event = join(team, *who, ask.leader).value();
    write_on(desk, team.id, event);
    if (event.leader) sql::change(desk.sql, "UPDATE team_member SET leader = 0 WHERE team = $1", team.id);
    sql::change(desk.sql, R"(
        INSERT INTO team_member (team, person, leader) VALUES ($1, $2, $3)
            ON CONFLICT (team, person) DO UPDATE SET leader = excluded.leader)", team.id, event.person, event.leader);
    return view(desk, found(desk, team.id));
}

struct Leave {
    Key team{};
    Key person{};
};
BOOST_DESCRIBE_STRUCT(Leave, (), (team, person))

TeamView left(Desk& desk, Leave const& ask)
{
    auto const team = kept_by_me(desk, ask.team);
    write_on(desk, team.id, leave(team, ask.person).value());
    sql::change(desk.sql, "DELETE FROM team_member WHERE team = $1 AND person = $2", team.id, ask.person);
    return view(desk, found(desk, team.id));
}

struct Reach {
    Key team{};
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(Reach, (), (team, organisation))

TeamView reached(Desk& desk, Reach const& ask)
{
    auto const team = kept_by_me(desk, ask.team);
    auto const where = registry::find_organisation(desk, ask.organisation);
    if (!where) throw Refused(refuse_field("/organisation", "unknown_organisation"));
    write_on(desk, team.id, reach(team, *where).value());
    sql::change(desk.sql, "INSERT INTO team_reach (team, organisation, since) VALUES ($1, $2, $3)", team.id, where->id, desk.now);
    return view(desk, found(desk, team.id));
}

TeamView withdrew(Desk& desk, Reach const& ask)
{
    auto const team = kept_by_me(desk, ask.team);
    write_on(desk, team.id, withdraw(team, ask.organisation).value());
    sql::change(desk.sql, "DELETE FROM team_reach WHERE team = $1 AND organisation = $2", team.id, ask.organisation);
    return view(desk, found(desk, team.id));
}

// --- Who may take a dispute on, and who may sit in ------------------------------------------------

struct OfDispute {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(OfDispute, (), (dispute))

struct Candidate {
    Key id{};
    std::string name, organisation_name;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, name, organisation_name))

struct TeamChoice {
    Key id{};
    std::string name;
    std::vector<Key> members;
};
BOOST_DESCRIBE_STRUCT(TeamChoice, (), (id, name, members))

struct Company {
    std::vector<TeamChoice> teams;       // in whose name a mediator may be appointed here
    std::vector<Candidate> apprentices;  // mediators of the organisation and of those teams who are not appointed
    std::vector<Candidate> advisers;     // legal advisers and experts with an account, there or above
};
BOOST_DESCRIBE_STRUCT(Company, (), (teams, apprentices, advisers))

Company company(Desk& desk, OfDispute const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute);
    auto const organisation = dispute::answerable(d).organisation;
    Company out;
    std::vector<registry::Person> people = registry::mediators_of(desk, organisation);
    for (auto const& team : registry::all_teams(desk)) {
        if (!registry::reaches(team, organisation)) continue;
        TeamChoice choice{team.id, called(desk, team), {}};
        for (auto const& one : team.members) {
            choice.members.push_back(one.person);
            if (auto const who = registry::find_person(desk, one.person)) people.push_back(*who);
        }
        out.teams.push_back(std::move(choice));
    }
    for (auto const& one : people) {
        bool const there = std::any_of(out.apprentices.begin(), out.apprentices.end(), [&](auto const& known) { return known.id == one.id; });
        if (!there && !one.left_at && !dispute::is_mediator(d, one.id))
            out.apprentices.push_back({one.id, one.name, registry::called(desk, registry::organisation(desk, one.organisation))});
    }
    for (auto const& one : registry::advisers_of(desk, organisation))
        if (!dispute::is_mediator(d, one.id)) out.advisers.push_back({one.id, one.name, registry::called(desk, registry::organisation(desk, one.organisation))});
    desk.etag.reset();
    return out;
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    return {"teams",
            {
                {get, "/teams", Right::see_people, list, "The brand teams of the city."},
                {get, "/teams/{team}", Right::see_people, +[](Desk& desk, One const& ask) { return view(desk, found(desk, ask.team)); },
                 "A team: its story, its people, what it settled, who learned from it, how far it reaches."},
                {post, "/teams", Right::keep_people, formed, "Forms a team at a committee, with its leader."},
                {put, "/teams/{team}/story", Right::see_people, told, "The team's story and the day of its founding."},
                {post, "/teams/{team}/members", Right::see_people, joined, "A mediator joins the team, or takes its lead."},
                {del, "/teams/{team}/members/{person}", Right::see_people, left, "A member leaves the team; what was done stays."},
                {post, "/teams/{team}/reach", Right::see_people, reached, "The team radiates to an organisation."},
                {del, "/teams/{team}/reach/{organisation}", Right::see_people, withdrew, "The team no longer radiates there."},
                {get, "/disputes/{dispute}/company", Right::read_dispute, company, "Teams that may take this dispute on, and who may sit in to learn."},
            }};
}

}  // namespace maple::teams
