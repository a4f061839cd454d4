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

enum class SessionResult { success, failed, to_be_continued };
BOOST_DESCRIBE_ENUM(SessionResult, success, failed, to_be_continued)

// How a party puts its name under an agreement (PML art. 29).
enum class Signing { signature, fingerprint, seal, electronic };
BOOST_DESCRIBE_ENUM(Signing, signature, fingerprint, seal, electronic)

// Where the pen was led: on paper, that was noted afterwards; on the signer's own phone; on the
// committee's tablet, face to face.
enum class SigningWay { paper, phone, tablet };
BOOST_DESCRIBE_ENUM(SigningWay, paper, phone, tablet)

// For whom the signer speaks: for himself, as guardian or agent of a party, for an organisation, as
// a member of a group for his own share.
enum class SignsAs { self, guardian, agent, representative, member };
BOOST_DESCRIBE_ENUM(SignsAs, self, guardian, agent, representative, member)

enum class Manner { cash, transfer, delivery, repair, apology, restraint, other };
BOOST_DESCRIBE_ENUM(Manner, cash, transfer, delivery, repair, apology, restraint, other)

enum class Promise { open, performed, late, waived, breached };
BOOST_DESCRIBE_ENUM(Promise, open, performed, late, waived, breached)

enum class Satisfaction { very_satisfied, satisfied, fairly_satisfied, dissatisfied, no_answer };
BOOST_DESCRIBE_ENUM(Satisfaction, very_satisfied, satisfied, fairly_satisfied, dissatisfied, no_answer)

enum class RiskLevel { yellow, orange, red };
BOOST_DESCRIBE_ENUM(RiskLevel, yellow, orange, red)

enum class RiskKind {
    violence, weapon, suicide, harm_to_minor, domestic_violence, group_incident, crime, mass_petition, sham_mediation, other,
};
BOOST_DESCRIBE_ENUM(RiskKind, violence, weapon, suicide, harm_to_minor, domestic_violence, group_incident, crime,
                    mass_petition, sham_mediation, other)

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

// A relative, neighbour, colleague, expert or department that the parties let take part (PML art. 20).
struct Participant {
    Key id{};
    std::string role;         // "relative", "expert" …, "apprentice"
    KeptName name;
    std::vector<Key> consented;  // parties that agreed
    Key person{};             // of the registry, when it is somebody who serves: an apprentice, an adviser
};
BOOST_DESCRIBE_STRUCT(Participant, (), (id, role, name, consented, person))

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

struct Performance {  // one act of performance, or a part of one
    Instant at;
    std::optional<Fen> amount;
    KeptStory evidence;
};
BOOST_DESCRIBE_STRUCT(Performance, (), (at, amount, evidence))

struct Obligation {  // who owes whom what, in which manner, by when
    Key id{};
    Key from{};
    Key to{};
    KeptStory what;
    Manner manner{};
    std::optional<Fen> amount;
    Date due{};
    KeptAccount account;      // where money is to be paid, when it is transferred
    std::vector<Performance> performed;
    Promise state = Promise::open;
    std::optional<Instant> settled_at;  // performed in full, waived or breached
    std::string nature;       // key of the list "promise_nature": what it is for, where the law treats it apart
    KeptStory second;         // what, in the second language of the agreement
};
BOOST_DESCRIBE_STRUCT(Obligation, (), (id, from, to, what, manner, amount, due, account, performed, state, settled_at, nature, second))

// How a name came under an agreement.
struct Pen {
    SigningWay way{};
    SignsAs as{};
    Key member{};        // of a group, who signed; none: the party as a whole
    KeptName name;       // as the signer typed it
    KeptStrokes strokes;
    std::string text;    // hash of the exact text that it was put under (Agreement::text)
    Key witness{};       // who handed the tablet over, or noted the paper; none: nobody was there
    Key scan{};          // of the signed paper
    Key link{};
};
BOOST_DESCRIBE_STRUCT(Pen, (), (way, as, member, name, strokes, text, witness, scan, link))

struct Signature {
    Key party{};
    Signing manner{};
    Instant at;
    std::optional<Pen> pen;  // none: noted before ways were told apart
};
BOOST_DESCRIBE_STRUCT(Signature, (), (party, manner, at, pen))

// A signer's own way to one text: works once, for some days or on this tablet only, until it is
// revoked or the text changes.
struct SigningLink {
    Key id{};
    Key party{};
    Key member{};      // of a group
    SigningWay way{};
    std::string mark;  // hex SHA-256 of the token's blind hash
    std::string text;  // Agreement::text of the text that was offered
    Key made_by{};
    Instant made_at;
    Instant expires_at;
    std::optional<Instant> used_at;     // signed, or sent back
    std::optional<Instant> revoked_at;
};
BOOST_DESCRIBE_STRUCT(SigningLink, (), (id, party, member, way, mark, text, made_by, made_at, expires_at, used_at, revoked_at))

// "I do not agree": the text goes back to the mediator with a reason.
struct SigningDeclined {
    Key party{};
    Key member{};
    Instant at;
    KeptStory reason;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SigningDeclined, (), (party, member, at, reason, text))

// A signature under a text that was changed afterwards: it holds for the text before alone.
struct SignatureVoided {
    Key party{};  // none: the mediator's
    Key member{};
    Instant signed_at;
    Instant voided_at;
};
BOOST_DESCRIBE_STRUCT(SignatureVoided, (), (party, member, signed_at, voided_at))

