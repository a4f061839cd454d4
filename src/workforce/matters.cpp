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

struct NumberRow {
    Key id{};
    std::string number;
};
BOOST_DESCRIBE_STRUCT(NumberRow, (), (id, number))

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

// A matter as it was found. Its sentence and its names are made for who reads it, not for who counts.
struct Found {
    Matter matter;
    Key concerned{};  // the person, office, complaint or dispute: of one kind no two concern the same
    Params told;      // in its sentence
};

class Collector {
public:
    explicit Collector(Desk& desk) : desk_(desk), today_(date_in_beijing(desk.now)) {}

    std::vector<Found> run()
    {
        if (desk_.caller.person) of({}, desk_.caller.person);
        auto const led = scopes_for(desk_, Right::lead_people);
        auto scopes = scopes_for(desk_, Right::keep_people);
        scopes.insert(scopes.end(), led.begin(), led.end());
        for (auto const& scope : scopes) {
            of(scope, {});
            complaints(scope);
            hours_of_all(scope);
        }
        lost_mediators(led);
        if (desk_.caller.has(access::Role::mediator)) own_hours();
        return std::move(found_);
    }

private:
    std::int64_t policy(std::string_view name) const { return desk_.book().policy(name); }

    void add(Key concerned, Matter matter, Params told)
    {
        if (met_.insert({matter.kind, concerned}).second) found_.push_back({std::move(matter), concerned, std::move(told)});
    }

    // What ends, of everybody in a scope or of one person.
    void of(std::string const& scope, Key person)
    {
        for (auto const& row : ending(desk_, certificates, scope, plus_days(today_, int(policy("certificate_reminder_days"))), person))
            ends(row.due < today_ ? MatterKind::certificate_expired : MatterKind::certificate_expires, row);
        for (auto const& row : ending(desk_, engagements, scope, plus_days(today_, int(policy("term_reminder_days"))), person)) ends(MatterKind::engagement_ends, row);
        for (auto const& row : ending(desk_, grades, scope, plus_days(today_, int(policy("grade_reminder_days"))), person)) ends(MatterKind::grade_ends, row);
    }

    void ends(MatterKind kind, DueRow const& row)
    {
        Matter m;
        m.kind = kind;
        m.own = row.person == desk_.caller.person;
        m.person = row.person;
        m.person_name = row.name;
        m.organisation = row.organisation;
        m.due = row.due;
        m.overdue = row.due < today_;
        add(row.person, std::move(m), {{"date", iso(row.due)}, {"what", row.what.empty() ? "" : kind == MatterKind::grade_ends ? "@mediator_grade." + row.what : "@engaged." + row.what}});
    }

