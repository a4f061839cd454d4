// The words of the mediation room: what lies on its table besides sessions. Departments that are
// called, what each side said alone, what was asked about safety, and orders that protect.
#pragma once
#include "dispute/words.hpp"

namespace maple::dispute {

// A call for joint mediation ("whistle"): one department, what is needed of it, by when. Whoever
// holds the dispute may speak for a department that does not come (`by_host`).
struct Call {
    Key id{};
    Key organisation{};
    std::string scope;  // the organisation's path
    KeptStory need;
    Instant called_at;
    Instant arrive_by;
    Instant answer_by;
    std::optional<Instant> accepted_at;
    std::optional<Instant> declined_at;
    std::string decline_reason;  // key of the list "call_decline"
    KeptStory decline_note;
    std::optional<Instant> arrived_at;
    std::optional<Instant> answered_at;
    KeptStory answer;
    bool by_host = false;        // the answer was given for it
    std::optional<Instant> ended_at;  // handed back, or called off
    bool called_off = false;
};
BOOST_DESCRIBE_STRUCT(Call, (), (id, organisation, scope, need, called_at, arrive_by, answer_by, accepted_at, declined_at,
                                 decline_reason, decline_note, arrived_at, answered_at, answer, by_host, ended_at, called_off))

// Something that is disputed, so that offers about it can be laid side by side.
struct Issue {
    Key id{};
    KeptStory title;
};
BOOST_DESCRIBE_STRUCT(Issue, (), (id, title))

enum class VaultKind {
    note,         // said alone
    bottom_line,  // the furthest this side would go
    offer,        // what this side would give or take, about one issue
    statement,    // a sentence that may cross to the other side
};
BOOST_DESCRIBE_ENUM(VaultKind, note, bottom_line, offer, statement)

// One slip of a party's compartment. Its words are sealed with the compartment's own key; only a
// sentence that its owner and the mediator let cross stands in clear, beside it.
struct VaultSlip {
    Key id{};
    Key party{};
    VaultKind kind{};
    Key issue{};
    KeptSealed words;
    KeptSealed amount;  // of an offer or bottom line about money: fen, as digits
    Instant at;
    Key by{};
    std::optional<Instant> owner_agreed_at;
    By agreed_by{};
    std::optional<Instant> released_at;
    Key released_by{};
    KeptStory released;  // the exact sentence as it crossed
};
BOOST_DESCRIBE_STRUCT(VaultSlip, (), (id, party, kind, issue, words, amount, at, by, owner_agreed_at, agreed_by, released_at,
                                      released_by, released))

// The safety checklist, asked of one side alone. What was answered is sealed; what is done
// because of it is not, because whoever is at the door has to know (domain.md 6.4).
struct SafetyCheck {
    Key id{};
    Key party{};
    Instant at;
    Key by{};
    KeptSealed answers;                // keys of the questions that were answered yes, comma separated
    std::vector<std::string> actions;  // keys of the book's safety actions, until lifted
};
BOOST_DESCRIBE_STRUCT(SafetyCheck, (), (id, party, at, by, answers, actions))

// Who was by when a child was heard: nobody of either side, somebody whom it trusts (a teacher, a
// grandmother), or the parent or guardian who has a side in it.
enum class HeardWith { alone, trusted, guardian };
BOOST_DESCRIBE_ENUM(HeardWith, alone, trusted, guardian)

// A child was heard about what is settled over its head (MIN art. 107). What it wished is told to whoever
// works on the dispute, or, where its parents must not learn it, lies in a compartment of its own.
struct ChildHeard {
    Key id{};
    Key party{};       // that the child is; none: it is none
    KeptName name;     // of one that is no party
    std::optional<std::int64_t> birth_year;
    Instant at;
    Key by{};          // of the registry; none: somebody else, known by name
    KeptName by_name;
    HeardWith with{};
    KeptName company;  // who was by
    KeptStory wish;
    KeptSealed wish_apart;
};
BOOST_DESCRIBE_STRUCT(ChildHeard, (), (id, party, name, birth_year, at, by, by_name, with, company, wish, wish_apart))

enum class ProtectionKind { protection_order, warning_letter };
BOOST_DESCRIBE_ENUM(ProtectionKind, protection_order, warning_letter)

// A court's protection order or the police's warning letter on file, and the visits that the
// committee owes to it (DV art. 16, 17, 30, 32).
struct Protection {
    Key id{};
    ProtectionKind kind{};
    Key protects{};  // a party
    Key against{};   // a party
    Date from{};
    std::optional<Date> until;
    std::string number;
    KeptStory note;
    std::vector<Instant> visits;
};
BOOST_DESCRIBE_STRUCT(Protection, (), (id, kind, protects, against, from, until, number, note, visits))

// Case conference (会商): others are asked for advice about a hard dispute. It weighs ways of working
// and decides nothing for the parties (PML art. 2, 3); what is said there stays in the house.
enum class SeatKind { expert, legal_adviser, mediator, department, other };
BOOST_DESCRIBE_ENUM(SeatKind, expert, legal_adviser, mediator, department, other)

enum class ShownKind {
    request,    // what the dispute is about and what is asked for
    session,    // the record of a session that both sides attended, or of an investigation
    agreement,  // its text, draft or signed
    call,       // what a department answered
    form,       // a paper of the dossier that is open to both sides
};
BOOST_DESCRIBE_ENUM(ShownKind, request, session, agreement, call, form)

// A paper that somebody who is consulted may see; never anything of a compartment.
struct PaperShown {
    ShownKind kind{};
    Key subject{};     // the session, agreement or call; of a form what it is made out about
    std::string form;  // its key
    bool operator==(PaperShown const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PaperShown, (), (kind, subject, form))

struct Seat {
    Key id{};
    SeatKind kind{};
    Key person{};        // of the registry; none: somebody from outside, known by name alone
    KeptName name;
    KeptStory from;      // the office that somebody from outside comes from
    std::vector<PaperShown> papers;
    Instant invited_at;
    std::optional<Instant> withdrawn_at;
    std::string withdrawn_for;  // key of the list "conflict" when it may not advise; "" otherwise
    KeptCounsel advice;
    KeptCounsel basis;   // the article, the practice, the expert's reason
    std::optional<Instant> advised_at;
    Key advised_by{};    // who wrote it down
};
BOOST_DESCRIBE_STRUCT(Seat, (), (id, kind, person, name, from, papers, invited_at, withdrawn_at, withdrawn_for, advice, basis,
                                 advised_at, advised_by))

struct FollowUpTask {
    Key id{};
    KeptCounsel what;
    Key person{};
    Date due{};
    std::optional<Instant> done_at;
    Key done_by{};
    KeptCounsel outcome;
};
BOOST_DESCRIBE_STRUCT(FollowUpTask, (), (id, what, person, due, done_at, done_by, outcome))

struct Conference {
    Key id{};
    KeptCounsel question;
    KeptCounsel why;           // why the director holds one, where the grade does not ask for it
    Instant called_at;
    Key called_by{};
    Instant meets_at;
    By by{};
    KeptStory place;
    Key presides{};            // a person
    std::vector<Seat> seats;
    Key session{};             // in which it was held
    std::optional<Instant> decided_at;
    Key decided_by{};
    std::string road;          // key of the list "conference_road"
    KeptCounsel reasons;
    std::optional<Instant> papers_until;  // from then on who was consulted sees nothing of it
    std::vector<FollowUpTask> tasks;
    std::optional<Instant> called_off_at;
};
BOOST_DESCRIBE_STRUCT(Conference, (), (id, question, why, called_at, called_by, meets_at, by, place, presides, seats, session,
                                       decided_at, decided_by, road, reasons, papers_until, tasks, called_off_at))

struct MediationRoom {
    std::vector<Call> calls;
    std::vector<Issue> issues;
    std::vector<VaultSlip> vault;
    std::vector<SafetyCheck> checks;
    std::vector<Protection> protections;
    std::vector<Conference> conferences;
    std::vector<ChildHeard> children;

    bool empty() const
    {
        return calls.empty() && issues.empty() && vault.empty() && checks.empty() && protections.empty() && conferences.empty() && children.empty();
    }

    MediationRoom();  // as with an Agreement
    MediationRoom(MediationRoom const&);
    MediationRoom(MediationRoom&&) noexcept;
    MediationRoom& operator=(MediationRoom const&);
    MediationRoom& operator=(MediationRoom&&) noexcept;
    ~MediationRoom();
};
BOOST_DESCRIBE_STRUCT(MediationRoom, (), (calls, issues, vault, checks, protections, conferences, children))

bool running(Call const&);  // neither declined nor ended
bool running(Conference const&);  // neither decided nor called off
// Whether who sits there may look at its papers at this moment.
bool may_look(Conference const&, Seat const&, Instant now);

}  // namespace maple::dispute
