// Grades: what the program proposes and why, and the bureau's grant. Numbers are shown to the
// bureau and the person concerned; proposals are listed by name and carry no numbers.
#include "api/words.hpp"
#include "registry/sorting.hpp"
#include "storage/onward.hpp"
#include "workforce/folder.hpp"
#include "workforce/parts.hpp"
#include "workforce/views.hpp"

namespace maple::workforce {
namespace {

using access::Right;

// --- Evidence: sums over the rows of closed disputes ---------------------------------------------

struct Sums {
    std::int64_t disputes = 0, agreed = 0, oral = 0, fallen_due = 0, kept = 0, escalated = 0;
};
BOOST_DESCRIBE_STRUCT(Sums, (), (disputes, agreed, oral, fallen_due, kept, escalated))

Sums sums(Desk& desk, Key person, Date from, Date today)
{
    return sql::one<Sums>(desk.sql, R"(
        SELECT count(*) AS disputes,
               count(*) FILTER (WHERE agreed = 1) AS agreed,
               count(*) FILTER (WHERE agreed = 1 AND outcome = 'oral') AS oral,
               count(*) FILTER (WHERE agreed = 1 AND promises_due < $4) AS fallen_due,
               count(*) FILTER (WHERE agreed = 1 AND promises_due < $4 AND promises_kept = 1) AS kept,
               count(*) FILTER (WHERE outcome = 'crime_or_other_body') AS escalated
          FROM dispute
         WHERE mediator = $1 AND concluded_at >= $2 AND concluded_at <= $3)", person, start_of(from), desk.now, today).value();
}

// Whole years since the first engagement.
std::int64_t years_of_service(Papers const& papers, Date today)
{
    std::optional<Date> since;
    for (auto const& one : papers.engagements)
        if (!since || one.since < *since) since = one.since;
    std::int64_t years = 0;
    while (since && plus_months(*since, int(12 * (years + 1))) <= today) ++years;
    return years;
}

Evidence evidence(Desk& desk, Key person, Papers const& papers, law::MediatorGrade const& grade)
{
    auto const today = date_in_beijing(desk.now);
    auto const s = sums(desk, person, plus_months(today, -12 * grade.looks_back_years), today);
    return {years_of_service(papers, today), s.disputes, s.agreed, s.oral, s.fallen_due, s.kept, s.escalated, hours_before(desk, person, today)};
}

// --- The view ---------------------------------------------------------------------------------------

struct FindingView {
    std::string measure, says;
    std::int64_t value = 0, bound = 0;
    bool at_most = false, met = false;
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (measure, says, value, bound, at_most, met))

struct GradeView {
    std::string grade, name, evaluator;   // "city" or "district"
    std::string evaluator_name;
    std::int64_t valid_years = 0, looks_back_years = 0;
    std::vector<FindingView> findings;
    bool met = false;                     // every criterion
    bool may_grant = false;               // this reader may
};
BOOST_DESCRIBE_STRUCT(GradeView, (), (grade, name, evaluator, evaluator_name, valid_years, looks_back_years, findings, met, may_grant))

struct GrantedView {
    HeldGradeView held;
    bool proposed = true;
    std::string reason;
    std::vector<FindingView> findings;  // as they were on that day
    std::optional<Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(GrantedView, (), (held, proposed, reason, findings, ended_on))

struct GradesView {
    Key person{};
    std::string name;
    std::optional<std::string> proposed;  // the highest grade whose criteria are all met
    std::vector<GradeView> grades;        // the highest first
    std::vector<GrantedView> granted;     // the latest first
};
BOOST_DESCRIBE_STRUCT(GradesView, (), (person, name, proposed, grades, granted))

std::vector<FindingView> in_words(Desk const& desk, std::vector<Finding> const& findings)
{
    std::vector<FindingView> views;
    for (auto const& f : findings)
        views.push_back({f.measure, api::say(desk.language, "measure." + f.measure, {{"bound", std::to_string(f.bound)}}), f.value, f.bound, f.at_most, f.met});
    return views;
}

std::string name_of(Desk const& desk, std::string const& key)
{
    auto const* grade = desk.book().mediator_grade(key);
    return grade ? law::in(grade->name, api::tag(desk.language)) : key;
}

// The organisation of the caller that may grant a grade to this person: the highest of them.
std::optional<registry::Organisation> granting_bureau(Desk& desk, registry::Person const& person)
{
    auto const path = registry::organisation(desk, person.organisation).path;
    std::optional<registry::Organisation> highest;
    for (auto const& grant : desk.caller.grants) {
        if (!access::gives(grant.role, Right::keep_people) || !access::lies_in(path, grant.scope)) continue;
        auto const one = registry::find_organisation(desk, grant.organisation);
        if (one && (!highest || highest->level < one->level)) highest = one;
    }
    return highest;
}

std::vector<GrantedView> granted(Desk& desk, Key person, Papers const& papers)
{
    std::map<Key, std::vector<Finding>> findings;
    for (auto const& page : access::pages_of(desk.sql, person))
        if (page.deed == GradeGranted::deed) {
            auto const e = from_record<GradeGranted>(page.body);
            findings[e.grade.id] = e.findings;
        }
    std::vector<GrantedView> views;
    for (auto one = papers.grades.rbegin(); one != papers.grades.rend(); ++one)
        views.push_back({{one->id, one->grade, name_of(desk, one->grade), one->granted_on, one->valid_until, name_of_organisation(desk, one->evaluator)},
                         one->proposed, text_of(one->reason), in_words(desk, findings[one->id]), one->ended_on});
    return views;
}

struct OneHolder {
    Key person{};
};
BOOST_DESCRIBE_STRUCT(OneHolder, (), (person))

GradesView grades(Desk& desk, OneHolder const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.self || sight.keeps);
    auto const papers = read_papers(desk, person.id);
    auto const bureau = sight.self ? std::nullopt : granting_bureau(desk, person);
    GradesView view{person.id, person.name, {}, {}, granted(desk, person.id, papers)};
    for (auto const& grade : desk.book().mediator_grades) {
        auto const findings = judge(grade, evidence(desk, person.id, papers, grade));
        Granting const granting{grade.key, bureau ? bureau->level : registry::Level::community, sight.self, true, person.mediator};
        view.grades.push_back({grade.key, law::in(grade.name, api::tag(desk.language)), grade.evaluator,
                               api::say(desk.language, "evaluator." + grade.evaluator), grade.valid_years, grade.looks_back_years,
                               in_words(desk, findings), all_met(findings),
                               bureau && may_be_granted(papers, granting, findings, date_in_beijing(desk.now), desk.book())});
        if (!view.proposed && all_met(findings)) view.proposed = grade.key;
    }
    return view;
}

// --- Granting ----------------------------------------------------------------------------------------

struct Grant {
    Key person{};
    Text<1, 40> grade;
    OptionalLine reason;  // for granting it although not every criterion is met
};
BOOST_DESCRIBE_STRUCT(Grant, (), (person, grade, reason))

GradesView grant(Desk& desk, Grant const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.keeps);
    auto folder = Folder::open(desk, person.id);
    auto const today = date_in_beijing(desk.now);
    auto const bureau = granting_bureau(desk, person);
    must(bureau.has_value());
    auto const* grade = desk.book().mediator_grade(ask.grade.str());
    auto const findings = grade ? judge(*grade, evidence(desk, person.id, *folder, *grade)) : std::vector<Finding>{};
    may_be_granted(*folder, {ask.grade.str(), bureau->level, sight.self, !ask.reason.empty(), person.mediator && !person.left_at}, findings, today, desk.book()).value();
    GradePaper paper{new_key(), grade->key, today, plus_days(plus_months(today, 12 * grade->valid_years), -1), bureau->id, all_met(findings),
                     folder.keep("grade.reason", all_met(findings) ? "" : ask.reason.str()), {}};
    folder.record(GradeGranted{paper, findings});
    folder.put_back();
    return grades(desk, {person.id});
}

struct TakeBack {
    Key person{};
    Key grade{};
    Line reason;
};
BOOST_DESCRIBE_STRUCT(TakeBack, (), (person, grade, reason))

GradesView take_back(Desk& desk, TakeBack const& ask)
{
    auto const [person, sight] = see(desk, ask.person);
    must(sight.keeps && !sight.self);
    auto folder = Folder::open(desk, person.id);
    auto const today = date_in_beijing(desk.now);
    auto const* held = grade_on(*folder, today);
    if (!held || held->id != ask.grade) throw Refused(refuse(Because::not_found, "grade.unknown"));
    folder.record(GradeWithdrawn{ask.grade, today, folder.keep("grade.withdrawn", ask.reason.str())});
    folder.put_back();
    return grades(desk, {person.id});
}

// --- Proposals -----------------------------------------------------------------------------------------

struct AskProposals {
    std::optional<Key> organisation;  // and what lies below it
    std::optional<Key> cursor;        // the last one told
};
BOOST_DESCRIBE_STRUCT(AskProposals, (), (organisation, cursor))

struct ProposalLine {
    Key person{};
    std::string name, organisation_name;
    std::string proposed, proposed_name;        // a higher grade than the one held, or the first
    std::optional<std::string> held_name;
};
BOOST_DESCRIBE_STRUCT(ProposalLine, (), (person, name, organisation_name, proposed, proposed_name, held_name))

struct Proposals {
    std::vector<ProposalLine> proposals;  // by name
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(Proposals, (), (proposals, cursor))

// Whoever has concluded enough disputes for the lowest grade is looked at; the others cannot
// meet any. A rank among them is not computed and not kept.
std::vector<Key> candidates(Desk& desk, std::string const& scope, std::string const& only, Date today)
{
    std::int64_t least = 1'000'000;
    int back = 1;
    for (auto const& grade : desk.book().mediator_grades) {
        back = std::max(back, grade.looks_back_years);
        for (auto const& c : grade.criteria)
            if (c.measure == "disputes") least = std::min(least, c.bound);
    }
    std::vector<Key> keys;
    for (auto const& person : sql::column<Key>(desk.sql, R"(
            SELECT dispute.mediator AS person
              FROM dispute JOIN person ON person.id = dispute.mediator JOIN organisation ON organisation.id = person.organisation
             WHERE organisation.path >= $1 AND organisation.path < $2 AND organisation.path >= $3 AND organisation.path < $4
               AND person.left_at IS NULL AND dispute.concluded_at >= $5
             GROUP BY dispute.mediator HAVING count(*) >= $6)", scope, scope + "~", only, only + "~", start_of(plus_months(today, -12 * back)), least))
        keys.push_back(person);
    return keys;
}

Proposals proposals(Desk& desk, AskProposals const& ask)
{
    auto const today = date_in_beijing(desk.now);
    auto const only = ask.organisation ? registry::organisation(desk, *ask.organisation).path : std::string("/");
    auto const& grades = desk.book().mediator_grades;
    Proposals out;
    for (auto const& scope : scopes_for(desk, Right::keep_people))
        for (auto const key : candidates(desk, scope, only, today)) {
            auto const person = registry::find_person(desk, key);
            if (!person || !person->mediator) continue;
            auto const papers = read_papers(desk, key);
            auto const* held = grade_on(papers, today);
            for (auto const& grade : grades) {
                if (held && held->grade == grade.key) break;  // those below it are nothing new
                if (!all_met(judge(grade, evidence(desk, key, papers, grade)))) continue;
                out.proposals.push_back({key, person->name, name_of_organisation(desk, person->organisation), grade.key,
                                         law::in(grade.name, api::tag(desk.language)), held ? std::optional(name_of(desk, held->grade)) : std::nullopt});
                break;
            }
        }
    std::sort(out.proposals.begin(), out.proposals.end(), [](auto const& a, auto const& b) { return a.person < b.person; });  // of one name
    registry::sort_by_name(out.proposals, [](ProposalLine const& one) -> std::string const& { return one.name; });
    auto const place = [](ProposalLine const& one) { return registry::place_by_name(one.name, one.person); };
    if (sql::cut_to_page(out.proposals, place_of_person(desk, ask.cursor), place)) out.cursor = out.proposals.back().person;
    return out;
}

}  // namespace

std::vector<api::Route> grade_routes()
{
    using enum api::Verb;
    return {
        {get, "/people/{person}/grades", Right::signed_in, grades, "What each grade asks for and what is there, for the bureau and the person concerned."},
        {post, "/people/{person}/grades", Right::keep_people, grant, "Grants a grade; one whose criteria are not all met needs a reason."},
        {post, "/people/{person}/grades/{grade}/withdrawal", Right::keep_people, take_back, "Takes a grade back, with the reason."},
        {get, "/grade-proposals", Right::keep_people, proposals, "Who meets every criterion of a higher grade than the one held, by name and without numbers."},
    };
}

}  // namespace maple::workforce
