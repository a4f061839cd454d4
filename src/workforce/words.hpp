// The words of the people who serve: how somebody came to be a mediator, certificate, leave,
// grade, honour. Rows of the tables and, at the end, the plain facts that other rooms ask for.
#pragma once
#include "registry/words.hpp"

namespace maple::workforce {

// "zh,ug" in its parts, and back.
std::vector<std::string> split(std::string_view commas);
std::string joined(std::vector<std::string> const&);

// PML art. 13: a member elected into the committee, or engaged by it.
enum class Manner { elected, engaged };
BOOST_DESCRIBE_ENUM(Manner, elected, engaged)

// Who elects or engages (PML art. 9, 13): which body fits depends on the committee's kind.
enum class Body { villagers_meeting, residents_meeting, staff_congress, union_recommendation, founding_organisation, committee };
BOOST_DESCRIBE_ENUM(Body, villagers_meeting, residents_meeting, staff_congress, union_recommendation, founding_organisation, committee)

enum class Ending { resigned, term_over, removed, dismissed };
BOOST_DESCRIBE_ENUM(Ending, resigned, term_over, removed, dismissed)

enum class Staffing { full_time, part_time, volunteer };
BOOST_DESCRIBE_ENUM(Staffing, full_time, part_time, volunteer)

struct Engagement {
    Key id{};
    Key person{};
    Key organisation{};
    Manner manner{};
    Body body{};
    Date since{};
    std::optional<Date> until;     // its last day
    std::optional<Date> ended_on;  // from this day on no longer
    std::optional<Ending> ended_as;
};
BOOST_DESCRIBE_STRUCT(Engagement, (), (id, person, organisation, manner, body, since, until, ended_on, ended_as))

struct Profile {
    Key person{};
    std::optional<Staffing> staffing;
    std::string labels;  // keys of the book: "legal_adviser,retired_cadre"
    std::string areas;   // division codes
    bool subsidy_eligible = true;
};
BOOST_DESCRIBE_STRUCT(Profile, (), (person, staffing, labels, areas, subsidy_eligible))

struct Certificate {
    Key id{};
    Key person{};
    std::string number;
    std::string issuer;
    Date valid_from{};
    std::optional<Date> valid_until;  // its last day
    std::string check_code;
    std::optional<Date> ended_on;     // renewed or revoked
    bool revoked = false;
};
BOOST_DESCRIBE_STRUCT(Certificate, (), (id, person, number, issuer, valid_from, valid_until, check_code, ended_on, revoked))

struct Absence {
    Key id{};
    Key person{};
    std::string kind;    // key of the book
    Date first_day{};
    Date last_day{};
    std::optional<Key> note;
    std::optional<Date> ended_on;  // from this day on here again
};
BOOST_DESCRIBE_STRUCT(Absence, (), (id, person, kind, first_day, last_day, note, ended_on))

// A row of grade_of.
struct GradeHeld {
    Key id{};
    Key person{};
    std::string grade;   // key of the book
    Date granted_on{};
    Date valid_until{};
    Key evaluator{};     // the bureau
    bool proposed = true;
    std::string reason;
    std::optional<Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(GradeHeld, (), (id, person, grade, granted_on, valid_until, evaluator, proposed, reason, ended_on))

struct HonourHeld {
    Key id{};
    std::optional<Key> person, organisation;  // one of them
    std::string honour;  // key of the book
    std::string giver;
    std::int64_t year = 0;
    std::string certificate;
    std::optional<Date> withdrawn_on;
};
BOOST_DESCRIBE_STRUCT(HonourHeld, (), (id, person, organisation, honour, giver, year, certificate, withdrawn_on))

// What is known of a person's service besides the roll, as the tables have it.
struct Service {
    std::optional<Profile> profile;
    std::vector<Engagement> engagements;
    std::vector<Certificate> certificates;
    std::vector<Absence> absences;
};

// --- The facts that other rooms ask for -------------------------------------------------

enum class Engaged { none, elected, engaged };
BOOST_DESCRIBE_ENUM(Engaged, none, elected, engaged)

enum class CertificateState { none, valid, expires_soon, expired, revoked };
BOOST_DESCRIBE_ENUM(CertificateState, none, valid, expires_soon, expired, revoked)

struct CertificateFacts {
    std::string number, issuer;
    std::optional<Date> valid_from, valid_until;
    CertificateState state = CertificateState::none;
};
BOOST_DESCRIBE_STRUCT(CertificateFacts, (), (number, issuer, valid_from, valid_until, state))

// A person on a day. Facts, no judgement: nothing here says how well somebody mediates.
struct Standing {
    Key person{};
    Key organisation{};
    bool mediator = false;        // serves as one, by the roll
    Engaged engaged = Engaged::none;
    std::optional<Date> engaged_since, engaged_until;
    bool engagement_over = false;  // there was one, and it has ended or run out
    std::optional<Staffing> staffing;
    std::vector<std::string> labels;     // keys of the book
    bool informant = false;
    std::vector<std::string> languages;  // chosen by the person
    std::vector<std::string> skills;     // kinds of dispute
    std::vector<std::string> areas;      // division codes; empty: wherever the organisation works
    bool away = false;                   // on leave or absent on that day
    std::optional<Date> away_until;      // the last day of it
    std::string away_kind;               // key of the book, for director and bureau only
    CertificateFacts certificate;
    bool left = false;
    bool removed = false;                // removed or dismissed by PML art. 15; stays so
    bool subsidy_eligible = true;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (person, organisation, mediator, engaged, engaged_since, engaged_until, engagement_over, staffing,
                                     labels, informant, languages, skills, areas, away, away_until, away_kind, certificate, left,
                                     removed, subsidy_eligible))

}  // namespace maple::workforce
