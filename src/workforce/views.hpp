// What people see of a person who serves, as far as this reader may.
#pragma once
#include "workforce/grades.hpp"
#include "workforce/sight.hpp"
#include "workforce/standing.hpp"

namespace maple::workforce {

struct EngagementView {
    Key id{};
    Key organisation{};
    std::string organisation_name;
    Manner manner{};
    std::string manner_name, body_name;
    Date since{};
    std::optional<Date> until, ended_on;
    std::string ended_as_name;
    bool in_force = false;
};
BOOST_DESCRIBE_STRUCT(EngagementView, (), (id, organisation, organisation_name, manner, manner_name, body_name, since, until, ended_on,
                                           ended_as_name, in_force))

struct CertificateView {
    std::optional<Key> id;     // none: only the roll knows of it, and there is no card
    std::string number, issuer;
    std::optional<Date> valid_from, valid_until;
    CertificateState state{};
    std::string state_name;
};
BOOST_DESCRIBE_STRUCT(CertificateView, (), (id, number, issuer, valid_from, valid_until, state, state_name))

struct AbsenceView {
    Key id{};
    std::string kind, kind_name;
    Date first_day{}, last_day{};
    std::optional<Date> ended_on;
    std::optional<std::string> note;
    bool now = false;
};
BOOST_DESCRIBE_STRUCT(AbsenceView, (), (id, kind, kind_name, first_day, last_day, ended_on, note, now))

struct HeldGradeView {
    Key id{};
    std::string grade, name;
    Date granted_on{}, valid_until{};
    std::string evaluator_name;
};
BOOST_DESCRIBE_STRUCT(HeldGradeView, (), (id, grade, name, granted_on, valid_until, evaluator_name))

struct HonourView {
    Key id{};
    std::string honour, name, rung, giver;
    std::int64_t year = 0;
    std::string certificate;
    std::optional<Key> person, organisation;
    std::string bearer_name, place_name;  // who bears it, and where he or she serves
};
BOOST_DESCRIBE_STRUCT(HonourView, (), (id, honour, name, rung, giver, year, certificate, person, organisation, bearer_name, place_name))

struct AttendedView {
    Key training{};
    std::string topic, kind_name;
    Date day{};
    std::int64_t hours = 0;
};
BOOST_DESCRIBE_STRUCT(AttendedView, (), (training, topic, kind_name, day, hours))

struct HoursView {
    std::int64_t year = 0;
    std::int64_t hours = 0;
    std::int64_t needed = 0;
    std::vector<AttendedView> attended;  // of this year and the last one, the latest first
};
BOOST_DESCRIBE_STRUCT(HoursView, (), (year, hours, needed, attended))

// One page of the person's ledger in words.
struct HistoryEntry {
    std::int64_t n = 0;
    std::string deed, says;
    Instant at;
    std::string by;                   // who wrote it
    std::vector<std::string> texts;   // reasons, for those who lead and keep
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (), (n, deed, says, at, by, texts))

struct PersonPage {
    Key id{};
    std::string name, phone;
    Key organisation{};
    std::string organisation_name;
    std::vector<Worded> serves_as;
    bool left = false;
    bool removed = false;
    Engaged engaged{};
    std::string engaged_name;
    std::vector<EngagementView> engagements;
    std::optional<Staffing> staffing;
    std::string staffing_name;
    std::vector<Worded> labels, languages, skills, areas;
    std::optional<bool> subsidy_eligible;           // for those who lead and keep, and for oneself
    std::optional<CertificateView> certificate;
    bool away = false;
    std::optional<Date> away_until;
    std::optional<std::vector<AbsenceView>> absences;  // likewise
    std::optional<HoursView> training;              // likewise
    std::optional<HeldGradeView> grade;
    std::vector<HonourView> honours;
    std::optional<std::int64_t> in_hand;            // disputes in the chair that this reader may see
    std::optional<std::int64_t> complaints;         // open ones, for those who examine them
    std::vector<HistoryEntry> history;              // newest first
    std::vector<std::string> allowed;               // what this reader may do here
};
BOOST_DESCRIBE_STRUCT(PersonPage, (), (id, name, phone, organisation, organisation_name, serves_as, left, removed, engaged, engaged_name,
                                       engagements, staffing, staffing_name, labels, languages, skills, areas, subsidy_eligible,
                                       certificate, away, away_until, absences, training, grade, honours, in_hand, complaints, history,
                                       allowed))

PersonPage person_page(Desk&, Key person);
std::vector<HistoryEntry> history_of(Desk&, registry::Person const&, Sight const&);
HoursView hours_of(Desk&, Key person, Date today);
HonourView honour_view(Desk&, HonourHeld const&);
std::string language_name(Desk const&, std::string const& key);

// Hours of training in the twelve months before a day, and in a year.
std::int64_t hours_before(Desk&, Key person, Date);
std::int64_t hours_in(Desk&, Key person, std::int64_t year);

}  // namespace maple::workforce
