// The dispute: one dossier, one id for life. Its fields are filled by events alone
// (each room's events.hpp); what it means is read off by life.hpp and next.hpp.
#pragma once
#include "access/moment.hpp"
#include "dispute/agreement_words.hpp"
#include "dispute/room_words.hpp"

namespace maple::dispute {

// The ways out before the mediation room.
enum class Closing { advised, refused, transferred, merged };
BOOST_DESCRIBE_ENUM(Closing, advised, refused, transferred, merged)

struct Dispute {
    Key id{};
    std::int64_t version = 0;       // pages written so far
    Stage stage = Stage::requested;
    Instant stage_since;
    bool historical = false;        // imported from an office's old ledger: concluded, clocks off
    std::string number;             // of acceptance; "" before
    std::string office_number;      // the office's own, of an imported row
    std::string kind;               // key of law::Kind
    Source source{};
    std::string place;              // division code of the community where it happened, 12 digits
    std::optional<Handover> handover;
    Key lead{};                     // the informant's lead it grew from
    Key original{};                 // the dispute that this one reopens
    Key reopened_as{};
    Key merged_into{};
    KeptStory facts;
    KeptStory request;              // what the applicant asks for
    std::optional<Fen> amount;
    std::int64_t people = 2;        // heads concerned
    std::vector<std::string> marks; // measures for grading: "injury", "violence", "media" …
    Instant started_at;             // when the desk first heard of it
    std::optional<Instant> requested_at;
    std::optional<Instant> accepted_at;
    Key accepted_by{};
    std::optional<Grade> grade;
    std::vector<std::string> grade_reasons;
    std::vector<Party> parties;
    std::vector<Handling> handlings;  // the first is the acceptance desk
    std::optional<Instant> diverted_at;
    Level first_level{};              // the level it was first diverted to
    std::vector<Appointment> appointments;
    std::vector<Conflict> conflicts;  // disclosures of mediators, objections of parties
    std::vector<Participant> participants;
    std::vector<Session> sessions;
    std::vector<ClockPause> pauses;
    std::vector<ClockExtension> extensions;
    std::vector<Risk> risks;
    std::vector<Agreement> agreements;
    std::vector<Visit> visits;
    std::optional<Termination> termination;
    std::optional<Instant> closed_at;
    std::optional<Closing> closed_as;
    std::string closing_reason;         // its key in the book's lists
    std::vector<std::string> remedies;  // told at a refusal
    KeptStory closing_note;             // the advice given, the refusal explained
    Key transferred_to{};
    std::optional<Instant> concluded_at;  // agreement effective for the last issue, or termination: 结案
    std::optional<Instant> archived_at;   // 归档
    std::string retention;
    std::vector<BrokenGlass> glasses;
    std::optional<Instant> restricted_at;  // kept and no longer used (PIPL art. 47)
    MediationRoom room;                    // what lies on the table of the mediation room