    void complaints(std::string const& scope)
    {
        for (auto const& state : sql::column<std::string>(desk_.sql, R"(
                SELECT state FROM complaint WHERE scope >= $1 AND scope < $2 AND status IN ('received', 'examined', 'decided') ORDER BY due_at, id)",
                scope, scope + "~")) {
            auto const c = from_record<Complaint>(state);
            if (c.person == desk_.caller.person) continue;
            auto const due = row_of(c, desk_.book()).due_at;
            Matter m;
            m.kind = MatterKind::complaint;
            m.person = c.person;
            m.organisation = c.organisation;
            if (due) m.due = date_in_beijing(*due);
            m.overdue = due && *due < desk_.now;
            m.complaint = c.id;
            Params told{{"status", "@complaint_status." + enum_key(c.status)}, {"date", m.due ? iso(*m.due) : ""}};
            add(c.id, std::move(m), std::move(told));
        }
    }

    // Disputes whose mediator was removed and that still have none.
    void lost_mediators(std::vector<std::string> const& scopes)
    {
        if (scopes.empty()) return;
        sql::Binding bind;
        std::string lost;
        for (auto const& state : sql::column<std::string>(desk_.sql, R"(
                SELECT state FROM complaint WHERE status IN ('decided', 'answered') AND state LIKE '%"disputes":%')"))
            for (auto const dispute : from_record<Complaint>(state).disputes) lost += (lost.empty() ? "" : ", ") + bind(dispute);
        if (lost.empty()) return;
        auto const waiting = R"(
            SELECT id, number FROM dispute
             WHERE mediator IS NULL AND stage IN ('inviting', 'diverted', 'mediating', 'agreed', 'visiting', 'terminated')
               AND id IN ()" + lost + ") AND " + sql::within("scope", scopes, bind);
        for (auto const& row : sql::all<NumberRow>(desk_.sql, waiting, bind.values())) {
            Matter m;
            m.kind = MatterKind::mediator_missing;
            m.due = today_;
            m.overdue = true;
            m.dispute = row.id;
            add(row.id, std::move(m), {{"number", row.number}});
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
        Matter m;
        m.kind = MatterKind::training_lacks;
        m.organisation = sql::cell<Key>(desk_.sql, "SELECT id FROM organisation WHERE path = $1", scope);
        m.due = end_of_year();
        auto const office = m.organisation.value_or(Key{});
        add(office, std::move(m), {{"n", std::to_string(lacking)}, {"needed", std::to_string(policy("training_hours_a_year"))}});
    }

    void own_hours()
    {
        auto const hours = hours_in(desk_, desk_.caller.person, year_of(today_)), needed = policy("training_hours_a_year");
        if (!late_in_the_year() || hours >= needed) return;
        Matter m;
        m.kind = MatterKind::training_lacks;
        m.own = true;
        m.person = desk_.caller.person;
        m.due = end_of_year();
        add(desk_.caller.person, std::move(m), {{"n", std::to_string(hours)}, {"needed", std::to_string(needed)}});
    }

    Desk& desk_;
    Date today_;
    std::vector<Found> found_;
    std::set<std::pair<MatterKind, Key>> met_;
};

Matter in_words(Desk& desk, Found found)
{
    auto m = std::move(found.matter);
    if (m.person && m.person_name.empty()) m.person_name = registry::person_name(desk, *m.person);
    if (m.organisation) m.organisation_name = name_of_organisation(desk, *m.organisation);
    m.says = api::say(desk.language, std::string(m.own ? "own_matter." : "matter.") + enum_key(m.kind), found.told);
    return m;
}

// --- The list ----------------------------------------------------------------------------------

// Where it stands: the overdue first, then by day. What it concerns tells it apart from the others of its kind.
std::string place_of(Found const& one)
{
    auto const& m = one.matter;
    return (m.overdue ? "0." : "1.") + iso(m.due.value_or(Date{})) + "." + enum_key(m.kind) + "." + shown(one.concerned);
}

// The place that a cursor names. Refuses: not_a_cursor.
std::string place_in(std::string const& cursor)
{
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at <= cursor.size(); at = std::min(cursor.find('.', at), cursor.size()) + 1) pieces.push_back(cursor.substr(at, cursor.find('.', at) - at));
    MatterKind kind{};
    bool const sound = pieces.size() == 4 && (pieces[0] == "0" || pieces[0] == "1") && date_from_iso(pieces[1]) &&
                       boost::describe::enum_from_string(pieces[2].c_str(), kind) && key_from_shown(pieces[3]);
    if (!sound) throw Refused(refuse_field("/cursor", "not_a_cursor"));
    return cursor;
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
    auto const after = ask.cursor ? place_in(*ask.cursor) : "";
    std::vector<std::pair<std::string, Found>> all;
    for (auto& one : Collector(desk).run()) all.emplace_back(place_of(one), std::move(one));
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    MatterList out;
    out.due = std::int64_t(all.size());
    if (sql::cut_to_page(all, after, [](auto const& one) { return one.first; })) out.cursor = all.back().first;
    for (auto& [place, one] : all) out.matters.push_back(in_words(desk, std::move(one)));
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
