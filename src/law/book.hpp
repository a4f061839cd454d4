// The book of law in force: kinds of dispute, clocks, holidays, statutes, reasons,
// grading, numbering. It is data (rules/<place>/*.toml) with validity dates, read once at
// start, never constants in code. Words in two languages live beside each entry; rules
// work with the keys alone.
#pragma once
#include "foundation/refusal.hpp"
#include "foundation/time.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace maple::law {

// A text in the languages of the house: "zh-CN" and "en" always, "ug" where it exists.
using Wording = std::map<std::string, std::string, std::less<>>;

// A kind of dispute. `category` is the ministry's statistical code (domain.md 4.3).
struct Kind {
    std::string key;       // "neighbour"
    std::string category;  // "02"
    Wording name;
    bool needs_writing = false;     // an oral agreement is not enough (labour, medical)
    bool personal_relations = false;  // no electronic signature (marriage, adoption, inheritance)
    bool confirmable = true;        // the court may confirm an agreement
    std::string clock;              // key of the clock of mediation: "general", "labour", "medical"
    std::vector<std::string> methods;   // suggested, best first
    std::vector<std::string> remedies;  // keys of the other roads, best first
};

struct Statute {  // "PML-17": one article of one version of a law
    std::string key;
    Wording law;      // name of the law
    Wording article;  // "第十七条" / "article 17"
    Wording says;     // our own short paraphrase
    Date in_force{};
    std::optional<Date> until;  // the last day of this version
};

enum class Unit { hours, days, working_days, months, years };
BOOST_DESCRIBE_ENUM(Unit, hours, days, working_days, months, years)

// A rule of time: {trigger, length, unit, pauses, extension, consequence}.
struct ClockRule {
    std::string key;      // "general", "labour", "confirmation", "desk.requested"
    Wording name;
    int length = 0;
    Unit unit = Unit::days;
    bool rolls_over_holidays = false;  // a last day that is a holiday moves to the next working day (CC 203)
    bool may_pause = false;
    bool may_extend = false;           // by agreement of the parties
    bool may_extend_late = false;      // when it is over, too: a time that is kept as a rule and ends nothing by itself
    bool legal = true;                 // a clock of the law; false: the desk's own
    std::string statute;               // key of the article, "" for the desk's own
    Wording consequence;               // what follows when it runs out
    std::string told_in = {};          // a form that tells people of it: others count it, nothing here does; "" for a clock of ours
};

// A choice from a list of reasons, remedies, methods, sources …
struct Choice {
    std::string key;
    Wording name;
    std::string statute;  // "" when no article stands behind it
    std::vector<Wording> prompts = {};  // of a method: what the mediator does, in order
    int years = 0;                      // of archive_retention: 0 is for ever
    std::string counts_from = {};       // likewise: "filing", "next_year" (1 January after it)
    Wording says = {};                  // likewise: which dossiers, by what rule
};

// A question of the safety checklist, asked of each side alone. "Yes" leads to actions
// (keys in choices["safety_action"]), never to a score.
struct SafetyQuestion {
    std::string key;
    Wording ask;
    std::vector<std::string> actions;
    std::string statute;
    std::string risk = {};   // the kind of risk that a yes raises, "harm_to_minor"; "" for none
    std::string level = {};  // and its level, "red"
};

// One line of the grading table: when it holds, the dispute is at least of that grade.
struct GradeRule {
    std::string key;       // "amount_large"
    std::string measure;   // "amount_fen", "people", "injury", "death", "cross_area", "violence", "repeated_calls", "media"
    std::int64_t at_least = 1;
    std::string grade;     // "complex" or "major"
    Wording name;
};

// What the pack says of people who serve (people.toml).
struct Serving {
    std::set<std::string, std::less<>> expired_stops{"appointment", "lead"};  // what an expired certificate stops
    std::set<std::string, std::less<>> no_subsidy;  // labels: paid for it already
    int certificate_years = 3;
};

// One line of what a grade of mediators asks for: at least, or at most.
struct GradeCriterion {
    std::string measure;  // "years", "disputes", "oral_percent", "agreed_percent", "kept_percent", "escalated", "training_hours"
    std::int64_t bound = 0;
    bool at_most = false;
};

// A grade of mediators; in the book the highest comes first.
struct MediatorGrade {
    std::string key;
    Wording name;
    std::string evaluator;  // "city" or "district": whose bureau grants it
    int valid_years = 0;
    int looks_back_years = 0;
    std::vector<GradeCriterion> criteria;
};

// An honour, of a person or an organisation; in the book the highest rung comes first.
struct Honour {
    std::string key;
    std::string rung;  // "national", "region", "city", "district"
    bool of_person = true;
    Wording name, giver;
};

// Around a feast whose days off nobody has entered: some of these days are off, and it is not known which.
struct Missing {
    std::string name;
    Date from{}, to{};
};

struct Calendar {
    std::set<Date> holidays;       // days off that would be working days
    std::set<Date> swapped_in;     // weekend days worked instead
    std::map<Date, Wording> named; // why
    Date known_until{};            // later days are counted as ordinary weeks, and the clock says so
    Date known_from{};             // earlier days likewise
    std::map<Date, std::string> key_of;                 // of each named day: "national_day"
    std::map<std::string, Wording, std::less<>> names;  // of the holidays, and of "weekend"
    std::vector<Missing> missing;                       // a time that touches one says so
};

