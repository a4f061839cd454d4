#include "workforce/views.hpp"
#include "api/words.hpp"
#include "registry/phone.hpp"
#include "workforce/folder.hpp"
#include "workforce/rules.hpp"

namespace maple::workforce {
namespace {

using access::Right;

std::string in_words(Desk const& desk, std::string_view list, std::string const& key) { return api::say(desk.language, std::string(list) + "." + key); }
template <DescribedEnum E> std::string in_words(Desk const& desk, std::string_view list, E e) { return in_words(desk, list, enum_key(e)); }

EngagementView view(Desk& desk, Engagement const& e, Date today)
{
    return {e.id, e.organisation, name_of_organisation(desk, e.organisation), e.manner, in_words(desk, "engaged", e.manner),
            in_words(desk, "body", e.body), e.since, e.until, e.ended_on, e.ended_as ? in_words(desk, "ending", *e.ended_as) : "",
            in_force(e, today)};
}

std::optional<CertificateView> certificate_view(Desk& desk, Service const& service, CertificateFacts const& facts)
{
    if (facts.state == CertificateState::none) return std::nullopt;
    auto const* card = certificate_of(service);
    return CertificateView{card ? std::optional(card->id) : std::nullopt, facts.number, facts.issuer, facts.valid_from, facts.valid_until,
                           facts.state, in_words(desk, "certificate_state", facts.state)};
}

// Leave of today and to come, and what is over since a year at most.
std::vector<AbsenceView> absences(Desk& desk, Papers const& papers, Date today)
{
    std::vector<AbsenceView> views;
    for (auto one = papers.absences.rbegin(); one != papers.absences.rend(); ++one) {
        if (days_between(one->last_day, today) > 366) continue;
        bool const now = one->first_day <= today && today <= one->last_day && (!one->ended_on || today < *one->ended_on);
        views.push_back({one->id, one->kind, choice_in_words(desk, "absence", one->kind).name, one->first_day, one->last_day, one->ended_on,
                         access::one_text(desk, one->note), now});
    }
    return views;
}

std::optional<HeldGradeView> grade_view(Desk& desk, Papers const& papers, Date today)
{
    auto const* held = grade_on(papers, today);
    if (!held) return std::nullopt;
    auto const* grade = desk.book().mediator_grade(held->grade);
    return HeldGradeView{held->id, held->grade, grade ? law::in(grade->name, api::tag(desk.language)) : held->grade, held->granted_on,
                         held->valid_until, name_of_organisation(desk, held->evaluator)};
}

std::vector<HonourView> honours(Desk& desk, Key person)
{
    std::vector<HonourView> views;
    for (auto const& one : sql::all<HonourHeld>(desk.sql, "SELECT * FROM honour WHERE person = $1 AND withdrawn_on IS NULL ORDER BY year DESC, id", person))
        views.push_back(honour_view(desk, one));
    return views;
}

// Disputes in the chair; only what this reader may see of them: one's own, or those of the scope.
std::optional<std::int64_t> in_hand(Desk& desk, Key person, Sight const& sight)
{
    std::vector<sql::Value> values{person.n};
    std::string where;
    if (!sight.self) {
        for (auto const& scope : scopes_for(desk, Right::read_dispute)) {
            values.insert(values.end(), {scope, scope + "~"});
            auto const below = "scope >= $" + std::to_string(values.size() - 1) + " AND scope < $" + std::to_string(values.size());
            where += (where.empty() ? " AND (" : " OR ") + below;
        }
        if (where.empty()) return std::nullopt;
        where += ")";
    }
    auto const table = desk.sql.run("SELECT count(*) FROM dispute WHERE mediator = $1 AND stage IN ('inviting', 'diverted', 'mediating', 'agreed')" + where, values);
    return std::get<std::int64_t>(table.rows.front().front());
}

std::int64_t open_complaints(Desk& desk, Key person)
{
    return sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM complaint WHERE person = $1 AND status <> 'answered'", person).value_or(0);
}

std::vector<std::string> allowed(registry::Person const& person, Papers const& papers, Standing const& s, Sight const& sight)
{
    std::vector<std::string> deeds;
    auto const may = [&](bool yes, char const* deed) {
        if (yes) deeds.emplace_back(deed);
    };
    bool const serves = !person.left_at;
    bool const engaged = s.engaged != Engaged::none;
    bool const open_engagement = std::any_of(papers.engagements.begin(), papers.engagements.end(), [](Engagement const& e) { return !e.ended_on; });
    may(serves && !engaged && sight.in_charge() && !sight.self, "engage");
    may(serves && open_engagement && sight.in_charge() && !sight.self, "end_engagement");
    may(serves && sight.closely(), "describe");
    may(serves && sight.in_charge(), "classify");  // staffing, labels and subsidy, too
    may(serves && sight.keeps && !sight.self, "certify");
    may(sight.keeps && !sight.self && s.certificate.state != CertificateState::none && s.certificate.state != CertificateState::revoked, "revoke");
    may(sight.closely() && certificate_of(service_in(person.id, papers)) && s.certificate.state != CertificateState::revoked, "print_card");
    may(serves && (sight.self || sight.leads), "go_away");
    may(serves && s.mediator && sight.keeps && !sight.self, "grade");
    may(s.mediator && (sight.self || sight.keeps), "see_evidence");
    may(sight.keeps && !sight.self, "honour");
    may((s.mediator || s.engagement_over) && sight.sees && !sight.self, "complain");
    return deeds;
}

}  // namespace

std::string language_name(Desk const& desk, std::string const& key)
{
    auto const word = "tongue." + key;
    return api::can_say(desk.language, word) ? api::say(desk.language, word) : key;
}

HonourView honour_view(Desk& desk, HonourHeld const& held)
{
    auto const* honour = desk.book().honour(held.honour);
    HonourView view{held.id, held.honour, honour ? law::in(honour->name, api::tag(desk.language)) : held.honour, honour ? honour->rung : "",
                    held.giver, held.year, held.certificate, held.person, held.organisation, "", ""};
    if (held.person)
        if (auto const person = registry::find_person(desk, *held.person)) {
            view.bearer_name = person->name;
            view.place_name = name_of_organisation(desk, person->organisation);
        }
    if (held.organisation)
        if (auto const organisation = registry::find_organisation(desk, *held.organisation)) {
            view.bearer_name = registry::called(desk, *organisation);
            view.place_name = registry::division_name(desk, organisation->division);
        }
    return view;
}

std::int64_t hours_before(Desk& desk, Key person, Date day)
{
    return sql::cell<std::int64_t>(desk.sql, "SELECT CAST(coalesce(sum(hours), 0) AS BIGINT) FROM training_attendance WHERE person = $1 AND day > $2 AND day <= $3",
                                   person, plus_months(day, -12), day).value_or(0);
}

std::int64_t hours_in(Desk& desk, Key person, std::int64_t year)
{
    return sql::cell<std::int64_t>(desk.sql, "SELECT CAST(coalesce(sum(hours), 0) AS BIGINT) FROM training_attendance WHERE person = $1 AND day >= $2 AND day < $3",
                                   person, std::to_string(year) + "-01-01", std::to_string(year + 1) + "-01-01").value_or(0);
}

namespace {

struct AttendedRow {
    Key training{};
    std::string topic, kind;
    Date day{};
    std::int64_t hours = 0;
};
BOOST_DESCRIBE_STRUCT(AttendedRow, (), (training, topic, kind, day, hours))

}  // namespace

HoursView hours_of(Desk& desk, Key person, Date today)
{
    std::int64_t const year = year_of(today);
    HoursView view{year, hours_in(desk, person, year), desk.book().policy("training_hours_a_year"), {}};
    for (auto const& row : sql::all<AttendedRow>(desk.sql, R"(
            SELECT training.id AS training, training.topic AS topic, training.kind AS kind, training_attendance.day AS day, training_attendance.hours AS hours
              FROM training_attendance JOIN training ON training.id = training_attendance.training
             WHERE training_attendance.person = $1 AND training_attendance.day >= $2
             ORDER BY training_attendance.day DESC, training.id)", person, std::to_string(year - 1) + "-01-01"))
        view.attended.push_back({row.training, row.topic, choice_in_words(desk, "training", row.kind).name, row.day, row.hours});
    return view;
}

PersonPage person_page(Desk& desk, Key id)
{
    auto const [person, sight] = see(desk, id);
    auto const today = date_in_beijing(desk.now);
    auto const papers = read_papers(desk, id);
    auto const s = standing(desk, id, today);
    PersonPage page;
    page.id = id;
    page.name = person.name;
    page.phone = registry::phone_of(desk, person);
    page.organisation = person.organisation;
    page.organisation_name = name_of_organisation(desk, person.organisation);
    for (auto const one : papers.roll.serves_as) page.serves_as.push_back({enum_key(one), in_words(desk, "service", one)});
    page.left = s.left;
    page.removed = s.removed;
    page.engaged = s.engaged;
    page.engaged_name = in_words(desk, "engaged", s.engaged);
    for (auto one = papers.engagements.rbegin(); one != papers.engagements.rend(); ++one) page.engagements.push_back(view(desk, *one, today));
    page.staffing = s.staffing;
    if (s.staffing) page.staffing_name = in_words(desk, "staffing", *s.staffing);
    for (auto const& key : s.labels) page.labels.push_back(choice_in_words(desk, "label", key));
    for (auto const& key : s.languages) page.languages.push_back({key, language_name(desk, key)});
    for (auto const& key : s.skills) {
        auto const* kind = desk.book().kind(key);
        page.skills.push_back({key, kind ? law::in(kind->name, api::tag(desk.language)) : key});
    }
    for (auto const& code : s.areas) page.areas.push_back({code, registry::division_name(desk, code)});
    page.certificate = certificate_view(desk, service_in(id, papers), s.certificate);
    page.away = s.away;
    page.away_until = s.away_until;
    if (sight.closely()) {
        page.subsidy_eligible = s.subsidy_eligible;
        page.absences = absences(desk, papers, today);
        page.training = hours_of(desk, id, today);
    }
    page.grade = grade_view(desk, papers, today);
    page.honours = honours(desk, id);
    page.in_hand = in_hand(desk, id, sight);
    if (sight.in_charge() && !sight.self) page.complaints = open_complaints(desk, id);
    page.history = history_of(desk, person, sight);
    page.allowed = allowed(person, papers, s, sight);
    return page;
}

}  // namespace maple::workforce
