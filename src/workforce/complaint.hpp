// A complaint about a mediator and its course (PML art. 15): received, examined, decided,
// answered to whoever complained. What was said stays encrypted; who complained is known to
// those who examine it and to nobody else. Pure; the routes are in complaint_routes.cpp.
#pragma once
#include "foundation/record.hpp"
#include "law/book.hpp"
#include "workforce/words.hpp"

namespace maple::workforce {

// What the article forbids.
enum class Misconduct { took_sides, insulted, took_gifts, leaked };
BOOST_DESCRIBE_ENUM(Misconduct, took_sides, insulted, took_gifts, leaked)

// Who brought it: a party, by the code of its receipt or through somebody at the desk; another
// person; or the committee or bureau itself found it.
enum class BroughtBy { party, other_person, own_finding };
BOOST_DESCRIBE_ENUM(BroughtBy, party, other_person, own_finding)

// The ladder of the article, and its foot: nothing was found.
enum class Outcome { not_upheld, criticised, ordered_to_correct, removed, dismissed };
BOOST_DESCRIBE_ENUM(Outcome, not_upheld, criticised, ordered_to_correct, removed, dismissed)

enum class ComplaintStatus { received, examined, decided, answered };
BOOST_DESCRIBE_ENUM(ComplaintStatus, received, examined, decided, answered)

// How the answer reached whoever complained.
enum class AnsweredBy { in_person, phone, letter, receipt_page };
BOOST_DESCRIBE_ENUM(AnsweredBy, in_person, phone, letter, receipt_page)

struct Complaint {
    Key id{};
    std::int64_t version = 0;
    Key person{};                     // about whom
    Key organisation{};               // where he or she served then
    std::string scope;
    ComplaintStatus status = ComplaintStatus::received;
    Misconduct kind{};
    BroughtBy brought_by{};
    KeptStory words;
    KeptName complainant;             // none for an own finding
    KeptPhone contact;                // where the answer goes
    Key dispute{};                    // in which it happened
    Key party{};                      // who complained by the code of a receipt
    Key entered_by{};                 // the person at the desk; none: by a receipt
    Instant received_at;
    std::optional<Instant> examined_at;
    bool well_founded = false;
    KeptStory findings;
    KeptStory heard;                  // what the mediator says to it
    std::optional<Instant> decided_at;
    std::optional<Outcome> outcome;
    std::optional<Body> decided_by;   // who removed or dismissed
    std::optional<Date> decided_on;
    Kept minutes;                     // number or place of the minutes
    KeptStory note;                   // what is to be corrected, by when
    std::vector<Key> disputes;        // that lost their mediator by it
    std::optional<Instant> answered_at;
    std::optional<AnsweredBy> answered_by;
    KeptStory answer;                 // told to whoever complained
};
BOOST_DESCRIBE_STRUCT(Complaint, (), (id, version, person, organisation, scope, status, kind, brought_by, words, complainant, contact,
                                      dispute, party, entered_by, received_at, examined_at, well_founded, findings, heard, decided_at,
                                      outcome, decided_by, decided_on, minutes, note, disputes, answered_at, answered_by, answer))

struct ComplaintReceived {
    static constexpr std::string_view deed = "complaint.received";
    Complaint complaint;
};
BOOST_DESCRIBE_STRUCT(ComplaintReceived, (), (complaint))

struct ComplaintExamined {
    static constexpr std::string_view deed = "complaint.examined";
    bool well_founded = false;
    KeptStory findings, heard;
};
BOOST_DESCRIBE_STRUCT(ComplaintExamined, (), (well_founded, findings, heard))

struct ComplaintDecided {
    static constexpr std::string_view deed = "complaint.decided";
    Outcome outcome{};
    std::optional<Body> by;
    std::optional<Date> on;
    Kept minutes;
    KeptStory note;
    std::vector<Key> disputes;
};
BOOST_DESCRIBE_STRUCT(ComplaintDecided, (), (outcome, by, on, minutes, note, disputes))

struct ComplaintAnswered {
    static constexpr std::string_view deed = "complaint.answered";
    AnsweredBy by{};
    KeptStory answer;
};
BOOST_DESCRIBE_STRUCT(ComplaintAnswered, (), (by, answer))

// Somebody in charge asked for the contact unmasked; the page says who and when.
struct ContactTold {
    static constexpr std::string_view deed = "complaint.contact_told";
};
BOOST_DESCRIBE_STRUCT(ContactTold, (), ())

void evolve(Complaint&, ComplaintReceived const&, Instant);
void evolve(Complaint&, ComplaintExamined const&, Instant);
void evolve(Complaint&, ComplaintDecided const&, Instant);
void evolve(Complaint&, ComplaintAnswered const&, Instant);
void evolve(Complaint&, ContactTold const&, Instant);
using ComplaintEvents = boost::mp11::mp_list<ComplaintReceived, ComplaintExamined, ComplaintDecided, ComplaintAnswered, ContactTold>;

struct ComplaintRow {
    Key id{};
    std::int64_t version = 0;
    Key person{};
    Key organisation{};
    std::string scope;
    ComplaintStatus status{};
    Instant received_at;
    std::optional<Instant> due_at;   // for the answer; none when it was given
    std::optional<Key> dispute, party;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(ComplaintRow, (), (id, version, person, organisation, scope, status, received_at, due_at, dispute, party, state))
ComplaintRow row_of(Complaint const&, law::Book const&);

// --- The article, as decisions ------------------------------------------------------------

// Refuses: about somebody who is no mediator and never was one.
Result<void> may_be_complained_of(registry::Person const&, Standing const&);
// Refuses: complaint.about_oneself for every step by the person concerned.
Result<void> not_in_own_matter(Complaint const&, Key asker);
Result<ComplaintExamined> examine(Complaint const&, bool well_founded, KeptStory findings, KeptStory heard);

struct Deciding {
    Outcome outcome{};
    std::optional<Body> by;
    std::optional<Date> on;
    registry::OrganisationKind committee{};  // that elected or engaged the person
};
// The committee criticises or orders correction; in grave cases the electing body removes a
// member, and the committee dismisses whom it engaged. Refuses: not examined yet; decided
// already; a sanction although nothing was found, or none although something was; removal of
// somebody engaged, dismissal of a member; a body that did not elect; no day of its decision,
// or one to come; somebody of whom nobody has entered how he became a mediator.
Result<ComplaintDecided> decide(Complaint const&, Deciding const&, Standing const&, Date today);
Result<ComplaintAnswered> answer(Complaint const&, AnsweredBy, KeptStory words);

inline bool ends_service(Outcome outcome) { return outcome == Outcome::removed || outcome == Outcome::dismissed; }

}  // namespace maple::workforce
