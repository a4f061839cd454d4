// The people's part of `verify`: engagements, profiles, certificates, leave, grades and honours
// are what the pages of persons and organisations tell; trainings and complaints what their own
// pages tell.
#include "app/findings.hpp"
#include "app/pages.hpp"
#include "workforce/complaint.hpp"
#include "workforce/folder.hpp"
#include "workforce/training.hpp"

namespace maple::app {
namespace {

using workforce::Papers;

struct AttendanceRow {
    Key training{};
    Key person{};
    std::int64_t hours = 0;
    Date day{};
};
BOOST_DESCRIBE_STRUCT(AttendanceRow, (), (training, person, hours, day))

class PeopleReplay {
public:
    PeopleReplay(sql::Session& sql, law::Book const& book, Findings& found) : sql_(sql), book_(book), found_(found) {}

    void run()
    {
        read_pages("person", people_);
        read_pages("organisation", organisations_);
        engagements();
        profiles();
        certificates();
        absences();
        grades();
        honours();
        trainings();
        complaints();
    }

private:
    // What the pages of persons add up to; of organisations only their honours.
    void read_pages(std::string_view kind, std::map<Key, Papers>& into)
    {
        for (auto const& row : sql::all<PageRow>(sql_, "SELECT id, text FROM page WHERE kind = $1 ORDER BY subject, n", kind))
            found_.unless_unreadable("page", shown(row.id), [&] {
                auto const page = access::page_from(row.id, row.text);
                if (!page.deed.starts_with("workforce.")) return;
                if (!workforce::tell(into[page.subject], page.deed, page.body)) found_.differs("page", row.id, "tells of a deed that nobody knows: " + page.deed);
            });
    }

    template <class A, class B> void same(std::string_view column, A const& told, B const& there)
    {
        if (sql::to_sql(told) != sql::to_sql(there)) found_.differs(what_, which_, "column " + std::string(column) + " is not what the pages tell");
    }
    void same(std::string_view column, Kept const& told, std::string const& there)
    {
        if (!found_.tells_of(told, there)) found_.differs(what_, which_, "column " + std::string(column) + " is not what the pages tell");
    }

    // Each row of a table against what is told of it; what is told and has no row is named, too.
    template <class Row, class Told, class Compare> void table(std::string_view name, std::map<Key, Told> told, Compare compare)
    {
        found_.unless_unreadable(name, "", [&] {
            for (auto const& row : sql::all<Row>(sql_, "SELECT * FROM " + std::string(name))) {
                what_ = name;
                which_ = key_of(row);
                auto const one = told.extract(which_);
                if (one.empty()) found_.differs(what_, which_, "has a row but no pages");
                else compare(row, one.mapped());
            }
        });
        for (auto const& [key, one] : told) found_.differs(name, key, "is told of by pages and has no row");
    }
    template <class Row> static Key key_of(Row const& row)
    {
        if constexpr (requires { row.id; }) return row.id;
        else return row.person;
    }

    template <class Paper> std::map<Key, std::pair<Key, Paper>> all(std::vector<Paper> Papers::*list, std::map<Key, Papers> const& of)
    {
        std::map<Key, std::pair<Key, Paper>> every;
        for (auto const& [owner, papers] : of)
            for (auto const& one : papers.*list) every.emplace(one.id, std::pair(owner, one));
        return every;
    }

    void engagements()
    {
        table<workforce::Engagement>("engagement", all(&Papers::engagements, people_), [&](workforce::Engagement const& row, auto const& told) {
            each_field<workforce::Engagement>([&](auto field) { same(field.name, told.second.*field.pointer, row.*field.pointer); });
        });
    }

    void profiles()
    {
        std::map<Key, workforce::Profile> told;
        for (auto const& [person, papers] : people_)
            if (papers.profile) told.emplace(person, *papers.profile);
        table<workforce::Profile>("profile", told, [&](workforce::Profile const& row, workforce::Profile const& profile) {
            each_field<workforce::Profile>([&](auto field) { same(field.name, profile.*field.pointer, row.*field.pointer); });
        });
    }

    void certificates()
    {
        table<workforce::Certificate>("certificate", all(&Papers::certificates, people_), [&](workforce::Certificate const& row, auto const& told) {
            auto const& [person, c] = told;
            same("person", person, row.person);
            same("number", c.number, row.number);
            same("issuer", c.issuer, row.issuer);
            same("valid_from", c.valid_from, row.valid_from);
            same("valid_until", c.valid_until, row.valid_until);
            same("check_code", c.check_code, row.check_code);
            same("ended_on", c.ended_on, row.ended_on);
            same("revoked", c.revoked, row.revoked);
        });
    }

