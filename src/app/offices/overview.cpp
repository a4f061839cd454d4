// One organisation on one page: what it is and on which law it rests, what stands above and
// below it, who serves there, its current term, its figures.
#include "access/rules.hpp"
#include "app/offices/offices.hpp"
#include "api/words.hpp"
#include "committees/routes.hpp"
#include "indicators/counting.hpp"
#include "registry/keep.hpp"
#include "registry/phone.hpp"
#include "registry/roll.hpp"
#include "registry/view.hpp"
#include "workforce/standing.hpp"

namespace maple::app {
namespace {

using access::Right;
using registry::Organisation;

struct Beside {
    Key id{};
    std::string name;
    registry::OrganisationKind kind{};
    std::string kind_name;
    std::int64_t people = 0;  // who serve there
    bool closed = false;
};
BOOST_DESCRIBE_STRUCT(Beside, (), (id, name, kind, kind_name, people, closed))

struct ServingView {
    Key id{};
    std::string name, phone;
    std::vector<registry::Service> serves_as;
    std::string serves_as_name;                       // worded
    workforce::Engaged engaged{};
    std::string engaged_name;
    std::optional<std::string> post_name;             // on the committee
    std::optional<workforce::Staffing> staffing;
    std::optional<std::string> staffing_name;
    std::vector<std::string> languages, skills;
    workforce::CertificateState certificate_state{};
    std::optional<Date> certificate_until;
    bool away = false;
    std::int64_t load = 0;                            // disputes in hand
};
BOOST_DESCRIBE_STRUCT(ServingView, (), (id, name, phone, serves_as, serves_as_name, engaged, engaged_name, post_name, staffing,
                                        staffing_name, languages, skills, certificate_state, certificate_until, away, load))

// Of this year, with what lies below.
struct OfficeFigures {
    std::string from, to;
    std::int64_t settled = 0, in_hand = 0, overdue = 0;
    std::int64_t local_numerator = 0, local_denominator = 0;
    std::optional<std::int64_t> local_hundredths;
};
BOOST_DESCRIBE_STRUCT(OfficeFigures, (), (from, to, settled, in_hand, overdue, local_numerator, local_denominator, local_hundredths))

// What this reader may do here.
struct MayView {
    bool keep = false;         // describe, move, merge, close
    bool keep_people = false;  // terms, notices
    bool read_history = false;
    bool read_disputes = false;
    bool administer = false;
    bool keep_places = false;
};
BOOST_DESCRIBE_STRUCT(MayView, (), (keep, keep_people, read_history, read_disputes, administer, keep_places))

struct Overview {
    registry::OrganisationView organisation;
    registry::StandingView standing;
    std::vector<Beside> above;             // from the top down to the one directly above
    std::optional<Beside> committee;       // of a room, group or centre: whose seal and numbers it uses
    std::optional<Beside> successor;       // that goes on with its work
    std::vector<Beside> predecessors;      // that were merged into it
    std::vector<Beside> parts;             // rooms and groups that work in its name
    std::vector<Beside> below;             // everything else directly below
    std::vector<ServingView> people;
    std::optional<committees::TermView> term;  // the one that has begun last
    bool needs_term = false;               // a committee in its own right
    std::optional<OfficeFigures> figures;
    MayView may;
};
BOOST_DESCRIBE_STRUCT(Overview, (), (organisation, standing, above, committee, successor, predecessors, parts, below, people, term,
                                     needs_term, figures, may))

Beside beside(Desk& desk, Organisation const& o, std::int64_t people = 0)
{
    return {o.id, registry::called(desk, o), o.kind, api::word(desk.language, "organisation_kind", o.kind), people, o.closed_at.has_value()};
}

void neighbours_into(Overview& out, Desk& desk, Organisation const& one)
{
    for (auto above = one.parent; above;) {
        auto const next = registry::organisation(desk, *above);
        out.above.insert(out.above.begin(), beside(desk, next));
        above = next.parent;
    }
    if (registry::is_committee(one.kind) && !registry::stands_alone(one.kind)) {
        try {
            out.committee = beside(desk, registry::committee_of(desk, one));
        } catch (Refused const&) {
            // A centre without a committee in its place has no seal; the page shows none.
        }
    }
    if (auto const next = registry::successor(desk, one.id); next.id != one.id) out.successor = beside(desk, next);
}

struct BelowRow {
    Key id{};
    std::int64_t people = 0;
    bool merged = false;
};
BOOST_DESCRIBE_STRUCT(BelowRow, (), (id, people, merged))

void below_into(Overview& out, Desk& desk, Organisation const& one)
{
    for (auto const& row : sql::all<BelowRow>(desk.sql, R"(
            SELECT organisation.id,
                   (SELECT count(*) FROM person WHERE person.organisation = organisation.id AND person.left_at IS NULL) AS people,
                   (SELECT count(*) FROM successor_of
                     WHERE successor_of.organisation = organisation.id AND successor_of.successor = organisation.parent) AS merged
              FROM organisation WHERE organisation.parent = $1 ORDER BY organisation.path)", one.id)) {
        auto const lower = registry::organisation(desk, row.id);
        auto view = beside(desk, lower, row.people);
        if (row.merged) out.predecessors.push_back(std::move(view));
        else if (view.closed) continue;
        else (registry::is_part_of_committee(lower.kind) ? out.parts : out.below).push_back(std::move(view));
    }
}

struct ServingRow {
    Key id{};
    std::string serves_as;
    std::int64_t load = 0;
};
BOOST_DESCRIBE_STRUCT(ServingRow, (), (id, serves_as, load))

std::vector<registry::Service> services(std::string_view commas)
{
    std::vector<registry::Service> all;
    for (auto const& one : workforce::split(commas)) {
        registry::Service service{};
        if (boost::describe::enum_from_string(one.c_str(), service)) all.push_back(service);
    }
    return all;
}

void people_into(Overview& out, Desk& desk, Organisation const& one, std::optional<committees::Term> const& term)
{
    auto const rows = sql::all<ServingRow>(desk.sql, R"(
        SELECT person.id, person.serves_as,
               (SELECT count(*) FROM dispute
                 WHERE dispute.mediator = person.id AND dispute.stage IN ('accepted', 'inviting', 'diverted', 'mediating')) AS load
          FROM person WHERE person.organisation = $1 AND person.left_at IS NULL)", one.id);
    std::map<Key, ServingRow const*> by_key;
    std::vector<Key> keys;
    for (auto const& row : rows) {
        by_key[row.id] = &row;
        keys.push_back(row.id);
    }
    auto const standings = workforce::standings(desk, keys, date_in_beijing(desk.now));
    for (auto const& person : registry::people_of(desk, one.id)) {
        auto const* row = by_key[person.id];
        auto const known = standings.find(person.id);
        if (!row || known == standings.end()) continue;
        auto const& s = known->second;
        ServingView view{person.id, person.name, registry::phone_of(desk, person), services(row->serves_as), {}, s.engaged,
                         api::word(desk.language, "how_engaged", s.engaged), {}, s.staffing, {}, s.languages, s.skills, s.certificate.state, s.certificate.valid_until, s.away, row->load};
        for (auto const service : view.serves_as)
            view.serves_as_name += (view.serves_as_name.empty() ? "" : api::say(desk.language, "document.between")) + api::word(desk.language, "service", service);
        if (s.staffing) view.staffing_name = api::word(desk.language, "how_staffed", *s.staffing);
        if (auto const* seat = term ? committees::seat_of(*term, person.id) : nullptr) {
            view.post_name = api::word(desk.language, "post", seat->post);
            // Who has a seat was elected into it (PML art. 13).
            view.engaged = workforce::Engaged::elected;
            view.engaged_name = api::word(desk.language, "how_engaged", view.engaged);
        }
        out.people.push_back(std::move(view));
    }
}

std::int64_t alive(Desk& desk, std::string const& scope, bool overdue)
{
    std::vector<sql::Value> values{scope, scope + "~"};
    std::string statement = R"(
        SELECT count(*) FROM dispute
         WHERE scope >= $1 AND scope < $2
           AND stage IN ('requested', 'accepted', 'inviting', 'diverted', 'mediating', 'agreed', 'visiting', 'terminated'))";
    if (overdue) {
        values.push_back(desk.now.us);
        statement += " AND due_at < $3";
    }
    return std::get<std::int64_t>(desk.sql.run(statement, values).rows.front().front());
}

OfficeFigures figures(Desk& desk, Organisation const& one)
{
    auto const today = iso(date_in_beijing(desk.now));
    indicators::Period const year{today.substr(0, 4) + "-01", today.substr(0, 7)};
    auto const settled = indicators::counted(desk, *indicators::figure("mediation_success_rate"), year, {one.path});
    auto const local = indicators::counted(desk, *indicators::figure("local_resolution_rate"), year, {one.path});
    return {year.from, year.to, settled.hits, alive(desk, one.path, false), alive(desk, one.path, true), local.hits, local.total,
            indicators::hundredths_of_percent(local.hits, local.total)};
}

struct One {
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(One, (), (organisation))

Overview overview(Desk& desk, One const& ask)
{
    auto const one = registry::organisation(desk, ask.organisation);
    auto const may = [&](Right right) { return access::may_in(desk.caller, right, one.path); };
    Overview out;
    out.organisation = registry::seen(desk, one);
    out.standing = registry::standing_view(desk, one);
    neighbours_into(out, desk, one);
    below_into(out, desk, one);
    auto const term = committees::term_on(desk, one.id, date_in_beijing(desk.now));
    people_into(out, desk, one, term);
    if (term) out.term = committees::view(desk, *term);
    out.needs_term = registry::stands_alone(one.kind);
    if (may(Right::read_figures)) out.figures = figures(desk, one);
    out.may = {may(Right::keep_organisations), may(Right::keep_people), may(Right::see_people), may(Right::read_dispute), may(Right::administer), may(Right::keep_places)};
    return out;
}

}  // namespace

std::vector<api::Route> overview_routes()
{
    using enum api::Verb;
    return {
        {get, "/organisations/{organisation}/overview", Right::see_people, overview,
         "One organisation: its legal basis, what stands above and below it, who serves there, its term and figures."},
    };
}

}  // namespace maple::app