// What a proposal of a mediator weighs, in points. Weights are whole numbers of a name.
struct Assigning {
    std::map<std::string, std::int64_t, std::less<>> weights;
    std::set<std::string, std::less<>> exclaves;  // codes of districts that lie apart from the others
};

// What the checker of agreements knows words by: "vague_time" is "尽快", "抽空" …
using WordLists = std::map<std::string, std::vector<std::string>, std::less<>>;

// What the desk reminds of before it is due (reminders.toml). The due time itself is computed
// from the dispute each time.
struct ReminderRule {
    std::string key;     // "obligation_due"
    Wording name;
    int days = 0;        // so long before; 0: from the day itself on
    std::string statute; // "" for the house's own
};

// When sessions are planned (reminders.toml): minutes after midnight, Beijing time.
struct Planning {
    int opens = 0, closes = 0;              // of a session that needs no place, and of a new place
    int pause_from = 0, pause_until = 0;    // the same twice: no pause
    int step = 30;                          // sessions begin on the step
    int usual = 60, shortest = 15, longest = 240;  // minutes of a session
    int looks_ahead_days = 30;              // so far alternatives are looked for
};

struct Numbering {  // "{short}人调字〔{year}〕第{n:03}号"
    std::string acceptance, dossier, agreement;
};

struct Practice;
struct Roads;
struct Quality;
struct HandingOver;

struct Book {
    std::string place;    // "karamay"
    std::string version;  // of the rule pack
    std::string fingerprint;  // of its texts: two packs of one version that differ by a day have two
    std::vector<Kind> kinds;
    std::vector<Statute> statutes;
    std::vector<ClockRule> clocks;
    std::map<std::string, std::vector<Choice>, std::less<>> choices;
        // lists: "refusal", "termination", "override", "return", "transfer", "remedy", "method", "pause",
        // "reopen", "decline", "lead_outcome", "advice", "archive_retention", "change", "safety_action",
        // "confirmation_bar", "dismissal", "conflict", "unfounded", "certificate_override", "label", "absence", "training",
        // "conference_road", "promise_nature", "annulment", "court_ground", "quality_severity", "package_basis", "participant_left"
    std::vector<GradeRule> grading;
    Serving serving;
    std::vector<MediatorGrade> mediator_grades;
    std::vector<Honour> honours;
    Assigning assigning;
    Calendar calendar;
    std::vector<ReminderRule> reminders;
    Planning planning;
    Numbering numbering;
    WordLists agreement_words;  // agreement.toml
    Wording title;        // "People's mediation in Karamay"
    std::vector<SafetyQuestion> safety;
    std::shared_ptr<Practice const> practice;  // how the methods are worked (practice.hpp)
    std::shared_ptr<Roads const> roads;        // what follows a broken promise (roads.hpp)
    std::shared_ptr<Quality const> quality;    // how archived dossiers are reviewed (quality.hpp)
    std::shared_ptr<HandingOver const> handing_over;  // which court confirms, by what right papers go out (handing_over.hpp)
    std::map<std::string, std::int64_t, std::less<>> policies;  // pack.toml: "sign_in_failures_most"
    std::map<std::string, bool, std::less<>> switches;          // pack.toml: "expired_term_stops_seals"

    Kind const* kind(std::string_view key) const;
    Statute const* statute(std::string_view key, Date on) const;
    ClockRule const* clock(std::string_view key) const;
    MediatorGrade const* mediator_grade(std::string_view key) const;
    Honour const* honour(std::string_view key) const;
    ReminderRule const& reminder(std::string_view key) const;  // the same promise as of a policy
    Choice const* choice(std::string_view list, std::string_view key) const;
    std::vector<Choice> const& list(std::string_view name) const;  // empty when there is no such list
    bool is_on(std::string_view name) const;  // a switch; the same promise as of a policy
    std::int64_t policy(std::string_view name) const;  // throws std::out_of_range: read_book checked that all are there
    std::int64_t weight(std::string_view name) const;  // of a proposal; the same promise
    std::vector<std::string> const& words(std::string_view list) const;  // of agreements; the same promise
};

// Every name in the book under the key that a sentence's parameter uses ("@kind.neighbour",
// "@pause.appraisal", "@holiday.national_day", "@clock.labour", "@safety.weapon").
std::map<std::string, Wording> names(Book const&);

// A text in the wanted language, else Chinese.
std::string const& in(Wording const&, std::string_view language);

struct RuleFile {
    std::string name;  // "kinds.toml"
    std::string text;
};
// Reads and checks a whole rule pack. Throws std::runtime_error whose text names every
// fault as "file:line: reason", all of them at once.
Book read_book(std::vector<RuleFile> const& files);
// Those of a pack that are there: in a folder, or in the binary ("rules/karamay/") when the folder is empty.
std::vector<RuleFile> rule_files(std::string const& folder = {});
Book open_book(std::string const& folder = {});

}  // namespace maple::law