    void absences()
    {
        table<workforce::Absence>("absence", all(&Papers::absences, people_), [&](workforce::Absence const& row, auto const& told) {
            auto const& [person, a] = told;
            same("person", person, row.person);
            same("kind", a.kind, row.kind);
            same("first_day", a.first_day, row.first_day);
            same("last_day", a.last_day, row.last_day);
            same("note", a.note ? std::optional(a.note.id) : std::nullopt, row.note);
            same("ended_on", a.ended_on, row.ended_on);
        });
    }

    void grades()
    {
        table<workforce::GradeHeld>("grade_of", all(&Papers::grades, people_), [&](workforce::GradeHeld const& row, auto const& told) {
            auto const& [person, g] = told;
            same("person", person, row.person);
            same("grade", g.grade, row.grade);
            same("granted_on", g.granted_on, row.granted_on);
            same("valid_until", g.valid_until, row.valid_until);
            same("evaluator", g.evaluator, row.evaluator);
            same("proposed", g.proposed, row.proposed);
            same("reason", g.reason, row.reason);
            same("ended_on", g.ended_on, row.ended_on);
        });
    }

    void honours()
    {
        auto told = all(&Papers::honours, people_);
        for (auto& [key, one] : all(&Papers::honours, organisations_)) told.emplace(key, one);
        table<workforce::HonourHeld>("honour", told, [&](workforce::HonourHeld const& row, auto const& one) {
            auto const& [bearer, h] = one;
            same("bearer", bearer, row.person ? *row.person : row.organisation.value_or(Key{}));
            same("honour", h.honour, row.honour);
            same("giver", h.giver, row.giver);
            same("year", h.year, row.year);
            same("certificate", h.certificate, row.certificate);
            same("withdrawn_on", h.withdrawn_on, row.withdrawn_on);
        });
    }

    // A dossier whose row is read off its pages.
    template <class T, class Row, class Events, class And> void sheets(std::string_view name, And and_also)
    {
        std::map<Key, T> told;
        for (auto const& row : sql::all<PageRow>(sql_, "SELECT id, text FROM page WHERE kind = $1 ORDER BY subject, n", name))
            found_.unless_unreadable("page", shown(row.id), [&] {
                auto const page = access::page_from(row.id, row.text);
                auto& thing = told[page.subject];
                if (page.n != thing.version + 1) found_.differs("page", row.id, "the pages of " + std::string(name) + " " + shown(page.subject) + " have a gap");
                if (!apply<Events>(thing, page, page.happened)) found_.differs("page", row.id, "tells of a deed that nobody knows: " + page.deed);
                thing.version = page.n;
            });
        table<Row>(name, told, [&](Row const& row, T& thing) {
            thing.scope = sql::cell<std::string>(sql_, "SELECT path FROM organisation WHERE id = $1", thing.organisation).value_or("");
            auto const again = row_of(thing, book_);
            each_field<Row>([&](auto field) {
                if (std::string_view(field.name) != "topic") same(field.name, again.*field.pointer, row.*field.pointer);
            });
            and_also(row, thing);
        });
    }

    void trainings()
    {
        std::map<Key, std::map<Key, std::int64_t>> there;
        for (auto const& row : sql::all<AttendanceRow>(sql_, "SELECT training, person, hours, day FROM training_attendance")) there[row.training][row.person] = row.hours;
        sheets<workforce::Training, workforce::TrainingRow, workforce::TrainingEvents>("training", [&](workforce::TrainingRow const& row, workforce::Training const& t) {
            same("topic", t.topic, row.topic);
            std::map<Key, std::int64_t> told;
            for (auto const& one : t.attended) told[one.person] = one.hours;
            auto const rows = there.extract(t.id);
            if (told != (rows.empty() ? std::map<Key, std::int64_t>{} : rows.mapped())) found_.differs("training", t.id, "who was there is not what the pages tell");
        });
        for (auto const& [training, some] : there) found_.differs("training", training, "has an attendance that no page tells of");
    }

    void complaints()
    {
        sheets<workforce::Complaint, workforce::ComplaintRow, workforce::ComplaintEvents>("complaint", [](auto const&, auto const&) {});
    }

    sql::Session& sql_;
    law::Book const& book_;
    Findings& found_;
    std::map<Key, Papers> people_, organisations_;
    std::string_view what_;
    Key which_{};
};

}  // namespace

void replay_people(sql::Session& sql, law::Book const& book, Findings& found) { PeopleReplay(sql, book, found).run(); }

}  // namespace maple::app
