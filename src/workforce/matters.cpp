#include "workforce/matters.hpp"
#include "api/words.hpp"
#include "storage/onward.hpp"
#include "workforce/complaint.hpp"
#include "workforce/parts.hpp"
#include "workforce/sight.hpp"
#include "workforce/views.hpp"

namespace maple::workforce {
namespace {

using access::Right;

struct DueRow {
    Key person{};
    std::string name;
    Key organisation{};
    Date due{};
    std::string what;
};
BOOST_DESCRIBE_STRUCT(DueRow, (), (person, name, organisation, due, what))

// Each statement asks for what ends until a day, of everybody below a path ($1, $2) or of one
// person ($4).
constexpr std::string_view whose = R"(
    AND person.left_at IS NULL
    AND (person.id = $4 OR (CAST($4 AS BIGINT) = 0 AND organisation.path >= $1 AND organisation.path < $2))
  ORDER BY due, person.id)";

std::vector<DueRow> ending(Desk& desk, std::string_view select, std::string const& scope, Date until, Key person)
{
    static std::mutex mutex;
    static std::map<std::string_view, std::string> texts;  // a statement is told apart by its text, which stays
    std::string_view text;
    {
        std::lock_guard const lock(mutex);
        auto& whole = texts[select];
        if (whole.empty()) whole = std::string(select) + std::string(whose);
        text = whole;
    }
    return sql::all<DueRow>(desk.sql, text, scope, scope + "~", until, person);
}

constexpr std::string_view certificates = R"(
    SELECT person.id AS person, person.name AS name, person.organisation AS organisation, person.certificate_until AS due, '' AS what
      FROM person JOIN organisation ON organisation.id = person.organisation
     WHERE person.certificate <> '' AND person.certificate_until <= $3)";
constexpr std::string_view engagements = R"(
    SELECT person.id AS person, person.name AS name, person.organisation AS organisation, engagement.until AS due, engagement.manner AS what
      FROM engagement JOIN person ON person.id = engagement.person JOIN organisation ON organisation.id = person.organisation
     WHERE engagement.ended_on IS NULL AND engagement.until <= $3
       AND NOT EXISTS (SELECT 1 FROM engagement AS later WHERE later.person = engagement.person AND later.id > engagement.id))";
constexpr std::string_view grades = R"(
    SELECT person.id AS person, person.name AS name, person.organisation AS organisation, grade_of.valid_until AS due, grade_of.grade AS what
      FROM grade_of JOIN person ON person.id = grade_of.person JOIN organisation ON organisation.id = person.organisation
     WHERE grade_of.ended_on IS NULL AND grade_of.valid_until <= $3)";

class Collector {
public:
    explicit Collector(Desk& desk) : desk_(desk), today_(date_in_beijing(desk.now)) {}

    std::vector<Matter> run()
    {
        if (desk_.caller.person) of({}, desk_.caller.person);
        auto scopes = scopes_for(desk_, Right::keep_people);
        for (auto const& one : scopes_for(desk_, Right::lead_people)) scopes.push_back(one);
        for (auto const& scope : scopes) {
            of(scope, {});
            complaints(scope);
            hours_of_all(scope);
        }
        for (auto const& scope : scopes_for(desk_, Right::lead_people)) lost_mediators(scope);
        if (desk_.caller.has(access::Role::mediator)) own_hours();
        return std::move(found_);
    }

private:
    std::int64_t policy(std::string_view name) const { return desk_.book().policy(name); }

    // What ends, of everybody in a scope or of one person.
    void of(std::string const& scope, Key person)
    {
        for (auto const& row : ending(desk_, certificates, scope, plus_days(today_, int(policy("certificate_reminder_days"))), person))
            add(row.due < today_ ? MatterKind::certificate_expired : MatterKind::certificate_expires, row);
        for (auto const& row : ending(desk_, engagements, scope, plus_days(today_, int(policy("term_reminder_days"))), person)) add(MatterKind::engagement_ends, row);
        for (auto const& row : ending(desk_, grades, scope, plus_days(today_, int(policy("grade_reminder_days"))), person)) add(MatterKind::grade_ends, row);
    }

    void add(MatterKind kind, DueRow const& row)
    {
        if (!met_.insert({kind, row.person}).second) return;
        Matter m;
        m.kind = kind;
        m.own = row.person == desk_.caller.person;
        m.person = row.person;
        m.person_name = row.name;
        m.organisation_name = name_of_organisation(desk_, row.organisation);
        m.due = row.due;
        m.overdue = row.due < today_;
        m.says = say(m, {{"date", iso(row.due)}, {"what", row.what.empty() ? "" : kind == MatterKind::grade_ends ? "@mediator_grade." + row.what : "@engaged." + row.what}});
        found_.push_back(std::move(m));
    }

    std::string say(Matter const& m, Params params) const
    {
        return api::say(desk_.language, std::string(m.own ? "own_matter." : "matter.") + enum_key(m.kind), params);
    }