// The same terms in a second language, beside the Chinese; what is promised has its own in each
// obligation. It must be proof-read before anybody signs.
struct SecondText {
    Tongue language{};
    KeptStory facts;
    KeptStory terms;
    KeptStory breach;
    KeptName translator;
    KeptName proof_reader;         // none: nobody yet
    Tongue governs = Tongue::zh;   // which text decides where they differ, as the parties chose
};
BOOST_DESCRIBE_STRUCT(SecondText, (), (language, facts, terms, breach, translator, proof_reader, governs))

// How the court answered a joint application for judicial confirmation (CPL art. 206).
enum class Ruling { valid, dismissed, not_accepted, withdrawn };
BOOST_DESCRIBE_ENUM(Ruling, valid, dismissed, not_accepted, withdrawn)

// Which court the parties choose, and the facts from which the courts that may be asked follow (CPL
// art. 205; SPC05 art. 3 for the courts of the Production and Construction Corps).
struct CourtChoice {
    Key court{};                      // of the registry; none: one that is not in it
    std::string outside;              // key of a court of the book, when it is not in the registry
    std::string ground;               // key of the list "court_ground"
    std::vector<Key> corps;           // parties that belong to the Corps
    std::vector<Key> in_corps_zone;   // parties whose domicile lies where the Corps works, lives or manages
    KeptStory reason;                 // why this one, where there are several
    Instant at;
};
BOOST_DESCRIBE_STRUCT(CourtChoice, (), (court, outside, ground, corps, in_corps_zone, reason, at))

// From whom it is known when a party received the ruling: the court and its proof of service, the
// party as it told the office, or the party itself by the code of its receipt.
enum class ReceiptKnownFrom { court, party, code };
BOOST_DESCRIBE_ENUM(ReceiptKnownFrom, court, party, code)

// The day on which one applicant received the ruling: from it counts the time in which it may object
// (JI22 art. 372).
struct RulingReceipt {
    Key party{};
    Date on{};
    ReceiptKnownFrom known_from{};
};
BOOST_DESCRIBE_STRUCT(RulingReceipt, (), (party, on, known_from))

// Both parties together ask the court to confirm the agreement (PML art. 33).
struct Confirmation {
    std::vector<Key> applicants;
    Key court{};
    Instant applied_at;
    std::optional<Instant> docketed_at;
    std::string docket_number;
    std::optional<Ruling> ruling;
    std::optional<Instant> ruled_at;
    std::string reason;  // of a dismissal: key of the list "dismissal"
    std::string court_outside = {};  // key of a court of the book, when it is not in the registry
    std::vector<RulingReceipt> received = {};  // each applicant once, the day that was told last
};
BOOST_DESCRIBE_STRUCT(Confirmation, (), (applicants, court, applied_at, docketed_at, docket_number, ruling, ruled_at, reason, court_outside, received))

// Whether others whose rights an agreement touches were asked (CC art. 154; JI22 art. 358).
enum class ThirdParties { none_touched, heard, not_asked };
BOOST_DESCRIBE_ENUM(ThirdParties, none_touched, heard, not_asked)

// What one member of a group has of the money that is promised to the group as a whole.
struct Share {
    Key member{};
    Fen amount{};
};
BOOST_DESCRIBE_STRUCT(Share, (), (member, amount))

// How a group divides that money, as it was agreed (CC art. 517); a group that owes, what each of it pays.
struct GroupShares {
    Key party{};
    std::vector<Share> shares;
    KeptStory why;  // why they do not make the whole, where they do not
};
BOOST_DESCRIBE_STRUCT(GroupShares, (), (party, shares, why))

struct Agreement {
    Key id{};
    bool oral = false;
    std::string number;
    std::vector<Key> parties;
    KeptStory facts;      // main facts, issues, each side's responsibility
    KeptStory terms;
    KeptStory breach;     // what follows when it is not kept
    std::int64_t copies = 0;
    bool ends_dispute = true;  // false: a partial agreement, other issues stay open
    std::vector<Obligation> obligations;
    std::vector<Signature> signatures;
    std::optional<Instant> mediator_signed_at;
    std::optional<Instant> sealed_at;
    std::optional<Instant> reached_at;    // oral: the day the parties reached it
    std::optional<Instant> effective_at;  // computed (PML art. 29, 30), never typed
    bool asks_confirmation = false;       // the parties mean to ask the court together
    std::optional<ThirdParties> third_parties;
    std::optional<Confirmation> confirmation;
    std::optional<CourtChoice> court_choice;
    std::optional<SecondText> second;
    KeptStory text;                       // all that is signed, in all its languages, word for word
    std::vector<SigningLink> links;
    std::vector<SigningDeclined> declined;
    std::vector<SignatureVoided> voided;  // by a change of the text
    std::vector<Key> issues;              // of a part: which of the issues on the table it settles
    std::vector<GroupShares> shares;      // of the groups that say what each of their members gets
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (id, oral, number, parties, facts, terms, breach, copies, ends_dispute, obligations,
                                      signatures, mediator_signed_at, sealed_at, reached_at, effective_at, asks_confirmation,
                                      third_parties, confirmation, court_choice, second, text, links, declined, voided,
                                      issues, shares))

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

struct Risk {
    Key id{};
    RiskKind kind{};
    RiskLevel level{};
    Instant raised_at;
    KeptStory about;
    std::string reported_to;  // "police", "civil_affairs", …; "" while unreported
    std::optional<Instant> reported_at;
    Key reported_by{};
    std::optional<Instant> cleared_at;
};
BOOST_DESCRIBE_STRUCT(Risk, (), (id, kind, level, raised_at, about, reported_to, reported_at, reported_by, cleared_at))

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
