// Training: the plan of a year, sessions with who was there, and the hours of everybody
// against what the rule pack asks for.
#include "api/words.hpp"
#include "registry/sorting.hpp"
#include "storage/onward.hpp"
#include "workforce/parts.hpp"
#include "workforce/scopes.hpp"
#include "workforce/sheet.hpp"
#include "workforce/sight.hpp"
#include "workforce/standing.hpp"
#include "workforce/training.hpp"

namespace maple::workforce {
namespace {

using access::Right;

struct AttendanceView {
    Key person{};
    std::string name, organisation_name;
    std::int64_t hours = 0;
};
BOOST_DESCRIBE_STRUCT(AttendanceView, (), (person, name, organisation_name, hours))

struct TrainingView {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};
    std::string organisation_name;
    TrainingStatus status{};
    std::string status_name, kind, kind_name, topic;
    std::optional<std::string> place, teacher, why_called_off;
    Date day{};
    std::int64_t hours = 0;
    std::int64_t present = 0;                 // how many were there
    std::vector<AttendanceView> attended;     // of one's own people
    bool mine = false;                        // this reader may write it up
};
BOOST_DESCRIBE_STRUCT(TrainingView, (), (id, version, organisation, organisation_name, status, status_name, kind, kind_name, topic, place,
                                         teacher, why_called_off, day, hours, present, attended, mine))

struct StateRow {
    std::string topic, state;
};
BOOST_DESCRIBE_STRUCT(StateRow, (), (topic, state))

Training from_row(Desk& desk, StateRow const& row)
{
    auto training = training_from(desk, row.state);
    training.topic.text = row.topic;
    return training;
}

// Whoever serves where a training is meant for may see it, and so may those in charge of them.
bool concerns(Desk& desk, Training const& t)
{
    if (sight_in(desk, t.scope).any()) return true;
    for (auto const& grant : desk.caller.grants)
        if (access::lies_in(grant.scope, t.scope)) return true;
    return false;
}

Training find(Desk& desk, Key id)
{
    if (auto const row = sql::one<StateRow>(desk.sql, "SELECT topic, state FROM training WHERE id = $1", id))
        if (auto training = from_row(desk, *row); concerns(desk, training)) return training;
    throw Refused(refuse(Because::not_found, "training.unknown"));
}

TrainingView view(Desk& desk, Training const& t, bool whole)
{
    auto const text = [&](Kept const& kept) { return access::one_text(desk, kept); };
    TrainingView v{t.id, t.version, t.organisation, name_of_organisation(desk, t.organisation), t.status,
                   api::say(desk.language, "training_status." + enum_key(t.status)), t.kind, choice_in_words(desk, "training", t.kind).name,
                   text_of(t.topic), {}, {}, {}, t.day, t.hours, std::int64_t(t.attended.size()), {}, sight_in(desk, t.scope).in_charge()};
    if (!whole) return v;
    v.place = text(t.place);
    v.teacher = text(t.teacher);
    v.why_called_off = text(t.why_called_off);
    for (auto const& one : t.attended) {
        auto const person = registry::find_person(desk, one.person);
        if (person && sight_of(desk, *person).closely())
            v.attended.push_back({one.person, person->name, name_of_organisation(desk, person->organisation), one.hours});
    }
    registry::sort_by_name(v.attended, [](AttendanceView const& a) -> std::string const& { return a.name; });
    desk.etag = t.version;
    return v;
}

// --- Planning and holding ----------------------------------------------------------------------

struct Plan {
    Key organisation{};  // for its people and those below it
    Text<1, 40> kind;
    Line topic;
    OptionalLine place;
    OptionalLine teacher;
    Date day{};
    Whole<1, 80> hours;
};
BOOST_DESCRIBE_STRUCT(Plan, (), (organisation, kind, topic, place, teacher, day, hours))

TrainingView plan(Desk& desk, Plan const& ask)
{
    auto const at = registry::find_organisation(desk, ask.organisation);
    if (!at) throw Refused(refuse_field("/organisation", "unknown_organisation"));
    must(sight_in(desk, at->path).in_charge());
    may_be_planned(ask.kind.str(), ask.hours, desk.book()).value();
    Training t;
    t.id = new_key();
    Sheet sheet(desk, "training", t);
    t.organisation = at->id;
    t.scope = at->path;
    t.kind = ask.kind.str();
    t.topic = sheet.keep("training.topic", ask.topic.str());
    t.place = sheet.keep("training.place", ask.place.str());
    t.teacher = sheet.keep("training.teacher", ask.teacher.str());
    t.day = ask.day;
    t.hours = ask.hours;
    sheet.record(TrainingPlanned{t});
    sheet.put_back();
    return view(desk, *sheet, true);
}

struct Present {
    Key person{};
    Whole<1, 80> hours;
};
BOOST_DESCRIBE_STRUCT(Present, (), (person, hours))

struct Hold {
    Key training{};
    Date day{};
    Whole<1, 80> hours;
    std::vector<Present> attended;
};
BOOST_DESCRIBE_STRUCT(Hold, (), (training, day, hours, attended))

struct AttendanceRow {
    Key training{};
    Key person{};
    std::int64_t hours = 0;
    Date day{};
};
BOOST_DESCRIBE_STRUCT(AttendanceRow, (), (training, person, hours, day))

// Only people of the organisation that the training is for, and those below it.
void check_people(Desk& desk, Training const& t, std::vector<Attendance> const& attended)
{
    for (std::size_t i = 0; i < attended.size(); ++i) {
        auto const person = registry::find_person(desk, attended[i].person);
        bool const known = person && access::lies_in(registry::organisation(desk, person->organisation).path, t.scope);
        if (!known) throw Refused(refuse_field("/attended/" + std::to_string(i) + "/person", "unknown_person"));
    }
}

TrainingView write_up(Desk& desk, Hold const& ask)
{
    Sheet sheet(desk, "training", find(desk, ask.training));
    must(sight_in(desk, sheet->scope).in_charge());
    std::vector<Attendance> attended;
    for (auto const& one : ask.attended) attended.push_back({one.person, one.hours});
    check_people(desk, *sheet, attended);
    sheet.record(hold(*sheet, ask.day, ask.hours, std::move(attended), date_in_beijing(desk.now)).value());
    sheet.put_back();
    std::vector<sql::Statement> rows{{"DELETE FROM training_attendance WHERE training = $1", {ask.training.n}}};
    for (auto const& one : sheet->attended) rows.push_back(sql::insertion("training_attendance", AttendanceRow{ask.training, one.person, one.hours, ask.day}));
    desk.sql.batch(rows);
    return view(desk, *sheet, true);
}

struct CallOff {
    Key training{};
    Line reason;
};
BOOST_DESCRIBE_STRUCT(CallOff, (), (training, reason))

TrainingView call_it_off(Desk& desk, CallOff const& ask)
{
    Sheet sheet(desk, "training", find(desk, ask.training));
    must(sight_in(desk, sheet->scope).in_charge());
    sheet.record(call_off(*sheet, sheet.keep("training.called_off", ask.reason.str())).value());
    sheet.put_back();
    return view(desk, *sheet, true);
}

// --- Lists -------------------------------------------------------------------------------------------

struct OneTraining {
    Key training{};
};
BOOST_DESCRIBE_STRUCT(OneTraining, (), (training))

TrainingView show_training(Desk& desk, OneTraining const& ask) { return view(desk, find(desk, ask.training), true); }

struct OfYear {
    std::optional<Whole<2000, 2200>> year;
};
BOOST_DESCRIBE_STRUCT(OfYear, (), (year))

struct TrainingList {
    std::int64_t year = 0;
    std::vector<TrainingView> trainings;  // in the order of days
    std::int64_t planned_hours = 0;
    std::int64_t held_hours = 0;
    bool may_plan = false;
};
BOOST_DESCRIBE_STRUCT(TrainingList, (), (year, trainings, planned_hours, held_hours, may_plan))

TrainingList of_year(Desk& desk, OfYear const& ask)
{
    TrainingList list;
    list.year = ask.year ? ask.year->n : year_of(date_in_beijing(desk.now));
    for (auto const& row : sql::all<StateRow>(desk.sql, "SELECT topic, state FROM training WHERE day >= $1 AND day < $2 ORDER BY day, id",
                                              std::to_string(list.year) + "-01-01", std::to_string(list.year + 1) + "-01-01")) {
        auto const t = from_row(desk, row);
        if (!concerns(desk, t)) continue;
        if (t.status == TrainingStatus::planned) list.planned_hours += t.hours;
        if (t.status == TrainingStatus::held) list.held_hours += t.hours;
        list.trainings.push_back(view(desk, t, false));
    }
    list.may_plan = access::may(desk.caller, Right::lead_people) || access::may(desk.caller, Right::keep_people);
    return list;
}

struct AskHours {
    std::optional<Whole<2000, 2200>> year;
    std::optional<Key> organisation;  // and what lies below it
    std::optional<bool> lacking;      // only those who lack hours
    std::optional<Key> cursor;        // the last one told
};
BOOST_DESCRIBE_STRUCT(AskHours, (), (year, organisation, lacking, cursor))

struct HoursLine {
    Key person{};
    std::string name, organisation_name;
    std::int64_t hours = 0;
    bool enough = false;
};
BOOST_DESCRIBE_STRUCT(HoursLine, (), (person, name, organisation_name, hours, enough))

struct HoursList {
    std::int64_t year = 0;
    std::int64_t needed = 0;
    std::int64_t people = 0;            // mediators who serve there
    std::int64_t lacking = 0;           // of those
    std::vector<HoursLine> lines;       // by name
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(HoursList, (), (year, needed, people, lacking, lines, cursor))

struct HoursRow {
    Key person{};
    std::string name;
    Key organisation{};
    std::int64_t hours = 0;
};
BOOST_DESCRIBE_STRUCT(HoursRow, (), (person, name, organisation, hours))

HoursList hours(Desk& desk, AskHours const& ask)
{
    HoursList list;
    list.year = ask.year ? ask.year->n : year_of(date_in_beijing(desk.now));
    list.needed = desk.book().policy("training_hours_a_year");
    auto scopes = scopes_for(desk, Right::keep_people);
    for (auto const& one : scopes_for(desk, Right::lead_people)) scopes.push_back(one);
    auto const only = ask.organisation ? registry::organisation(desk, *ask.organisation).path : std::string("/");
    std::map<Key, HoursRow> met;
    for (auto const& scope : scopes)
        for (auto& row : sql::all<HoursRow>(desk.sql, R"(
                SELECT person.id AS person, person.name AS name, person.organisation AS organisation,
                       CAST(coalesce((SELECT sum(training_attendance.hours) FROM training_attendance
                                       WHERE training_attendance.person = person.id AND training_attendance.day >= $3 AND training_attendance.day < $4), 0) AS BIGINT) AS hours
                  FROM person JOIN organisation ON organisation.id = person.organisation
                 WHERE organisation.path >= $1 AND organisation.path < $2 AND organisation.path >= $5 AND organisation.path < $6
                   AND person.left_at IS NULL AND ',' || person.serves_as || ',' LIKE '%,mediator,%')",
                scope, scope + "~", std::to_string(list.year) + "-01-01", std::to_string(list.year + 1) + "-01-01", only, only + "~"))
            met.emplace(row.person, row);
    for (auto const& [key, row] : met) {
        bool const enough = row.hours >= list.needed;
        ++list.people;
        list.lacking += !enough;
        if (!enough || !ask.lacking.value_or(false)) list.lines.push_back({key, row.name, name_of_organisation(desk, row.organisation), row.hours, enough});
    }
    registry::sort_by_name(list.lines, [](HoursLine const& one) -> std::string const& { return one.name; });
    auto const place = [](HoursLine const& one) { return registry::place_by_name(one.name, one.person); };
    if (sql::cut_to_page(list.lines, place_of_person(desk, ask.cursor), place)) list.cursor = list.lines.back().person;
    return list;
}

}  // namespace

std::vector<api::Route> training_routes()
{
    using enum api::Verb;
    return {
        {get, "/trainings", Right::signed_in, of_year, "The plan of a year: trainings planned, held and called off, of what concerns me."},
        {get, "/trainings/{training}", Right::signed_in, show_training, "One training, with those of my people who were there."},
        {post, "/trainings", Right::see_people, plan, "Plans a training for an organisation's people and those below it."},
        {put, "/trainings/{training}/attendance", Right::see_people, write_up, "Writes up that it was held, with who was there; also mends the list."},
        {post, "/trainings/{training}/calling-off", Right::see_people, call_it_off, "Calls a planned training off, with the reason."},
        {get, "/training-hours", Right::see_people, hours, "Hours of a year of the mediators whom I lead or keep, against what the pack asks for."},
    };
}

}  // namespace maple::workforce
