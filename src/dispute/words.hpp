// The words of a dispute: what every room agrees on. Texts are Kept (foundation/kept.hpp):
// the ledger's pages hold keys, enumerations, times and hashes, never a name.
#pragma once
#include "foundation/record.hpp"
#include "registry/words.hpp"

namespace maple::dispute {

using registry::Level;

// Where a dispute stands. The only stage list (loop.md section 2); derived from what is
// already there and what still lacks (life.hpp), never set by hand.
enum class Stage {
    requested, accepted, inviting, diverted, mediating, agreed, visiting, archived,
    advised, refused, terminated, transferred,
};
BOOST_DESCRIBE_ENUM(Stage, requested, accepted, inviting, diverted, mediating, agreed, visiting, archived,
                    advised, refused, terminated, transferred)

// How the dispute came in. Statistics fold these into own initiative (own_initiative, lead),
// application (walk_in, phone, web) and referral (domain.md 4.2).
enum class Source {
    walk_in, phone, web, own_initiative, lead,
    petition, police, procuratorate, court, other_agency,
};
BOOST_DESCRIBE_ENUM(Source, walk_in, phone, web, own_initiative, lead, petition, police, procuratorate, court, other_agency)

enum class Grade { general, complex, major };
BOOST_DESCRIBE_ENUM(Grade, general, complex, major)

enum class Side { applicant, respondent };
BOOST_DESCRIBE_ENUM(Side, applicant, respondent)

enum class PartyKind { person, organisation, group };
BOOST_DESCRIBE_ENUM(PartyKind, person, organisation, group)

// Civil Code 17–20: under 8 none; 8 to 17 limited (16 and living on own labour: full); adults full.
enum class Capacity { full, limited, none };
BOOST_DESCRIBE_ENUM(Capacity, full, limited, none)

// Silence is unreachable, never refusal (loop.md section 2).
enum class Consent { not_asked, agreed, refused, unreachable };
BOOST_DESCRIBE_ENUM(Consent, not_asked, agreed, refused, unreachable)

enum class Tongue { zh, ug, kk, mn, en, other };
BOOST_DESCRIBE_ENUM(Tongue, zh, ug, kk, mn, en, other)

enum class Sex { female, male };
BOOST_DESCRIBE_ENUM(Sex, female, male)

enum class SessionKind { joint, separate, investigation, conference };
BOOST_DESCRIBE_ENUM(SessionKind, joint, separate, investigation, conference)

enum class By { in_person, phone, video };
BOOST_DESCRIBE_ENUM(By, in_person, phone, video)

// How a party's own word came: to somebody who wrote it down, or from its page, by the code of its receipt.
enum class SaidBy { in_person, phone, video, web };
BOOST_DESCRIBE_ENUM(SaidBy, in_person, phone, video, web)

constexpr SaidBy heard_by(By by) { return by == By::phone ? SaidBy::phone : by == By::video ? SaidBy::video : SaidBy::in_person; }

enum class SessionResult { success, failed, to_be_continued };
BOOST_DESCRIBE_ENUM(SessionResult, success, failed, to_be_continued)

enum class Satisfaction { very_satisfied, satisfied, fairly_satisfied, dissatisfied, no_answer };
BOOST_DESCRIBE_ENUM(Satisfaction, very_satisfied, satisfied, fairly_satisfied, dissatisfied, no_answer)

enum class RiskLevel { yellow, orange, red };
BOOST_DESCRIBE_ENUM(RiskLevel, yellow, orange, red)

enum class RiskKind {
    violence, weapon, suicide, harm_to_minor, domestic_violence, group_incident, crime, mass_petition, sham_mediation, other,
};
BOOST_DESCRIBE_ENUM(RiskKind, violence, weapon, suicide, harm_to_minor, domestic_violence, group_incident, crime,
                    mass_petition, sham_mediation, other)

// The mark of a request in which harm to a minor is suspected (MIN art. 11).
inline constexpr std::string_view suspected_harm_to_minor = "suspected_harm_to_minor";

// How an objection to a mediator ended: somebody else mediates, it has no ground, or every
// party wishes to go on all the same.
enum class ConflictEnd { replaced, unfounded, continued };
BOOST_DESCRIBE_ENUM(ConflictEnd, replaced, unfounded, continued)

// A member of a group party: signs, or gives special written authority; a dissenter leaves.
struct Member {
    Key id{};
    KeptName name;
    KeptPhone phone;
    std::optional<Fen> claim;
    bool representative = false;
    bool authorised = false;  // has given the representatives special written authority
    bool left = false;
};
BOOST_DESCRIBE_STRUCT(Member, (), (id, name, phone, claim, representative, authorised, left))

// Who acts for a party that cannot act alone.
struct Guardian {
    KeptName name;
    KeptPhone phone;
    std::string relation;
    bool accused = false;  // of harming the child: cannot act (loop.md, domain.md 6.3)
};
BOOST_DESCRIBE_STRUCT(Guardian, (), (name, phone, relation, accused))

struct Party {
    Key id{};
    Side side{};
    PartyKind kind{};
    KeptName name;
    KeptPhone phone;
    KeptAddress address;
    KeptIdNumber id_number;   // resident identity number
    Kept credit_code;         // of an organisation: public
    KeptName represented_by;  // the legal representative of an organisation, an agent of a person
    std::optional<Sex> sex;
    std::optional<std::int64_t> birth_year;
    Capacity capacity = Capacity::full;
    std::optional<Guardian> guardian;
    std::vector<Member> members;
    Tongue language = Tongue::zh;
    bool interpreter = false;
    std::optional<Instant> requested_at;  // interrupts the limitation period; never changes
    Consent consent = Consent::not_asked;
    std::optional<Instant> consent_at;
    std::optional<Instant> rights_told_at;
    bool left = false;
    Key wishes{};  // the mediator that it asks for (PML art. 19, 23); none: whoever is appointed
};
BOOST_DESCRIBE_STRUCT(Party, (), (id, side, kind, name, phone, address, id_number, credit_code, represented_by, sex,
                                  birth_year, capacity, guardian, members, language, interpreter, requested_at, consent,
                                  consent_at, rights_told_at, left, wishes))

// A receipt code that a party was given, as a page tells of it (receipts.hpp).
struct CodeGiven {
    Key party{};
    Tongue language{};
    std::string mark;  // hex SHA-256 of the code's blind hash
};
BOOST_DESCRIBE_STRUCT(CodeGiven, (), (party, language, mark))

// One organisation's turn at a dispute. The sender stays answerable until the receiver has signed.
struct Handling {
    Key organisation{};
    std::string scope;  // the organisation's path
    Level level{};
    bool committee = true;  // false: a department; what it settles is not people's mediation
    Instant sent_at;
    std::optional<Instant> received_at;
    std::optional<Instant> ended_at;
    std::string reason;      // why it was sent here, or sent back
    std::string number;      // this committee's own number for its part of the dossier
    Key sent_by{};           // who wrote the request down, or diverted it here
};
BOOST_DESCRIBE_STRUCT(Handling, (), (organisation, scope, level, committee, sent_at, received_at, ended_at, reason, number, sent_by))

struct Appointment {
    Key person{};
    bool presiding = true;
    bool chosen_by_parties = false;
    Instant from;
    std::optional<Instant> until;
    std::string reason;  // why replaced, or why the proposal was changed
    Key team{};          // in whose name, where a team takes it on
};
BOOST_DESCRIBE_STRUCT(Appointment, (), (person, presiding, chosen_by_parties, from, until, reason, team))

// What stands between a mediator and the parties (SPC16 art. 15, PML art. 23): disclosed by
// the mediator, or brought forward by a party. A disclosure may say that there is nothing.
struct Conflict {
    Key id{};
    Key person{};                 // the mediator concerned
    Key party{};                  // who objects; none: the mediator disclosed it
    std::string ground;           // key of the list "conflict"; "" when there is nothing to declare
    std::vector<Key> parties;     // of a disclosure: with regard to whom it was made
    KeptStory note;
    Instant told_at;
    std::vector<Key> consented;   // parties that wish to go on all the same
    std::optional<ConflictEnd> end;
    std::string reason;           // why it has no ground: key of the list "unfounded"
    KeptStory answer;                 // the director's words about it
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(Conflict, (), (id, person, party, ground, parties, note, told_at, consented, end, reason, answer, ended_at))

// The role of a participant who serves elsewhere and sits in to learn.
inline constexpr std::string_view apprentice = "apprentice";

// Why a participant no longer takes part: of the list "participant_left", for who never should have stood there.
inline constexpr std::string_view entered_by_mistake = "entered_by_mistake";

struct Departure {
    Instant at;
    std::string reason;  // key of the list "participant_left"
};
BOOST_DESCRIBE_STRUCT(Departure, (), (at, reason))

// A relative, neighbour, colleague, expert or department that the parties let take part (PML art. 20).
struct Participant {
    Key id{};
    std::string role;         // "relative", "expert" …, "apprentice"
    KeptName name;
    std::vector<Key> consented;  // parties that agreed
    Key person{};             // of the registry, when it is somebody who serves: an apprentice, an adviser
    std::optional<Departure> left = {};  // from then on it reads nothing and is called to nothing
};
BOOST_DESCRIBE_STRUCT(Participant, (), (id, role, name, consented, person, left))

bool ever_took_part(Participant const&);  // has left since or not; never who was entered by mistake

// What a called party said about the time of a planned session, by the code of its receipt.
struct SessionAnswer {
    Key party{};
    bool comes = true;
    std::vector<Instant> wishes;  // other times that would suit it
    Instant at;
};
BOOST_DESCRIBE_STRUCT(SessionAnswer, (), (party, comes, wishes, at))

struct Session {
    Key id{};
    SessionKind kind{};
    By by{};
    KeptStory place;
    std::optional<Instant> planned_for;
    std::optional<Instant> held_at;
    std::vector<Key> parties;
    std::vector<Key> participants;
    Tongue language = Tongue::zh;
    bool interpreter = false;
    std::vector<std::string> methods;
    KeptStory record;
    KeptSealed alone;  // the record of a separate session
    std::optional<SessionResult> result;
    std::int64_t minutes = 0;     // how long it is planned to take; 0: nobody's time was booked for it
    Key room{};                   // the place that is booked for it (calendar::Place), if any
    std::vector<Key> people;      // of the registry, whose time is booked: mediators, invited advisers
    std::vector<SessionAnswer> answers;
    std::optional<Instant> cancelled_at;
    std::string cancel_reason;    // key of the list "session_cancel"
};
BOOST_DESCRIBE_STRUCT(Session, (), (id, kind, by, place, planned_for, held_at, parties, participants, language,
                                    interpreter, methods, record, alone, result, minutes, room, people, answers,
                                    cancelled_at, cancel_reason))

struct ClockPause {
    Instant from;
    std::optional<Instant> until;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ClockPause, (), (from, until, reason))

struct ClockExtension {
    std::int64_t days = 0;
    Instant agreed_at;
};
BOOST_DESCRIBE_STRUCT(ClockExtension, (), (days, agreed_at))

struct VisitAnswer {
    Key party{};
    Satisfaction satisfaction{};
};
BOOST_DESCRIBE_STRUCT(VisitAnswer, (), (party, satisfaction))

struct Visit {
    Key id{};
    Instant at;
    By by{};
    std::vector<VisitAnswer> answers;
    bool performed = true;   // what the parties say of the promises
    bool relapse = false;    // signs that the quarrel flares up again
    KeptStory findings;
};
BOOST_DESCRIBE_STRUCT(Visit, (), (id, at, by, answers, performed, relapse, findings))

// That a risk was told to an authority.
struct RiskReport {
    std::string to;  // "police", "civil_affairs", …
    Kept receipt;    // who took the report, or its number
    Instant at;
    Key by{};
};
BOOST_DESCRIBE_STRUCT(RiskReport, (), (to, receipt, at, by))

struct Risk {
    Key id{};
    RiskKind kind{};
    RiskLevel level{};
    Instant raised_at;
    KeptStory about;
    std::string reported_to;  // the first report, which is owed at once (PML art. 25); "" while unreported
    std::optional<Instant> reported_at;
    Key reported_by{};
    std::vector<RiskReport> reports;  // all of them: MIN art. 11 names police, civil affairs and education
    std::optional<Instant> cleared_at;
};
BOOST_DESCRIBE_STRUCT(Risk, (), (id, kind, level, raised_at, about, reported_to, reported_at, reported_by, reports, cleared_at))

struct Termination {
    Instant at;
    std::string reason;
    std::vector<std::string> remedies;  // the other roads that the parties were told of (PML art. 26)
    std::optional<Instant> delivered_at;
    KeptStory note;
};
BOOST_DESCRIBE_STRUCT(Termination, (), (at, reason, remedies, delivered_at, note))

// Somebody of the bureau opened names and words that are not open to him, with a reason, for a
// time, in sight of the director and of the parties.
struct BrokenGlass {
    Key person{};
    Instant at;
    Instant until;
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(BrokenGlass, (), (person, at, until, reason))

// Another body's hand-over that this dispute began with.
struct Handover {
    Key referral{};
    Key organisation{};
    std::string clock;  // "court_before", "court_after", … or "" for the kind's own clock
    std::int64_t calls = 0;  // calls about this dispute that the referral states
};
BOOST_DESCRIBE_STRUCT(Handover, (), (referral, organisation, clock, calls))

}  // namespace maple::dispute