    void complaints(std::string const& scope)
    {
        for (auto const& state : sql::column<std::string>(desk_.sql, R"(
                SELECT state FROM complaint WHERE scope >= $1 AND scope < $2 AND status IN ('received', 'examined', 'decided') ORDER BY due_at, id)",
                scope, scope + "~")) {
            auto const c = from_record<Complaint>(state);
            if (c.person == desk_.caller.person || !met_.insert({MatterKind::complaint, c.id}).second) continue;
            auto const due = row_of(c, desk_.book()).due_at;
            Matter m{MatterKind::complaint, "", false, c.person, registry::person_name(desk_, c.person), name_of_organisation(desk_, c.organisation),
                     due ? std::optional(date_in_beijing(*due)) : std::nullopt, due && *due < desk_.now, c.id, {}};
            m.says = say(m, {{"status", "@complaint_status." + enum_key(c.status)}, {"date", m.due ? iso(*m.due) : ""}});
            found_.push_back(std::move(m));
        }
    }

    // Disputes whose mediator was removed and that still have none.
    void lost_mediators(std::string const& scope)
    {
        for (auto const& state : sql::column<std::string>(desk_.sql, R"(
                SELECT state FROM complaint WHERE status IN ('decided', 'answered') AND state LIKE '%"disputes":%' ORDER BY id DESC)"))
            for (auto const dispute : from_record<Complaint>(state).disputes) {
                auto const number = sql::cell<std::string>(desk_.sql, R"(
                    SELECT number FROM dispute
                     WHERE id = $1 AND mediator IS NULL AND stage IN ('inviting', 'diverted', 'mediating', 'agreed', 'visiting', 'terminated')
                       AND scope >= $2 AND scope < $3)", dispute, scope, scope + "~");
                if (!number || !met_.insert({MatterKind::mediator_missing, dispute}).second) continue;
                Matter m{MatterKind::mediator_missing, "", false, {}, "", "", today_, true, {}, dispute};
                m.says = say(m, {{"number", *number}});
                found_.push_back(std::move(m));
            }
    }

    bool late_in_the_year() const
    {
        return unsigned(std::chrono::year_month_day(today_.day).month()) >= unsigned(policy("training_reminder_month"));
    }
    Date end_of_year() const { return Date{std::chrono::sys_days{std::chrono::year{year_of(today_)} / 12 / 31}}; }

    void hours_of_all(std::string const& scope)
    {
        if (!late_in_the_year()) return;
        auto const lacking = sql::cell<std::int64_t>(desk_.sql, R"(
            SELECT count(*) FROM person JOIN organisation ON organisation.id = person.organisation
             WHERE organisation.path >= $1 AND organisation.path < $2 AND person.left_at IS NULL
               AND ',' || person.serves_as || ',' LIKE '%,mediator,%'
               AND coalesce((SELECT sum(training_attendance.hours) FROM training_attendance
                              WHERE training_attendance.person = person.id AND training_attendance.day >= $3), 0) < $4)",
            scope, scope + "~", std::to_string(year_of(today_)) + "-01-01", policy("training_hours_a_year")).value_or(0);
        if (lacking == 0) return;
        Matter m{MatterKind::training_lacks, "", false, {}, "", "", end_of_year(), false, {}, {}};
        m.says = say(m, {{"n", std::to_string(lacking)}, {"needed", std::to_string(policy("training_hours_a_year"))}});
        found_.push_back(std::move(m));
    }

    void own_hours()
    {
        auto const hours = hours_in(desk_, desk_.caller.person, year_of(today_)), needed = policy("training_hours_a_year");
        if (!late_in_the_year() || hours >= needed) return;
        Matter m{MatterKind::training_lacks, "", true, desk_.caller.person, registry::person_name(desk_, desk_.caller.person), "", end_of_year(), false, {}, {}};
        m.says = say(m, {{"n", std::to_string(hours)}, {"needed", std::to_string(needed)}});
        found_.push_back(std::move(m));
    }

    Desk& desk_;
    Date today_;
    std::vector<Matter> found_;
    std::set<std::pair<MatterKind, Key>> met_;
};

// Where it stands in the list: the overdue first, then by day.
std::string place_of(Matter const& m)
{
    auto const key = [](std::optional<Key> one) { return shown(one.value_or(Key{})); };
    return (m.overdue ? "0." : "1.") + iso(m.due.value_or(Date{})) + "." + enum_key(m.kind) + "." + key(m.person) + "." + key(m.complaint) + "." + key(m.dispute);
}

using Placed = std::pair<std::string, Matter>;

std::vector<Placed> in_order(std::vector<Matter> matters)
{
    std::vector<Placed> all;
    for (auto& one : matters) all.emplace_back(place_of(one), std::move(one));
    std::stable_sort(all.begin(), all.end(), [](Placed const& a, Placed const& b) { return a.first < b.first; });
    // Of two offices whose people lack hours nothing else tells which is which.
    for (std::size_t n = 1; n < all.size(); ++n)
        if (all[n].first == all[n - 1].first.substr(0, all[n].first.size())) all[n].first = all[n - 1].first + "~";
    return all;
}

struct AskMatters {
    std::optional<Text<0, 120>> cursor;
};
BOOST_DESCRIBE_STRUCT(AskMatters, (), (cursor))

struct MatterList {
    std::vector<Matter> matters;
    std::int64_t due = 0;            // on all pages
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(MatterList, (), (matters, due, cursor))

MatterList list_matters(Desk& desk, AskMatters const& ask)
{
    auto all = in_order(Collector(desk).run());
    MatterList out;
    out.due = std::int64_t(all.size());
    if (sql::cut_to_page(all, ask.cursor ? ask.cursor->str() : "", [](Placed const& one) { return one.first; })) out.cursor = all.back().first;
    for (auto& [place, one] : all) out.matters.push_back(std::move(one));
    return out;
}

}  // namespace

std::int64_t matters_due(Desk& desk) { return std::int64_t(Collector(desk).run().size()); }

std::vector<api::Route> matter_routes()
{
    using enum api::Verb;
    return {
        {get, "/desk/people-matters", Right::signed_in, list_matters, "What is due about people: my own, those whom I lead, those whom I keep."},
    };
}

}  // namespace maple::workforce