    Dispute();  // as with an Agreement
    Dispute(Dispute const&);
    Dispute(Dispute&&) noexcept;
    Dispute& operator=(Dispute const&);
    Dispute& operator=(Dispute&&) noexcept;
    ~Dispute();
};
BOOST_DESCRIBE_STRUCT(Dispute, (), (id, version, stage, stage_since, historical, number, office_number, kind, source, place,
                                    handover, lead, original, reopened_as, merged_into, facts, request, amount, people,
                                    marks, started_at, requested_at, accepted_at, accepted_by, grade, grade_reasons,
                                    parties, handlings, diverted_at, first_level, appointments, conflicts, participants, sessions,
                                    pauses, extensions, risks, agreements, visits, termination, closed_at, closed_as,
                                    closing_reason, remedies, closing_note, transferred_to, concluded_at, archived_at,
                                    retention, glasses, restricted_at, room))

using access::Moment;

// --- Finding things inside a dispute; null when there is none -------------------------

Party const* party(Dispute const&, Key);
Params by_side(Party const&);  // what a refusal tells of a party: its side, never its name
Party* party(Dispute&, Key);
Session* session(Dispute&, Key);
Session const* session(Dispute const&, Key);
Participant* participant(Dispute&, Key);
Participant const* participant(Dispute const&, Key);
Agreement* agreement(Dispute&, Key);
Agreement const* agreement(Dispute const&, Key);
Obligation* obligation(Dispute&, Key);
Obligation const* obligation(Dispute const&, Key);
SigningLink* signing_link(Dispute&, Key);
SigningLink const* signing_link(Dispute const&, Key);
Risk* risk(Dispute&, Key);
Risk const* risk(Dispute const&, Key);
Conflict* conflict(Dispute&, Key);
Conflict const* conflict(Dispute const&, Key);
Call* call(Dispute&, Key);
Call const* call(Dispute const&, Key);
// A call ends with its dispute at the latest, when that is concluded or closed.
bool running(Dispute const&, Call const&);
VaultSlip* slip(Dispute&, Key);
VaultSlip const* slip(Dispute const&, Key);
SafetyCheck* safety_check(Dispute&, Key);
SafetyCheck const* safety_check(Dispute const&, Key);
Protection* protection(Dispute&, Key);
Protection const* protection(Dispute const&, Key);
Conference* conference(Dispute&, Key);
Conference const* conference(Dispute const&, Key);
Conference const* conference_of_session(Dispute const&, Key session);
Conference const* conference_of_seat(Dispute const&, Key seat);
Seat* seat(Dispute&, Key);
Seat const* seat(Dispute const&, Key);
FollowUpTask* follow_up_task(Dispute&, Key);
FollowUpTask const* follow_up_task(Dispute const&, Key);

// --- Reading a dispute -----------------------------------------------------------------

bool awaited(Session const&);                    // planned, neither held nor cancelled

Handling const& latest_handling(Dispute const&);
// The organisation that must act now: the last one that has signed for it.
Handling const& answerable(Dispute const&);
bool awaits_receipt(Dispute const&);             // sent, and not signed for yet
Appointment const* presiding(Dispute const&);    // the mediator in the chair, if any
bool is_mediator(Dispute const&, Key person);    // appointed now
std::vector<Party const*> present_parties(Dispute const&);  // who has not left
// Whether this mediator has said what stands between it and each of the present parties, be
// it nothing. A party that joins later is not covered by what was said before.
bool disclosed(Dispute const&, Key mediator);
bool all_wish_to_go_on(Dispute const&, Conflict const&);
// What bars this person from mediating: a ground that was not found to be none and that not
// every present party passes over; null when nothing does.
Conflict const* open_conflict(Dispute const&, Key person);
// The same of whoever is appointed now, the chair first.
Conflict const* open_conflict_in_the_room(Dispute const&);
bool all_consented(Dispute const&);
bool anyone_refuses(Dispute const&);
bool red_risk_unreported(Dispute const&);        // a red risk that nobody has been told of
bool risk_open(Dispute const&);                  // any risk not cleared
bool has_effective_agreement(Dispute const&);
// When a party's name was whole under the agreement: of a group, when each of its members had signed
// or the representatives whom he authorised had. None: somebody is missing.
std::optional<Instant> signed_at(Dispute const&, Agreement const&, Key party);
// Who of a group is still missing; empty for others.
std::vector<Key> members_missing(Dispute const&, Agreement const&, Key party);
// Every promise of every effective agreement is performed, waived or breached.
bool promises_settled(Dispute const&);
bool any_breach(Dispute const&);
bool minor_concerned(Dispute const&);
// Cannot act alone, and there is nobody who may act for it now: no guardian, or one who is accused of
// harming it (CC arts 19, 20; MIN art. 11).
bool lacks_guardian(Party const&);
// Harm to a minor was suspected when the request came in, or since, and nobody has cleared that up.
bool harm_suspected(Dispute const&);
// As a risk, of the kind that is reported at once.
Risk suspected_harm(Instant raised_at);
// An agreement keeps the names that it was drawn up and signed with: puts them in the place of those
// that the file has by now.
void bear_names_of(Dispute&, Agreement const&);
// Something done for somebody's safety that still holds: "no_joint_session", "hide_address" …
bool safety_measure(Dispute const&, std::string_view action);
bool safety_measure_for(Dispute const&, Key party, std::string_view action);
// A protection order that is in force on this day (DV art. 30).
Protection const* order_in_force(Dispute const&, Date on);
// What keeps the two sides apart (domain.md 6.4). It ends when the risk is cleared, the order is over
// or the measure lifted, each with its reason, and by nothing else.
enum class Apart { by_risk, by_order, by_measure };
bool both_sides(Dispute const&, std::vector<Key> const& parties);
// For a meeting of these parties at that time. Of one that is still to come whoever is called learns the
// hour today, so that what keeps them apart today counts as well; one that was held is judged by what was
// known then.
std::optional<Apart> kept_apart(Dispute const&, std::vector<Key> const& parties, Instant at, Instant now);
// A planned session to which both sides are called though they are kept apart: it was planned before.
// No party is told of it any more, and whoever mediates has to call it off.
bool to_be_called_off(Dispute const&, Session const&, Instant now);
// Nobody is called to a table at which he does not want to sit or from which he has gone, nor asked to
// sign there (PML arts 17, 23).
bool stands_apart(Party const&);
// Whether a session exists for this party: it is called to it, and while the session is awaited it does
// not stand apart, nor is the session to be called off.
bool is_told_of(Dispute const&, Session const&, Key party, Instant now);

}  // namespace maple::dispute
